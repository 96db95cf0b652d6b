/// Writes a report as one HTML page that stands alone: no network, no script, nothing beside it.
///
/// It meets WCAG 2.2 AA: real tables, headings in order, a skip link, regions that scroll by
/// keyboard, and nothing told by colour alone. Nothing in a label becomes markup.
struct HTMLRenderer {
  func text(_ report: Report) -> String {
    let body = HTMLBody(report)
    return """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(HTMLRenderer.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title(report))</title>
      <style>
      \(HTMLStyle.page(isWide: report.isWide))
      </style>
      </head>
      <body>
      <a class="skip" href="#content">Skip to the content</a>
      <header>
      \(header(report).joined(separator: "\n"))
      </header>
      <main id="content" tabindex="-1">
      \(body.blocks.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  /// Nothing is loaded, nothing is run, nothing is sent.
  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

  /// What names a page without a title.
  private static let untitled = "Report"

  private func title(_ report: Report) -> String {
    let parts = ([report.title] + report.subtitles.prefix(1)).map(SingleLine.text)
    let title = parts.filter { !$0.isEmpty }.joined(separator: " – ")
    return MarkupText.escaped(title.isEmpty ? HTMLRenderer.untitled : title)
  }

  private func header(_ report: Report) -> [String] {
    let title = MarkupText.isolated(report.title)
    var lines = ["<h1>\(title.isEmpty ? HTMLRenderer.untitled : title)</h1>"]
    lines += report.subtitles.map { "<p class=\"subtitle\">\(MarkupText.isolated($0))</p>" }
    if report.hasBrackets {
      lines.append("<p class=\"key\">Figures in brackets are negative.</p>")
    }
    return lines
  }
}

/// Writes the blocks of a report, each with a name that no other has.
private struct HTMLBody {
  private(set) var blocks: [String] = []
  private var tables = 0

  init(_ report: Report) {
    for block in report.blocks { add(block, of: report) }
  }

  private mutating func add(_ block: Report.Block, of report: Report) {
    switch block {
    case .heading(let text): blocks.append("<h2>\(MarkupText.isolated(text))</h2>")
    case .paragraph(let text): blocks.append("<p>\(MarkupText.isolated(text))</p>")
    case .notes(let notes):
      let items = notes.map { "<li>\(MarkupText.isolated($0))</li>" }
      blocks.append((["<ul>"] + items + ["</ul>"]).joined(separator: "\n"))
    case .table(let table):
      tables += 1
      if let chart = table.chart { blocks.append(figure(chart)) }
      let fallback = report.title.isEmpty ? "Table \(tables)" : report.title
      blocks.append(HTMLTable(table: table, id: "table-\(tables)", fallback: fallback).markup)
    case .tree(let nodes): blocks.append(list(nodes))
    case .file(let text):
      let lines = Printable.lines(text).map(MarkupText.escaped).joined(separator: "\n")
      blocks.append(
        "<pre role=\"group\" aria-label=\"Text of the file\" tabindex=\"0\">\(lines)</pre>")
    }
  }

  /// The picture, what it shows in words, and below both the table that it is part of.
  private func figure(_ chart: Chart) -> String {
    let id = "chart-\(tables)"
    return """
      <figure>
      <div class="scroll" role="group" aria-label="\(MarkupText.inline(chart.title))" tabindex="0">
      \(SVGRenderer(id: id, standsAlone: false).text(chart))</div>
      <figcaption>\(MarkupText.isolated(chart.words))</figcaption>
      </figure>
      """
  }

  private func list(_ nodes: [TreeNode]) -> String {
    let items = nodes.map { node in
      let value = MarkupText.escaped(node.value.text(in: nil))
      let detail = MarkupText.isolated(node.detail)
      return "<li>\(MarkupText.isolated(node.label))"
        + (value.isEmpty ? "" : ": <b>\(value)</b>")
        + (detail.isEmpty ? "" : " <span class=\"detail\">\(detail)</span>")
        + (node.children.isEmpty ? "" : "\n" + list(node.children)) + "</li>"
    }
    return (["<ul>"] + items + ["</ul>"]).joined(separator: "\n")
  }
}

extension Report {
  /// Whether some table needs the page to lie on its side when it is printed.
  fileprivate var isWide: Bool {
    tables.contains { $0.printedWidth > HTMLTable.upright }
  }

  fileprivate var hasBrackets: Bool { tables.contains(where: \.hasBrackets) }

  private var tables: [ReportTable] {
    blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }
}
