import Testing

@testable import FinanceModel

/// What a change does, worked out from the lines that it can reach and no others.
@Suite struct ComputedPlanTests {
  private static let sections = """
    - id: costs
      role: cost
      lines:
        - { id: pay, base: 10.000, level: [11.000, 12.000] }
        - { id: rent, base: 5.000, level: "= 50% * level(pay)" }
    - { id: grant, role: funding, base: (14.000), level: [(15.000), (16.000)] }
    - { id: note, role: memorandum, base: ~, level: "= 2 * level(pay)" }
    """

  /// Each contribution, beside the difference of the two gaps that lie around its change.
  private func expectSame(_ changes: String) throws -> [Contribution] {
    let sheet = try Sheet(ComputedPlanTests.sections, years: 2)
    let answer = try sheet.answer(changes)
    var plan = sheet.plan
    for contribution in answer.contributions {
      let next = try plan.applying(contribution.change)
      let gaps = try (#require(plan.forecast().gap), #require(next.forecast().gap))
      #expect(contribution.difference == GapDifference(from: gaps.0, to: gaps.1))
      plan = next
    }
    return answer.contributions
  }

  private func thousands(_ series: YearSeries<Money>) -> [Int] {
    series.values.map { Int($0.trillionths / 1_000_000_000_000_000) }
  }

  @Test func `a change reaches the lines that are made of the changed one`() throws {
    let found = try expectSame("- { line: pay, add: 1.000, in: 2018-19 }")
    // Pay costs 1 more in the second year, and rent half of that; the memorandum is in no gap.
    #expect(found.map { thousands($0.annual) } == [[0, 1500]])
    #expect(found.map { thousands($0.cumulative) } == [[0, 1500]])
  }

  @Test func `an inserted line brings its part of the base year's gap`() throws {
    let found = try expectSame(
      """
      - { insert: { id: new, section: costs, base: 2.000, level: [2.500, 2.500] } }
      - { line: new, scale: 200% }
      - { line: pay, set: [~, ~] }
      - { line: pay, add: 1.000 }
      """)
    #expect(thousands(found[0].annual) == [500, 0])
    #expect(thousands(found[0].cumulative) == [2500, 2500])
    #expect(thousands(found[1].annual) == [2500, 0])
    #expect(thousands(found[3].annual) == [1500, 0])
  }

  @Test func `a change that leaves no value is refused`() throws {
    let sheet = try Sheet(
      "- { id: pay, role: pressure, recurring: \"= £1m / count\" }",
      head: "assumptions: { count: { unit: number, values: 2 } }", years: 1)
    #expect(throws: Diagnostics.self) {
      try sheet.answer("- { assumption: count, set: 0 }\n- { assumption: count, set: 2 }")
    }
  }
}
