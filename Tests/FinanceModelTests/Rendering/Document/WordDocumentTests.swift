import Testing

@testable import FinanceModel

struct WordDocumentTests {
  /// The body of a document, as text.
  private func body(_ blocks: [Report.Block], title: String = "Gap") throws -> String {
    try part("word/document.xml", of: Report(title: title, subtitles: ["Draft"], blocks: blocks))
  }

  private func part(_ name: String, of report: Report) throws -> String {
    let bytes = try ZipArchive(report.wordDocument()).part(name)
    return String(decoding: try #require(bytes), as: UTF8.self)
  }

  private func table(columns count: Int = 2, chart: Chart? = nil) throws -> ReportTable {
    ReportTable(
      caption: "Budget gap", unit: .millions,
      columns: (0..<count).map { "20\($0 + 30)-\($0 + 31)" },
      rows: [
        ReportTable.Row(.heading, "Pressures"),
        try row("Pay", Array(repeating: "1.000", count: count), indent: 1),
        ReportTable.Row(
          .total, "Total", try (0..<count).map { _ in try amount("(6,000.000)") }),
      ], chart: chart)
  }

  private func row(_ label: String, _ figures: [String], indent: Int) throws -> ReportTable.Row {
    ReportTable.Row(.line, label, try figures.map { try amount($0) }, indent: indent)
  }

  @Test func `a report has its title, its headings and its notes in named styles`() throws {
    let body = try body([.heading("Outlook"), .paragraph("It is bad."), .notes(["One.", "Two."])])
    for (style, text) in [
      ("Title", "Gap"), ("Subtitle", "Draft"), ("Heading1", "Outlook"), ("BodyText", "It is bad."),
      ("ListBullet", "Two."),
    ] {
      #expect(
        body.contains(
          "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"))
    }
    #expect(!body.contains("<w:tbl>"))
  }

  @Test func `a table has a caption, a heading row that repeats and rows that do not break`() throws
  {
    let body = try body([.table(try table())])
    #expect(body.contains("<w:pStyle w:val=\"Caption\"/><w:keepNext/>"))
    #expect(body.contains("<w:t>Budget gap</w:t>"))
    #expect(body.contains("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"))
    #expect(body.split(separator: "<w:cantSplit/>").count == 5)
    #expect(body.split(separator: "<w:tblHeader/>").count == 2)
    #expect(body.contains("<w:t>£m</w:t>"))
    #expect(!body.contains("gridSpan") && !body.contains("vMerge"))
  }

