import Foundation
import Testing

@testable import FinanceModel

/// The kernel against the evaluator, draw for draw and to a trillionth of a pound, in every figure.
///
/// A few draws here; `Scripts/check-simulation-kernel` takes more of each.
@Suite struct KernelEqualityTests {
  /// How many draws a plan has, all its sets of inputs together.
  private static let draws = setting("MTFS_KERNEL_DRAWS", 120)
  /// How many random plans there are.
  private static let plans = setting("MTFS_KERNEL_PLANS", 60)
  private static let batches = 20

  private static func setting(_ name: String, _ usual: UInt64) -> UInt64 {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) } ?? usual
  }

  @Test(arguments: ScenarioPlans.plans)
  func `every figure of a plan of the project is the evaluator's`(file: String) throws {
    try compare(file, draws: KernelEqualityTests.draws)
  }

  @Test(arguments: ScenarioPlans.questions)
  func `every figure of a scenario is the evaluator's`(file: String) throws {
    try compare(file, draws: max(KernelEqualityTests.draws / 10, 30))
  }

  private func compare(_ file: String, draws: UInt64) throws {
    let plan = try ScenarioPlans.plan(file)
    let sets = InventedInputs.sets(plan, seed: 1)
    try #require(!sets.isEmpty)
    for inputs in sets {
      let count = draws / UInt64(sets.count) + 1
      let comparison = KernelComparison(plan, inputs, draws: count, seed: 7)
      #expect(comparison.unheld == nil)
      #expect(comparison.differences == [])
      #expect(comparison.faultCount == 0)
    }
  }

  @Test(arguments: 0..<batches)
  func `every figure of random plans with every word is the evaluator's`(batch: Int) throws {
    let count = KernelEqualityTests.plans / UInt64(KernelEqualityTests.batches)
    var (held, unheld) = (0, 0)
    for seed in UInt64(batch) * count..<UInt64(batch + 1) * count {
      guard let plan = RandomDrivenPlan.plan(seed: seed) else { continue }
      for inputs in InventedInputs.sets(plan, seed: seed) {
        let comparison = KernelComparison(
          plan, inputs, draws: max(KernelEqualityTests.draws / 10, 5), seed: seed)
        #expect(comparison.differences == [], "plan \(seed)")
        if comparison.unheld == nil { held += 1 } else { unheld += 1 }
      }
    }
    // What cannot be held runs on the evaluator, and has to be the exception.
    #expect(held > unheld)
  }

  @Test func `random plans use every word of a formula and every comparison`() {
    let text = (0..<100).map { RandomDrivenPlan.text(seed: $0) }.joined()
    for word in FormulaWords.functions { #expect(text.contains("\(word)("), "\(word)") }
    for sign in Condition.Comparison.allCases { #expect(text.contains(" \(sign.rawValue) ")) }
  }
}
