import Testing

@testable import FinanceModel

@Suite struct HTMLRendererTests {
  /// What stands between two marks of a page.
  private func part(_ page: String, _ start: String, _ end: String) -> String {
    let rest = page.split(separator: start, maxSplits: 1, omittingEmptySubsequences: false).last
    return String(rest?.split(separator: end, maxSplits: 1).first ?? "")
  }

  private func body(_ blocks: Report.Block...) -> String {
    let page = Report(title: "Budget gap", blocks: blocks).rendered(as: .html)
    return part(page, "<main id=\"content\" tabindex=\"-1\">\n", "\n</main>")
  }

  @Test func `a table has a caption and a scoped heading for every row and column`() throws {
    let table = table(
      ReportTable.Row(.heading, "Growth"), try row("Staffing", "(1,000)", "tbc", indent: 1),
      try row("Total", "-1000", "", kind: .total), try row("Levy", "1", "2", kind: .figure))
    #expect(
      body(.table(table)) == """
        <div class="scroll whole" role="group" aria-labelledby="table-1" tabindex="0">
        <table>
        <caption id="table-1"><span>Budget gap, annual</span></caption>
        <thead>
        <tr><th scope="col">£m</th><th scope="col" class="n">2017-18</th><th scope="col" class="n">2018-19</th></tr>
        </thead>
        <tbody>
        <tr class="heading"><th scope="rowgroup">Growth</th><td></td><td></td></tr>
        <tr><th scope="row" class="in1">Staffing</th><td class="n neg">(1,000.000)</td><td class="n">tbc</td></tr>
        <tr class="total"><th scope="row">Total</th><td class="n neg">(1,000.000)</td><td class="n"></td></tr>
        </tbody>
        <tbody>
        <tr class="figure"><th scope="row">Levy</th><td class="n">1.000</td><td class="n">2.000</td></tr>
        </tbody>
        </table>
        </div>
        """)
  }

  @Test func `a page has one first heading, a skip link, and a title of its own`() {
    let page = Report(
      title: "Council: Plan", subtitles: ["Scenario: Low"], blocks: [.heading("A"), .heading("B")]
    ).rendered(as: .html)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">\n"))
    #expect(page.contains("<title>Council: Plan – Scenario: Low</title>"))
    #expect(page.contains("<h1>Council: Plan</h1>\n<p class=\"subtitle\">Scenario: Low</p>"))
    #expect(page.contains("<body>\n<a class=\"skip\" href=\"#content\">"))
    #expect(page.contains("<h2>A</h2>\n<h2>B</h2>"))
    #expect(Report(title: "").rendered(as: .html).contains("<h1>Report</h1>"))
  }

  @Test func `a page loads nothing and runs nothing`() throws {
    let page = table(try row("a", "1", "2")).page.rendered(as: .html)
    #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline';"))
    for word in ["<script", "src=", "http:", "https:", "@import", "url("] {
      #expect(!page.contains(word), "\(word)")
    }
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    (#""'><b>"#, "&quot;&#39;&gt;&lt;b&gt;"), ("R&D &amp;", "R&amp;D &amp;amp;"),
    ("two\nlines", "two lines"), ("\u{202E}evil", "\u{FFFD}evil"), ("\u{1B}[31m", "\u{FFFD}[31m"),
    (String(Unicode.Scalar(0xFDD0 as UInt16) ?? "-"), "\u{FFFD}"), ("👍🏽 é 家族", "👍🏽 é 家族"),
    ("</title></style>", "&lt;/title&gt;&lt;/style&gt;"),
  ])
  func `nothing in a label becomes markup, wherever it stands`(label: String, shown: String) throws
  {
    let table = ReportTable(
      caption: label, stub: label, columns: [label],
      rows: [ReportTable.Row(.line, label, [.text(label)])])
    let tree = [TreeNode(label, value: .text(label), detail: label)]
    let page = Report(
      title: label, subtitles: [label],
      blocks: [
        .heading(label), .paragraph(label), .notes([label]), .table(table), .tree(tree),
        .file(label),
      ]
    ).rendered(as: .html)
    // Title, twice in the head; subtitle; heading, paragraph, note; four in the table, three in the tree.
    #expect(page.components(of: shown) >= 13)
    // The file keeps its lines.
    #expect(shown == label || label.contains("\n") || !page.contains(label))
  }

  @Test(arguments: [
    ("אבג: 1 point", "<bdi>אבג</bdi>: 1 point"), ("a אב, גד (1)", "a <bdi>אב, גד</bdi> (1)"),
    ("العربية", "<bdi>العربية</bdi>"), ("plain", "plain"), ("א<b>א", "<bdi>א&lt;b&gt;א</bdi>"),
  ])
  func `words from right to left do not move the figures beside them`(text: String, shown: String) {
    #expect(body(.paragraph(text)) == "<p>\(shown)</p>")
  }

  @Test func `brackets are explained where there are some`() throws {
    let key = "Figures in brackets are negative."
    #expect(table(try row("a", "(1)", "2")).page.rendered(as: .html).contains(key))
    #expect(!table(try row("a", "0", "2")).page.rendered(as: .html).contains(key))
  }

  @Test func `paper lies on its side for a table that is too wide for it upright`() throws {
    let years = ReportTable.Row(.line, "a", try (0..<12).map { _ in try amount("(100.000)") })
    let wide = ReportTable(caption: "w", columns: (0..<12).map(String.init), rows: [years])
    #expect(wide.page.rendered(as: .html).contains("@page { size: A4 landscape;"))
    #expect(table(try row("a", "1", "2")).page.rendered(as: .html).contains("@page { size: A4; "))
  }

  @Test func `a tree is a nested list and a file is kept line by line`() throws {
    let tree = Report.Block.tree([
      TreeNode(
        "required", value: try amount("(1)"), detail: "plan.yaml:6",
        children: [TreeNode("a", value: try amount("3%", .percent, 1))])
    ])
    #expect(
      body(tree, .file("a: 1\n  b: <2>\n")) == """
        <ul>
        <li>required: <b>(£1.000m)</b> <span class="detail">plan.yaml:6</span>
        <ul>
        <li>a: <b>3.0%</b></li>
        </ul></li>
        </ul>
        <pre role="group" aria-label="Text of the file" tabindex="0">a: 1
          b: &lt;2&gt;</pre>
        """)
  }

  @Test func `a chart stands above its table, with what it shows in words below it`() throws {
    var table = table(try row("a", "1", "2"))
    table.chart = try sampleChart(.years(["2017-18"], [.bars([Money("1", in: .millions)])]))
    let page = body(.table(table), .table(table))
    #expect(page.components(of: "<figcaption>In words.</figcaption>\n</figure>\n<div class=") == 2)
    #expect(page.contains("aria-labelledby=\"chart-1-title chart-1-words\""))
    #expect(page.contains("aria-labelledby=\"chart-2-title chart-2-words\""))
    for other in [ReportFormat.text, .markdown, .csv] {
      #expect(!Report(title: "", blocks: [.table(table)]).rendered(as: other).contains("words"))
    }
  }
}

extension String {
  /// How often a text stands in it.
  func components(of text: String) -> Int {
    split(separator: text, omittingEmptySubsequences: false).count - 1
  }
}
