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

  /// From what some lines add to a gap to what they add to another one, over the same years.
  init(from before: GapPart, to after: GapPart, first: FinancialYear) {
    annual = YearSeries(
      first: first, values: zip(before.annual, after.annual).map { Money(trillionths: $1 - $0) })
    let base = Money(trillionths: after.base - before.base)
    cumulative = annual.runningSum.map { $0 + base }
  }
}
