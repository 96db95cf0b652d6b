/// What moves of a lever are called, and what they do in one line.
struct SensitivityWords {
  let plan: Plan
  let style: ReportStyle

  // MARK: Labels

  /// `1 point more`, `2% less`, `3.5%`, `low, 2%`, `as planned`.
  func label(_ outcome: SensitivityOutcome, of lever: Lever) -> String {
    guard let move = outcome.move else { return "as planned" }
    switch outcome.kind {
    case .plan:
      if case .set(let value) = move.operation { return "\(text(value, lever.unit)), as planned" }
      return "as planned"
    case .move: return label(move, of: lever)
    case .low, .high: return "\(outcome.kind.rawValue), \(label(move, of: lever))"
    }
  }

  func label(_ move: LeverMove, of lever: Lever) -> String {
    switch move.operation {
    case .set(let value): return text(value, lever.unit)
    case .scale(let rate):
      let change = Quantity.number(rate - .one)
      return "\(text(change.magnitude, .percent)) \(rate < .one ? "less" : "more")"
    case .shift(let shift):
      let size = shift.magnitude
      let amount = lever.movesByPoints ? size.points : text(size, lever.unit)
      return "\(amount) \(shift.isNegative ? "less" : "more")"
    }
  }

  /// `2.5%`, `£1.5m`.
  func text(_ value: Quantity, _ unit: Unit) -> String {
    value.isNegative
      ? "-" + unit.phrase(value.magnitude.typed(in: unit)) : unit.phrase(value.typed(in: unit))
  }

  // MARK: Answers

  /// `Pay award: 1 point more costs £0.600m in 2026-27 and £1.800m a year by 2028-29.`
  ///
  /// Nil where one more moves nothing, or leaves a figure without a value.
  func answer(_ lever: LeverSensitivity) -> String? {
    guard let values = lever.one.difference?.cumulative.values,
      let first = values.firstIndex(where: { $0 != .zero }), let end = values.last
    else { return nil }
    let years = plan.years.years
    let name = "\(lever.lever.title): \(label(lever.one, of: lever.lever))"
    let start = "\(name) \(effect(values[first])) in \(years[first])"
    if first == values.count - 1 { return start + "." }
    let isAlike = (end < .zero) == (values[first] < .zero)
    let amount = isAlike ? style.plain(end.magnitude, plan) : effect(end)
    let rest = end == .zero ? "nothing" : "\(amount) a year"
    return "\(start) and \(rest) by \(years[values.count - 1])."
  }

  /// `costs £0.600m`, or what it saves.
  private func effect(_ money: Money) -> String {
    "\(money < .zero ? "saves" : "costs") \(style.plain(money.magnitude, plan))"
  }

  /// Why a move gives no figures; nil where it gives them.
  func reason(_ outcome: SensitivityOutcome, of lever: Lever) -> String? {
    outcome.reason.map { reason in
      "\(lever.title), \(label(outcome, of: lever)): no figures, because \(reason)."
    }
  }
}

extension ReportStyle {
  /// An amount as the page prints it; in pounds and pence where that would be nil.
  func plain(_ money: Money, _ plan: Plan) -> String {
    let step = Rounding(decimals: decimals(plan), unit: unit(plan))
    if money == .zero || money.rounded(step) != .zero { return text(money, plan) }
    return money.rounded(Rounding(decimals: 2, unit: .pounds)) == .zero
      ? "less than a penny" : ReportStyle(unit: .pounds, decimals: 2).text(money, plan)
  }
}
