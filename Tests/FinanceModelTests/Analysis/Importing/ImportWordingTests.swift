import Testing

@testable import FinanceModel

/// What lines are called by one council or another, and what they are to the gap.
@Suite struct ImportWordingTests {
  private func changes(_ rows: String) throws -> TableImport {
    try ImportSample.imported("Budget changes £000,2026/27,2027/28,2028/29\n\(rows)\n")
  }

  // MARK: Reserves

  @Test(arguments: [
    "Contribution from Working Balance", "Use of General Fund working balance",
    "Use of fund balance", "Use of Council Fund balance", "Use of Equalisation Fund",
    "Transfer from Volatility Fund", "Appropriation from earmarked funds", "Use of General Fund",
    "Drawdown from reserves", "Call on balances",
  ])
  func `a fund or a balance that is drawn on is reserves`(title: String) throws {
    let imported = try ImportSample.imported(
      """
      Revenue budget £m,2026/27,2027/28,2028/29
      Education,231.2,238.9,246.1
      Social care,160.4,167.1,173.3
      Total expenditure,391.6,406.0,419.4
      Grant,277.7,282.1,286.5
      Council tax,109.8,115.9,122.3
      \(title),4.0,3.0,0.0
      Total income,391.5,401.0,408.8
      Funding gap,0.1,5.0,10.6
      """)
    ImportSample.expectExact(imported)
    #expect(ImportSample.roles(imported)[title] == .reserves)
  }

  @Test func `the collection fund and a fund of grant are no reserves`() {
    #expect(RoleFinder.role(of: "Use of collection fund balance") == .funding)
    #expect(RoleFinder.role(of: "Contribution from Better Care Fund") == .funding)
  }

  // MARK: Funding

  @Test(arguments: [
    ("Estimated rates income", Role.funding), ("Regional rates", .funding),
    ("Aggregate external support", .funding), ("Retained NDR", .funding),
    ("Waste EPR income", .funding), ("Trade waste income", .income),
    ("Waste disposal", .pressure), ("Loss of income", .pressure), ("Car park tariffs", .income),
    ("Business rates tariff", .funding),
  ])
  func `titles of what pays name it`(title: String, role: Role) {
    #expect(RoleFinder.role(of: title) == role)
  }

  @Test(arguments: ["Base growth", "Tax base growth", "Growth in tax base"])
  func `growth of the tax base that lowers the gap is funding`(title: String) throws {
    let imported = try changes(
      """
      Pay award,"3,000","2,500","2,400"
      Contract inflation,"1,000",900,800
      Council tax rate,"(2,000)","(2,100)","(2,200)"
      \(title),(300),(310),(320)
      Budget gap,"1,700",990,680
      """)
    ImportSample.expectExact(imported)
    #expect(ImportSample.roles(imported)[title] == .funding)
  }

  @Test
  func `a levy that lowers the gap is funding and asked about, and one that adds to it a cost`()
    throws
  {
    let imported = try ImportSample.imported(
      """
      Revenue budget £m,2026/27,2027/28,2028/29
      Bus services,101.2,106.1,110.8
      Rail support,29.4,30.6,31.7
      Flood defence levy,2.0,2.1,2.2
      Transport levy,(112.4),(114.6),(116.9)
      Bus grant,(19.0),(21.4),(21.8)
      Deficit,1.2,2.8,6.0
      """)
    ImportSample.expectExact(imported)
    let roles = ImportSample.roles(imported)
    #expect(roles["Transport levy"] == .funding)
    #expect(roles["Flood defence levy"] == .cost)
    #expect(imported.questions.contains { $0.text.contains("'Transport levy'") })
  }

  // MARK: Headings

  @Test(arguments: ["Options to close the gap:", "Closing the gap", "Measures to bridge the gap"])
  func `what stands under a heading that closes the gap is a saving unless it pays`(heading: String)
    throws
  {
    let imported = try changes(
      """
      Budget gap before action,"9,400","7,300","6,900"
      \(heading),,,
      Council tax above 3%,"(2,900)","(1,500)","(1,600)"
      Efficiency programme,"(5,100)","(4,400)","(2,700)"
      Capital financing flexibilities,(900),200,100
      Remaining gap,500,"1,600","2,700"
      """)
    ImportSample.expectExact(imported)
    let roles = ImportSample.roles(imported)
    #expect(roles["Capital financing flexibilities"] == .saving)
    #expect(roles["Efficiency programme"] == .saving)
    #expect(roles["Council tax above 3%"] == .funding)
  }

  // MARK: Asked of nothing

  @Test
  func `a directorate of resources and grant that is lost are what they stand under, unasked`()
    throws
  {
    let imported = try ImportSample.imported(
      """
      Revenue summary £000,2026/27,2027/28,2028/29
      Environment,"6,633","6,790","6,950"
      Corporate Resources,"5,420","5,533","5,648"
      Net cost of services,"12,053","12,323","12,598"
      Financed by:,,,
      Council tax,"(8,390)","(8,668)","(8,956)"
      Revenue Support Grant,(540),(460),(470)
      Total financing,"(8,930)","(9,128)","(9,426)"
      Deficit for the year,"3,123","3,195","3,172"
      """)
    ImportSample.expectExact(imported)
    #expect(ImportSample.roles(imported)["Corporate Resources"] == .cost)
    #expect(!imported.questions.contains { $0.text.contains("Corporate Resources") })
    let lost = try changes(
      """
      Inflation,"3,000","2,500","2,400"
      Reduction in grant funding,400,200,100
      Total pressures,"3,400","2,700","2,500"
      Council tax,"(2,000)","(2,100)","(2,200)"
      Budget gap,"1,400",600,300
      """)
    ImportSample.expectExact(lost)
    #expect(ImportSample.roles(lost)["Reduction in grant funding"] == .pressure)
    #expect(!lost.questions.contains { $0.text.contains("Reduction in grant") })
  }

  @Test func `fees called tariffs are savings under savings, unasked`() throws {
    let imported = try changes(
      """
      Growth,,,
      Pay,"2,100","1,900","1,850"
      Savings and income generation,,,
      Car park tariffs,(600),(100),(100)
      Senior management restructure,(280),0,0
      Budget gap,"1,220","1,800","1,750"
      """)
    ImportSample.expectExact(imported)
    #expect(ImportSample.roles(imported)["Car park tariffs"] == .saving)
    #expect(!imported.questions.contains { $0.text.contains("Car park tariffs") })
  }

  @Test func `a table without a title is called after its file, which is noted`() throws {
    let imported = try ImportSample.imported(
      "£m,2026/27,2027/28\nPay award,2.0,1.5\nCouncil tax,(1.0),(1.0)\nBudget gap,1.0,0.5\n",
      path: "riverton.csv")
    #expect(imported.plan.title == "riverton")
    #expect(!imported.questions.contains { $0.text.contains("--title") })
    #expect(imported.notes.contains { $0.contains("--title") })
  }
}
