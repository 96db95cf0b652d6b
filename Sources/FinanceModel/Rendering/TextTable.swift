/// Lays one table out for reading: labels to the left, figures to the right.
struct TextTable {
  private let table: ReportTable
  private let options: RenderingOptions
  private let texts: [[String]]
  private let columns: TextColumns
  /// The lines of the table, without its caption.
  private(set) var lines: [String] = []
  /// The full text of each cell that was cut, numbered from 1 in the cells.
  private(set) var notes: [String] = []

  init(_ table: ReportTable, options: RenderingOptions) {
    self.table = table
    self.options = options
    texts = table.rows.map { row in row.cells.map(table.text) }
    columns = TextColumns(table, texts: texts, width: options.width)
    layOut()
  }

  private mutating func layOut() {
    heading()
    for (index, row) in table.rows.enumerated() {
      let previous = index > 0 ? table.rows[index - 1].kind : nil
      if row.kind == .heading, let previous, previous != .heading { lines.append("") }
      if row.kind == .total, let previous, previous != .heading { lines.append(totalRule) }
      lines.append(line(row, texts: texts[index]))
    }
  }

  private mutating func heading() {
    let wrapped = columns.columns.enumerated().map { index, column in
      TerminalWidth.wrapped(table.heading(index), to: column.width)
    }
    let height = wrapped.map(\.count).max() ?? 1
    var isEmpty = true
    for number in 0..<height {
      let stub = number == height - 1 ? table.stubHeading : ""
      let cells = wrapped.enumerated().map { index, lines in
        let blanks = height - lines.count
        let text = number < blanks ? "" : lines[number - blanks]
        return aligned(text, to: columns.columns[index])
      }
      let line = joined(label: shortened(stub).padded(to: columns.label), cells: cells)
      isEmpty = isEmpty && line.isEmpty
      lines.append(line.bold(if: options.usesColor))
    }
    if isEmpty {
      lines = []
    } else {
      lines.append(String(repeating: "─", count: columns.total))
    }
  }

  /// A rule above a total, under the figures only.
  private var totalRule: String {
    joined(
      label: "".padded(to: columns.label),
      cells: columns.columns.map { column in
        String(repeating: column.isFigures ? "─" : " ", count: column.width)
      })
  }

  private mutating func line(_ row: ReportTable.Row, texts: [String]) -> String {
    if row.spansTable {
      let width = max(columns.total, options.width ?? TextColumns.most)
      let label = TerminalWidth.shortened(row.shownLabel, to: width)
      return label.bold(if: options.usesColor && row.kind == .heading)
    }
    let label = shortened(row.shownLabel).padded(to: columns.label)
    var cells: [String] = []
    for (column, (cell, text)) in zip(columns.columns, zip(row.cells, texts)) {
      cells.append(aligned(cell.isText ? fitting(text, column) : text, to: column))
    }
    return joined(
      label: label.bold(if: options.usesColor && row.kind == .heading), cells: cells)
  }

  private func shortened(_ label: String) -> String {
    TerminalWidth.shortened(label, to: columns.label)
  }

  /// The text if the column has room for it, else its start and the number of a note that has it all.
  private mutating func fitting(_ text: String, _ column: TextColumns.Column) -> String {
    guard TerminalWidth.of(text) > column.width else { return text }
    let number = notes.firstIndex(of: text) ?? notes.count
    if number == notes.count { notes.append(text) }
    let mark = "[\(number + 1)]"
    let room = column.width - mark.count
    return (room > 1 ? TerminalWidth.shortened(text, to: room) : "") + mark
  }

  private func aligned(_ text: String, to column: TextColumns.Column) -> String {
    guard column.isFigures else { return text.padded(to: column.width) }
    let keepsBracket = column.hasBrackets && !text.hasSuffix(")") && !text.hasSuffix("]")
    let shown = keepsBracket && TerminalWidth.of(text) < column.width ? text + " " : text
    return shown.leftPadded(to: column.width)
  }

  /// A line of the table without spaces at its end.
  private func joined(label: String, cells: [String]) -> String {
    let gap = String(repeating: " ", count: TextColumns.gap)
    return ([label] + cells).joined(separator: gap).trimmingSpaces
  }
}

extension ReportTable {
  /// The heading of a column; empty for one that has none.
  func heading(_ column: Int) -> String {
    column < columns.count ? SingleLine.text(columns[column]) : ""
  }

  /// What stands over the labels, with the unit: `£m`, `Line, £m`.
  var stubHeading: String {
    let unit = unit?.heading ?? ""
    let stub = SingleLine.text(stub)
    return stub.isEmpty || unit.isEmpty ? stub + unit : "\(stub), \(unit)"
  }
}

extension ReportTable.Row {
  /// Whether the row is a heading with nothing in its cells, so that its label may run across them.
  var spansTable: Bool {
    kind == .heading && cells.allSatisfy { $0.text(in: nil).isEmpty }
  }

  var shownLabel: String {
    let indentation = kind == .heading ? 0 : indent * 2
    return String(repeating: " ", count: indentation) + SingleLine.text(label)
  }
}
