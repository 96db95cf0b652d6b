extension Plan {
  /// Throws `Diagnostics` where there can be no movement from this plan to another.
  func requireMovement(to new: Plan) throws(Diagnostics) {
    var problems = [self, new].filter { $0.gap == .none }.map { plan in
      Diagnostic(
        .wrongValue, "the plan has no gap that could move: it only lists its rows",
        at: plan.range.firstLine, label: "expected a plan without 'gap: none'")
    }
    if problems.isEmpty, Set(years.years).isDisjoint(with: new.years.years) {
      problems.append(
        Diagnostic(
          .yearOutsidePlan, "the two plans have no year in common", at: new.range.firstLine,
          label: "expected one or more of \(years.span)",
          help: "a movement goes from a plan to a version of it that overlaps its years",
          notes: [Diagnostic.Note("the movement is from this plan", at: range.firstLine)]))
    }
    if !problems.isEmpty { throw Diagnostics(problems) }
  }
}

extension PlanYears {
  /// The plan's own years: `2017-18 to 2020-21`.
  var span: String {
    guard let first = years.first, let last = years.last else { return "" }
    return first == last ? "\(first)" : "\(first) to \(last)"
  }
}
