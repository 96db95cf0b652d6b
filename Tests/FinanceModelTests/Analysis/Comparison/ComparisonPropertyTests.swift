import Testing

@testable import FinanceModel

/// Whatever the scenarios: what is compared is what each of them gives by itself.
@Suite struct ComparisonPropertyTests {
  @Test(arguments: ["plan", "driven"])
  func `compared figures are those of each scenario alone in 200 comparisons`(name: String) throws {
    let plan = try Plan(contentsOf: Wiltshire.path("\(name).yaml"))
    for seed in UInt64(30_000)..<30_100 {
      var random = SplitMix64(seed: seed)
      let answers = try (0..<3).compactMap { _ in try plan.randomAnswer(using: &random) }
      guard let base = answers.first?.base else { continue }
      let found = try Comparison(answers.map(\.question))
      #expect(found.reference.gap == base.gap)
      #expect(found.alternatives.dropFirst().map(\.gap) == answers.map { $0.result.gap }, "\(seed)")
      for (alternative, answer) in zip(found.alternatives.dropFirst(), answers) {
        let contributions = answer.contributions.map(\.annual)
        let sum = contributions.dropFirst().reduce(contributions[0], +)
        #expect(alternative.difference.annual == sum, "\(seed)")
      }
      let forecasts = answers.map(\.result)
      let ids = Set(([base] + forecasts).flatMap { $0.plan.rows.compactMap { $0.line?.id } })
      let differing = ids.filter { id in
        forecasts.contains { $0.amounts(id) != base.amounts(id) }
      }
      #expect(Set(found.lines.map(\.id)) == differing, "\(seed)")
      #expect(found.lines.count == differing.count)
      let places = found.lines.compactMap { $0.rows[0] }
      #expect(places == places.sorted())
    }
  }
}

extension Forecast {
  /// What a line adds to each year; nil in every year where it is not there.
  fileprivate func amounts(_ id: Identifier) -> [Money] {
    let row = plan.rows.firstIndex { $0.line?.id == id }
    let effects = row.flatMap { self.effects[$0] }
    return plan.years.years.indices.map { effects?.annual[$0].money ?? .zero }
  }
}
