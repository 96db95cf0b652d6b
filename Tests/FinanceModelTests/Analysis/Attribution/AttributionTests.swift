import Testing

@testable import FinanceModel

/// Each change of a scenario alone, and what the changes do only together.
@Suite struct AttributionTests {
  private func thousands(_ series: YearSeries<Money>) -> [Int] {
    series.values.map { Int($0.trillionths / 1_000_000_000_000_000) }
  }

  private func attribution(_ sections: String, _ changes: String) throws -> Attribution {
    try #require(try Sheet(sections, years: 2).answer(changes).attribution())
  }

  @Test func `what two changes do only together is the interaction`() throws {
    let found = try attribution(
      "- { id: pay, role: pressure, recurring: [1.000, 2.000] }",
      """
      - { name: Twice, line: pay, scale: 200% }
      - { name: One more, line: pay, add: 1.000 }
      - { name: Half, line: pay, scale: 50% }
      """)
    // Alone 1 becomes 2, 2 and 0.5; together (1 × 2 + 1) ÷ 2 = 1.5. 2 becomes 4, 3 and 1; 2.5.
    let alone = found.changes.compactMap(\.difference)
    #expect(alone.map { thousands($0.annual) } == [[1000, 2000], [1000, 1000], [-500, -1000]])
    #expect(
      alone.map { thousands($0.cumulative) } == [[1000, 3000], [1000, 2000], [-500, -1500]])
    #expect(thousands(found.interaction.annual) == [-1000, -1500])
    #expect(thousands(found.interaction.cumulative) == [-1000, -2500])
  }

  @Test func `changes of different lines do not interact`() throws {
    let found = try attribution(
      """
      - { id: pay, role: pressure, recurring: [1.000, 2.000] }
      - { id: grant, role: funding, one-off: [(3.000), ~] }
      """,
      "- { line: pay, scale: 150% }\n- { line: grant, set: [~, ~] }")
    #expect(found.changes.count == 2)
    #expect(thousands(found.interaction.annual) == [0, 0])
    #expect(thousands(found.interaction.cumulative) == [0, 0])
  }

  @Test func `a change that leaves no value alone is part of the interaction`() throws {
    let answer = try Sheet(
      "- { id: pay, role: pressure, recurring: \"= £1m / count\" }",
      head: "assumptions: { count: { unit: number, values: 2 } }", years: 1
    ).answer(
      """
      - { name: Four, assumption: count, set: 4 }
      - { name: Four less, assumption: count, shift: -2 }
      """)
    let found = try #require(answer.attribution())
    #expect(found.changes.map { $0.difference.map { thousands($0.annual) } } == [[-250], nil])
    #expect(thousands(found.interaction.annual) == [250])
    let page = Report.gap(answer, attribution: found).rendered(as: .text)
    #expect(page.contains(/\nFour less +n\/a +n\/a\n/))
    #expect(page.contains("'Four less' needs an earlier change and cannot be made alone"))
    #expect(page.contains(/\nInteraction of the changes +0.250 +0.250\n/))
  }

  @Test func `an empty scenario has no interaction, and a plan without a gap no attribution`()
    throws
  {
    let sections = "- { id: pay, role: pressure, recurring: [1.000, 2.000] }"
    let nothing = try attribution(sections, "")
    #expect(nothing.changes.isEmpty)
    #expect(thousands(nothing.interaction.annual) == [0, 0])
    let list = try Sheet(sections, head: "gap: none", years: 2).answer("- { line: pay, add: 1 }")
    #expect(list.attribution() == nil)
  }

  @Test(arguments: ["plan", "driven"])
  func `changes alone and their interaction add to the difference on Wiltshire's plans`(
    name: String
  ) throws {
    let plan = try Plan(contentsOf: Wiltshire.path("\(name).yaml"))
    for seed in UInt64(20_000)..<20_050 {
      var random = SplitMix64(seed: seed)
      guard let answer = try plan.randomAnswer(using: &random) else { continue }
      let found = try #require(answer.attribution())
      #expect(found.changes.count == answer.contributions.count)
      for effect in [Series.annual, .cumulative] {
        let start = try #require(answer.base.gap?.series(.remaining, effect))
        let sum = found.changes.compactMap(\.difference).reduce(start) { $0 + $1.series(effect) }
        let end = try #require(answer.result.gap?.series(.remaining, effect))
        #expect(sum + found.interaction.series(effect) == end, "seed \(seed)")
      }
      // The first change has none before it, so that alone and in order it does the same.
      #expect(found.changes.first?.difference == answer.contributions.first?.difference)
    }
  }
}

extension Plan {
  /// The answer to a random scenario; nil where it makes a cycle.
  ///
  /// A profile spreads a total, which needs every year; a line may compute a year from the one before.
  func randomAnswer(using random: inout SplitMix64) throws -> Answer? {
    let scenario = try Sheet.scenario(RandomScenario(of: self, using: &random).text)
    do throws(Diagnostics) {
      return try Question(base: self, scenarios: [scenario]).answer()
    } catch {
      guard error.all.allSatisfy({ $0.code == .cycle }) else { throw error }
      return nil
    }
  }
}
