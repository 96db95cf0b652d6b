import Testing

@testable import FinanceModel

@Suite struct ReferendumCheckTests {
  private func check(
    _ rule: ReferendumPrinciple.Rule, last: String, core: String, care: String = "0"
  ) throws -> ReferendumCheck {
    let hasCare = rule == .percentage
    let principle = ReferendumPrinciple(
      year: try FinancialYear("2025-26"), core: rule == .pounds ? nil : try Rate("3%"),
      adultSocialCare: hasCare ? try Rate("2%") : nil,
      pounds: rule == .percentage ? nil : try Money("£5"), rule: rule, status: .final,
      source: "a report",
      range: SourceRange(file: SourceFile(path: "", text: ""), bytes: 0..<0))
    return try ReferendumCheck(
      principle: principle, lastBandD: try Money(last), core: try Money(core),
      adultSocialCare: try Money(care)
    ) { room throws(ArithmeticFault) in try room * Rate(whole: 1000) }
  }

  // Last year's Band D, both increases, the verdict and the most allowed.
  @Test(
    arguments: [
      ("1000.00", "30.00", "0", .excessive, "49.99"),  // 3% is "the percentage or more"
      ("1000.00", "29.99", "20.00", .atMost, "49.99"),
      ("1000.00", "29.90", "20.00", .below, "49.99"),
      ("1000.00", "20.00", "30.00", .excessive, "49.99"),  // 1% over its own counts with the core
      ("1000.00", "19.99", "30.00", .atMost, "49.99"),
      ("1000.00", "0.00", "20.00", .below, "49.99"),
      ("1000.00", "30.00", "20.00", .excessive, "49.99"),
      ("1416.96", "42.37", "28.34", .below, "70.84"),
      ("1000.00", "-10.00", "0", .below, "49.99"),
    ] as [(String, String, String, ReferendumCheck.Verdict, String)])
  func `social care has a percentage of its own`(
    last: String, core: String, care: String, verdict: ReferendumCheck.Verdict, most: String
  ) throws {
    let found = try check(.percentage, last: last, core: core, care: care)
    #expect(found.verdict == verdict)
    #expect(found.most == (try Money("£\(most)")))
  }

  @Test(
    arguments: [
      ("100.00", "5.00", .atMost, "5.00"),  // over 3%, and not more than £5
      ("100.00", "5.01", .excessive, "5.00"),  // both
      ("100.00", "2.99", .below, "5.00"),
      ("300.00", "8.99", .atMost, "8.99"),  // more than £5, and below 3%
      ("300.00", "9.00", .excessive, "8.99"),
      ("300.00", "5.00", .below, "8.99"),
    ] as [(String, String, ReferendumCheck.Verdict, String)])
  func `a district is excessive only if both tests are met`(
    last: String, core: String, verdict: ReferendumCheck.Verdict, most: String
  ) throws {
    let found = try check(.both, last: last, core: core)
    #expect(found.verdict == verdict)
    #expect(found.most == (try Money("£\(most)")))
  }

  @Test(
    arguments: [("5.00", .atMost), ("5.01", .excessive), ("4.00", .below)]
      as [(String, ReferendumCheck.Verdict)])
  func `where only pounds count they may be met and not exceeded`(
    core: String, verdict: ReferendumCheck.Verdict
  ) throws {
    #expect(try check(.pounds, last: "250.00", core: core).verdict == verdict)
  }

  @Test func `what is not used is forgone, and only below the most`() throws {
    let below = try check(.both, last: "100.00", core: "4.00")
    #expect(below.room == (try Money("£1")))
    #expect(below.yieldForgone == Money(pounds: 1000))
    let excessive = try check(.both, last: "100.00", core: "6.00")
    #expect(excessive.room == (try Money("-£1")))
    #expect(excessive.yieldForgone == nil)
  }

  @Test func `a year without a principle is unknown`() throws {
    let found = try ReferendumCheck(
      principle: nil, lastBandD: try Money("£100"), core: try Money("£90"), adultSocialCare: .zero
    ) { money throws(ArithmeticFault) in money }
    #expect(found.verdict == .unknown)
    #expect(found.most == nil)
  }
}
