/// What amendments do to a budget: each by itself, together, and to the same money.
public struct AmendmentAnswer: Sendable {
  public let question: AmendmentQuestion
  /// The budget as it stands.
  public let plan: Plan
  /// One for each amendment, in the order given.
  public let outcomes: [AmendmentOutcome]
  /// Every set of two or more; of five amendments or more, every pair and the whole.
  public let sets: [AmendmentSet]
  public let sharedLines: [SharedLine]
  public let sharedAssumptions: [SharedAssumption]

  /// All amendments together; nil for one alone.
  public var whole: AmendmentSet? { sets.last }

  /// Whether an amendment, or all together, do not balance, or the same money is spent twice.
  public var hasFindings: Bool {
    outcomes.contains { $0.effect.verdict != .balances }
      || whole.map { $0.made?.effect.verdict != .balances } ?? false
      || sharedLines.contains(where: \.isOverdrawn)
  }
}

/// What one amendment does to the budget alone.
public struct AmendmentOutcome: Sendable {
  public let amendment: Amendment
  public let effect: AmendmentEffect
  /// The lines that it changes or inserts, in printed order; their effects add up to the net one.
  public let lines: [AmendedLine]
  /// What it takes to the years after the plan.
  public let beyond: [BeyondPlan]
  /// The years in which it brings in what is still to be confirmed, which counts as nothing.
  public let provisionalYears: [FinancialYear]
  /// The assumptions of the budget that it changes.
  let assumptions: Set<Identifier>
}

extension AmendmentQuestion {
  /// Puts each amendment to the budget, then the sets. Throws `Diagnostics` for all that do not fit.
  public func answer() throws(Diagnostics) -> AmendmentAnswer {
    let plan = try budget.plan()
    guard let before = try BudgetLevels(plan) else { throw Diagnostics([]) }
    var outcomes: [AmendmentOutcome] = []
    var faults: [Diagnostic] = []
    for position in amendments.indices {
      do throws(Diagnostics) {
        if let outcome = try outcome(position, on: before) { outcomes.append(outcome) }
      } catch {
        faults += error.all
      }
    }
    if !faults.isEmpty { throw Diagnostics(faults.eachOnce) }
    let sets = AmendmentSet.positions(of: amendments.count).map { members in
      AmendmentSet(members: members, outcome: outcome(of: members, outcomes, on: before))
    }
    return AmendmentAnswer(
      question: self, plan: plan, outcomes: outcomes, sets: sets,
      sharedLines: sharedLines(outcomes, on: before),
      sharedAssumptions: plan.assumptions.compactMap { sharedAssumption($0, outcomes) })
  }

  private func outcome(
    _ position: Int, on before: BudgetLevels
  ) throws(Diagnostics) -> AmendmentOutcome? {
    let plan = try plan(with: [position])
    // A figure outside the gap may have lost its value as well.
    _ = try plan.forecast()
    guard let after = try BudgetLevels(plan),
      let effect = AmendmentEffect(from: before.gap, to: after.gap)
    else { return nil }
    let known = Set(before.beyond)
    return AmendmentOutcome(
      amendment: amendments[position], effect: effect, lines: after.changes(from: before),
      beyond: after.beyond.filter { !known.contains($0) },
      provisionalYears: after.provisionalYears(from: before),
      assumptions: after.assumptionsChanged(from: before))
  }

  private func outcome(
    of members: [Int], _ outcomes: [AmendmentOutcome], on before: BudgetLevels
  ) -> AmendmentSet.Outcome {
    do throws(Diagnostics) {
      guard let after = try BudgetLevels(try plan(with: members)),
        let effect = AmendmentEffect(from: before.gap, to: after.gap)
      else { return .refused(Diagnostics([])) }
      let interaction = members.reduce(effect) { $0 - outcomes[$1].effect }
      return .made(AmendmentSet.Made(effect: effect, interaction: interaction))
    } catch {
      return .refused(error)
    }
  }
}
