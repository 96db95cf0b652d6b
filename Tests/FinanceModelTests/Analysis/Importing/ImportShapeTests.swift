import Testing

@testable import FinanceModel

/// Tables of many shapes, each imported into a plan that reconciles and has the table's own gap.
@Suite struct ImportShapeTests {
  @Test func `whole budgets with funding printed positive have the gap that the table prints`()
    throws
  {
    let imported = try ImportSample.imported(
      """
      £000,2025/26 Budget,2026/27,2027/28
      Adults,"41,200","43,900","46,100"
      Children,"28,350","29,600","30,450"
      Net spending,"69,550","73,500","76,550"
      Council tax,"52,000","54,080","56,243"
      Business rates,"17,550","17,900","18,260"
      Total funding,"69,550","71,980","74,503"
      Gap,0,"1,520","2,047"

      """)
    ImportSample.expectExact(imported)
    #expect(imported.plan.years.base?.description == "2025-26")
    #expect(imported.gap?.title == "Gap")
    #expect(imported.gap?.kind == .remaining)
    #expect(imported.gap?.effect == .cumulative)
    #expect(try ImportSample.gap(imported, .required, .cumulative) == ["1520", "2047"])
    #expect(imported.text.contains("signs: income-positive"))
    #expect(ImportSample.formulas(imported)["Gap"] == "net-spending - total-funding")
  }

  @Test func `an opening balance starts from the closing one, and a column called current is base`()
    throws
  {
    let imported = try ImportSample.imported(
      """
      Medium Term Financial Plan,,,
      ,Current Budget,2026/27,2027/28
      ,£'000,£'000,£'000
      Base budget brought forward,,"100,000","105,500"
      Pay and price inflation,,"4,000","3,500"
      Demand pressures,,"2,500","2,200"
      Agreed savings,,"(1,000)","(2,000)"
      Net budget requirement,"100,000","105,500","109,200"
      Council tax,"(60,000)","(62,000)","(64,000)"
      Government grants,"(40,000)","(39,500)","(39,500)"
      Total financing,"(100,000)","(101,500)","(103,500)"
      Budget gap,0,"4,000","5,700"

      """)
    ImportSample.expectExact(imported)
    #expect(imported.plan.years.base?.description == "2025-26")
    #expect(try ImportSample.gap(imported, .remaining, .cumulative) == ["4000", "5700"])
    let formulas = ImportSample.formulas(imported)
    #expect(formulas["Base budget brought forward"] == "previous(net-budget-requirement)")
    #expect(ImportSample.roles(imported)["Demand pressures"] == .pressure)
    #expect(ImportSample.roles(imported)["Agreed savings"] == .saving)
  }

  @Test func `a Markdown table with a total column, a dash, a tbc and a footnote`() throws {
    let imported = try ImportSample.imported(
      """
      Riverton Borough Council

      | £m | 2026/27 | 2027/28 | 2 year total |
      |---|---:|---:|---:|
      | **Pressures** | | | |
      | Pay award | 2.1 | 2.2 | 4.3 |
      | Contract inflation* | 1.0† | 1.1 | 2.1 |
      | **Total pressures** | 3.1 | 3.3 | 6.4 |
      | Council tax | (2.0) | – | (2.0) |
      | Grant | 0.5 | tbc | 0.5 |
      | **Total funding changes** | (1.5) | - | (1.5) |
      | Remaining gap | 1.6 | 3.3 | 4.9 |

      * Contracts follow CPI.
      """, path: "table.md")
    ImportSample.expectExact(imported)
    #expect(imported.plan.totalColumn?.title == "2 year total")
    #expect(imported.plan.authority == "Riverton Borough Council")
    #expect(try ImportSample.gap(imported, .remaining) == ["1.6", "3.3"])
    #expect(imported.files.map(\.name) == ["published.tsv", "original.md"])
    #expect(imported.rows.last?.kind == .leftOut)
    let grant = try #require(imported.rows.first { $0.title == "Grant" })
    #expect(grant.cells[1].form == .tbc)
    #expect(imported.rows.contains { $0.cells.first?.hasFootnote == true })
  }

  @Test func `columns kept apart by spaces, as a page gives them away`() throws {
    let imported = try ImportSample.imported(
      """
      Northshire District Council
      Medium Term Financial Strategy
                                   2025/26   2026/27   2027/28
                                    £000      £000      £000
      Service budgets              14,250    14,820    15,310
      Use of reserves                (250)              (300)
      Net expenditure              14,000    14,820    15,010
      Council tax                  (8,000)   (8,240)   (8,490)
      Settlement funding           (6,000)   (5,900)   (5,800)
      Shortfall                         0       680       720
      """, path: "page.txt")
    ImportSample.expectExact(imported)
    #expect(imported.plan.unit == .thousands)
    #expect(imported.plan.years.history.isEmpty)
    #expect(imported.questions.contains { $0.text.hasPrefix("Is 2025-26 the plan's first year") })
    let reserves = try #require(imported.rows.first { $0.title == "Use of reserves" })
    #expect(reserves.cells.map(\.text) == ["(250)", "", "(300)"])
    #expect(try ImportSample.gap(imported, .remaining, .cumulative) == ["0", "680", "720"])
  }

