/// The difference between two remaining gaps, in both kinds; positive is a larger gap.
public struct GapDifference: Hashable, Sendable {
  /// One value for each plan year.
  public let annual: YearSeries<Money>
  /// One value for each plan year, from the difference of the base years' own gaps on.
  public let cumulative: YearSeries<Money>

  /// The difference in one of its two kinds.
  public func series(_ effect: Series) -> YearSeries<Money> {
    effect == .annual ? annual : cumulative
  }

  static func - (left: GapDifference, right: GapDifference) -> GapDifference {
    GapDifference(
      annual: left.annual - right.annual, cumulative: left.cumulative - right.cumulative)
  }
}

extension GapDifference {
  /// From one gap to another over the same years.
  init?(from before: GapStatement, to after: GapStatement) {
    guard let oldAnnual = before.annual[.remaining], let newAnnual = after.annual[.remaining],
      let oldCumulative = before.cumulative[.remaining],
      let newCumulative = after.cumulative[.remaining]
    else { return nil }
    annual = newAnnual - oldAnnual
    cumulative = newCumulative - oldCumulative
  }

  /// What a plan's changed version adds to its remaining gap; nil for a plan without a gap.
  ///
  /// Throws `Diagnostics` when a figure of the gap has no value in either.
  init?(from before: Plan, to after: Plan) throws(Diagnostics) {
    guard let old = try before.gapStatement(), let new = try after.gapStatement() else {
      return nil
    }
    self.init(from: old, to: new)
  }
}
