import Testing

@testable import FinanceModel

/// Lists of savings, savings that are taken off, and what small figures do by chance.
@Suite struct ImportSavingsTests {
  @Test(arguments: [
    "Savings proposals £000,2025/26,2026/27,2027/28\n",
    "£000,2025/26,2026/27,2027/28\nDirectorate savings,,,\n",
  ])
  func `every line of a list of savings is one`(heading: String) throws {
    let imported = try ImportSample.imported(
      heading + """
        Library review,650,50,-
        Adult care packages,500,900,400
        Waste contract,200,100,100
        Inflation contingency release,100,90,80
        Total savings,"1,450","1,140",580
        """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported, .remaining) == ["(1450)", "(1140)", "(580)"])
    #expect(Set(ImportSample.roles(imported).values) == [.saving])
  }

  @Test func `savings in brackets that speak of demand and grants are savings`() throws {
    let imported = try ImportSample.imported(
      """
      Savings proposals £000,2025/26,2026/27,2027/28
      Waste contract retender,(650),(50),-
      Demand management in adult care,(500),(900),(400)
      Grant maximisation,(150),-,-
      Investment in reablement,(250),(250),(100)
      Total savings,"(1,550)","(1,200)",(500)
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported, .remaining) == ["(1550)", "(1200)", "(500)"])
    #expect(imported.questions.contains { $0.text.contains("'Grant maximisation'") })
  }

  @Test func `savings printed positive under Less are taken off a budget that rolls forward`()
    throws
  {
    let imported = try ImportSample.imported(
      """
      MTFS £000,2025/26,2026/27,2027/28,2028/29
      Base budget b/f,"56,210","58,705","60,405","62,360"
      Pay award,"1,420","1,130","1,090","1,110"
      Contract inflation,"1,840","1,220","1,190","1,240"
      Less: savings,,,,
      Digital transformation,310,280,120,90
      Staffing restructure,205,190,70,30
      Commissioning review,155,120,90,40
      Fees and charges review,95,60,45,25
      Net budget requirement,"58,705","60,405","62,360","64,525"
      Financed by,,,,
      Council tax,"(40,200)","(41,600)","(43,000)","(44,600)"
      Business rates,"(18,505)","(18,000)","(18,300)","(18,600)"
      Total funding,"(58,705)","(59,600)","(61,300)","(63,200)"
      Budget gap,-,805,"1,060","1,325"
      """)
    ImportSample.expectExact(imported)
    let gap = try ImportSample.gap(imported, .remaining, .cumulative)
    #expect(gap.suffix(3) == ["805", "1060", "1325"])
    #expect(ImportSample.roles(imported)["Commissioning review"] == .saving)
  }

  @Test func `what is used of balances is a line, though the others leave it over`() throws {
    let imported = try ImportSample.imported(
      """
      Revenue account £000,2025/26,2026/27,2027/28
      Services,"10,100","10,700","11,000"
      Capital charges,500,520,530
      Net expenditure,"10,600","11,220","11,530"
      Council tax,"(6,600)","(6,900)","(7,100)"
      Government funding,"(3,820)","(3,900)","(3,800)"
      Use of balances,(180),(420),(630)
      Total financing,"(10,600)","(11,220)","(11,530)"
      """)
    ImportSample.expectExact(imported)
    #expect(ImportSample.roles(imported)["Use of balances"] == .reserves)
    #expect(ImportSample.formulas(imported)["Use of balances"] == nil)
    #expect(try ImportSample.gap(imported, .remaining, .cumulative) == ["0", "0", "0"])
  }

  @Test func `a row that is called a total comes before sums of chance`() throws {
    let imported = try ImportSample.imported(
      """
      £m,2025/26,2026/27,2027/28,2028/29
      Pressures,,,,
      Demographic growth,0.1,0.2,0.2,0.3
      Looked after children placements,0.1,0.0,0.1,0.2
      SEND transport,0.2,0.1,0.1,0.1
      Member priorities,0.3,0.1,0.1,0.3
      Total pressures,0.7,0.4,0.5,0.9
      Savings,,,,
      Commissioning review,-0.1,0.0,-0.1,-0.1
      Demand management,-0.1,-0.1,0.0,0.0
      Total savings,-0.2,-0.1,-0.1,-0.1
      Budget shortfall,0.5,0.3,0.4,0.8
      """)
    ImportSample.expectExact(imported)
    #expect(ImportSample.formulas(imported)["Member priorities"] == nil)
    #expect(try ImportSample.gap(imported, .remaining) == ["0.5", "0.3", "0.4", "0.8"])
  }

  @Test func `children looked after are a line, and near sums of small figures no totals`() throws {
    let imported = try ImportSample.imported(
      """
      £m,2025/26,2026/27,2027/28
      SEND transport,0.2,0.1,-
      Pension contributions,0.1,0.1,0.1
      Waste disposal growth,-,0.2,0.1
      Looked after children placements,0.1,0.2,0.1
      Contract inflation,0.1,0.1,0.1
      Council tax,-0.1,-,-0.1
      Budget gap,0.4,0.7,0.3
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported, .remaining) == ["0.4", "0.7", "0.3"])
    #expect(ImportSample.formulas(imported).keys.sorted() == ["Budget gap"])
  }

  @Test func `a total below one line that it never is stays a headline`() throws {
    let imported = try ImportSample.imported(
      """
      £m,2026/27,2027/28,2028/29
      Net expenditure,312.4,324.4,336.4
      Total funding,306.9,315.3,324.1
      Budget gap,5.5,9.1,12.3
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported, .remaining, .cumulative) == ["5.5", "9.1", "12.3"])
    #expect(ImportSample.roles(imported) == ["Net expenditure": .cost, "Total funding": .funding])
  }

  @Test func `another gap that the plan does not have is asked about`() throws {
    let imported = try ImportSample.imported(
      """
      £m,2026/27,2027/28,2028/29
      Net expenditure,212.4,219.9,226.3
      Funding,(208.4),(213.1),(217.4)
      Budget gap,4.0,6.8,8.9
      Cumulative gap,4.0,10.8,19.7
      Savings,(2.0),(3.5),(4.0)
      Remaining gap,2.0,7.3,15.7
      """)
    ImportSample.expectExact(imported)
    #expect(
      imported.questions.contains {
        $0.text.contains("Are 'Cumulative gap', 'Remaining gap' gaps of the plan?")
      })
  }

  // MARK: Whole amounts or changes

  @Test func `words above a table that call its gap cumulative are heard`() throws {
    let imported = try ImportSample.imported(
      """
      Change in the cumulative budget gap £m,2025/26,2026/27,2027/28
      MTFS gap reported in February,6.2,11.3,15.9
      Additional pay award,1.1,1.1,1.1
      Improved settlement,(2.0),(2.2),(2.4)
      Revised MTFS gap,5.3,10.2,14.6
      Savings already approved,(4.0),(5.5),(6.0)
      Remaining gap,1.3,4.7,8.6
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported, .remaining, .cumulative) == ["1.3", "4.7", "8.6"])
    #expect(imported.questions.contains { $0.text.hasPrefix("Are the figures whole amounts") })
  }

  @Test func `a row that adds up the gap says that lines are changes`() throws {
    let imported = try ImportSample.imported(
      """
      MTFS £000\t2025/26\t2026/27\t2027/28
      "Pay, NI and pensions"\t4,100\t3,900\t3,800
      Demand\t5,000\t4,400\t4,600
      Council tax\t(3,900)\t(4,000)\t(4,100)
      Gap\t5,200\t4,300\t4,300
      Cumulative\t5,200\t9,500\t13,800
      """, path: "table.tsv")
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported, .remaining) == ["5200", "4300", "4300"])
  }

  @Test func `a gap that is most of what is spent makes whole amounts a question`() throws {
    let imported = try ImportSample.imported(
      """
      Revenue budget forecast £m,2025/26,2026/27,2027/28
      Expenditure,,,
      Energy costs,1.05,1.00,0.94
      Pension contributions,3.27,3.14,3.01
      Total expenditure,4.32,4.14,3.95
      Council tax,(1.04),(1.10),(1.12)
      Better Care Fund,(0.48),(0.47),(0.47)
      Total funding,(1.52),(1.57),(1.59)
      Gap,2.80,2.57,2.36
      """)
    ImportSample.expectExact(imported)
    #expect(imported.questions.contains { $0.text.hasPrefix("Are the figures whole amounts") })
  }
}
