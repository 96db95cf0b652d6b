/// Writes a report as GitHub's Markdown.
///
/// Totals are bold and headings within a table italic. Nothing in a label becomes markup.
struct MarkdownRenderer {
  func text(_ report: Report) -> String {
    var blocks = report.title.isEmpty ? [] : ["# " + MarkdownText.inline(report.title)]
    blocks += report.subtitles.map(MarkdownText.paragraph)
    blocks += report.blocks.map(text)
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func text(_ block: Report.Block) -> String {
    switch block {
    case .heading(let text): "## " + MarkdownText.inline(text)
    case .paragraph(let text): MarkdownText.paragraph(text)
    case .notes(let notes):
      notes.map { "- " + MarkdownText.paragraph($0) }.joined(separator: "\n")
    case .table(let table): text(table)
    case .tree(let nodes): nodes.flatMap { lines($0, depth: 0) }.joined(separator: "\n")
    case .file(let text): (["```yaml"] + Printable.lines(text) + ["```"]).joined(separator: "\n")
    }
  }

  private func text(_ table: ReportTable) -> String {
    let columns = 0..<table.columnCount
    let headings = columns.map { MarkdownText.inline(table.heading($0)) }
    let marks = columns.map { table.holdsWords($0) ? "---" : "---:" }
    var lines = table.caption.isEmpty ? [] : [bold(MarkdownText.inline(table.caption)), ""]
    lines.append(row([MarkdownText.inline(table.stubHeading)] + headings))
    lines.append(row(["---"] + marks))
    for tableRow in table.rows {
      let cells = columns.map { column in
        column < tableRow.cells.count
          ? MarkdownText.inline(table.text(tableRow.cells[column])) : ""
      }
      lines.append(row(emphasised([MarkdownText.inline(tableRow.label)] + cells, tableRow.kind)))
    }
    return lines.joined(separator: "\n")
  }

  private func emphasised(_ cells: [String], _ kind: ReportTable.Row.Kind) -> [String] {
    switch kind {
    case .heading: cells.map { $0.isEmpty ? "" : "*\($0)*" }
    case .total: cells.map(bold)
    case .line, .figure: cells
    }
  }

  private func bold(_ text: String) -> String {
    text.isEmpty ? "" : "**\(text)**"
  }

  private func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  /// A node and all below it as a nested list.
  private func lines(_ node: TreeNode, depth: Int) -> [String] {
    let value = MarkdownText.inline(node.value.text(in: nil))
    let detail = MarkdownText.inline(node.detail)
    let line =
      MarkdownText.paragraph(node.label) + (value.isEmpty ? "" : ": \(value)")
      + (detail.isEmpty ? "" : " (\(detail))")
    return [String(repeating: "  ", count: depth) + "- " + line]
      + node.children.flatMap { lines($0, depth: depth + 1) }
  }
}

extension ReportTable {
  /// Whether a column has words and no amounts.
  func holdsWords(_ column: Int) -> Bool {
    let cells = rows.compactMap { $0.cells.indices.contains(column) ? $0.cells[column] : nil }
    return cells.contains(where: \.isText) && !cells.contains { $0.isAmount }
  }
}
