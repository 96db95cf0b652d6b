import Testing

@testable import FinanceModel

/// What is found of one amendment, worked out by hand.
@Suite struct AmendmentVerdictTests {
  private static let sections = """
    - id: growth
      role: pressure
      lines:
        - { id: roads, title: Roads, recurring: [1.000, 1.000, 0.000] }
        - { id: draw, title: Reserve, role: reserves, recurring: [-2.000, ~, ~] }
        - { id: event, title: Event, one-off: [0.500, ~, ~] }
    - id: income
      role: income
      signs: income-positive
      lines:
        - { id: fees, title: Fees, base: 4.000, level: [5.000, 5.000, 6.000] }
    - { id: offices, title: Offices, role: saving, recurring: [-1.000, -0.500, ~] }
    """

  private func amended(_ changes: String...) throws -> Amended {
    try Amended(Sheet.plan(Self.sections, years: 3), [changes.joined(separator: "\n")])
  }

  private static let roads = "- { line: roads, add: 0.200, in: 2017-18 }"
  private static let event = "- { line: event, add: 0.300, in: 2017-18 }"

  @Test(arguments: [
    ("", "0.000 0.000 0.000", "0.000 0.000 0.000", AmendmentVerdict.balances),
    (
      "- { line: offices, add: -0.200, in: 2017-18 }", "0.000 0.000 0.000", "0.000 0.000 0.000",
      .balances
    ),
    // Income of a level is printed positive: 0.200 more in each year pays for it.
    ("- { line: fees, add: 0.200 }", "0.000 0.000 0.000", "0.000 0.000 0.000", .balances),
    (
      "- { line: offices, add: -0.200, in: 2018-19 }", "0.200 0.000 0.000", "0.000 0.000 0.000",
      .doesNotBalance
    ),
    // A draw counts as one-off money, typed as a change of 2017-18 or not.
    (
      "- { line: draw, add: [-0.200, 0.200], in: [2017-18, 2018-19] }", "0.200 0.200 0.200",
      "-0.200 0.000 0.000", .doesNotBalance
    ),
    (
      "- { line: draw, add: -0.200, in: 2017-18 }", "0.200 0.200 0.200", "-0.200 -0.200 -0.200",
      .oneOffForRecurring
    ),
    (
      "- { line: event, add: -0.200 }", "0.200 0.200 0.200", "-0.200 -0.200 -0.200",
      .oneOffForRecurring
    ),
  ])
  func `recurring and one-off money are told apart, and each must come to nil`(
    paidBy: String, recurring: String, oneOff: String, verdict: AmendmentVerdict
  ) throws {
    let changes = paidBy.isEmpty ? "- { line: roads, add: 0.000 }" : "\(Self.roads)\n\(paidBy)"
    let effect = try amended(changes).effect()
    #expect(Amended.text(effect.recurring) == recurring)
    #expect(Amended.text(effect.oneOff) == oneOff)
    #expect(effect.verdict == verdict)
  }

  @Test func `one-off money may pay for one-off cost`() throws {
    let effect = try amended(
      Self.event, "- { line: draw, add: [-0.300, 0.300], in: [2017-18, 2018-19] }"
    ).effect()
    #expect(effect.verdict == .balances)
  }

  @Test func `a recurring saving that pays for one-off cost is a finding of its own`() throws {
    let amended = try amended(
      Self.event, "- { line: offices, add: [-0.300, 0.300], in: [2017-18, 2018-19] }")
    #expect(amended.effect().verdict == .recurringForOneOff)
    #expect(Amended.text(amended.effect().paidByRecurring) == "0.300 0.000 0.000")
    #expect(amended.answer.hasFindings)
    #expect(amended.page.contains("a recurring saving pays for one-off cost, £0.300m in 2017-18."))
  }

