import Testing

@testable import FinanceModel

@Suite struct TextTableTests {
  @Test func `figures stand under each other with the unit and the years over them`() throws {
    let gap = table(
      try row("Council tax", "(4.496)", "(4.584)", indent: 1),
      try row("RSG", "16.436", "10.24", indent: 1),
      try row("Total", "11.94", "5.656", kind: .total))
    #expect(
      gap.text() == """
        £m             2017-18  2018-19
        ───────────────────────────────
          Council tax  (4.496)  (4.584)
          RSG          16.436   10.240
                       ───────  ───────
        Total          11.940    5.656
        """)
  }

  @Test func `no place is kept for brackets where a column has none`() throws {
    let gap = table(try row("Staffing", "3.664", "5.282"))
    #expect(
      gap.text() == """
        £m        2017-18  2018-19
        ──────────────────────────
        Staffing    3.664    5.282
        """)
  }

  @Test func `the four cells that are not a figure stay distinct and stand with the digits`() throws
  {
    let gap = table(
      try row("Blank", "", "(1)"), try row("Dash", "-", "1"), try row("Nil", "0", "-"),
      try row("Unknown", "tbc", "tbc"), try row("None", "n/a", "n/a"))
    #expect(
      gap.text() == """
        £m       2017-18  2018-19
        ─────────────────────────
        Blank             (1.000)
        Dash           -   1.000
        Nil        0.000       -
        Unknown      tbc     tbc
        None         n/a     n/a
        """)
  }

  @Test func `a heading is not indented and may run across the figures`() throws {
    let gap = table(
      try row("Roads", "1", "2", indent: 1),
      ReportTable.Row(.heading, "Support the most vulnerable in our society", indent: 1),
      try row("Adults", "3", "4", indent: 1))
    #expect(
      gap.text() == """
        £m        2017-18  2018-19
        ──────────────────────────
          Roads     1.000    2.000

        Support the most vulnerable in our society
          Adults    3.000    4.000
        """)
  }

  @Test func `an amount in another unit than the table's shows its own`() throws {
    let mixed = ReportTable(
      caption: "", unit: .thousands, columns: ["2025/26"],
      rows: [
        ReportTable.Row(.line, "Yield", [try amount("22,620", .thousands, 0)]),
        ReportTable.Row(.line, "Band D", [try amount("1234.56", .pounds, 2)]),
        ReportTable.Row(.line, "Rise", [try amount("-3", .percent, 1)]),
        ReportTable.Row(.line, "Tax base", [try amount("187123.4", .number, 2)]),
        ReportTable.Row(.line, "Gap", [try amount("(4.5)", .millions, 1)]),
      ])
    #expect(
      mixed.text() == """
        £000         2025/26
        ─────────────────────
        Yield         22,620
        Band D     £1,234.56
        Rise           (3.0%)
        Tax base  187,123.40
        Gap           (£4.5m)
        """)
  }

  @Test func `a long note is cut to its column and stands in full below the table`() throws {
    let note = "note + is shortfall; () is income growth"
    let gap = table(
      ReportTable.Row(.line, "First", [.text(note), try amount("(1)")]),
      ReportTable.Row(.line, "Again", [.text(note), try amount("2")]),
      ReportTable.Row(.line, "Other", [.text("short"), .text("as agreed in February")]),
      try row("Figures", "(6.000)", "3"))
    #expect(
      gap.page.rendered(as: .text) == """
        Budget gap, annual
        £m       2017-18  2018-19
        ─────────────────────────
        First    not…[1]  (1.000)
        Again    not…[1]   2.000
        Other     short    as…[2]
        Figures  (6.000)   3.000
        [1] note + is shortfall; () is income growth
        [2] as agreed in February

        """)
  }

  @Test func `a column of words stands to the left and is as wide as its words`() throws {
    let claims = ReportTable(
      caption: "", columns: ["Verdict", "2017-18"],
      rows: [
        ReportTable.Row(.line, "Savings", [.text("exact"), try amount("45.448")]),
        ReportTable.Row(.line, "Digital", [.text("within rounding"), try amount("4.707")]),
      ])
    #expect(
      claims.text()
        == """
                 Verdict           2017-18
        ──────────────────────────────────
        Savings  exact            £45.448m
        Digital  within rounding   £4.707m
        """)
  }

  @Test func `a long heading wraps over its column`() throws {
    let levels = ReportTable(
      caption: "", unit: .millions, columns: ["2016-2017 Approved Financial Plan"],
      rows: [try row("Council tax", "(220.402)")])
    #expect(
      levels.text() == """
                     2016-2017
                     Approved
                     Financial
        £m               Plan
        ──────────────────────
        Council tax  (220.402)
        """)
  }

  @Test func `a table without headings starts with its first row`() throws {
    let bare = ReportTable(
      caption: "", columns: [],
      rows: [ReportTable.Row(.line, "a", [try amount("1", .number, 0)])])
    #expect(bare.text() == "a  1")
  }
}
