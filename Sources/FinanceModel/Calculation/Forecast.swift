/// Every figure of a plan, computed.
public struct Forecast: Sendable {
  /// The plan that is computed.
  public var plan: Plan { index.plan }
  /// Where the plan has its names and lines, as they were found to compute it.
  let index: PlanIndex
  /// For each row, the cells that its table prints, by column; none for a heading.
  public let printed: [[ComputedCell]]
  /// For each row, what its total column holds; blank in a plan without one.
  public let totals: [Cell]
  /// For each row that is a line, its effects on the years of the plan; nil for other rows.
  public let effects: [LineEffects?]
  /// The gap, or nil for a plan with `gap: none`.
  public let gap: GapStatement?
  /// What slips or is phased to the years after the plan.
  public let beyond: [BeyondPlan]
}

/// A cell with whether something below it is still to be confirmed.
public struct ComputedCell: Hashable, Sendable {
  public let cell: Cell
  public let isProvisional: Bool
}

/// What a line adds to each year of a plan, signs as printed.
public struct LineEffects: Hashable, Sendable {
  /// What the year adds over the year before, one cell for each plan year.
  public let annual: [Cell]
  /// The running sum of the annual effects, one cell for each plan year.
  public let cumulative: [Cell]
}

extension Plan {
  /// Computes every figure. Throws `Diagnostics` when a formula has no value.
  public func forecast() throws(Diagnostics) -> Forecast {
    try Evaluator(PlanIndex(self)).forecast()
  }

  /// Computes the gap and no more than it needs; nil for a plan with `gap: none`.
  func gapStatement() throws(Diagnostics) -> GapStatement? {
    if gap == .none { return nil }
    let evaluator = Evaluator(PlanIndex(self))
    let gap = evaluator.gapStatement()
    if !evaluator.problems.isEmpty { throw Diagnostics(evaluator.problems) }
    return gap
  }
}

extension Evaluator {
  func forecast() throws(Diagnostics) -> Forecast {
    let printed = plan.rows.indices.map { row in
      (plan.rows[row].details?.entries.indices ?? 0..<0).map { column in
        let computed = resolved { computedPrinted(row, column) }
        return ComputedCell(cell: computed.cell, isProvisional: computed.isProvisional)
      }
    }
    let effects = plan.rows.indices.map { row in
      plan.rows[row].line == nil ? nil : resolved { lineEffects(row) }
    }
    let totals = plan.rows.indices.map { row in
      plan.totalColumn == nil ? .blank : resolved { total(row) }.cell
    }
    let gap = plan.gap == .none ? nil : gapStatement()
    let beyond = beyondPlan()
    if !problems.isEmpty { throw Diagnostics(problems) }
    return Forecast(
      index: index, printed: printed, totals: totals, effects: effects, gap: gap, beyond: beyond)
  }

  private func lineEffects(_ row: Int) -> LineEffects {
    let annual = index.planColumns.map { line(row, .annual, $0) }
    var sum = Value.nothing
    let cumulative = annual.map { effect in
      sum = added(sum, Value(effect))
      return cell(sum).cell
    }
    return LineEffects(annual: annual.map(\.cell), cumulative: cumulative)
  }
}
