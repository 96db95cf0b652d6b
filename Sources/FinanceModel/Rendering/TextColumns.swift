/// How wide each column of a text table is.
///
/// A column with a figure is as wide as its figures and the longest word of its heading, and never
/// gives way. Labels and columns of words do, down to `least`; then the table is wider than asked.
struct TextColumns {
  /// The narrowest that a label or a column of words becomes on a narrow terminal.
  static let least = 12
  /// The widest that one becomes where there is room.
  static let most = 120
  /// The space between two columns.
  static let gap = 2

  struct Column {
    var width: Int
    /// Whether the column holds amounts, which stand to its right.
    let isFigures: Bool
    /// Whether a place is kept for closing brackets.
    let hasBrackets: Bool
  }

  private(set) var label: Int
  private(set) var columns: [Column]

  /// Everything from the first label to the last cell.
  var total: Int { columns.reduce(label) { $0 + TextColumns.gap + $1.width } }

  /// Measures a table whose cells are shown as `texts`.
  init(_ table: ReportTable, texts: [[String]], width: Int?) {
    let labels = table.rows.filter { !$0.spansTable }.map { TerminalWidth.of($0.shownLabel) }
    label = min(max(labels.max() ?? 0, TerminalWidth.of(table.stubHeading)), TextColumns.most)
    columns = (0..<table.columnCount).map { index in
      let shown = zip(table.rows, texts).compactMap { row, texts in
        index < texts.count && !texts[index].isEmpty ? (row.cells[index], texts[index]) : nil
      }
      return Column(heading: table.heading(index), shown: shown)
    }
    if let width {
      while total > width, narrowWidest() {}
    }
  }

  /// Takes one cell from the widest column that can give it; false when none can.
  private mutating func narrowWidest() -> Bool {
    let widest = columns.indices.filter { !columns[$0].isFigures }
      .max { columns[$0].width < columns[$1].width }
    if let widest, columns[widest].width > max(label, TextColumns.least) {
      columns[widest].width -= 1
    } else if label > TextColumns.least {
      label -= 1
    } else {
      return false
    }
    return true
  }
}

extension TextColumns.Column {
  /// Measures the cells of a column that show something.
  init(heading: String, shown: [(cell: ReportCell, text: String)]) {
    let amounts = shown.filter { $0.cell.isAmount }.map(\.text)
    isFigures = !amounts.isEmpty || shown.isEmpty
    hasBrackets = amounts.contains { $0.hasSuffix(")") }
    let reserve = hasBrackets ? 1 : 0
    let word = heading.split(separator: " ").map { TerminalWidth.of(String($0)) }.max() ?? 0
    let contents = (isFigures ? amounts : shown.map(\.text)).map { text in
      TerminalWidth.of(text) + (text.hasSuffix(")") ? 0 : reserve)
    }
    let content = contents.max() ?? 0
    width = max(word, isFigures ? content : min(content, TextColumns.most))
  }
}
