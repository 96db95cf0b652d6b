/// What is said of a table that makes no plan.
extension LayoutFinder {
  func tooLarge(_ message: String) -> Diagnostics {
    Diagnostics(
      Diagnostic(
        .noTable, message, at: SourceRange(file: grid.file, bytes: 0..<0),
        label: "expected the table of a medium-term plan", help: "copy that table alone into a file"
      ))
  }

  func noYears(
    _ message: String,
    help: String = "type them above the columns, or name them: --years 2026-27..2029-30"
  ) -> Diagnostics {
    Diagnostics(
      Diagnostic(
        .noTable, message, at: SourceRange(file: grid.file, bytes: 0..<0),
        label: "expected years such as 2026-27 above the figures",
        help: help))
  }

  func noFigures(_ message: String) -> Diagnostics {
    Diagnostics(
      Diagnostic(
        .noTable, message, at: SourceRange(file: grid.file, bytes: 0..<0),
        label: "expected rows with a title and a figure for each year",
        help: "the headings are found: copy the rows below them as well"))
  }

  /// That no year heads a column, and where the years stand instead.
  func noHeading() -> Diagnostics {
    let side = Set(grid.rows.compactMap { YearName.only(in: $0.text(0))?.year })
    if side.count > 1 {
      return noYears(
        "the years stand down the side of the table",
        help: "turn the table round: in a spreadsheet, copy it and paste it transposed")
    }
    let corner = grid.rows.lazy.compactMap { row in
      row.cells.count > 2 ? YearName.only(in: row.text(0))?.year : nil
    }.first
    if let corner {
      return noYears(
        "the table is of one year, \(corner): no column is headed by another",
        help: "a plan has years across the top: copy the table that has them")
    }
    return noYears("no column is headed by a year")
  }
}
