import Testing

@testable import FinanceModel

/// Correct tables that nobody has seen: none may raise an alarm.
@Suite struct MutationAlarmTests {
  @Test(arguments: 0..<4)
  func `a table printed by the engine is exact when it is read back`(batch: Int) throws {
    var random = MutationRandom("printed tables \(batch)")
    for number in 0..<100 {
      let text = MutationPlan(by: &random, hasProducts: true).rounded
      let plan = try Plan(random: text)
      let cells = try verdicts(plan, plan.printed(for: plan))
      let others = cells.filter { $0.verdict != .exact }
      #expect(others.isEmpty, "table \(number): \(others.map(words)) \(text)")
    }
  }

  @Test(arguments: 0..<4)
  func `totals of unrounded figures over rounded ones are exact or rounding`(batch: Int) throws {
    var random = MutationRandom("rounded tables \(batch)")
    var roundings = 0
    for number in 0..<500 {
      let texts = MutationPlan(by: &random, hasProducts: false)
      let plan = try Plan(random: texts.rounded)
      let table = try Plan(random: texts.fine).printed(for: plan)
      let cells = try verdicts(plan, table)
      roundings += cells.count { $0.verdict == .rounding }
      let wrong = cells.filter { $0.verdict == .wrong }
      #expect(wrong.isEmpty, "table \(number): \(wrong.map(words)) \(texts.rounded)")
    }
    // The tables are no test unless many of them do not add.
    #expect(roundings > 500)
  }

  private func verdicts(_ plan: Plan, _ table: PublishedTable) throws -> [ReconciledCell] {
    let index = PlanIndex(plan)
    return try TableReconciler(index: index, table: table, engine: Evaluator(index)).cells()
  }

  private func words(_ cell: ReconciledCell) -> String {
    "row \(cell.row) \(cell.column): \(cell.published.text), \(cell.computed), \(cell.verdict)"
  }
}
