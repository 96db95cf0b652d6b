/// The sheets of a plan's own table, of the tables beside it and of its assumptions.
extension PlanWorkbook {
  var assumptions: Sheet {
    mutating get {
      let first = places.firstColumn[.assumptions] ?? 0
      let columns = first..<plan.years.columnCount
      var sheet = Sheet(
        id: .assumptions, name: "Assumptions", title: "Assumptions",
        about: "The values that the formulas of the plan are made of; change them here.")
      sheet.lines = [
        "One value for each year, each in the unit of its row. Every cell is for input."
      ]
      let hasSource = plan.assumptions.contains { $0.source != nil }
      sheet.headings =
        ["Assumption"] + columns.map { plan.years.columns[$0].description } + ["Unit"]
        + (hasSource ? ["Source"] : [])
      for (position, assumption) in plan.assumptions.enumerated() {
        let unit = style.assumptionUnit(assumption, plan)
        let cells = columns.map { SpreadsheetCell.figure(figure(position, assumption, unit, $0)) }
        sheet.rows.append(
          SheetRow(
            .line, assumption.title,
            cells + [.text(unit == .number ? "number" : unit.rawValue)]
              + (hasSource ? [.text(assumption.source ?? "")] : [])))
      }
      return sheet
    }
  }

  private mutating func figure(
    _ position: Int, _ assumption: Assumption, _ unit: Unit, _ column: Int
  ) -> SheetFigure {
    let value = assumption.values[column]
    let usual = assumption.unit == plan.unit ? style.decimals(plan) : unit.defaultDecimals
    let figure = SheetFigure(
      cell: value.cell, unit: unit, decimals: value.cell.decimals(in: unit, atLeast: usual))
    guard value.cell.figure != nil || index.planColumns.contains(column) else { return figure }
    let isSet = answer.question.scenarios.contains { $0.range.file == value.range.file }
    return input(
      figure, .assumption(assumption.id, column), at: places.assumption(position, column),
      isSet: isSet)
  }

  var table: Sheet {
    mutating get {
      let total = plan.totalColumn.map { [$0.title] } ?? []
      var sheet = Sheet(
        id: .plan, name: "Plan", title: plan.title,
        about: "Every line, total and figure of the plan, as its table prints them.")
      sheet.lines = [unitWords, tableKind]
      sheet.headings = ["Line"] + plan.years.columns.map(\.description) + total
      sheet.unit = style.unit(plan)
      for row in places.rows(of: nil) {
        var cells = cells(row, plan.years.columns.indices)
        if plan.totalColumn != nil, plan.rows[row].details != nil { cells.append(inTotal(row)) }
        sheet.rows.append(sheetRow(row, cells))
      }
      return sheet
    }
  }

  private var tableKind: String {
    let bases = Set(plan.rows.compactMap { $0.line?.basis })
    if bases == [.level] { return "Each figure of a line is the whole amount of that year." }
    return bases.contains(.level)
      ? "A line holds changes to the budget, or whole amounts, as it is meant in the plan."
      : "Each figure of a line is what that year changes; positive adds to the gap."
  }

  mutating func table(_ position: Int) -> Sheet {
    let table = plan.tables[position]
    let unit = table.unit == plan.unit ? style.unit(plan) : table.unit
    var sheet = Sheet(
      id: .table(position), name: table.title, title: table.title,
      about: table.note ?? "A table beside the plan; it is in no gap.")
    sheet.lines = [
      "Figures in \(unit == .number ? "numbers" : unit.rawValue) unless a cell says otherwise."
    ]
    sheet.headings = ["Row"] + table.columns.map(\.title)
    sheet.unit = unit
    let columns = table.firstColumn..<(table.firstColumn + table.columns.count)
    for row in places.rows(of: table.id) { sheet.rows.append(sheetRow(row, cells(row, columns))) }
    return sheet
  }