  @Test func `figures stand in brackets in a style of their own, and a note says so`() throws {
    let body = try body([.table(try table())])
    #expect(
      body.contains(
        "<w:pStyle w:val=\"TableNegativeFigure\"/><w:keepNext/></w:pPr><w:r><w:rPr>"
          + "<w:rStyle w:val=\"Strong\"/></w:rPr><w:t>(6,000.000)</w:t>"))
    #expect(body.contains("<w:pStyle w:val=\"TableFigure\"/>"))
    #expect(body.contains("Figures are in £m. Figures in brackets are negative."))
  }

  @Test func `a wide table lies on a page that does, and the pages after it stand upright`() throws
  {
    let body = try body([
      .heading("First"), .paragraph("Narrow."), .heading("Second"), .table(try table(columns: 9)),
      .heading("Third"), .table(try table()),
    ])
    let pages = body.split(separator: "<w:sectPr>").dropFirst()
    #expect(pages.map { $0.contains("landscape") } == [false, true, false])
    #expect(body.split(separator: "</w:tbl><w:sectPr>").count == 1)
    #expect(!body.contains("<w:p></w:p>"))
  }

  @Test(arguments: [1, 2, 6, 9, 14, 24, 60])
  func `columns fill the page and none is without room`(count: Int) throws {
    let columns = WordColumns(try table(columns: count))
    let page = WordPage(isWide: columns.isWide)
    let widths = columns.widths(on: page)
    #expect(widths.count == count + 1)
    #expect(widths.reduce(0, +) == page.room || count == 60)
    #expect(widths.reduce(0, +) <= page.room)
    #expect(widths.allSatisfy { $0 > 0 })
  }

  @Test func `a chart is drawn by Word, with words for those who cannot see it`() throws {
    let chart = try sampleChart(
      .years(["2030-31"], [.bars([try Money("1", in: .millions)])]), title: "A <gap>")
    let report = Report(title: "Gap", blocks: [.table(try table(chart: chart))])
    let body = try part("word/document.xml", of: report)
    #expect(body.contains("descr=\"In words.\" title=\"A &lt;gap&gt;\""))
    #expect(
      body.contains("<w:pStyle w:val=\"ChartDescription\"/></w:pPr><w:r><w:t>In words.</w:t>"))
    let ties = try part("word/_rels/document.xml.rels", of: report)
    #expect(ties.contains("Target=\"charts/chart1.xml\""))
    let chartTies = try part("word/charts/_rels/chart1.xml.rels", of: report)
    #expect(chartTies.contains("Target=\"../embeddings/chart1.xlsx\""))
    #expect(try ZipArchive(report.wordDocument()).holds("word/embeddings/chart1.xlsx"))
  }

  @Test func `a tree is a list in steps and a file keeps its lines`() throws {
    let child = TreeNode("Levy", value: try amount("(4.322)"), detail: "plan.yaml:3")
    let body = try body([
      .tree([TreeNode("Gap", value: try amount("1.000"), children: [child])]),
      .file("plan: a\n  b: c\n"),
    ])
    #expect(body.contains("<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr>"))
    #expect(body.contains("<w:rStyle w:val=\"Strong\"/></w:rPr><w:t>(£4.322m)</w:t>"))
    #expect(body.contains("<w:r><w:t>plan: a</w:t></w:r>"))
    #expect(body.contains("<w:r><w:br/><w:t xml:space=\"preserve\">  b: c</w:t></w:r>"))
  }

  @Test(arguments: [
    ("<w:t>&", "&lt;w:t&gt;&amp;"), ("a\u{1B}[31m", "a\u{FFFD}[31m"), ("{ PAGE }", "{ PAGE }"),
    ("\u{202E}gap", "\u{FFFD}gap"), ("\u{FFFE}", "\u{FFFD}"),
  ])
  func `a hostile label is a text and nothing else`(label: String, shown: String) throws {
    var table = try table()
    table.caption = label
    table.rows[0].label = label
    let body = try body([.table(table), .notes([label])], title: label)
    #expect(body.split(separator: "<w:t>\(shown)</w:t>").count == 5)
    var reader = XMLReader(Array(body.utf8))
    while try reader.next() != nil {}
  }

  @Test func `words from right to left are a run of their own`() throws {
    let body = try body([.paragraph("Pay שכר (1.000)")])
    #expect(body.contains("<w:t xml:space=\"preserve\">Pay </w:t>"))
    #expect(body.contains("<w:rPr><w:rtl/></w:rPr><w:t>שכר</w:t>"))
  }

  @Test func `a report with nothing in it is a document with a name`() throws {
    let report = Report(title: "")
    #expect(try part("docProps/core.xml", of: report).contains("<dc:title>Report</dc:title>"))
    #expect(try part("word/document.xml", of: report).contains("<w:t>Report</w:t>"))
    #expect(report.wordDocument() == report.wordDocument())
  }

  @Test func `every style that a document names is there`() throws {
    let report = Report(
      title: "Gap",
      blocks: [
        .heading("A"), .notes(["B"]), .file("c"), .table(try table()),
        .table(try table(columns: 14)), .table(try table(columns: 30)),
      ])
    let styles = try part("word/styles.xml", of: report)
    let body = try part("word/document.xml", of: report)
    let names = body.matches(of: /w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"/)
      .map { String($0.output.1) }
    #expect(names.count > 100)
    for name in Set(names) { #expect(styles.contains("w:styleId=\"\(name)\"")) }
  }
}
