import Testing

@testable import FinanceModel

/// What the picture of required and planned reductions says in words.
@Suite struct GapChartTests {
  private func words(base: String, saving: String, _ effect: Series = .annual) throws -> String {
    let plan = try Sheet.plan(
      """
      - { id: care, role: cost, base: \(base), level: [11.000, 12.000, 13.000, 14.000] }
      - { id: tax, role: funding, base: (10.000), level: [(10), (10), (10), (10)] }
      - { id: offices, role: saving, recurring: [\(saving), ~, ~, ~] }
      """)
    let gap = try #require(try plan.forecast().gap)
    let charts = GapCharts(plan: plan, style: ReportStyle())
    return try #require(charts.reductions(gap, effect)).words
  }

  @Test(arguments: [
    ("(1.000)", "the years of the plan add £2.500m to the remaining gap of 2016-17, £0.500m."),
    ("(3.500)", "the years of the plan add nothing to the remaining gap of 2016-17, £0.500m."),
    ("(5.000)", "the years of the plan take £1.500m off the remaining gap of 2016-17, £0.500m."),
  ])
  func `what the years add to a gap they start from is not called what is still to be found`(
    saving: String, end: String
  ) throws {
    let words = try words(base: "10.500", saving: saving)
    #expect(words.contains("Over the plan £3.500m is required and "))
    #expect(words.hasSuffix(" planned; \(end)"))
    #expect(!words.contains("still to be found"))
  }

  @Test func `a plan that starts without a gap has in every year what is still to be found`() throws
  {
    #expect(
      try words(base: "10.000", saving: "(1.000)")
        .hasSuffix("is required and £1.000m planned, with £3.000m still to be found."))
    #expect(
      try words(base: "10.500", saving: "(1.000)", .cumulative)
        .hasSuffix(
          "By 2020-21 £4.000m is required and £1.000m planned, with £3.000m still to be found.")
    )
  }
}
