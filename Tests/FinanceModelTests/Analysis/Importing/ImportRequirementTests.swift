import Testing

@testable import FinanceModel

/// Budgets that end with what council tax is to bring, or with a gap of nil.
@Suite struct ImportRequirementTests {
  @Test(arguments: [
    "Net budget requirement,12450,12910,13400",
    "Adults,8450,8710,9100\nPlace,4000,4200,4300\nNet budget requirement,12450,12910,13400",
  ])
  func `what remains for council tax is the gap, whatever sign grants are printed with`(
    spent: String
  ) throws {
    for (open, close) in [("(", ")"), ("", "")] {
      let imported = try ImportSample.imported(
        """
        Council tax £000,2025-26,2026-27,2027-28
        \(spent)
        Government grant,\(open)3210\(close),\(open)3150\(close),\(open)3100\(close)
        Business rates,\(open)2940\(close),\(open)3010\(close),\(open)3080\(close)
        Council tax requirement,6300,6750,7220
        """)
      ImportSample.expectExact(imported)
      #expect(
        try ImportSample.gap(imported, .required, .cumulative) == ["6300", "6750", "7220"])
      let roles = ImportSample.roles(imported)
      #expect(roles["Government grant"] == .funding && roles["Business rates"] == .funding)
      #expect(roles.values.allSatisfy { $0 == .funding || $0 == .cost })
      #expect(
        imported.questions.map(\.text).contains {
          $0.hasPrefix("Does council tax bring 'Council tax requirement'?")
        })
    }
  }

  @Test func `council tax that pays the requirement leaves no gap`() throws {
    let imported = try ImportSample.imported(
      """
      Budget £m,2025/26,2026/27,2027/28
      Net budget,124.5,129.1,134.0
      Less:,,,
      Grants,32.1,31.5,31.0
      Business rates,29.4,30.1,30.8
      Council tax requirement,63.0,67.5,72.2
      Council tax income,63.0,67.5,72.2
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported, .required, .cumulative) == ["0.0", "0.0", "0.0"])
    #expect(imported.questions.isEmpty)
  }

  @Test func `a requirement that goes on from a budget takes savings off as they are printed`()
    throws
  {
    let imported = try ImportSample.imported(
      """
      MTFS £000,2026/27,2027/28,2028/29
      Base budget brought forward,150000,155000,158000
      Pay,5000,3000,2000
      Savings,(200),(150),(120)
      Council tax requirement,154800,157850,159880
      """)
    ImportSample.expectExact(imported)
    #expect(
      try ImportSample.gap(imported, .remaining, .cumulative) == ["154800", "157850", "159880"])
    #expect(ImportSample.roles(imported)["Savings"] == .saving)
  }

  @Test func `a requirement of a council and its parishes is a sum`() throws {
    let imported = try ImportSample.imported(
      """
      Council tax £000,2026/27,2027/28,2028/29
      Borough council tax,6200,6350,6510
      Parish precepts,310,320,330
      Council tax requirement,6510,6670,6840
      """)
    ImportSample.expectExact(imported)
    #expect(imported.gap == nil)
    #expect(
      try ImportSample.gap(imported, .remaining, .cumulative) == ["(6510)", "(6670)", "(6840)"])
  }

  @Test func `a net line among reserves is spent`() throws {
    let imported = try ImportSample.imported(
      """
      Council tax requirement £000,2025/26,2026/27,2027/28
      Net service expenditure,14200,14600,15100
      Contribution to reserves,200,0,0
      Use of reserves,(500),(400),(300)
      Net budget requirement,13900,14200,14800
      Revenue support grant,(310),(300),(290)
      Retained business rates,(5100),(5300),(5400)
      Council tax requirement,8490,8600,9110
      """)
    ImportSample.expectExact(imported)
    #expect(ImportSample.roles(imported)["Net service expenditure"] == .cost)
    #expect(ImportSample.roles(imported)["Use of reserves"] == .reserves)
  }

  static let reserves = """
    Opening balance,4200,3580,2740
    Use in year,(620),(840),(860)
    Closing balance,3580,2740,1880
    """

  @Test(arguments: ["-,-,-", "0,0,0"], ["General reserve,,,\n", ""])
  func `a nil gap is the gap of a balanced budget, and balances below are none of it`(
    gap: String, heading: String
  ) throws {
    let imported = try ImportSample.imported(
      """
      Revenue budget £000,2026/27,2027/28,2028/29
      Net expenditure,14620,15010,15400
      Council tax,(8900),(9170),(9440)
      Business rates,(5100),(5000),(5100)
      Use of general reserve,(620),(840),(860)
      Budget gap,\(gap)
      \(heading)\(Self.reserves)
      """)
    ImportSample.expectExact(imported)
    #expect(imported.gap?.title == "Budget gap")
    #expect(try ImportSample.gap(imported, .remaining, .cumulative) == ["0", "0", "0"])
    let formulas = ImportSample.formulas(imported)
    #expect(formulas["Closing balance"] == "opening-balance + use-year")
    #expect(formulas["Opening balance"] == "previous(closing-balance)")
    #expect(!imported.text.contains("budget-to-start-from"))
    #expect(imported.questions.map(\.row) == [heading.isEmpty ? 8 : 9])
  }

  @Test func `a balanced budget without a gap is no part of the balances below it`() throws {
    let imported = try ImportSample.imported(
      """
      Revenue budget £000,2026/27,2027/28,2028/29
      Net cost of services,14120,14510,14900
      Interest,500,500,500
      Budget requirement,14620,15010,15400
      Financed by:,,,
      Council tax,(8900),(9170),(9440)
      Business rates,(5100),(5000),(5100)
      General reserve,(620),(840),(860)
      Total financing,(14620),(15010),(15400)
      \(Self.reserves)
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported, .remaining, .cumulative) == ["0", "0", "0"])
    #expect(ImportSample.formulas(imported)["Closing balance"] == "opening-balance + use-year")
    #expect(ImportSample.roles(imported)["Use in year"] == .memorandum)
  }

  @Test func `funding as large as spending is no total of it`() throws {
    let imported = try ImportSample.imported(
      """
      Budget £m,2025/26,2026/27,2027/28
      Total expenditure,124.5,129.1,134.0
      Total funding,124.5,129.1,134.0
      Surplus/(deficit),0.0,0.0,0.0
      """)
    ImportSample.expectExact(imported)
    #expect(imported.gap?.title == "Surplus/(deficit)")
    #expect(
      ImportSample.roles(imported) == ["Total expenditure": .cost, "Total funding": .funding])
  }

  @Test func `a misprint shows in a gap of nil`() throws {
    let imported = try ImportSample.imported(
      """
      Revenue budget £000,2026/27,2027/28,2028/29
      Net expenditure,14620,15010,15400
      Council tax,(8900),(9710),(9440)
      Business rates,(5720),(5840),(5960)
      Budget gap,-,-,-
      """)
    #expect(imported.hasFindings)
    #expect(
      imported.questions.contains { $0.row == 5 && $0.text.contains("does not add in 1 of 3") })
  }

  @Test func `what closes a gap before savings is savings`() throws {
    let imported = try ImportSample.imported(
      """
      Budget £m,2026/27,2027/28,2028/29
      Services,130.9,134.0,138.1
      Council tax,(72.1),(74.0),(76.3)
      Business rates,(50.1),(51.0),(51.3)
      Budget gap before savings,8.7,9.0,10.5
      Fleet review,(0.9),(0.8),(0.7)
      Library review,(0.5),(0.4),(0.3)
      Remaining gap,7.3,7.8,9.5
      """)
    ImportSample.expectExact(imported)
    #expect(ImportSample.roles(imported)["Fleet review"] == .saving)
    #expect(
      try ImportSample.gap(imported, .required, .cumulative) == ["8.7", "9.0", "10.5"])
    #expect(!imported.questions.contains { $0.text.contains("a gap of the plan") })
  }
}
