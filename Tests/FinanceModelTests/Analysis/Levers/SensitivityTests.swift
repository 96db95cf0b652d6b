import Testing

@testable import FinanceModel

/// What becomes of the gap when one thing moves, worked out by hand.
@Suite struct SensitivityTests {
  private static let pay = "- { id: pay, role: pressure, recurring: \"= pay-award * £60m\" }"
  private static let award = "assumptions: { pay-award: { unit: \"%\", values: [3%, 2%, 2%] } }"

  private func question(
    _ sections: String = pay, _ head: String = award, base: String? = "2016-17"
  ) throws -> SensitivityQuestion {
    let plan = try Sheet.plan(sections, head: head, base: base, years: 3)
    return try SensitivityQuestion(Question(base: plan))
  }

  /// Each move as it is labelled, with its difference: `1 point more: 0.600 0.600 0.600`.
  private func rows(_ lever: LeverSensitivity?, _ plan: Plan, _ effect: Series = .annual)
    -> [String]
  {
    let words = SensitivityWords(plan: plan, style: ReportStyle())
    guard let lever else { return [] }
    return lever.outcomes.map { outcome in
      let figures = outcome.difference.map { Amended.text($0.series(effect)) }
      return "\(words.label(outcome, of: lever.lever)): \(figures ?? "none")"
    }
  }

  private func moved(
    _ name: String, _ operations: [String]? = nil, values: [String]? = nil,
    in question: SensitivityQuestion, _ effect: Series = .annual
  ) throws -> [String] {
    let lever = try #require(Identifier(name).flatMap(question.plan.lever))
    let moves = try values.map { try $0.map(lever.value) } ?? operations?.map(lever.shift)
    return rows(question.answer(of: lever, moves).levers.first, question.plan, effect)
  }

