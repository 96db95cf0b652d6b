import Testing

@testable import FinanceModel

/// Which sign of a gap means that money is short, and which lines lower it.
@Suite struct ImportSignTests {
  /// Funding less expenditure, where a line that is spent has a title that speaks of funding.
  @Test(arguments: [
    "Financing", "Grants to voluntary bodies", "Council tax support", "Precepts",
    "Income from investments", "Capital charges",
  ])
  func `what is spent is a cost, whatever its title speaks of`(title: String) throws {
    let imported = try ImportSample.imported(
      """
      £000\t2026/27\t2027/28\t2028/29
      Funding
      Council tax\t10,212\t10,588\t10,976
      Business rates\t5,310\t4,420\t4,510
      Grants\t1,820\t1,800\t1,720
      Total funding\t17,342\t16,808\t17,206
      Expenditure
      Service costs\t17,900\t18,400\t19,000
      \(title)\t712\t744\t801
      Total expenditure\t18,612\t19,144\t19,801
      Budget gap\t(1,270)\t(2,336)\t(2,595)
      """, path: "table.tsv")
    ImportSample.expectExact(imported)
    #expect(
      try ImportSample.gap(imported, .remaining, .cumulative) == ["1270", "2336", "2595"])
    let roles = ImportSample.roles(imported)
    #expect(roles["Council tax"] == .funding && roles["Grants"] == .funding)
    #expect(roles["Service costs"] == .cost && roles[title] == .cost)
  }

  @Test func `a gap is positive where all that changes it is negative`() throws {
    let imported = try ImportSample.imported(
      """
      Changes to the gap since February £m,2025/26,2026/27,2027/28
      Gap reported in February,4.1,3.3,2.9
      Pay award lower than assumed,(0.9),(0.1),(0.5)
      Inflation lower than assumed,(0.4),(0.2),(0.1)
      Revised gap,2.8,3.0,2.3
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported, .remaining) == ["2.8", "3.0", "2.3"])
    #expect(!imported.questions.contains { $0.text.contains("money short") })
  }

  @Test func `a gap that words alone turn round is asked about`() throws {
    let imported = try ImportSample.imported(
      """
      Budget changes £m,2025/26,2026/27,2027/28
      Pay award,(2.0),(2.1),(2.2)
      Inflation,(1.0),(0.9),(0.8)
      Budget gap,(3.0),(3.0),(3.0)
      """)
    ImportSample.expectExact(imported)
    #expect(
      imported.questions.contains {
        $0.row == 4 && $0.text.hasPrefix("Is money short where 'Budget gap' is positive?")
      })
  }

  @Test func `pressures and savings that both say so turn a gap without a question`() throws {
    let imported = try ImportSample.imported(
      """
      Budget changes £m,2025/26,2026/27,2027/28
      Pay award,(2.0),(2.1),(2.2)
      Inflation,(1.0),(0.9),(0.8)
      Savings,0.5,1.2,0.7
      Budget gap,(2.5),(1.8),(2.3)
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported, .remaining) == ["2.5", "1.8", "2.3"])
    #expect(!imported.questions.contains { $0.text.contains("money short") })
  }

  @Test func `pressures in brackets under resources turn a shortfall in brackets`() throws {
    let imported = try ImportSample.imported(
      """
      £m,2025/26,2026/27,2027/28
      Additional resources,,,
      Council tax,3.5,3.6,3.8
      Social care grant,2.0,0.5,0.5
      Total resources,5.5,4.1,4.3
      Additional demands,,,
      Pay,(4.1),(4.0),(4.2)
      Demand,(3.9),(3.5),(3.4)
      Total demands,(8.0),(7.5),(7.6)
      Annual shortfall,(2.5),(3.4),(3.3)
      Cumulative shortfall,(2.5),(5.9),(9.2)
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported, .remaining) == ["2.5", "3.4", "3.3"])
  }

  @Test func `without a row of the gap a balanced budget has none`() throws {
    let imported = try ImportSample.imported(
      """
      £000,2026/27,2027/28,2028/29
      Net service budget,"17,630","16,864","16,605"
      Contribution to reserves,300,300,300
      Savings,(700),(500),(200)
      Use of reserves,(300),(300),-
      Net budget,"16,930","16,364","16,705"
      Funded by
      Council tax,"10,212","10,588","10,976"
      Business rates,"4,898","4,056","4,009"
      Grants,"1,820","1,720","1,720"
      Total funding,"16,930","16,364","16,705"
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported, .remaining) == ["0", "0", "0"])
    #expect(ImportSample.roles(imported)["Savings"] == .saving)
    #expect(!imported.questions.contains { $0.text.contains("does not print") })
  }

  @Test func `a gap that no row prints is asked about`() throws {
    let imported = try ImportSample.imported(
      """
      £000,2026/27,2027/28,2028/29
      Expenditure
      Services,"17,900","18,400","19,000"
      Contribution to reserves,300,300,300
      Savings,(500),(900),"(1,000)"
      Total expenditure,"17,700","17,800","18,300"
      Funding
      Council tax,"10,212","10,588","10,976"
      Grants,"6,218","4,876","4,729"
      Total funding,"16,430","15,464","15,705"
      """)
    ImportSample.expectExact(imported)
    #expect(
      try ImportSample.gap(imported, .remaining, .cumulative) == ["1270", "2336", "2595"])
    #expect(
      imported.questions.contains {
        $0.text.contains("that the table does not print") && $0.text.contains("£1,270k to be found")
      })
  }

  @Test func `the balance of a collection fund is asked about among whole budgets`() throws {
    let imported = try ImportSample.imported(
      """
      £000,2026/27,2027/28,2028/29
      Service expenditure,"17,900","18,400","19,000"
      Council tax,"(12,212)","(12,588)","(12,976)"
      Grants,"(4,218)","(3,876)","(3,729)"
      Collection fund surplus,(152),(90),-
      Budget gap,"1,318","1,846","2,295"
      """)
    ImportSample.expectExact(imported)
    #expect(
      imported.questions.contains {
        $0.row == 5 && $0.text.contains("'Collection fund surplus' money for one year at a time")
      })
  }
}