  @Test func `sections in a column of their own, references and notes`() throws {
    let imported = try ImportSample.imported(
      """
      Directorate,Proposal,Ref,2026-27 £000,2027-28 £000,Total £000,Notes
      Adults,Review of packages,A1,(500),(250),(750),Agreed by Cabinet
      Adults,Reablement,A2,(300),(100),(400),
      Children,Fostering,C1,(200),(200),(400),At risk
      Total savings,,,"(1,000)",(550),"(1,550)",
      """)
    ImportSample.expectExact(imported)
    #expect(imported.plan.sections.map(\.title) == ["Adults", "Children"])
    #expect(imported.text.contains("note: A1; Agreed by Cabinet"))
    #expect(try ImportSample.gap(imported, .plan) == ["(1000)", "(550)"])
  }

  @Test func `totals above their lines are asked about`() throws {
    let imported = try ImportSample.imported(
      """
      Revenue forecast £m,2026/27,2027/28,2028/29
      Adult care,52.3,55.0,58.2
      Residential care,30.1,31.5,33.0
      Home care,22.2,23.5,25.2
      Children,24.7,26.0,27.1
      Placements,15.5,16.5,17.3
      Fostering,9.2,9.5,9.8
      Total service expenditure,77.0,81.0,85.3
      """)
    ImportSample.expectExact(imported)
    let formulas = ImportSample.formulas(imported)
    #expect(formulas["Adult care"] == "residential-care + home-care")
    #expect(formulas["Total service expenditure"] == "adult-care + children")
    #expect(imported.questions.contains { $0.text.hasPrefix("Is 'Adult care' the sum of 2 rows") })
  }

  @Test func `titles that repeat get the names of their sections`() throws {
    let imported = try ImportSample.imported(
      """
      £000\t2026/27\t2027/28
      Adults\t\t
      Inflation\t1,200\t1,250
      Savings\t(500)\t-
      Total\t700\t1,250
      Children\t\t
      Inflation\t400\t410
      Demand\t600\t650
      Total\t1,000\t1,060
      Budget gap\t1,700\t2,310
      """, path: "table.tsv")
    ImportSample.expectExact(imported)
    #expect(imported.rows.compactMap(\.id).contains("children-inflation"))
    #expect(ImportSample.formulas(imported)["Budget gap"] == "total-row + children-total")
    #expect(try ImportSample.gap(imported, .remaining) == ["1700", "2310"])
  }

  @Test func `a cumulative row gives the annual one, and savings may be printed positive`() throws {
    let cumulative = try ImportSample.imported(
      """
      £m,2026/27,2027/28,2028/29,2029/30
      Cumulative budget gap,5.2,9.8,14.1,16.0
      In-year gap,5.2,4.6,4.3,1.9
      """)
    ImportSample.expectExact(cumulative)
    #expect(
      ImportSample.formulas(cumulative)["In-year gap"]
        == "cumulative-budget-gap - previous(cumulative-budget-gap, 0)")
    let positive = try ImportSample.imported(
      """
      £m,2026/27,2027/28,2028/29
      Budget pressures,9.5,8.4,8.3
      Savings proposals,,,
      Digital,1.0,0.5,-
      Procurement,0.8,0.7,0.2
      Total savings,1.8,1.2,0.2
      Remaining gap,7.7,7.2,8.1
      """)
    ImportSample.expectExact(positive)
    #expect(try ImportSample.gap(positive, .plan) == ["(1.8)", "(1.2)", "(0.2)"])
    #expect(try ImportSample.gap(positive, .remaining) == ["7.7", "7.2", "8.1"])
  }

  @Test func `a surplus that is printed positive is turned, and rows beside the money stay out`()
    throws
  {
    let imported = try ImportSample.imported(
      """
      £000,2025/26 Approved,2026/27 Forecast,2027/28 Forecast
      Council tax,"8,000","8,240","8,490"
      Grants,"6,000","5,980","5,960"
      Total income,"14,000","14,220","14,450"
      Employees,"9,000","9,450","9,900"
      Premises,"5,000","5,150","5,300"
      Total expenditure,"14,000","14,600","15,200"
      Surplus/(deficit),0,(380),(750)
      Band D council tax,£185.00,£190.55,£196.26
      Increase,3.0%,3.0%,3.0%
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported, .remaining, .cumulative) == ["380", "750"])
    #expect(ImportSample.roles(imported)["Band D council tax"] == .memorandum)
    #expect(imported.rows.last?.unit == .percent)
  }
}