  private func sheetRow(_ row: Int, _ cells: [SpreadsheetCell]) -> SheetRow {
    switch plan.rows[row] {
    case .heading(let heading): return SheetRow(.heading, heading.title)
    case .line(let line): return SheetRow(.line, line.details.title, cells)
    case .figure(let figure):
      return SheetRow(figure.totalOf == nil ? .figure : .total, figure.details.title, cells)
    }
  }

  mutating func cells(_ row: Int, _ columns: Range<Int>) -> [SpreadsheetCell] {
    plan.rows[row].details == nil ? [] : columns.map { cell(row, $0) }
  }

  // MARK: A cell of a row

  /// The cell that the table prints, live where it is made of others.
  private mutating func cell(_ row: Int, _ column: Int) -> SpreadsheetCell {
    guard let details = plan.rows[row].details else { return .none }
    let cell = forecast.printed[row][column].cell
    if let text = details.text[column], cell.figure == nil { return .text(text) }
    let shown = printedTable.cell(row, column)
    let cellStyle = style.style(details, plan, column: column)
    var figure = SheetFigure(cell: cell, unit: cellStyle.unit, decimals: cellStyle.decimals)
    if shown != cell { figure.nilMark = shown.figure == nil ? shown.mark : nil }
    if shown != cell, cell.figure == nil { figure.cell = shown }
    do throws(FormulaTranslator.Untranslatable) {
      figure.formula = try formula(row, column, details)
    } catch {
      if cell.figure != nil { note(error.reason, details.title) }
      return .figure(figure)
    }
    if figure.cell.figure == nil, let formula = figure.formula {
      figure.formula = blankAware(formula, figure.cell)
    }
    guard figure.formula == nil, isInput(row, column, details) else { return .figure(figure) }
    return .figure(
      input(
        figure, .entry(details.id, column), at: places.printed(row, column),
        isSet: isReplaced(row, column)))
  }

  /// A formula over cells of which none is a figure yet: it keeps its mark until one is.
  private func blankAware(_ formula: SheetFormula, _ cell: Cell) -> SheetFormula? {
    let references = formula.references
    guard !references.isEmpty else { return nil }
    let count = SheetFormula.comparison(.call("COUNT", places.areas(references)), "=", .number("0"))
    return .call("IF", [count, .text(cell.mark ?? ""), formula])
  }

  private func isInput(_ row: Int, _ column: Int, _ details: RowDetails) -> Bool {
    if case .formula = details.entries[column] { return false }
    if column < plan.years.columnCount, column < index.planColumns.lowerBound {
      return forecast.printed[row][column].cell.figure != nil
    }
    guard plan.rows[row].line != nil || details.table != nil else {
      return forecast.printed[row][column].cell.figure != nil
    }
    return !places.movesMoney(row)
  }

  /// What a row's printed cell is worked out from; nil where it was typed.
  private func formula(
    _ row: Int, _ column: Int, _ details: RowDetails
  ) throws(FormulaTranslator.Untranslatable) -> SheetFormula? {
    let isYear = index.planColumns.contains(column)
    guard isYear, let line = index.lines[row] else { return try entry(row, column, details) }
    if line.printsChange {
      let after = try translator.own(row, column)
      let start =
        column == index.planColumns.lowerBound
        ? try translator.start(row) : try translator.own(row, column - 1)
      let change = start.map { SheetFormula.minus(after.formula, $0.formula) } ?? after.formula
      return try translator.finished(
        FormulaTranslator.Term(formula: change, kind: after.kind),
        in: translator.unit(row, column), rounding: nil)
    }
    if places.movesMoney(row) {
      throw FormulaTranslator.Untranslatable(reason: "a change moves its money between years")
    }
    return places.operands(row, column).isEmpty
      ? try carriedOrEntry(row, column, details) : try changed(row, column, details)
  }

  /// A cell that no change acts on: its own entry, or what stands for it in the workings.
  private func carriedOrEntry(
    _ row: Int, _ column: Int, _ details: RowDetails
  ) throws(FormulaTranslator.Untranslatable) -> SheetFormula? {
    if let entry = places.entry(row, column) {
      let cell = evaluator.resolved { evaluator.computeCarried(row, column) }.cell
      return cell.figure == nil ? nil : .cell(entry)
    }
    return isReplaced(row, column) ? nil : try entry(row, column, details)
  }

