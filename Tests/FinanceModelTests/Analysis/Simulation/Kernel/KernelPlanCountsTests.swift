import Foundation
import Testing

@testable import FinanceModel

/// What the kernel counts of whole plans, by its fastest way, against the evaluator's counts.
///
/// A few draws here; `Scripts/check-simulation-kernel` takes more of each.
@Suite struct KernelPlanCountsTests {
  private static let draws =
    ProcessInfo.processInfo.environment["MTFS_KERNEL_DRAWS"].flatMap { UInt64($0) } ?? 120

  @Test(arguments: ScenarioPlans.plans)
  func `the counts of a plan of the project are the evaluator's`(file: String) throws {
    let plan = try ScenarioPlans.plan(file)
    if plan.gap == .none { return }
    let sets = InventedInputs.sets(plan, seed: 1)
    for inputs in sets {
      let count = KernelPlanCountsTests.draws / UInt64(sets.count) + 1
      // From an odd draw on: two draws share a word.
      #expect(try differences(plan, inputs, 77..<77 + count) == [])
    }
  }

  @Test func `the counts of random plans are the evaluator's, and so is the first fault`() throws {
    var compiled = 0
    for seed in UInt64(0)..<60 {
      guard let plan = RandomDrivenPlan.plan(seed: seed), plan.gap != .none else { continue }
      for inputs in InventedInputs.sets(plan, seed: seed) {
        guard case .kernel = SimulationKernel.compiled(plan, inputs) else { continue }
        compiled += 1
        let count = max(KernelPlanCountsTests.draws / 12, 10)
        #expect(try differences(plan, inputs, 0..<count) == [], "plan \(seed)")
      }
    }
    #expect(compiled > 40)
  }

  /// What differs, in words.
  private func differences(
    _ plan: Plan, _ inputs: [SampledInput], _ draws: Range<UInt64>
  ) throws -> [String] {
    guard case .kernel(let kernel) = SimulationKernel.compiled(plan, inputs) else {
      return ["not compiled"]
    }
    let evaluator = EvaluatorDraws(plan: plan, inputs: inputs, seed: 7)
    let ranks = [1, (draws.upperBound - draws.lowerBound) / 2 + 1]
    switch kernel.counts(draws, seed: 7, threads: 3, ranks: ranks) {
    case .stopped: return ["stopped"]
    case .fault(let draw):
      let isFirst = (draws.lowerBound..<draw).allSatisfy { (try? evaluator.outcome($0)) != nil }
      return isFirst && (try? evaluator.outcome(draw)) == nil ? [] : ["a fault in draw \(draw)"]
    case .counts(let counts):
      let expected = try #require(try evaluator.counts(draws))
      var found: [String] = []
      if counts.everyYear != expected.everyYear { found.append("every year") }
      if counts.reservesLast != expected.reservesLast { found.append("reserves") }
      for series in [Series.annual, .cumulative] {
        for (year, (one, other)) in zip(counts.series(series), expected.series(series)).enumerated()
        {
          let isAlike =
            one.sum == other.sum && one.atMostNil == other.atMostNil && one.mean == other.mean
            && ranks.allSatisfy { one.value(atRank: $0) == other.value(atRank: $0) }
            && (!one.isWhole || values(one) == values(other))
          if !isAlike { found.append("\(series) \(year)") }
        }
      }
      return found
    }
  }

  private func values(_ histogram: Histogram) -> [Trillionths: UInt64] {
    var found: [Trillionths: UInt64] = [:]
    for window in histogram.windows {
      window.eachValue { found[Trillionths($0)] = $1 }
    }
    return found
  }
}
