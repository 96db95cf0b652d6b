import Testing

@testable import FinanceModel

/// Whatever the amendments, their figures add up and agree with the gaps of the plans that they make.
@Suite struct AmendmentSumTests {
  /// Lines that formulas make over assumptions, beside the lines of a random plan.
  private static let driven = """

    - { id: levy, role: funding, recurring: "= -rate * £3.333m" }
    - { id: growth, role: pressure, recurring: "= rate * level(levy) * count" }
    - { id: drawn, role: reserves, one-off: "= rate * £1.234m" }
    """
  private static let head = """
    assumptions:
      rate: { unit: "%", values: 3.3% }
      count: { unit: number, values: 7 }
    """

  @Test(arguments: 0..<5)
  func `figures add up for 300 random amendments of random plans`(batch: Int) throws {
    var lines = 0
    for number in 0..<20 {
      let seed = UInt64(batch * 20 + number)
      let naive = NaivePlan(seed: seed, mostLines: 3, mostYears: 3)
      let plan = try Sheet.plan(
        naive.sections + Self.driven, head: Self.head, base: naive.hasBase ? "2016-17" : nil,
        years: naive.years)
      var random = SplitMix64(seed: seed)
      let texts = (0..<3).map { _ in RandomScenario(of: plan, using: &random).text }
      lines += try expectSums(plan, texts)
    }
    #expect(lines > 100)
  }

  @Test func `figures add up on Wiltshire's plan, too`() throws {
    let plan = try Plan(contentsOf: Wiltshire.path("driven.yaml"))
    var random = SplitMix64(seed: 7)
    let texts = (0..<6).map { _ in RandomScenario(of: plan, using: &random).text }
    _ = try expectSums(plan, texts)
  }

  /// How many lines were changed.
  private func expectSums(_ plan: Plan, _ texts: [String]) throws -> Int {
    let amendments = try Amended.amendments(texts)
    let answer = try AmendmentQuestion(
      budget: Question(base: plan), amendments: amendments
    ).answer()
    let nothing = YearSeries(
      first: plan.years.years[0], values: plan.years.years.map { _ in Money.zero })
    for (amendment, outcome) in zip(amendments, answer.outcomes) {
      try expect(outcome.effect, of: [amendment], on: plan)
      let sum = { (lines: [AmendedLine]) in lines.reduce(nothing) { $0 + $1.effect } }
      #expect(sum(outcome.lines.filter(\.isOneOff)) == outcome.effect.oneOff)
      #expect(sum(outcome.lines.filter { !$0.isOneOff }) == outcome.effect.recurring)
    }
    for set in answer.sets {
      if case .refused(let faults) = set.outcome {
        // Two random scenarios may insert the same line.
        #expect(faults.all.allSatisfy { $0.code == .duplicateIdentifier }, "\(texts)")
      }
      guard let made = set.made else { continue }
      try expect(made.effect, of: set.members.map { amendments[$0] }, on: plan)
      let alone = set.members.map { answer.outcomes[$0].effect }
      let (net, oneOff) = (made.interaction.net, made.interaction.oneOff)
      #expect(alone.reduce(net) { $0 + $1.net } == made.effect.net)
      #expect(alone.reduce(oneOff) { $0 + $1.oneOff } == made.effect.oneOff)
    }
    #expect(answer.sets.count == (texts.count == 3 ? 4 : 16))
    let isMade = answer.sets.contains { $0.made != nil }
    return isMade ? answer.outcomes.reduce(0) { $0 + $1.lines.count } : 0
  }

  /// Holds an effect against the gaps before and after.
  private func expect(
    _ effect: AmendmentEffect, of amendments: [Amendment], on plan: Plan
  ) throws {
    let changed = try Question(base: plan, scenarios: amendments.map(\.scenario)).plan()
    let (before, after) = try (#require(plan.forecast().gap), #require(changed.forecast().gap))
    func difference(_ kind: GapKind) throws -> YearSeries<Money> {
      try #require(after.cumulative[kind]) - #require(before.cumulative[kind])
    }
    func oneOffs(_ gap: GapStatement) -> YearSeries<Money> {
      gap.oneOffs.dropFirst().reduce(gap.oneOffs[0].amounts) { $0 + $1.amounts }
    }
    #expect(try effect.net == difference(.remaining))
    #expect(effect.net == effect.recurring + effect.oneOff)
    #expect(try effect.recurring == difference(.structural))
    #expect(effect.oneOff == oneOffs(after) - oneOffs(before))
    #expect(effect.unwinding == after.unwinding - before.unwinding)
  }
}