  @Test func `a percentage moves by one and two points, and the plan itself is nil`() throws {
    let found = try question()
    // A point of £60m is £0.6m.
    #expect(
      try moved("pay-award", in: found) == [
        "2 points less: -1.200 -1.200 -1.200", "1 point less: -0.600 -0.600 -0.600",
        "as planned: 0.000 0.000 0.000", "1 point more: 0.600 0.600 0.600",
        "2 points more: 1.200 1.200 1.200",
      ])
    #expect(
      try moved("pay-award", ["0.5 points"], in: found, .cumulative) == [
        "as planned: 0.000 0.000 0.000", "0.5 points more: 0.300 0.600 0.900",
      ])
  }

  @Test func `every cell is computed anew, so that growth upon growth shows`() throws {
    let found = try question(
      "- { id: rent, role: pressure, base: 100, recurring: \"= previous(level(rent)) * growth\" }",
      "assumptions: { growth: { unit: \"%\", values: 10% } }")
    // 110, 121, 133.1 at 10%; 111, 123.21, 136.7631 at 11%; 112, 125.44, 140.4928 at 12%.
    #expect(
      try moved("growth", ["1", "2"], in: found, .cumulative) == [
        "as planned: 0.000 0.000 0.000", "1 point more: 1.000 2.210 3.663",
        "2 points more: 2.000 4.440 7.393",
      ])
  }

  @Test func `values are set in every year, and the plan's own is nil`() throws {
    let found = try question(
      Self.pay, "assumptions: { pay-award: { unit: \"%\", values: 2% } }")
    #expect(
      try moved("pay-award", values: ["1%", "2%", "3%"], in: found) == [
        "1%: -0.600 -0.600 -0.600", "2%, as planned: 0.000 0.000 0.000",
        "3%: 0.600 0.600 0.600",
      ])
    // 3%, 2%, 2% is none of them, and stands beside them.
    #expect(
      try moved("pay-award", values: ["2%"], in: question()) == [
        "as planned: 0.000 0.000 0.000", "2%: -0.600 0.000 0.000",
      ])
  }

  @Test func `what is no percentage moves by a share of itself, or by an amount`() throws {
    let found = try question(
      "- { id: care, role: pressure, recurring: \"= clients * cost\" }",
      """
      assumptions:
        clients: { unit: number, values: [100, 200, 400] }
        cost: { unit: "£", values: £20000 }
      """)
    // 2, 4 and 8.
    #expect(
      try moved("clients", ["1%", "10"], in: found) == [
        "as planned: 0.000 0.000 0.000", "1% more: 0.020 0.040 0.080",
        "10 more: 0.200 0.200 0.200",
      ])
    #expect(
      try moved("cost", ["-£1k", "-5%"], in: found) == [
        "£1000 less: -0.100 -0.200 -0.400", "5% less: -0.100 -0.200 -0.400",
        "as planned: 0.000 0.000 0.000",
      ])
    #expect(
      try moved("care", ["-50%", "£0.1m"], in: found) == [
        "50% less: -1.000 -2.000 -4.000", "as planned: 0.000 0.000 0.000",
        "£0.1m more: 0.100 0.100 0.100",
      ])
  }

  @Test func `assumptions go to the ends of their ranges, and rank by how far that goes`() throws {
    let found = try question(
      """
      - { id: pay, role: pressure, recurring: "= pay-award * £60m" }
      - { id: tax, role: funding, recurring: ["= -levy * £100m", "= -levy * £100m", 0] }
      - { id: rent, role: pressure, recurring: "= inflation * £60m" }
      """,
      """
      assumptions:
        pay-award: { unit: "%", values: [3%, 2%, 2%] }
        levy: { unit: "%", values: [3%, 0%, 0%], range: { low: 2%, central: 3%, high: 4% } }
        inflation: { unit: "%", values: 2% }
        idle: { unit: "%", values: 2% }
      """
    ).answer()
    #expect(found.levers.map(\.lever.id.name) == ["pay-award", "levy", "inflation"])
    #expect(found.unmoved.map(\.id.name) == ["idle"])
    // The levy's range speaks of the year whose value lies in it.
    #expect(
      rows(found.levers[1], found.plan, .cumulative) == [
        "low, 2%: 1.000 1.000 1.000", "as planned: 0.000 0.000 0.000",
        "high, 4%: -1.000 -1.000 -1.000",
      ])
    #expect(found.levers[1].outcomes[0].change == "{ assumption: levy, set: 2%, in: [2017-18] }")
    // 3.6, 2.0 and 3.6 between the ends: a tie stays in plan order.
    #expect(found.ranked.map(\.lever.id.name) == ["pay-award", "inflation", "levy"])
    let page = Report.sensitivity(found).rendered(as: .text).replacing(/\s+/, with: " ")
    let pay = "pay-award: 1 point more costs £0.600m in 2017-18 and £1.800m a year by 2019-20."
    let levy = "levy: 1 point more saves £1.000m in 2017-18 and £2.000m a year by 2019-20."
    #expect(page.contains(pay))
    #expect(page.contains(levy))
    #expect(page.contains("Moves the gap of no year: idle."))
  }

  @Test func `a range that holds no value of the plan speaks of all its years`() throws {
    let found = try question(
      Self.pay,
      """
      assumptions:
        pay-award: { unit: "%", values: [3%, ~, 2%], range: { low: 4%, central: 4%, high: 5% } }
      """.replacing("~", with: "1%")
    ).answer()
    #expect(
      rows(found.levers.first, found.plan) == [
        "low, 4%: 0.600 1.800 1.200", "as planned: 0.000 0.000 0.000",
        "high, 5%: 1.200 2.400 1.800",
      ])
  }

  @Test func `a move that leaves a figure without a value says why, and hides no other`() throws {
    let found = try question(
      "- { id: care, role: pressure, recurring: \"= £1m / count\" }",
      "assumptions: { count: { unit: number, values: 2 } }")
    #expect(
      try moved("count", ["-2", "2"], in: found) == [
        "2 less: none", "as planned: 0.000 0.000 0.000", "2 more: -0.250 -0.250 -0.250",
      ])
    let lever = try #require(found.plan.assumptions.first.map(Lever.assumption))
    let report = Report.sensitivity(
      found.answer(of: lever, [try lever.shift("-2")]), ofOne: true)
    let page = report.rendered(as: .text).replacing(/\s+/, with: " ")
    #expect(page.contains("count, 2 less: no figures, because"))
    #expect(page.contains("n/a"))
  }

  @Test(arguments: ["-", "", "tbc", "x", "1 2", "1e3", "points", "£1m"])
  func `what is no shift of a percentage is refused`(text: String) throws {
    let lever = try #require(try question().plan.assumptions.first.map(Lever.assumption))
    #expect(throws: AmountFault.self) { try lever.shift(text) }
  }

  @Test func `a plan without a gap has nothing that could move`() throws {
    let plan = try Sheet.plan(
      "- { id: pay, role: pressure, recurring: [1, 1, 1] }", head: "gap: none", years: 3)
    #expect(throws: Diagnostics.self) { try SensitivityQuestion(Question(base: plan)) }
  }
}
