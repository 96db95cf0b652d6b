extension DelimitedReader {
  /// The rows of a table that a file holds: pasted as a block, or saved beside it as CSV or TSV.
  ///
  /// Columns that have nothing in any row, such as a spreadsheet saves at its right, are left out.
  static func rows(in scalar: Node.Scalar) throws(Diagnostics) -> [[DelimitedCell]] {
    withoutBlankColumns(try allRows(in: scalar))
  }

  private static func allRows(in scalar: Node.Scalar) throws(Diagnostics) -> [[DelimitedCell]] {
    if scalar.style == .literal {
      let separator: Separator = scalar.text.contains("\t") ? .tab : .bar
      return try DelimitedReader.rows(of: scalar, separator: separator)
    }
    let path = scalar.range.file.sibling(scalar.text)
    let file = try SourceFile.reading(path: path, named: scalar.range)
    return try DelimitedReader.rows(of: file, separator: Separator(path: path) ?? .comma)
  }

  private static func withoutBlankColumns(_ rows: [[DelimitedCell]]) -> [[DelimitedCell]] {
    let width = rows.map(\.count).max() ?? 0
    let filled = (0..<width).filter { index in
      rows.contains { index < $0.count && !$0[index].text.trimmed.isEmpty }
    }
    if filled.count == width { return rows }
    return rows.map { row in
      row.count <= 1 ? row : filled.compactMap { $0 < row.count ? row[$0] : nil }
    }
  }
}
