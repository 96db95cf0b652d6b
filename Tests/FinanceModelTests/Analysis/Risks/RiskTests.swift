import Testing

@testable import FinanceModel

@Suite struct RiskTests {
  private func risk(_ id: String, _ lower: String, _ upper: String, _ likelihood: String) -> String
  {
    "{ id: \(id), lower: \(lower), upper: \(upper), likelihood: \(likelihood) }"
  }

  private func answer(_ risks: [String], more: String = "") throws -> RiskAnswer {
    try RiskLoadingTests.plan("[\(risks.joined(separator: ", "))]", more: more).riskAnswer()
  }

  private func text(_ money: Money) -> String {
    AmountFormat(decimals: 6, negatives: .minus, groupsThousands: false).text(money, in: .millions)
  }

  @Test(arguments: [
    ("250", "750", "75%", "500", "375"), ("500", "1500", "25%", "1000", "250"),
    ("200", "600", "50%", "400", "200"), ("100", "300", "75%", "200", "150"),
    ("250", "750", "25%", "500", "125"),
  ])
  func `Maidstone's mid-points times likelihoods come out`(
    lower: String, upper: String, likelihood: String, midPoint: String, weighted: String
  ) throws {
    let one = "\(lower)k"
    let found = try answer([risk("flood", one, "\(upper)k", likelihood)])
    #expect(found.ranked[0].midPoint == (try Money(midPoint, in: .thousands)))
    #expect(found.ranked[0].weighted == (try Money(weighted, in: .thousands)))
  }

  @Test func `equal weights share a rank, and the next is as many places lower`() throws {
    let found = try answer([
      risk("third", "0.200", "0.200", "50%"), risk("second", "0.100", "0.300", "100%"),
      risk("first", "1.000", "1.000", "100%"), risk("tied", "0.400", "0.400", "50%"),
    ])
    #expect(found.ranked.map(\.risk.id.name) == ["first", "second", "tied", "third"])
    #expect(found.ranked.map(\.rank) == [1, 2, 2, 4])
    #expect(found.ranked.map(\.isTied) == [false, true, true, false])
  }

  @Test func `a weight is made of the exact mid-point and rounded once, away from zero`() throws {
    // The mid-point is 0.2505 and prints as 0.251; 0.2505 × 50% is 0.12525, 0.251 × 50% is 0.1255.
    let found = try answer([risk("flood", "0.000", "0.501", "50%"), risk("fire", "0", "0.5", "0%")])
    #expect(found.ranked.map(\.midPoint).map(text) == ["0.251000", "0.250000"])
    #expect(found.ranked.map(\.weighted).map(text) == ["0.125000", "0.000000"])
    #expect(text(found.register.total(found.register.midPoint)) == "0.501000")
  }

  @Test func `a plan that rounds nothing keeps weights as they are`() throws {
    let plan = try Sheet.plan(
      RiskLoadingTests.pay,
      head: "rounding: none\nrisks: { register: [\(risk("flood", "0", "0.501", "50%"))] }",
      years: 2)
    let found = try plan.riskAnswer()
    #expect(text(found.ranked[0].midPoint) == "0.250500")
    #expect(text(found.register.weighted) == "0.125250")
  }

  @Test func `the contingency, the general fund and both are held less the weighted total`() throws
  {
    let risks = [risk("flood", "0.200", "0.600", "75%"), risk("fire", "1.000", "3.000", "10%")]
    let found = try answer(risks, more: ", contingency: 0.400, general-fund: £600k")
    #expect(text(found.register.weighted) == "0.500000")
    #expect(found.covers.map(\.kind) == [.contingency, .generalFund, .both])
    #expect(found.covers.map(\.left).map(text) == ["-0.100000", "0.100000", "0.500000"])
    #expect(found.covers.map(\.leftAtUpper).map(text) == ["-3.200000", "-3.000000", "-2.600000"])
    #expect(found.covers.map(\.isShort) == [true, false, false])
    #expect(found.hasFindings)
  }

