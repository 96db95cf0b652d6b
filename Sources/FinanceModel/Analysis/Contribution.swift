/// What one change of a scenario adds to the remaining gap, after the changes before it.
///
/// The contributions of all changes, in order, add exactly to the difference between the plan and
/// the scenario in every year.
public struct Contribution: Sendable {
  public let change: Change
  /// One value for each plan year; positive makes the gap larger.
  public let annual: YearSeries<Money>
  public let cumulative: YearSeries<Money>
}

/// A plan, the same plan with scenarios applied, and what makes the difference.
public struct Answer: Sendable {
  public let question: Question
  /// The plan as it stands.
  public let base: Forecast
  /// With every scenario applied; equal to `base` where there is none.
  public let result: Forecast
  /// One for each change, in order; empty for a plan without a gap.
  public let contributions: [Contribution]
}

extension Question {
  /// Computes the plan, then makes one change after another and takes the differences.
  public func answer() throws(Diagnostics) -> Answer {
    let baseForecast = try base.forecast()
    var plan = base
    var forecast = baseForecast
    var contributions: [Contribution] = []
    // Names every change that does not fit before any is computed.
    _ = try self.plan()
    for change in scenarios.flatMap(\.changes) {
      plan = try plan.applying(change)
      let next = try plan.forecast()
      if let before = forecast.gap, let after = next.gap,
        let contribution = Contribution(change, from: before, to: after)
      {
        contributions.append(contribution)
      }
      forecast = next
    }
    return Answer(
      question: self, base: baseForecast, result: forecast, contributions: contributions)
  }
}

extension Contribution {
  init?(_ change: Change, from before: GapStatement, to after: GapStatement) {
    guard let oldAnnual = before.annual[.remaining], let newAnnual = after.annual[.remaining],
      let oldCumulative = before.cumulative[.remaining],
      let newCumulative = after.cumulative[.remaining]
    else { return nil }
    self.change = change
    annual = newAnnual - oldAnnual
    cumulative = newCumulative - oldCumulative
  }
}