  /// Whether a change has put a figure in the place of the entry.
  func isReplaced(_ row: Int, _ column: Int) -> Bool {
    plan.rows[row].adjustments(in: column).contains(where: \.replaces)
  }

  /// The formula of an entry; nil for a typed one.
  func entry(
    _ row: Int, _ column: Int, _ details: RowDetails
  ) throws(FormulaTranslator.Untranslatable) -> SheetFormula? {
    guard case .formula(let formula) = details.entries[column] else { return nil }
    if column < index.planColumns.lowerBound, forecast.printed[row][column].cell.figure == nil {
      return nil
    }
    return try translator.formula(
      formula, row: row, column, in: translator.unit(row, column),
      rounding: details.rounding(column))
  }

  /// The figure of a line after its changes, each rounded as the engine does.
  func changed(
    _ row: Int, _ column: Int, _ details: RowDetails
  ) throws(FormulaTranslator.Untranslatable) -> SheetFormula? {
    guard let entry = places.entry(row, column) else { return nil }
    let unit = translator.unit(row, column)
    let before = evaluator.resolved { evaluator.computeCarried(row, column) }.cell
    var formula = before.figure == nil ? SheetFormula.valueOrNil(entry) : .cell(entry)
    let operands = places.operands(row, column)
    for position in operands {
      guard let operand = places.operand(row, position, column) else { continue }
      let isSum =
        if case .add? = plan.rows[row].line?.adjustments[position].operation { true } else { false }
      formula = isSum ? .plus(formula, .cell(operand)) : .times(formula, .cell(operand))
      if let rounding = details.rounding {
        formula = .rounded(formula, unit.places(rounding))
      } else if position == operands.last {
        formula = .rounded(formula, unit.finePlaces)
      }
    }
    guard formula.depth <= 40 else {
      throw FormulaTranslator.Untranslatable(reason: "more changes act on it than a formula holds")
    }
    return formula
  }

  // MARK: The total column

  private mutating func inTotal(_ row: Int) -> SpreadsheetCell {
    guard let details = plan.rows[row].details else { return .none }
    let cellStyle = style.style(details, plan)
    let cell = forecast.totals[row]
    var figure = SheetFigure(cell: cell, unit: cellStyle.unit, decimals: cellStyle.decimals)
    do throws(FormulaTranslator.Untranslatable) {
      figure.formula = try totalFormula(row, details, cellStyle.unit)
    } catch {
      if cell.figure != nil {
        note(error.reason, "\(details.title) (\(plan.totalColumn?.title ?? ""))")
      }
    }
    if cell.figure == nil { figure.formula = figure.formula.flatMap { blankAware($0, cell) } }
    return .figure(figure)
  }

  private func totalFormula(
    _ row: Int, _ details: RowDetails, _ unit: Unit
  ) throws(FormulaTranslator.Untranslatable) -> SheetFormula? {
    let cells = index.planColumns.compactMap { places.printed(row, $0) }
    switch details.inTotal {
    case .blank: return nil
    case .last: return cells.last.map(SheetFormula.cell)
    case .formula(let formula):
      return try translator.formula(formula, row: nil, nil, in: unit, rounding: nil)
    case .sum:
      guard !cells.isEmpty else { return nil }
      let sum = SheetFormula.call("SUM", places.areas(cells.map(SheetFormula.cell)))
      return .rounded(sum, unit.finePlaces)
    }
  }
}

extension Cell {
  /// The decimals that show a figure exactly, and no fewer than the usual ones.
  func decimals(in unit: Unit, atLeast usual: Int) -> Int {
    guard let figure else { return usual }
    var places = usual
    while places < unit.possible(places + 1),
      figure.rounded(Rounding(decimals: places, unit: unit)) != figure
    { places += 1 }
    return places
  }
}
