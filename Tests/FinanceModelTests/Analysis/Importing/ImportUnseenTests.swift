import Testing

@testable import FinanceModel

/// Tables that an import once read wrongly without a word.
@Suite struct ImportUnseenTests {
  @Test func `a balance of reserves below the gap is no cost and no part of the gap`() throws {
    let imported = try ImportSample.imported(
      """
      Budget gap analysis (£000),2026/27,2027/28,2028/29
      Demand,6201,3183,5907
      Inflation,1973,2936,1963
      Total pressures,8174,6119,7870
      Council tax,(1169),(3084),(968)
      Grants,(198),415,352
      Total funding,(1367),(2669),(616)
      Gap,6807,3450,7254
      Unallocated reserves,8228,8228,8228
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported, .remaining) == ["6807", "3450", "7254"])
    #expect(ImportSample.roles(imported)["Unallocated reserves"] == .memorandum)
    #expect(
      imported.questions.contains { $0.text.contains("'Unallocated reserves' belong to the gap") })
  }

  @Test func `a reserve that is brought forward is no budget to start from`() throws {
    let imported = try ImportSample.imported(
      """
      General Fund forecast £000,2025/26,2026/27,2027/28
      Net cost of services,14210,14855,15390
      Financing and investment,1120,1205,1310
      Net budget requirement,15330,16060,16700
      Council tax,(9105),(9461),(9830)
      Government grants,(5770),(5704),(5790)
      Total funding,(14875),(15165),(15620)
      Budget gap,455,895,1080
      Reserves,,,
      Opening balance,4800,4345,3450
      Contribution to / (use of) reserves,(455),(895),(1080)
      Closing balance,4345,3450,2370
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported, .remaining, .cumulative) == ["455", "895", "1080"])
    #expect(!imported.text.contains("Budget to start from"))
    #expect(!imported.text.contains("recurring"))
  }

  @Test(arguments: [
    "Savings to be identified", "Savings yet to be identified", "Unidentified savings",
  ])
  func `savings that nobody has found are the gap, and those found are savings`(title: String)
    throws
  {
    let imported = try ImportSample.imported(
      """
      £000,2026/27,2027/28,2028/29
      Pressures,,,
      Pay and prices,2310,2205,2190
      Demand,1105,960,880
      Total pressures,3415,3165,3070
      Resources,,,
      Government grant,(900),(310),(320)
      Council tax,(1180),(1225),(1270)
      Total resources,(2080),(1535),(1590)
      Budget gap,1335,1630,1480
      Savings identified,(860),(420),(150)
      \(title),475,1210,1330
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported) == ["1335", "1630", "1480"])
    #expect(try ImportSample.gap(imported, .remaining) == ["475", "1210", "1330"])
    #expect(ImportSample.roles(imported)["Savings identified"] == .saving)
  }

  @Test func `headings without totals are sections of their own`() throws {
    let imported = try ImportSample.imported(
      """
      Budget gap analysis (£000),2026/27,2027/28,2028/29
      Expenditure pressures,,,
      Pay,2500,2600,2700
      Prices,1800,1700,1650
      Funding,,,
      Council tax,-3300,-3450,-3600
      Grant,-900,200,0
      Savings,,,
      Fewer offices,-200,-100,0
      Digital,-150,-300,-400
      Budget gap,-250,650,350
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported) == ["100", "1050", "750"])
    let roles = ImportSample.roles(imported)
    #expect(roles["Grant"] == .funding && roles["Digital"] == .saving && roles["Pay"] == .pressure)
  }

  @Test func `a line that speaks of funding under another heading is asked about`() throws {
    let imported = try ImportSample.imported(
      """
      £m,2026/27,2027/28
      Pressures,,
      Pay,4.1,4.0
      Loss of council tax support grant,1.2,0.4
      Total pressures,5.3,4.4
      Savings,,
      Fewer offices,(0.4),(0.3)
      Council tax rise,(1.4),(1.5)
      Total savings,(1.8),(1.8)
      Budget gap,3.5,2.6
      """)
    ImportSample.expectExact(imported)
    #expect(imported.questions.contains { $0.text.contains("'Council tax rise'") })
  }

  @Test func `a second unit further down is asked about and never read as the first`() throws {
    let imported = try ImportSample.imported(
      """
      Table A: budget gap £m,2026/27,2027/28,2028/29
      Pay pressures,2.5,2.6,2.7
      Demand,4.1,3.9,3.8
      Council tax,-3.3,-3.4,-3.5
      Budget gap,3.3,3.1,3.0
      ,,,
      Table B: savings £000,2026/27,2027/28,2028/29
      Estates,-200,-100,-50
      Digital,-150,-300,-400
      Total savings,-350,-400,-450
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported, .remaining) == ["3.3", "3.1", "3.0"])
    let estates = try #require(imported.rows.first { $0.title == "Estates" })
    #expect(estates.unit == .thousands && estates.role == .memorandum)
    #expect(imported.questions.contains { $0.text.hasPrefix("Does another table begin here?") })
  }

  @Test func `a unit in the title of a row, or beside it, is that of the row`() throws {
    let titled = try ImportSample.imported(
      """
      Budget summary (£000),2026/27,2027/28
      Net spending,210400,221900
      Grants (£m),100.8,102.2
      """)
    #expect(titled.rows[1].unit == .millions)
    #expect(titled.questions.contains { $0.text.contains("'Grants (£m)' in £m") })
    let beside = try ImportSample.imported(
      "Savings,Unit,2026/27,2027/28\nEstates,£000,-200,-100\nDigital,£m,-1.5,-3.0\nStaff,FTE,-12,-20\n"
    )
    #expect(beside.rows.map(\.unit) == [.thousands, .millions, .number])
  }

  @Test func `a base budget with its changes has the gap of the years after one that balances`()
    throws
  {
    let imported = try ImportSample.imported(
      """
      Medium Term Forecast £m,2025/26,2026/27,2027/28,2028/29
      Base budget,212.4,222.9,233.1,243.0
      Pay and price inflation,8.1,7.9,7.7,7.5
      Demographic growth,5.2,4.4,3.9,3.7
      Other changes and savings,(2.8),(2.1),(1.7),(0.6)
      Net budget,222.9,233.1,243.0,253.6
      Available funding,(222.9),(228.4),(233.3),(239.0)
      Cumulative gap,0.0,4.7,9.7,14.6
      """)
    ImportSample.expectExact(imported)
    #expect(imported.plan.years.history.isEmpty)
    #expect(
      try ImportSample.gap(imported, .remaining, .cumulative) == ["0.0", "4.7", "9.7", "14.6"])
  }

  @Test func `a part of the row above is not added to it`() throws {
    let imported = try ImportSample.imported(
      """
      £m,2025/26,2026/27
      Employee costs,246.1,254.7
        of which teachers,131.9,136.2
      Loan charges,22.3,23.6
      Total expenditure,268.4,278.3
      Council Tax,188.4,192.8
      Funding gap,80.0,85.5
      """)
    ImportSample.expectExact(imported)
    #expect(imported.rows[1].role == .memorandum)
    #expect(try ImportSample.gap(imported, .remaining, .cumulative) == ["80.0", "85.5"])
  }

  @Test func `a gap that is called cumulative is made of whole amounts`() throws {
    let imported = try ImportSample.imported(
      """
      £m,2026-27,2027-28,2028-29
      Pay inflation,21.4,41.9,62.1
      Care pressures,14.2,19.3,23.1
      Approved savings,-14.6,-20.1,-22.9
      Remaining spending gap (cumulative),21.0,41.1,62.3
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported, .remaining, .cumulative) == ["21.0", "41.1", "62.3"])
  }

  @Test func `sections named in their first row alone are those of the rows below, which is asked`()
    throws
  {
    let imported = try ImportSample.imported(
      """
      Directorate,Description,2026/27,2027/28
      Adults,Pay,1453,2169
      ,Inflation,856,2071
      ,Sub-total,2309,4240
      Children,Pay,1664,1855
      ,Inflation,2348,1815
      ,Sub-total,4012,3670
      Budget gap,,6321,7910
      """)
    ImportSample.expectExact(imported)
    #expect(imported.rows.prefix(2).map(\.section) == ["Adults", "Adults"])
    #expect(imported.questions.contains { $0.text.contains("below 'Adults' without a name") })
  }

  @Test(arguments: [0, 1, 2, 3, 4])
  func `a misprint in a running sum is found in its year alone`(year: Int) throws {
    var running = ["18.1", "42.1", "66.0", "88.5", "109.5"]
    let lines = """
      £m,2026/27,2027/28,2028/29,2029/30,2030/31
      Pay pressures,30.8,27.1,26.3,23.9,21.0
      Savings,(12.7),(3.1),(2.4),(1.4),0.0
      Gap,18.1,24.0,23.9,22.5,21.0
      Cumulative gap,
      """
    ImportSample.expectExact(
      try ImportSample.imported(lines + running.joined(separator: ",") + "\n"))
    running[year] = "48.7"
    let imported = try ImportSample.imported(lines + running.joined(separator: ",") + "\n")
    #expect(imported.reconciliation.count(.wrong) == 1)
    let wrong = imported.reconciliation.cells.filter { $0.verdict == .wrong }
    #expect(wrong.map(\.column) == [.position(year)])
  }

  // MARK: Total columns

  private func withTotals(_ gap: String) throws -> TableImport {
    try ImportSample.imported(
      """
      Small plan £m,2026/27,2027/28,2028/29,Total
      Pay pressures,3.125,2.760,2.815,8.700
      Council tax,(1.204),(1.511),(1.836),(4.551)
      Budget gap,1.921,1.249,0.979,\(gap)
      """)
  }

  @Test(arguments: ["-", "0.979", "4.194"])
  func
    `a total that is not the sum of its years is wrong, also where it is another figure or a dash`(
      total: String
    ) throws
  {
    ImportSample.expectExact(try withTotals("4.149"))
    let imported = try withTotals(total)
    #expect(imported.reconciliation.count(.wrong) == 1)
    let typed = imported.text.split(separator: "\n").filter { !$0.contains("#") }
    #expect(!typed.contains { $0.contains("in-total") })
  }

  @Test func `a total that is left out is asked about`() throws {
    let imported = try withTotals("")
    #expect(
      imported.questions.contains { $0.text.contains("'Budget gap' without a total on purpose") })
  }

  @Test func `a first year outside the total is the base year, and what it added is only shown`()
    throws
  {
    let imported = try ImportSample.imported(
      """
      Small plan £m,2025/26,2026/27,2027/28,Total
      Pay pressures,3.940,3.125,2.760,5.885
      Use of reserves,(2.100),(1.500),1.500,-
      Council tax,(1.912),(1.204),(1.511),(2.715)
      Budget gap,(0.072),0.421,2.749,3.170
      """)
    ImportSample.expectExact(imported)
    #expect(imported.plan.years.base?.description == "2025-26")
    #expect(imported.text.contains("base: (2.100), base-memo: yes"))
    #expect(
      imported.questions.contains { $0.text.hasPrefix("Is 2025-26 the year before the plan?") })
    #expect(imported.questions.contains { $0.text.hasPrefix("Are the figures of 2025-26 what") })
  }
}
