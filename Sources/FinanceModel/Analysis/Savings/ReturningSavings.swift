/// What becomes of savings that are not delivered: an overspend at first, then a pressure.
///
/// The budget of a year is set with its savings in it. What is not delivered of them is an overspend
/// of that year, met from money that is there once. The next year's budget has to be set without it:
/// what is missing again returns as a pressure, and stays as long as the plan counts on it. What was
/// to be saved once does not return.
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
    let zero = YearSeries<Money>(first: years[0], values: years.map { _ in .zero })
    var whole = zero
    var back = zero
    var open = Money.zero
    for line in lines {
      let missing = before.series([line], .cumulative) - after.series([line], .cumulative)
      whole = whole + missing
      // A one-off saving was for its year only.
      if line.basis == .oneOff { continue }
      back = back + missing.returning
      open += missing.values.last ?? .zero
    }
    returned = back.annual
    afterPlan = open - (back.values.last ?? .zero)
    overspend = whole - back
    planned = before.gap.cumulative[.remaining] ?? zero
    delivered = after.gap.cumulative[.remaining] ?? zero
    other = delivered - planned - whole
  }
}

extension YearSeries<Money> {
  /// Of what is missing in the year before, what is still counted on this year and missing again.
  fileprivate var returning: YearSeries {
    let last = [.zero] + values.dropLast()
    return YearSeries(
      first: first,
      values: zip(last, values).map { last, this in
        if last > .zero, this > .zero { return min(last, this) }
        return last < .zero && this < .zero ? max(last, this) : .zero
      })
  }

  /// What each year adds to a running sum.
  fileprivate var annual: YearSeries {
    let last = [.zero] + values.dropLast()
    return YearSeries(first: first, values: zip(last, values).map { $1 - $0 })
  }
}
