/// What closes a gap, or what is left of it, in sentences.
struct ClosingWords {
  let closing: Closing
  let style: ReportStyle

  private var plan: Plan { closing.question.plan }
  private var lever: ClosingLever { closing.question.lever }
  private var unit: Unit { lever.lever.unit }
  private var labels: SensitivityWords { SensitivityWords(plan: plan, style: style) }

  /// How one gap was closed, or how much of it is left.
  func sentence(_ step: ClosingStep) -> String {
    let gap = "the remaining gap of \(step.year), \(step.effect.rawValue)"
    let before = style.plain(step.before, plan)
    if step.isClosed, step.amount.isZero {
      return "Nothing has to move: \(gap), is \(before)."
    }
    if step.amount.isZero {
      let what = step.moves ? "takes nothing off" : "does not move"
      return "Not closed: \(lever.lever.title) \(what) \(gap), \(before)."
        + (step.moves ? limits : "")
    }
    let moved = "\(lever.lever.title), \(size(step)) \(span(step.years)),"
    let move = "\(moved) takes \(gap), from \(before)"
    let after = style.plain(step.after, plan)
    return step.isClosed
      ? "Closed: \(move) to \(after).\(less(step))"
      : "Not closed: \(move) to \(after), which is left.\(limits)"
  }

  /// Within what the lever may move.
  private var limits: String {
    let (low, high) = closing.question.bounds
    func text(_ trillionths: Int128) -> String { labels.text(lever.quantity(trillionths), unit) }
    if lever.kind == .draw {
      return " It may give no more than \(text(high ?? 0)) in all."
    }
    switch (low, high) {
    case (let low?, let high?): return " Its limits are \(text(low)) and \(text(high))."
    case (let low?, nil): return " It may be no less than \(text(low))."
    case (nil, let high?): return " It may be no more than \(text(high))."
    case (nil, nil): return ""
    }
  }

  /// `1.3 points more`, `a further £1.5m saved`, `£2m drawn`.
  func size(_ step: ClosingStep) -> String {
    if step.amount.isZero { return "nothing" }
    let size = labels.text(step.amount.magnitude, unit)
    switch lever.kind {
    case .assumption: return labels.label(LeverMove(.shift(step.amount)), of: lever.lever)
    case .draw: return "\(size) \(step.amount.isNegative ? "put back" : "drawn")"
    case .saving:
      if step.amount.isNegative { return "\(size) less saved" }
      let isFurther = lever.lever.line?.basis == .recurring
      return isFurther ? "a further \(size) saved" : "\(size) more saved"
    }
  }

  private func span(_ years: [FinancialYear]) -> String {
    let first = years.first.map(\.description) ?? ""
    return years.count > 1 ? "in each year from \(first)" : "in \(first)"
  }

  /// What would be left with one step less.
  private func less(_ step: ClosingStep) -> String {
    guard let left = step.oneStepLess else { return "" }
    let size = lever.quantity(closing.question.step)
    let text = lever.lever.movesByPoints ? size.points : labels.text(size, unit)
    return " One step of \(text) less would leave \(style.plain(left, plan))."
  }

  /// What money for one year only leaves as it was; nil for other levers, or where nothing is drawn.
  var structural: String? {
    guard lever.kind == .draw, !closing.changes.isEmpty,
      let gaps = closing.after.cumulative[.structural], let last = gaps.values.last
    else { return nil }
    return "A draw does not come again. Without one-off money the gap of "
      + "\(plan.years.years.last?.description ?? "") is \(style.plain(last, plan)) a year."
  }

  /// What an assumption is in a year, as a table has it.
  func value(_ value: Quantity) -> String { labels.text(value, unit) }
}
