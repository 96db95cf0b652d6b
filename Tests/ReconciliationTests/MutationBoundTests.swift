import Testing

@testable import FinanceModel

@Suite struct MutationBoundTests {
  @Test(arguments: 0..<4)
  func `the bound is what moving every input by half a place does to the formula`(batch: Int) throws
  {
    var random = MutationRandom("bounds \(batch)")
    var compared = 0
    for number in 0..<60 {
      let text = MutationPlan(by: &random, hasProducts: true).rounded
      let plan = try Plan(random: text)
      let table = plan.printed(for: plan)
      let index = PlanIndex(plan)
      let reconciler = TableReconciler(index: index, table: table, engine: Evaluator(index))
      for row in table.rows {
        for cell in row.cells where reconciler.isFormula(row.row, cell.column) {
          let formula = PublishedFormula(
            row: row.row, column: cell.column, index: index, published: reconciler.published,
            style: { reconciler.style($0, .position($1)) })
          let bound = RoundingBound(formula: formula, own: 500_000_000_000_000).bound()
          let moved = Self.moved(formula)
          #expect(bound == 500_000_000_000_000 + moved, "plan \(number), \(row.title): \(text)")
          compared += formula.inputs.isEmpty ? 0 : 1
        }
      }
    }
    #expect(compared > 200)
  }

  /// The same by evaluating the formula twice for every input, however it enters.
  private static func moved(_ formula: PublishedFormula) -> Int128 {
    formula.inputs.reduce(0) { sum, input in
      let effects = [input.halfPlace, -input.halfPlace].map { shift in
        let value = input.value.with(trillionths: input.value.trillionths + shift)
        return Int128((formula.value(with: [input.key: .figure(value)]) - formula.value).magnitude)
      }
      return sum + (effects.max() ?? 0)
    }
  }
}
