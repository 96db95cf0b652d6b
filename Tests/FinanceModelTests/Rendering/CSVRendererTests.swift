import Testing

@testable import FinanceModel

@Suite struct CSVRendererTests {
  @Test func `figures are plain, and every record names its table and unit`() throws {
    let gap = table(
      ReportTable.Row(.heading, "Growth"), try row("Staffing", "(4,496.1)", "0", indent: 1),
      try row("Grant", "-", "", indent: 1), try row("Total", "tbc", "n/a", kind: .total),
      ReportTable.Row(.line, "Band D", [.none, try amount("1,234.56", .pounds, 2)]))
    #expect(
      gap.page.rendered(as: .csv).split(separator: "\r\n") == [
        "table,row,unit,2017-18,2018-19",
        "\"Budget gap, annual\",Growth,£m,,",
        "\"Budget gap, annual\",Staffing,£m,-4496.100,0.000",
        "\"Budget gap, annual\",Grant,£m,-,",
        "\"Budget gap, annual\",Total,£m,tbc,n/a",
        "\"Budget gap, annual\",Band D,£,,1234.56",
      ])
  }

  @Test func `tables with other columns share one heading`() throws {
    let first = ReportTable(
      caption: "A", unit: .millions, columns: ["2017-18", "Total"], rows: [try row("x", "1", "2")])
    let second = ReportTable(
      caption: "B", unit: .millions, columns: ["Total", "Total", "Note"],
      rows: [ReportTable.Row(.line, "y", [try amount("3"), try amount("4"), .text("so")])])
    let report = Report(title: "T", blocks: [.table(first), .heading("h"), .table(second)])
    #expect(
      report.rendered(as: .csv) == """
        table,row,unit,2017-18,Total,Total,Note\r
        A,x,£m,1.000,2.000,,\r
        B,y,£m,,3.000,4.000,so\r

        """)
    #expect(
      CSVRenderer(namesParts: true).text(report) == """
        part,table,row,unit,2017-18,Total,Total,Note\r
        ,A,x,£m,1.000,2.000,,\r
        h,B,y,£m,,3.000,4.000,so\r

        """)
  }

  @Test func `a figure in another unit than the rest of its row says so`() throws {
    let mixed = ReportTable(
      caption: "A", unit: .millions, columns: ["2017-18", "Share"],
      rows: [
        ReportTable.Row(.line, "x", [try amount("-1"), try amount("(12.5)", .percent, 1)])
      ])
    #expect(mixed.page.rendered(as: .csv).hasSuffix("A,x,£m,-1.000,-12.5%\r\n"))
  }

  @Test(arguments: [
    ("=SUM(A1)", "'=SUM(A1)"), ("+44", "'+44"), ("-cmd", "'-cmd"), ("@x", "'@x"),
    ("\t=1", "'=1"), ("\r=1", "'=1"), (" =1", "'=1"), ("=\u{301}1", "'=\u{301}1"), ("＝1", "'＝1"),
    ("a=1", "a=1"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""),
    ("\"\u{301}", "\"\"\"\u{301}\""), ("=\"x\"", "\"'=\"\"x\"\"\""), ("two\nlines", "two lines"),
    ("\u{1B}[31m", "\u{FFFD}[31m"),
  ])
  func `a label is never run by a spreadsheet`(label: String, field: String) throws {
    let csv = table(ReportTable.Row(.line, label, [.text(label)])).page.rendered(as: .csv)
    #expect(csv.hasSuffix("\r\n\"Budget gap, annual\",\(field),£m,\(field),\r\n"))
  }

  @Test func `a tree has a record for each node with its level`() throws {
    let tree = Report.Block.tree([
      TreeNode(
        "required", value: try amount("(1)"), detail: "plan.yaml:6",
        children: [TreeNode("levy", value: try amount("3%", .percent, 1))])
    ])
    #expect(
      Report(title: "Required, 2018-19", blocks: [tree]).rendered(as: .csv) == """
        table,row,unit,level,value,source\r
        "Required, 2018-19",required,£m,0,-1.000,plan.yaml:6\r
        "Required, 2018-19",levy,%,1,3.0,\r

        """)
  }
}
