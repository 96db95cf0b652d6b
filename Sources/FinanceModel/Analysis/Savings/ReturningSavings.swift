/// What becomes of savings that are not delivered: an overspend at first, then a pressure.
///
/// The budget of a year is set with its savings in it. What is not delivered of them is an overspend
/// of that year, met from money that is there once. The next year's budget has to be set without it:
/// what was to recur returns as a pressure and stays. What was to be saved once does not return.
public struct ReturningSavings: Hashable, Sendable {
  /// What is not delivered of the savings that are new in a year, and what of one-off savings.
  public let overspend: YearSeries<Money>
  /// What returns in a year as a pressure: the recurring part not delivered in the year before.
  public let returned: YearSeries<Money>
  /// What returns in the year after the plan.
  public let afterPlan: Money
  /// What other lines that go by the savings add to the gap, cumulative.
  public let other: YearSeries<Money>
  /// The cumulative remaining gap as planned.
  public let planned: YearSeries<Money>
  /// The cumulative remaining gap with every saving delivered at the share of its status.
  public let delivered: YearSeries<Money>

  /// The cumulative gap of the budgets: as planned, and with what has returned to date.
  ///
  /// With the overspend of the year and what other lines add it is exactly `delivered`.
  public var budgeted: YearSeries<Money> { planned + returned.runningSum }

  init(planned before: SavingsView, expected after: SavingsView) {
    let years = before.forecast.plan.years.years
    let lines = before.lines
    let recurring = lines.filter { $0.basis != .oneOff }
    let lost = before.series(recurring, .annual) - after.series(recurring, .annual)
    returned = YearSeries(first: years[0], values: [.zero] + lost.values.dropLast())
    afterPlan = lost.values.last ?? .zero
    let undelivered = before.total(.cumulative) - after.total(.cumulative)
    overspend = undelivered - returned.runningSum
    planned = before.gap.cumulative[.remaining] ?? lost
    delivered = after.gap.cumulative[.remaining] ?? lost
    other = delivered - planned - undelivered
  }
}
