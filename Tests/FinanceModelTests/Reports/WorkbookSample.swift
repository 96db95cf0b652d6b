@testable import FinanceModel

/// A workbook of a small plan: its formulas as text, and its cells as a reader of workbooks has them.
struct WorkbookSample {
  let spreadsheet: Spreadsheet

  init(_ spreadsheet: Spreadsheet) {
    self.spreadsheet = spreadsheet
  }

  init(_ answer: Answer, style: ReportStyle = ReportStyle()) {
    self.init(answer.spreadsheet(program: "mtfs", style: style))
  }

  init(_ sections: String, head: String = "", years: Int = 3, changes: String? = nil) throws {
    let sheet = try Sheet(sections, head: head, years: years)
    self.init(
      try changes.map(sheet.answer) ?? Question(base: sheet.plan).answer())
  }

  /// The cells of a row by its label: a formula with `=`, else the figure, `~` for nothing, `!` for input.
  func row(_ label: String, on name: String) -> [String] {
    guard let sheet = spreadsheet.sheets.first(where: { $0.name == name }),
      let row = sheet.rows.first(where: { $0.label == .text(label) })
    else { return [] }
    let addresses = SheetAddresses(spreadsheet.sheets)
      .among(spreadsheet.sheets, of: sheet.plan)
    return row.cells.map { cell in
      switch cell {
      case .none: return "~"
      case .text(let text), .link(let text, _): return text
      case .figure(let figure):
        if let formula = figure.formula {
          return "=" + formula.text(addresses, on: sheet.id) + (figure.isInput ? "!" : "")
        }
        let value = figure.cell.figure.map { CellFormat.digits($0, in: figure.unit) }
        let shown = value ?? figure.cell.mark ?? ""
        return (shown.isEmpty ? "~" : shown) + (figure.isInput ? "!" : "")
      }
    }
  }

  /// The text of every cell of a sheet, as a reader of workbooks shows it.
  func read(_ name: String) throws -> [[String]] {
    let book = try Workbook(spreadsheet.rendered())
    guard let sheet = book.sheets.first(where: { $0.name == name }) else { return [] }
    return try book.rows(of: sheet).rows.map(\.cells)
  }
}
