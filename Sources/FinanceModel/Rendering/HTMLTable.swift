/// Writes one table as HTML: a caption, and a scoped heading for every row and column.
///
/// No cell is merged and none only makes space, so that a screen reader can name every figure.
struct HTMLTable {
  let table: ReportTable
  /// The name of its caption, by which the region that scrolls is called.
  let id: String
  /// What a table without a caption is called.
  let fallback: String

  var markup: String {
    let caption = MarkupText.isolated(table.caption.isEmpty ? fallback : table.caption)
    let isWhole = table.rows.count <= HTMLTable.mostWhole
    let width = table.printedWidth
    let size = width > HTMLTable.dense ? " denser" : width > HTMLTable.landscape ? " dense" : ""
    let style = "scroll" + (isWhole ? " whole" : "") + size
    let lines =
      [
        "<div class=\"\(style)\" role=\"group\" aria-labelledby=\"\(id)\" tabindex=\"0\">",
        "<table>", "<caption id=\"\(id)\"><span>\(caption)</span></caption>", "<thead>",
        "<tr>" + head + "</tr>", "</thead>",
      ] + groups.flatMap { ["<tbody>"] + $0.map(row) + ["</tbody>"] } + ["</table>", "</div>"]
    return lines.joined(separator: "\n")
  }

  /// The most rows of a table that is kept on one sheet of paper.
  private static let mostWhole = 20
  /// The widest table, in letters, for an A4 page that stands upright.
  static let upright = 88
  /// The widest for one that lies on its side, and the widest there in small type.
  private static let landscape = 132
  private static let dense = 170

  private var columns: Range<Int> { 0..<table.columnCount }

  private var head: String {
    heading(table.stubHeading, "col")
      + columns.map { column in
        let text = table.heading(column)
        // A year never breaks at its hyphen.
        let figures = text.contains(" ") ? "n long" : "n"
        return heading(text, "col", table.holdsWords(column) ? "" : figures)
      }.joined()
  }

  /// A heading cell; a plain cell where there is nothing to head it with.
  private func heading(_ text: String, _ scope: String, _ style: String = "") -> String {
    let style = style.isEmpty ? "" : " class=\"\(style)\""
    return text.isEmpty
      ? "<td></td>" : "<th scope=\"\(scope)\"\(style)>\(MarkupText.isolated(text))</th>"
  }

  /// The rows under each heading, and those that a total closes off.
  private var groups: [[ReportTable.Row]] {
    var groups: [[ReportTable.Row]] = []
    for row in table.rows {
      let last = groups.last?.last
      let opens = row.kind == .heading || (last?.kind == .total && row.kind != .total)
      if groups.isEmpty || opens {
        groups.append([row])
      } else {
        groups[groups.count - 1].append(row)
      }
    }
    return groups
  }

  private func row(_ row: ReportTable.Row) -> String {
    let isHeading = row.kind == .heading
    let steps = isHeading ? 0 : min(row.indent, HTMLTable.mostSteps)
    let style = steps > 0 ? "in\(steps)" : ""
    let label = heading(row.label, isHeading ? "rowgroup" : "row", style)
    let cells = columns.map { column in
      column < row.cells.count ? cell(row.cells[column]) : "<td></td>"
    }
    let kind = row.kind == .line ? "" : " class=\"\(row.kind.rawValue)\""
    return "<tr\(kind)>\(label)\(cells.joined())</tr>"
  }

  /// The deepest indentation that the style knows.
  static let mostSteps = 4

  private func cell(_ cell: ReportCell) -> String {
    let text = MarkupText.escaped(table.text(cell))
    switch cell {
    case .none: return "<td></td>"
    case .text(let words): return "<td>\(MarkupText.isolated(words))</td>"
    case .amount(_, _, _):
      // A minus is read out as it stands.
      return "<td class=\"\(table.isBracketed(cell) ? "n neg" : "n")\">\(text)</td>"
    }
  }
}

extension ReportTable {
  /// The letters of the narrowest line that its widest row can have on paper.
  ///
  /// Labels and texts wrap, figures do not; three letters are the space between two columns.
  var printedWidth: Int {
    let texts = rows.map { row in row.cells.map(text) }
    let widths = TextColumns(self, texts: texts, width: nil)
    return widths.columns.reduce(min(widths.label, 24)) { sum, column in
      sum + 3 + (column.isFigures ? column.width : min(column.width, 16))
    }
  }
}

extension ReportCell {
  /// Whether it prints in brackets.
  var isNegative: Bool {
    isAmount && text(in: unit).hasPrefix("(")
  }
}
