import FoundationEssentials
import Testing

@testable import FinanceModel

@Suite struct ContributionTests {
  /// Lines that formulas make over assumptions, beside the lines of a random plan.
  private static let driven = """

    - { id: levy, role: funding, recurring: "= -rate * £3.333m" }
    - { id: growth, role: pressure, recurring: "= rate * level(levy) * count" }
    - { id: share, role: saving, recurring: "= -10% * required", delivery: "= delivered" }
    """
  private static let head = """
    assumptions:
      rate: { unit: "%", values: 3.3% }
      count: { unit: number, values: 7 }
      delivered: { unit: "%", values: 85% }
    """

  @Test(arguments: 0..<5)
  func `contributions add exactly to the difference in 2,000 scenarios of random plans`(batch: Int)
    throws
  {
    for number in 0..<20 {
      let seed = UInt64(batch * 20 + number)
      let naive = NaivePlan(seed: seed, mostLines: 3, mostYears: 3)
      let plan = try Sheet.plan(
        naive.sections + ContributionTests.driven, head: ContributionTests.head,
        base: naive.hasBase ? "2016-17" : nil, years: naive.years)
      for scenario in UInt64(0)..<20 {
        try expectContributionsAdd(plan, seed: seed * 20 + scenario)
      }
    }
  }

  @Test(arguments: ["plan", "driven"])
  func `contributions add exactly to the difference on Wiltshire's plans`(name: String) throws {
    let plan = try Plan(contentsOf: Wiltshire.path("\(name).yaml"))
    for seed in 10_000..<10_025 { try expectContributionsAdd(plan, seed: UInt64(seed)) }
  }

  private func expectContributionsAdd(_ plan: Plan, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let scenario = RandomScenario(of: plan, using: &random)
    let answer = try Question(base: plan, scenarios: [Sheet.scenario(scenario.text)]).answer()
    let (before, after) = try (#require(answer.base.gap), #require(answer.result.gap))
    for effect in [Series.annual, .cumulative] {
      let start = try #require(before.series(.remaining, effect))
      let end = try #require(after.series(.remaining, effect))
      let sum = answer.contributions.reduce(start) { sum, contribution in
        sum + (effect == .annual ? contribution.annual : contribution.cumulative)
      }
      #expect(sum == end, "seed \(seed): \(scenario.text)")
    }
    #expect(answer.contributions.count == answer.question.scenarios[0].changes.count)
    // Now and then: what the changes give together is what the plan with all of them gives.
    guard seed.isMultiple(of: 10) else { return }
    let together = try answer.question.plan().forecast()
    #expect(together.gap == after)
    #expect(together.printed == answer.result.printed)
  }

  @Test(arguments: ["plan", "driven"])
  func `an empty scenario differs by nothing in any cell`(name: String) throws {
    let plan = try Plan(contentsOf: Wiltshire.path("\(name).yaml"))
    let answer = try Question(base: plan, scenarios: [Sheet.scenario("")]).answer()
    #expect(answer.base.printed == answer.result.printed)
    #expect(answer.base.effects == answer.result.effects)
    #expect(answer.base.gap == answer.result.gap)
    #expect(answer.contributions.isEmpty)
  }

  @Test func `each contribution is what its change adds after those before it`() throws {
    let sheet = try Sheet("- { id: pay, role: pressure, recurring: [1.000, 2.000] }", years: 2)
    let answer = try sheet.answer(
      """
      - { name: Half as much again, line: pay, scale: 150% }
      - { name: One more in the first year, line: pay, add: 1.000, in: 2017-18 }
      - { name: Twice that, line: pay, scale: 200% }
      """)
    let annual = answer.contributions.map { contribution in
      contribution.annual.values.map { $0.trillionths / 1_000_000_000_000_000 }
    }
    // 1 → 1.5 → 2.5 → 5 and 2 → 3 → 3 → 6, in £000.
    #expect(annual == [[500, 1000], [1000, 0], [2500, 3000]])
    #expect(
      answer.contributions.map(\.change.name)
        == ["Half as much again", "One more in the first year", "Twice that"])
  }
}

/// The plans of Wiltshire, which the project ships.
enum Wiltshire {
  static func path(_ file: String) -> String {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(4).joined(separator: "/") + "/Scenarios/wiltshire-2017/\(file)"
  }
}