  @Test func `the general fund is the opening balance of the plan's general reserve`() throws {
    let reserves = """
      reserves:
        - { id: general-fund, kind: general, opening: 9.000 }
        - { id: insurance, kind: earmarked, opening: 2.000 }
      """
    let plan = try Sheet.plan(
      RiskLoadingTests.pay,
      head: "\(reserves)\nrisks: { contingency: 0.100, register: [\(RiskLoadingTests.flood)] }",
      years: 2)
    let covers = try plan.riskAnswer().covers
    #expect(covers.map(\.held).map(text) == ["0.100000", "9.000000", "9.100000"])
    let twice = Sheet.diagnostics(
      RiskLoadingTests.pay,
      head: "\(reserves)\nrisks: { general-fund: 9.000, register: [\(RiskLoadingTests.flood)] }",
      years: 2)
    #expect(
      twice.map(\.message)
        == ["'general-fund' and the reserve 'general-fund' exclude each other"])
  }

  @Test func `what just meets the risks covers them`() throws {
    let found = try answer([risk("flood", "1", "1", "50%")], more: ", contingency: 0.500")
    #expect(found.covers.map(\.isShort) == [false])
    #expect(!found.hasFindings)
    #expect(try !answer([risk("flood", "1", "1", "50%")]).hasFindings)
  }

  @Test func `a contingency may be a formula, which a scenario moves`() throws {
    let plan = try RiskLoadingTests.plan(
      "[\(RiskLoadingTests.flood)]", more: ", contingency: \"= at(level(pay), 2018-19) / 10\"")
    #expect(text(try plan.riskAnswer().covers[0].held) == "0.300000")
    let scenario = SourceFile(
      path: "less.yaml",
      text: "scenario: less\nbased-on: plan.yaml\nchanges: [{ line: pay, scale: 10% }]\n")
    let less = try plan.applying(try Scenario(scenario)).riskAnswer()
    #expect(text(less.covers[0].held) == "0.030000")
    #expect(less.hasFindings)
  }

  @Test(arguments: [
    ("= pay", "the formula does not say which year [formula-year]"),
    ("= at(pay, 2018-19) / £1m", "the formula of 'contingency' gives a number [formula-kind]"),
    ("= at(blank, 2018-19)", "the formula of 'contingency' gives no figure [formula-kind]"),
  ])
  func `a formula that gives no money is refused`(formula: String, fault: String) throws {
    let plan = try Sheet.plan(
      RiskLoadingTests.pay + "\n- { id: blank, role: pressure, recurring: [~, ~] }",
      head: "risks: { contingency: \"\(formula)\", register: [\(RiskLoadingTests.flood)] }",
      years: 2)
    let found = faults { () throws(Diagnostics) in _ = try plan.riskAnswer() }
    #expect(found.map { "\($0.message) [\($0.code.rawValue)]" } == [fault])
  }

  @Test func `what is held is provisional while a figure behind it is to be confirmed`() throws {
    let plan = try Sheet.plan(
      "- { id: pay, role: pressure, recurring: [1.000, tbc] }",
      head: "risks: { contingency: \"= total(pay)\", general-fund: 2.000, "
        + "register: [\(RiskLoadingTests.flood)] }", years: 2)
    #expect(try plan.riskAnswer().covers.map(\.isProvisional) == [true, false, true])
  }

  @Test(arguments: ["", "risks: { register: [] }", "risks: { register: ~ }"])
  func `a plan without risks says what to write`(head: String) throws {
    let plan = try Sheet.plan(RiskLoadingTests.pay, head: head, years: 2)
    let found = faults { () throws(Diagnostics) in _ = try plan.riskAnswer() }
    #expect(found.map(\.message) == ["the plan states no risks"])
    #expect(found.first?.help?.contains("risks: { register: [{ id: pay-award") == true)
  }

  @Test func `a published table of risks is held against the register`() throws {
    let plan = try Plan(contentsOf: Pinned.root + "/Scenarios/maidstone-risks/plan.yaml")
    let found = try plan.reconciled()
    #expect(found.count(.exact) == 30)
    #expect(found.cells.count == 30)
    #expect(try plan.riskAnswer().ranked.map(\.rank) == [1, 1, 3, 4, 5, 6])
  }

  @Test func `a rolled plan keeps its risks, and leaves out what reads a year that is gone`() throws
  {
    let roll = try RollForward(contentsOf: Pinned.root + "/Scenarios/risk-register/plan.yaml")
    let new = try #require(roll.new.plan.risks)
    #expect(new.risks.map(\.title) == roll.old.plan.risks?.risks.map(\.title))
    #expect(new.weighted == roll.old.plan.risks?.weighted)
    #expect(new.contingency == nil)
    #expect(new.generalFund != nil)
    #expect(
      roll.leftOut == ["'contingency' of the risks, whose formula reads 2026-27 or before"])
  }
}
