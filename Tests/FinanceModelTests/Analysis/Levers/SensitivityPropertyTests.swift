import Testing

@testable import FinanceModel

/// Whatever the plan and the move, a cell is what `run` gives for the scenario that makes the move.
@Suite struct SensitivityPropertyTests {
  private static let driven = """

    - { id: levy, role: funding, recurring: "= -rate * £3.333m" }
    - { id: growth, role: pressure, recurring: "= rate * level(levy) * count" }
    - { id: drawn, role: reserves, one-off: "= rate * £1.234m" }
    """
  private static let head = """
    assumptions:
      rate: { unit: "%", values: 3.3%, range: { low: 1%, central: 2%, high: 7.77% } }
      count: { unit: number, values: 7 }
      idle: { unit: number, values: 7 }
    """

  @Test func `cells are those of the scenario in 60 random plans`() throws {
    var cells = 0
    for seed in UInt64(0)..<60 {
      let naive = NaivePlan(seed: seed, mostLines: 4, mostYears: 4)
      let sheet = try Sheet(
        naive.sections + Self.driven, head: Self.head, base: naive.hasBase ? "2016-17" : nil,
        years: naive.years)
      var random = SplitMix64(seed: seed)
      let hundredths = Int.random(in: 0...99, using: &random)
      let number = "\(Int.random(in: -9...9, using: &random)).\(hundredths)"
      let question = try SensitivityQuestion(Question(base: sheet.plan))
      let asked = [
        ("rate", "\(number) points", "assumption: rate, shift: \(number) points"),
        ("rate", "\(number)%", "assumption: rate, shift: \(number) points"),
        ("count", number, "assumption: count, shift: \(number)"),
        ("levy", "£\(number)m".replacing("£-", with: "-£"), "line: levy, add: \(number)"),
        ("count", "25%", "assumption: count, scale: 125%"),
        ("drawn", "-40%", "line: drawn, scale: 60%"),
      ]
      for (name, shift, change) in asked {
        let lever = try #require(Identifier(name).flatMap(question.plan.lever))
        let found = question.answer(of: lever, [try lever.shift(shift)]).levers[0]
        let changed = try sheet.with("- { \(change) }")
        let before = try #require(sheet.forecast.gap)
        let expected = GapDifference(from: before, to: try #require(changed.forecast.gap))
        let moved = try #require(found.outcomes.first { $0.kind == .move })
        #expect(moved.difference == expected, "\(seed): \(name), \(shift)")
        #expect(found.outcomes.first { $0.kind == .plan }?.difference?.isNotNil == false)
        cells += expected.map { $0.annual.values.count { $0 != .zero } } ?? 0
      }
      let all = question.answer()
      #expect(all.levers.map(\.lever.id.name) == ["rate", "count"])
      #expect(all.unmoved.map(\.id.name) == ["idle"])
      let swings = all.ranked.map(\.swing)
      #expect(swings == swings.sorted(by: >))
    }
    #expect(cells > 500)
  }
}
