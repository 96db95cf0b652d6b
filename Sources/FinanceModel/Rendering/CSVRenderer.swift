/// Writes the tables of a report as one CSV table (RFC 4180), for a spreadsheet or a program.
///
/// Each record has its table's caption, its row's label and unit, then the columns of all tables.
/// Figures are plain: `-4.496`. Words that a spreadsheet would run as a formula get an apostrophe.
/// Headings, paragraphs and notes outside tables are left out.
struct CSVRenderer {
  /// Whether the heading above a table goes first, since tables of two parts may be called the same.
  var namesParts = false

  func text(_ report: Report) -> String {
    var part = ""
    var tables: [(part: String, table: ReportTable)] = []
    for block in report.blocks {
      if case .heading(let heading) = block { part = heading }
      if let table = table(block, of: report) { tables.append((part, table)) }
    }
    var columns: [ColumnName] = []
    for (_, table) in tables {
      for name in names(table) where !columns.contains(name) { columns.append(name) }
    }
    var text = record(
      (namesParts ? ["part"] : []) + ["table", "row", "unit"] + columns.map { words($0.heading) })
    for (part, table) in tables {
      let places = names(table).compactMap(columns.firstIndex)
      for row in table.rows {
        let unit = row.cells.lazy.compactMap(\.unit).first ?? table.unit
        var fields = Array(repeating: "", count: columns.count)
        for (cell, place) in zip(row.cells, places) {
          fields[place] = cell.isText ? words(cell.plainText(in: unit)) : cell.plainText(in: unit)
        }
        text += record(
          (namesParts ? [words(part)] : [])
            + [words(table.caption), words(row.label), unit?.rawValue ?? ""] + fields)
      }
    }
    return text
  }

  /// A heading, and which one of several alike in its table.
  private struct ColumnName: Equatable {
    let heading: String
    let repetition: Int
  }

  private func names(_ table: ReportTable) -> [ColumnName] {
    var names: [ColumnName] = []
    for heading in (0..<table.columnCount).map(table.heading) {
      let repetition = names.count { $0.heading == heading }
      names.append(ColumnName(heading: heading, repetition: repetition))
    }
    return names
  }

  /// The table that a block holds; a tree becomes one with a level for each node.
  private func table(_ block: Report.Block, of report: Report) -> ReportTable? {
    switch block {
    case .table(let table): table
    case .tree(let nodes):
      ReportTable(
        caption: report.title, columns: ["level", "value", "source"],
        rows: nodes.flatMap { rows($0, level: 0) })
    case .heading, .paragraph, .notes, .file: nil
    }
  }

  private func rows(_ node: TreeNode, level: Int) -> [ReportTable.Row] {
    let cells: [ReportCell] = [.text(String(level)), node.value, .text(node.detail)]
    return [ReportTable.Row(.line, node.label, cells)]
      + node.children.flatMap { rows($0, level: level + 1) }
  }

  /// Text that no spreadsheet takes for a formula.
  func words(_ text: String) -> String {
    let line = SingleLine.text(text)
    guard let first = line.unicodeScalars.first, "=+-@＝＋－＠".unicodeScalars.contains(first) else {
      return line
    }
    return "'" + line
  }

  func record(_ fields: [String]) -> String {
    self.fields(fields) + "\r\n"
  }

  /// The fields of a record, or some of them.
  func fields(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",")
  }

  private func quoted(_ field: String) -> String {
    if field.bytesSatisfy({ !isSpecial($0) }) { return field }
    var text = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in field.unicodeScalars {
      if scalar == "\"" { text.append(scalar) }
      text.append(scalar)
    }
    text.append("\"")
    return String(text)
  }

  private func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: false
    }
  }
}
