extension Answer {
  /// A workbook of the plan, its gap and, for a scenario, what the changes make of both.
  ///
  /// Totals, formulas of the plan and gaps are live: another figure in a cell for input changes them as
  /// a scenario that sets it would. `facts` are further rows of the cover. An attribution adds a sheet
  /// of each change alone, as values.
  public func spreadsheet(
    program: String, facts: [Spreadsheet.Fact] = [], attribution: Attribution? = nil,
    style: ReportStyle = ReportStyle()
  ) -> Spreadsheet {
    var book = PlanWorkbook(answer: self, attribution: attribution, style: style)
    return book.spreadsheet(program: program, facts: facts)
  }
}

/// Lays out a workbook: first where every figure stands, then what each is worked out from.
struct PlanWorkbook {
  let answer: Answer
  let attribution: Attribution?
  let style: ReportStyle
  let index: PlanIndex
  let evaluator: Evaluator
  let places: PlanPlaces
  let gapRows: GapRows
  let translator: FormulaTranslator
  /// The cells as the text of the table has them.
  let printedTable: PlanTableReport
  /// What the notes say of figures that are no formula, by reason.
  var values: [(reason: String, rows: [String])] = []
  /// Its cells for input, in which other plans of the same workbook may find theirs.
  var inputs: [PlanInput: LeadingPlan.Known] = [:]
  /// The first of several plans in a workbook, where this is one of the others.
  let lead: LeadingPlan?
  /// Whether both are asked of one plan, and what no change reaches is the same.
  let sharesPlan: Bool

  var plan: Plan { answer.result.plan }
  var forecast: Forecast { answer.result }
  var years: [String] { plan.years.years.map(\.description) }
  var isScenario: Bool { !answer.question.scenarios.isEmpty }

  init(
    answer: Answer, attribution: Attribution?, style: ReportStyle, lead: LeadingPlan? = nil
  ) {
    self.answer = answer
    self.lead = lead
    sharesPlan = lead?.isPlan(of: answer.question) ?? false
    self.attribution = attribution
    self.style = style
    index = answer.result.index
    evaluator = Evaluator(index)
    places = PlanPlaces(index)
    printedTable = PlanTableReport(forecast: answer.result, style: style)
    gapRows = GapRows(index)
    translator = FormulaTranslator(
      places: places, evaluator: evaluator, style: style, gapRows: gapRows)
  }

  mutating func spreadsheet(program: String, facts: [Spreadsheet.Fact]) -> Spreadsheet {
    let sheets = model() + changes
    return Spreadsheet(
      title: plan.heading, author: plan.authority, program: program,
      sheets: around(sheets, program: program, facts: facts).named(style.negatives))
  }

  /// The plan and all that leads from its lines to its gap.
  mutating func model() -> [Sheet] {
    var sheets: [Sheet] = []
    if !plan.assumptions.isEmpty, !plan.years.columns.isEmpty { sheets.append(assumptions) }
    if !plan.years.columns.isEmpty { sheets.append(table) }
    for table in plan.tables.indices { sheets.append(self.table(table)) }
    if !places.workings.isEmpty { sheets.append(workings) }
    if let gap = forecast.gap {
      sheets.append(effects)
      if !index.oneOffLines.isEmpty { sheets.append(oneOffs) }
      sheets += [self.gap(gap, .annual), self.gap(gap, .cumulative)]
    }
    return sheets
  }

  /// What the changes of a scenario make of its plan; nothing for a plan alone.
  var changes: [Sheet] {
    guard isScenario, let base = answer.base.gap, let gap = forecast.gap else { return settings }
    return comparison(base, gap) + alone(base, gap) + settings
  }

  // MARK: Cells

  /// A figure of money in the unit of the page.
  func figure(_ money: Money, _ formula: SheetFormula?, nilMark: String? = nil) -> SpreadsheetCell {
    style.figure(money, formula, nilMark: nilMark, in: plan)
  }

  /// Remembers that a row has figures that are no formula.
  mutating func note(_ reason: String, _ title: String) {
    if let known = values.firstIndex(where: { $0.reason == reason }) {
      if !values[known].rows.contains(title) { values[known].rows.append(title) }
    } else {
      values.append((reason, [title]))
    }
  }

  /// Terms added up in the unit of the page, rounded so finely that nil shows as nil.
  func finished(_ term: FormulaTranslator.Term) -> SheetFormula? {
    try? translator.finished(term, in: style.unit(plan), rounding: nil)
  }

  /// What figures count, for the line under a title.
  var unitWords: String { style.unitWords(plan) }
}

extension ReportStyle {
  /// A figure of money in the unit of the page.
  func figure(
    _ money: Money, _ formula: SheetFormula?, nilMark: String? = nil, in plan: Plan
  ) -> SpreadsheetCell {
    .figure(
      SheetFigure(
        cell: .money(money), unit: unit(plan), decimals: decimals(plan), nilMark: nilMark,
        formula: formula))
  }

  /// What figures count, for the line under a title of a sheet.
  func unitWords(_ plan: Plan) -> String {
    switch unit(plan) {
    case .millions: "All figures in £ million (£m) unless a cell says otherwise."
    case .thousands: "All figures in £ thousand (£000) unless a cell says otherwise."
    case .pounds: "All figures in pounds (£) unless a cell says otherwise."
    case .percent: "All figures in per cent unless a cell says otherwise."
    case .number: "All figures are plain numbers unless a cell says otherwise."
    }
  }
}
