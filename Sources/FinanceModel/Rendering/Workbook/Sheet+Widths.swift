/// How wide the columns of a sheet are, and how many lines its words take in them.
extension Sheet {
  /// In characters, one for each column: wide enough for its figures; words over a bound are wrapped.
  var columnWidths: [Int] { (0..<width).map(columnWidth) }

  private func columnWidth(_ column: Int) -> Int {
    if headings.isEmpty || id == .notes { return column == 0 ? 28 : 100 }
    let longest = column == 0 ? 62 : holdsFigures(column) ? 14 : 40
    var width = 12
    if headings.indices.contains(column), column > 0 {
      width = max(width, min(headings[column].count + 3, 16))
    }
    for row in rows {
      switch cell(row, column) {
      case .none, .link: break
      case .text(let text):
        width = max(width, min(TerminalWidth.of(text) * 21 / 20 + 3 + 2 * row.indent, longest))
      case .figure(let figure): width = max(width, CellFormat.width(figure) + 2)
      }
    }
    return width
  }

  private func cell(_ row: SheetRow, _ column: Int) -> SpreadsheetCell {
    if column == 0 { return row.label }
    return row.cells.indices.contains(column - 1) ? row.cells[column - 1] : .none
  }

  /// The lines that the words of a row take; no program works that out alike, so it is written.
  func lineCount(_ cells: [SpreadsheetCell], _ indent: Int, _ widths: [Int]) -> Int {
    var most = 1
    for (column, cell) in cells.enumerated() where widths.indices.contains(column) {
      guard case .text(let text) = cell else { continue }
      let room = max(widths[column] - 1 - (column == 0 ? 2 * indent : 1), 4)
      // On the average a letter is hardly wider than a digit, by which columns are measured.
      let width = room * 20 / 21
      if text.utf8.count <= width { continue }
      most = max(most, TerminalWidth.wrapped(SingleLine.text(text), to: width).count)
    }
    return min(most, 27)
  }

  /// The height of a row in points; nil for a single line, which needs none.
  static func height(_ lines: Int) -> Int? { lines > 1 ? 15 * lines : nil }
}