  @Test func `an amendment out of balance says the first year, by how much, and what follows`()
    throws
  {
    let page = try amended(
      Self.roads, "- { line: offices, add: -0.200, in: 2018-19 }"
    ).page
    #expect(
      page.contains(
        "It does not balance: in 2017-18 it costs £0.200m more than it finds; from 2018-19 on it comes to nil."
      ))
    #expect(
      try amended("- { line: offices, add: -0.100, in: 2018-19 }").page.contains(
        "in 2018-19 it finds £0.100m more than it costs, and so in every year after."))
    #expect(
      try amended("- { line: roads, add: [0.100, 0.200], in: [2018-19, 2019-20] }").page.contains(
        "in 2018-19 it costs £0.100m more than it finds; in 2019-20 it costs £0.300m more than it finds."
      ))
    #expect(
      try amended("- { line: roads, add: 0.100, in: 2019-20 }").page.contains(
        "in 2019-20 it costs £0.100m more than it finds."))
  }

  @Test func `one-off money that pays for recurring cost is said, with the cost that stays`() throws
  {
    let amended = try amended(Self.roads, "- { line: event, add: -0.200, in: 2017-18 }")
    #expect(Amended.text(amended.effect().paidByOneOff) == "0.200 0.000 0.000")
    let text = amended.page
    #expect(text.contains("One-off money pays for recurring cost: £0.200m in 2017-18."))
    #expect(text.contains("The one-off money ends and the cost stays: £0.200m a year."))
  }

  @Test func `a cost that ends with the one-off money is said to be one-off itself`() throws {
    let page = try amended(
      Self.roads, "- { line: roads, add: -0.200, in: 2018-19 }",
      "- { line: event, add: -0.200, in: 2017-18 }"
    ).page
    #expect(page.contains("balances only with one-off money"))
    #expect(page.contains("typed as one-off it would balance by itself."))
  }

  @Test func `a cost that ends is no one-off cost where the net is not nil`() throws {
    let page = try amended(
      Self.roads, "- { line: roads, add: -0.300, in: 2018-19 }",
      "- { line: event, add: -0.200, in: 2017-18 }"
    ).page
    #expect(page.contains("One-off money pays for recurring cost: £0.200m in 2017-18."))
    #expect(!page.contains("typed as one-off"))
  }

  @Test func `every year that is out of balance is named, those alike once`() throws {
    let page = try amended(
      "- { line: roads, add: [0.100, 0.100, -0.300], in: [2017-18, 2018-19, 2019-20] }"
    ).page
    #expect(
      page.contains(
        "in 2017-18 it costs £0.100m more than it finds; in 2018-19 it costs £0.200m more than it "
          + "finds; in 2019-20 it finds £0.100m more than it costs."))
    #expect(
      try amended("- { line: roads, add: [0.1, 0.1], in: [2017-18, 2019-20] }").page.contains(
        "in 2017-18 it costs £0.100m more than it finds, and so in 2018-19; in 2019-20 it costs "
          + "£0.200m more than it finds."))
  }

  @Test func `one-off money of the last year unwinds after the plan`() throws {
    let amended = try amended("- { line: event, add: -0.200, in: 2019-20 }")
    #expect(amended.effect().unwinding == (try Money("0.200", in: .millions)))
    #expect(
      amended.page.contains(
        "After 2019-20 its one-off money ends, which adds £0.200m to the gap of the year after."))
  }

  @Test func `what slips to the years after the plan is said`() throws {
    let amended = try amended(
      "- { name: Later, line: offices, slip: 100%, by: 2 years, in: 2018-19 }")
    #expect(
      amended.page.contains("After 2019-20: (£0.500m) of Offices, moved there by 'Later'."))
    let both = try self.amended(
      "- { name: Later, lines: [offices, roads], slip: 100%, by: 2 years, in: 2018-19 }")
    #expect(
      both.page.contains("After 2019-20: £0.500m of Roads and Offices, moved there by 'Later'."))
  }

  @Test func `an amount smaller than the last place shown is said in pounds`() throws {
    let sections =
      Self.sections + "\n- { id: fund, title: Fund, role: pressure, recurring: [0, ~, ~] }"
    let plan = try Sheet.plan(sections, head: "rounding: none", years: 3)
    let page = try Amended(plan, ["- { line: fund, add: £400, in: 2017-18 }"]).page
    #expect(page.contains("in 2017-18 it costs £400.00 more than it finds"))
  }

  @Test func `a figure still to be confirmed makes a verdict provisional`() throws {
    let amended = try amended(
      "- { line: roads, set: tbc, in: 2018-19 }", "- { line: event, set: tbc }")
    #expect(
      amended.page.contains(
        "Provisional, with figures still to be confirmed that count as nothing: 2017-18, 2018-19 "
          + "and 2019-20."))
  }

  @Test func `figures that are settled are not provisional`() throws {
    #expect(try amended("- { line: roads, add: 1 }").answer.outcomes[0].provisionalYears.isEmpty)
  }

  @Test func `an end in the last year is said by its year`() throws {
    let page = try amended("- { line: roads, add: [0.100, -0.100], in: [2017-18, 2019-20] }").page
    #expect(
      page.contains(
        "it costs £0.100m more than it finds, and so in 2018-19; in 2019-20 it comes to nil."))
  }
}
