/// A plan between two changes, whose cells are computed when they are asked for.
struct ComputedPlan {
  let evaluator: Evaluator

  var plan: Plan { evaluator.plan }

  init(_ plan: Plan) {
    evaluator = Evaluator(PlanIndex(plan))
  }

  private init(_ index: PlanIndex) {
    evaluator = Evaluator(index)
  }

  /// The plan with a change made, and what that does to the remaining gap; nil where there is none.
  ///
  /// Only the lines that the change reaches, and those by formula, can add another amount; the others
  /// are not computed. Throws `Diagnostics` when the change does not fit, or leaves no value.
  func making(
    _ change: Change
  ) throws(Diagnostics) -> (after: ComputedPlan, difference: GapDifference?) {
    let new = try plan.applying(change)
    let old = evaluator.index
    let after: ComputedPlan
    let rows: (before: [Int], after: [Int])
    if let (index, changed) = old.changed(to: new) {
      after = ComputedPlan(index)
      let moving = Array(Set(changed + old.formulaLines)).sorted()
      rows = (moving, moving)
    } else {
      after = ComputedPlan(new)
      rows = (old.gapLines, after.evaluator.index.gapLines)
    }
    if plan.gap == .none { return (after, nil) }
    let difference = GapDifference(
      from: evaluator.gapPart(of: rows.before), to: after.evaluator.gapPart(of: rows.after),
      first: plan.years.years[0])
    // The plan before was computed as the plan after the change before.
    let problems = after.evaluator.problems
    if !problems.isEmpty { throw Diagnostics(problems) }
    return (after, difference)
  }
}
