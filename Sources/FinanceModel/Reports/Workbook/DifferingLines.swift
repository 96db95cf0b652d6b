/// The sheet of the lines that are not the same in all plans of a workbook: for each line a heading, and a
/// row for each plan.
struct DifferingLines {
  let comparison: Comparison
  let series: Series

  init(_ comparison: Comparison, _ series: Series) {
    self.comparison = comparison
    self.series = series
  }

  private var id: Spreadsheet.SheetID { .differing(series) }

  /// The rows of the sheet, of those of each plan.
  func rows(_ plans: [ComparedPlan], titles: [String]) -> [SheetRow] {
    titles.enumerated().flatMap { line, title in
      [SheetRow(.heading, title)] + plans.compactMap { $0.differing[series]?[line] }
    }
  }

  /// The row of each line for one of the plans.
  func rows(of number: Int, in book: inout PlanWorkbook) -> [SheetRow] {
    let count = comparison.alternatives.count
    var rows: [SheetRow] = []
    for (position, line) in comparison.lines.enumerated() {
      let place = position * (count + 1) + 1 + number
      rows.append(row(line.rows[number], of: number, in: &book, at: place))
    }
    return rows
  }

  /// What a line adds in one of the plans.
  private func row(
    _ row: Int?, of number: Int, in book: inout PlanWorkbook, at position: Int
  ) -> SheetRow {
    let title = comparison.alternatives[number].title
    guard let row, let effects = book.forecast.effects[row],
      let details = book.plan.rows[row].details
    else { return SheetRow(.line, "Not in \(title)", indent: 1) }
    let shown = book.style.effectStyle(details, book.plan)
    // What moves a reserve is money of one year: it has no unwinding, and a balance has no total.
    let isBalance = details.section?.name == Reserve.section
    let isAnnual = series == .annual && !isBalance
    let figures = isAnnual ? effects.annual : effects.cumulative
    var cells: [SheetFigure] = []
    for (year, cell) in figures.enumerated() {
      let formula = formula(
        row, isAnnual ? .annual : .cumulative, year, shown.unit, of: number, in: &book)
      cells.append(
        SheetFigure(cell: cell, unit: shown.unit, decimals: shown.decimals, formula: formula))
    }
    if isAnnual {
      let years = SheetFormula.area(
        SheetPlace(sheet: id, row: position, column: 1),
        SheetPlace(sheet: id, row: position, column: figures.count))
      cells.append(
        SheetFigure(
          cell: effects.total, unit: shown.unit, decimals: shown.decimals,
          formula: effects.total.figure == nil
            ? nil : .rounded(.call("SUM", [years]), shown.unit.finePlaces)))
    }
    for index in cells.indices where cells[index].cell.figure == nil {
      cells[index].formula = cells[index].formula.map { marked($0, cells[index].cell) }
    }
    return SheetRow(.line, title, cells.map(SpreadsheetCell.figure), indent: 1)
  }

  /// A mark until there is a figure.
  private func marked(_ formula: SheetFormula, _ cell: Cell) -> SheetFormula {
    let references = formula.references
    let count = SheetFormula.comparison(.call("COUNT", references), "=", .number("0"))
    return references.isEmpty ? formula : .call("IF", [count, .text(cell.mark ?? ""), formula])
  }

  private func formula(
    _ row: Int, _ series: Series, _ year: Int, _ unit: Unit, of number: Int,
    in book: inout PlanWorkbook
  ) -> SheetFormula? {
    do throws(FormulaTranslator.Untranslatable) {
      let term = try book.translator.line(row, series, book.index.planColumns.lowerBound + year)
      return try book.translator.finished(term, in: unit, rounding: nil).of(number)
    } catch {
      book.note(error.reason, book.plan.rows[row].title)
      return nil
    }
  }
}
