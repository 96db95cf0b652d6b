/// What an amendment does to the remaining gap, its recurring and its one-off money apart.
///
/// One value for each plan year, the level in that year; positive makes the gap larger.
public struct AmendmentEffect: Hashable, Sendable {
  /// The difference in the structural gap.
  public let recurring: YearSeries<Money>
  /// The difference in the money that is for one year only, and in all that comes from reserves.
  public let oneOff: YearSeries<Money>

  /// The difference in the cumulative remaining gap.
  public var net: YearSeries<Money> { recurring + oneOff }

  /// From one gap to another over the same years; nil for a plan without a gap.
  init?(from before: GapStatement, to after: GapStatement) {
    guard let wasRemaining = before.cumulative[.remaining],
      let remaining = after.cumulative[.remaining],
      let wasStructural = before.cumulative[.structural],
      let structural = after.cumulative[.structural]
    else { return nil }
    recurring = structural - wasStructural
    oneOff = (remaining - wasRemaining) - recurring
  }

  private init(recurring: YearSeries<Money>, oneOff: YearSeries<Money>) {
    self.recurring = recurring
    self.oneOff = oneOff
  }

  static func - (left: AmendmentEffect, right: AmendmentEffect) -> AmendmentEffect {
    AmendmentEffect(recurring: left.recurring - right.recurring, oneOff: left.oneOff - right.oneOff)
  }

  /// Whether it is nil in every year, in both kinds of money.
  public var isNil: Bool { !recurring.isNotNil && !oneOff.isNotNil }
}

extension YearSeries<Money> {
  /// Whether any year has an amount.
  var isNotNil: Bool { values.contains { $0 != .zero } }
}

/// Whether an amendment balances, and if so whether each kind of money does by itself.
public enum AmendmentVerdict: String, CaseIterable, Hashable, Sendable {
  /// Recurring and one-off money are each nil in every year.
  case balances
  /// In some year it costs more than it finds, or finds more than it costs.
  case doesNotBalance = "does-not-balance"
  /// Nil in every year, but one-off money pays for recurring cost.
  case oneOffForRecurring = "one-off-for-recurring"
  /// Nil in every year, but a recurring saving pays for one-off cost: unusual, and sound.
  case recurringForOneOff = "recurring-for-one-off"
}

extension AmendmentEffect {
  /// Decided by exact amounts: a penny is not nil, however the page prints it.
  public var verdict: AmendmentVerdict {
    if net.isNotNil { return .doesNotBalance }
    if paidByOneOff.isNotNil { return .oneOffForRecurring }
    return isNil ? .balances : .recurringForOneOff
  }

  /// The recurring cost of each year that one-off money pays for; nil where none does.
  public var paidByOneOff: YearSeries<Money> { paid(recurring, by: oneOff) }

  /// The one-off cost of each year that a recurring saving pays for; nil where none does.
  public var paidByRecurring: YearSeries<Money> { paid(oneOff, by: recurring) }

  private func paid(
    _ cost: YearSeries<Money>, by money: YearSeries<Money>
  ) -> YearSeries<Money> {
    YearSeries(
      first: cost.first,
      values: zip(cost.values, money.values).map { cost, money in
        cost > .zero && money < .zero ? min(cost, -money) : .zero
      })
  }

  /// What the verdict turns on, one value for each plan year: nil throughout where it balances.
  public var atIssue: YearSeries<Money> {
    switch verdict {
    case .balances, .doesNotBalance: net
    case .oneOffForRecurring: paidByOneOff
    case .recurringForOneOff: paidByRecurring
    }
  }

  /// What the end of the last year's one-off money adds to the gap of the year after the plan.
  public var unwinding: Money { -(oneOff.values.last ?? .zero) }
}
