/// What one change of a scenario does to the remaining gap of the plan as it stands.
public struct ContributionAlone: Sendable {
  public let change: Change
  /// Nil where the change cannot be made alone, because an earlier one brings what it needs.
  public let difference: GapDifference?
}

/// Each change of a scenario alone, and what they do only together.
///
/// A saving halved by one change and dropped by another is lost once: the interaction gives back
/// what the two rows count twice. Rows and interaction add exactly to the difference between the
/// plan and the scenario in every year.
public struct Attribution: Sendable {
  /// One for each change, in order.
  public let changes: [ContributionAlone]
  /// The whole difference less that of each change alone; all of a change that is never alone.
  public let interaction: GapDifference
}

extension Answer {
  /// Makes each change alone on the plan as it stands; nil for a plan without a gap.
  public func attribution() -> Attribution? {
    guard let before = base.gap, let after = result.gap,
      let whole = GapDifference(from: before, to: after)
    else { return nil }
    let changes = question.scenarios.flatMap { scenario in
      // Its own assumptions are no change by themselves; its changes may be made of them.
      let plan = (try? question.base.addingAssumptions(of: scenario)).map(ComputedPlan.init)
      return scenario.changes.map { change in
        ContributionAlone(change: change, difference: (try? plan?.making(change))?.difference)
      }
    }
    return Attribution(
      changes: changes,
      interaction: changes.compactMap(\.difference).reduce(whole, -))
  }
}
