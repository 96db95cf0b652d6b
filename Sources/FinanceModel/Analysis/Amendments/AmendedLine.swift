/// A line of the gap that an amendment changes or inserts.
public struct AmendedLine: Hashable, Sendable {
  public let id: Identifier
  public let title: String
  /// Whether its money is for one year only, or from reserves.
  public let isOneOff: Bool
  /// Whether the budget has no such line.
  public let isInserted: Bool
  /// What the amendment does to the gap through it: the level in each year, positive is cost.
  public let effect: YearSeries<Money>
}

/// The gap of a plan, and the level of each line in it, computed once.
struct BudgetLevels: Sendable {
  let plan: Plan
  let gap: GapStatement
  /// Every line that enters the gap, in printed order.
  let lines: [LineLevel]
  /// What slips or is phased to the years after the plan.
  let beyond: [BeyondPlan]

  /// Throws `Diagnostics` when a figure of the gap has no value; nil for a plan without a gap.
  init?(_ plan: Plan) throws(Diagnostics) {
    if plan.gap == .none { return nil }
    let evaluator = Evaluator(PlanIndex(plan))
    self.plan = plan
    gap = evaluator.gapStatement()
    lines = evaluator.lineLevels()
    beyond = evaluator.beyondPlan()
    if !evaluator.problems.isEmpty { throw Diagnostics(evaluator.problems) }
  }

  /// The lines whose level is not what it is in an earlier version of the plan.
  func changes(from before: BudgetLevels) -> [AmendedLine] {
    let known = before.byId
    return lines.compactMap { line in
      let effect = known[line.id].map { line.level - $0.level } ?? line.level
      guard effect.isNotNil else { return nil }
      return AmendedLine(
        id: line.id, title: line.title, isOneOff: line.isOneOff,
        isInserted: known[line.id] == nil, effect: effect)
    }
  }

  /// The years in which a line is still to be confirmed that is settled in an earlier version.
  func provisionalYears(from before: BudgetLevels) -> [FinancialYear] {
    let known = before.byId
    let years = lines.reduce(into: Set<FinancialYear>()) { years, line in
      years.formUnion(line.provisionalYears.subtracting(known[line.id]?.provisionalYears ?? []))
    }
    return years.sorted()
  }

  var byId: [Identifier: LineLevel] {
    Dictionary(lines.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The assumptions of an earlier version whose values in the plan's years are others now.
  func assumptionsChanged(from before: BudgetLevels) -> Set<Identifier> {
    func cells(_ assumption: Assumption) -> [Cell] {
      plan.years.planColumns.map { assumption.values[$0].cell }
    }
    let now = Dictionary(
      plan.assumptions.map { ($0.id, cells($0)) }, uniquingKeysWith: { first, _ in first })
    return Set(before.plan.assumptions.filter { now[$0.id] != cells($0) }.map(\.id))
  }
}

/// The level of a line in each plan year, as it enters the gap.
struct LineLevel: Sendable {
  let id: Identifier
  let title: String
  let role: Role
  let isOneOff: Bool
  /// Positive adds to the gap, also where the section prints income positive.
  let level: YearSeries<Money>
  /// The years in which something below it is still to be confirmed.
  let provisionalYears: Set<FinancialYear>
}

extension Evaluator {
  fileprivate func lineLevels() -> [LineLevel] {
    let oneOffs = Set(index.oneOffLines)
    return index.gapLines.compactMap { row in
      guard let line = plan.rows[row].line else { return nil }
      let levels = index.planColumns.map { column in
        resolved { cell(signed(row, .level, column)) }
      }
      let years = plan.years.years
      return LineLevel(
        id: line.id, title: line.details.title, role: line.role, isOneOff: oneOffs.contains(row),
        level: YearSeries(first: years[0], values: levels.map { $0.cell.money ?? .zero }),
        provisionalYears: Set(zip(years, levels).filter(\.1.isProvisional).map(\.0)))
    }
  }
}
