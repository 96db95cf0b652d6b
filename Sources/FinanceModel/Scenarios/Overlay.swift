extension Plan {
  /// The plan with a scenario's changes made, in order. Throws `Diagnostics` when one does not fit.
  ///
  /// What comes back is a plan like any other: a scenario without changes gives the same figures.
  public func applying(_ scenario: Scenario) throws(Diagnostics) -> Plan {
    let problems = Problems()
    var plan = Overlay(plan: self, problems: problems).adding(scenario.assumptions)
    for change in scenario.changes {
      plan = Overlay(plan: plan, problems: problems).applying(change)
    }
    try problems.throwIfAny()
    return plan
  }

  /// The plan with one change made.
  func applying(_ change: Change) throws(Diagnostics) -> Plan {
    let problems = Problems()
    let plan = Overlay(plan: self, problems: problems).applying(change)
    try problems.throwIfAny()
    return plan
  }

  /// The plan with the assumptions that a scenario brings along.
  func addingAssumptions(of scenario: Scenario) throws(Diagnostics) -> Plan {
    let problems = Problems()
    let plan = Overlay(plan: self, problems: problems).adding(scenario.assumptions)
    try problems.throwIfAny()
    return plan
  }
}

/// Holds the changes of a scenario against a plan.
struct Overlay {
  let plan: Plan
  let problems: Problems

  var context: PlanContext {
    PlanContext(
      unit: plan.unit, decimals: plan.decimals, years: plan.years, rounding: plan.rounding,
      hasGap: plan.gap != .none, groupings: plan.groupings, statusDelivery: plan.statusDelivery,
      problems: problems)
  }

  func applying(_ change: Change) -> Plan {
    if case .insert(let nodes) = change.operation { return inserting(nodes) }
    guard let columns = columns(change.span) else {
      reportUnknown(change.target)
      return plan
    }
    var changed = plan
    if case .assumption(let name) = change.target {
      guard let index = assumption(name) else { return plan }
      changed.assumptions[index] = applying(change, to: plan.assumptions[index], columns)
      return changed
    }
    for row in rows(change.target) {
      guard case .line(let line) = plan.rows[row] else { continue }
      changed.rows[row] = .line(applying(change, to: line, self.columns(columns, of: line, change)))
    }
    return changed
  }

  /// Reports a line or an assumption that is not there, of a change whose years are wrong as well.
  private func reportUnknown(_ target: Change.Target) {
    if case .assumption(let name) = target { _ = assumption(name) } else { _ = rows(target) }
  }

  /// Of some columns those in which a line can be changed: an opening balance in the first year only.
  ///
  /// In later years it is the closing balance of the year before, and has to stay that.
  private func columns(_ columns: [Int], of line: Line, _ change: Change) -> [Int] {
    guard plan.reserves.contains(where: { $0.name(of: .opening) == line.id.name }) else {
      return columns
    }
    let first = columns.filter { $0 == plan.years.planColumns.lowerBound }
    if first.isEmpty, case .line(let name) = change.target, let year = change.span.first {
      problems.add(
        .wrongValue, "'\(name.text)' is what was held at the end of the year before",
        at: year.range, expected: "\(plan.years.years[0]), the only year in which it is stated",
        help: "change what is contributed or used in that year instead")
    }
    return first
  }

  /// The plan's columns that a span names, as it orders them; nil when one is not the plan's.
  private func columns(_ span: Change.Span) -> [Int]? {
    let all = plan.years.planColumns
    if let years = span.years {
      let columns = years.compactMap(context.planColumn)
      var seen: Set<Int> = []
      return columns.count == years.count ? columns.filter { seen.insert($0).inserted } : nil
    }
    let from = span.from.map(context.planColumn) ?? all.lowerBound
    let to = span.to.map(context.planColumn) ?? all.upperBound - 1
    guard let from, let to else { return nil }
    if from > to, let scalar = span.to {
      problems.add(
        .yearSequence, "the span ends before it begins", at: scalar.range,
        expected: "a year from \(plan.years.columns[from]) on")
      return nil
    }
    return Array(from...to)
  }
}
