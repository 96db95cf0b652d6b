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

  var plan: Plan { answer.result.plan }
  var forecast: Forecast { answer.result }
  var years: [String] { plan.years.years.map(\.description) }
  var isScenario: Bool { !answer.question.scenarios.isEmpty }

  init(answer: Answer, attribution: Attribution?, style: ReportStyle) {
    self.answer = answer
    self.attribution = attribution
    self.style = style
    index = PlanIndex(answer.result.plan)
    evaluator = Evaluator(index)
    places = PlanPlaces(index)
    printedTable = PlanTableReport(forecast: answer.result, style: style)
    gapRows = GapRows(index)
    translator = FormulaTranslator(
      places: places, evaluator: evaluator, style: style, gapRows: gapRows)
  }

  mutating func spreadsheet(program: String, facts: [Spreadsheet.Fact]) -> Spreadsheet {
    var sheets: [Sheet] = []
    if !plan.assumptions.isEmpty, !plan.years.columns.isEmpty { sheets.append(assumptions) }
    if !plan.years.columns.isEmpty { sheets.append(table) }
    for table in plan.tables.indices { sheets.append(self.table(table)) }
    if !places.workings.isEmpty { sheets.append(workings) }
    if let gap = forecast.gap {
      sheets.append(effects)
      if !index.oneOffLines.isEmpty { sheets.append(oneOffs) }
      sheets += [self.gap(gap, .annual), self.gap(gap, .cumulative)]
      if isScenario, let base = answer.base.gap {
        sheets += comparison(base, gap) + alone(base, gap)
      }
    }
    sheets += settings
    return Spreadsheet(
      title: plan.heading, author: plan.authority, program: program,
      sheets: named(around(sheets, program: program, facts: facts)))
  }

  /// Sheets with names that every spreadsheet program takes.
  private func named(_ sheets: [Sheet]) -> [Sheet] {
    var names = SheetNames()
    return sheets.map { sheet in
      var sheet = sheet
      sheet.name = names.name(Printable.text(sheet.name))
      return sheet
    }
  }

  // MARK: Cells

  /// A figure of money in the unit of the page.
  func figure(_ money: Money, _ formula: SheetFormula?, nilMark: String? = nil) -> SpreadsheetCell {
    .figure(
      SheetFigure(
        cell: .money(money), unit: style.unit(plan), decimals: style.decimals(plan),
        nilMark: nilMark, formula: formula))
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
  var unitWords: String {
    switch style.unit(plan) {
    case .millions: "All figures in £ million (£m) unless a cell says otherwise."
    case .thousands: "All figures in £ thousand (£000) unless a cell says otherwise."
    case .pounds: "All figures in pounds (£) unless a cell says otherwise."
    case .percent: "All figures in per cent unless a cell says otherwise."
    case .number: "All figures are plain numbers unless a cell says otherwise."
    }
  }
}
