/// What is asked of one lever: by how much to move it so that the remaining gap comes to nil.
public struct ClosingQuestion: Sendable {
  /// Which gap is closed, when, and within what.
  public struct Terms: Hashable, Sendable {
    /// The year whose cumulative gap is closed; nil is the last.
    public var year: FinancialYear?
    /// Whether instead each year's gap is closed, one after the other.
    public var closesEveryYear = false
    /// The first year in which the lever is moved; nil is the first of the plan.
    public var from: FinancialYear?
    /// The smallest value of an assumption, or the smallest amount of a line.
    public var low: Quantity?
    public var high: Quantity?
    public var step: Quantity?

    public init() {}
  }

  public let question: Question
  /// The plan with the scenarios of the question applied.
  public let plan: Plan
  public let lever: ClosingLever
  public let terms: Terms
  let step: Int128

  /// Throws `ClosingFault` for terms that the lever cannot be held to.
  public init(
    _ question: Question, plan: Plan, lever: ClosingLever, terms: Terms
  ) throws(ClosingFault) {
    self.question = question
    self.plan = plan
    self.lever = lever
    self.terms = terms
    step = (terms.step ?? lever.usualStep).trillionths
    try checkYears()
    try checkLimits()
  }

  /// The years from the first in which the lever is moved; of a draw only the year that it closes.
  var span: [FinancialYear] {
    let years = plan.years.years
    if lever.kind == .draw, !terms.closesEveryYear { return [target] }
    return years.filter { $0 >= terms.from ?? years[0] }
  }

  /// Those of some years in which the lever can be moved: an assumption needs a value there.
  func movable(_ years: [FinancialYear]) -> [FinancialYear] {
    guard let assumption = lever.lever.assumption else { return years }
    return plan.values(of: assumption).map(\.year).filter(years.contains)
  }

  /// The year whose gap is closed where it is one year's.
  var target: FinancialYear { terms.year ?? plan.years.years[plan.years.years.count - 1] }

  // MARK: What is refused

  private func checkYears() throws(ClosingFault) {
    let years = plan.years
    for year in [terms.year, terms.from].compactMap({ $0 }) where !years.years.contains(year) {
      throw ClosingFault("\(year) is no year of the plan", help: "it has \(years.span)")
    }
    guard let from = terms.from else { return }
    if lever.kind == .draw, !terms.closesEveryYear {
      throw ClosingFault(
        "a draw is money for the year that it closes", help: "leave out --from, or name a --year")
    }
    if !terms.closesEveryYear, from > target {
      throw ClosingFault(
        "what is moved from \(from) on cannot close the gap of \(target)",
        help: "start no later than \(target)")
    }
  }

  private func checkLimits() throws(ClosingFault) {
    guard step > 0 else {
      throw ClosingFault(
        "a step has to be more than nil", help: "name a step such as \(text(lever.usualStep))")
    }
    if let low = terms.low, let high = terms.high, low.trillionths > high.trillionths {
      throw ClosingFault("the lowest is above the highest", help: "exchange --low and --high")
    }
    if lever.kind == .draw, terms.high == nil {
      throw ClosingFault(
        "a draw on reserves needs --high: the plan does not say what the reserve holds",
        help: "name what may be drawn in all, such as --high £5m")
    }
    let present = present(in: span)
    guard let least = present.min(), let most = present.max() else { return }
    let isBelow = terms.low.map { least < $0.trillionths } ?? false
    if isBelow || terms.high.map({ most > $0.trillionths }) ?? false {
      let value = text(lever.quantity(isBelow ? least : most))
      throw ClosingFault(
        "the limits exclude what '\(lever.lever.id)' has now, \(value)",
        help: isBelow ? "name a --low of \(value) or less" : "name a --high of \(value) or more")
    }
  }

  private func text(_ quantity: Quantity) -> String {
    lever.lever.unit.phrase(quantity.typed(in: lever.lever.unit))
  }

  // MARK: Limits

  /// What it has in some years; of a line the amount that is added to it, which is nil.
  func present(in years: [FinancialYear]) -> [Int128] {
    guard let assumption = lever.lever.assumption else { return [0] }
    return plan.values(of: assumption).filter { years.contains($0.year) }
      .map(\.value.trillionths)
  }

  /// How many steps down and up the limits leave, when so much has been used of them.
  func limits(in years: [FinancialYear], used: Int128 = 0) -> ClosedRange<Int> {
    let present = present(in: years)
    guard let least = present.min(), let most = present.max() else { return 0...0 }
    let (low, high) = bounds
    let wide = wideness(max(abs(least), abs(most)))
    let down = low.map { (least - $0) / step } ?? wide / step
    let up = high.map { ($0 - used - most) / step } ?? wide / step
    return -steps(down)...steps(up)
  }

  /// The limits stated; else an assumption's range where what it has lies in it, and nil for a line.
  var bounds: (low: Int128?, high: Int128?) {
    let stated = (terms.low?.trillionths, terms.high?.trillionths)
    guard let assumption = lever.lever.assumption else { return (stated.0 ?? 0, stated.1) }
    guard let spread = assumption.spread else { return stated }
    let range = spread.low.trillionths...spread.high.trillionths
    guard present(in: span).allSatisfy(range.contains) else { return stated }
    return (stated.0 ?? range.lowerBound, stated.1 ?? range.upperBound)
  }

  /// How far it may go where nothing limits it.
  private func wideness(_ largest: Int128) -> Int128 {
    if lever.kind != .assumption { return FixedPoint.limit / 10 }
    return lever.lever.movesByPoints ? FixedPoint.one : max(largest, step)
  }

  private func steps(_ count: Int128) -> Int {
    Int(min(max(count, 0), Int128(1) << 50))
  }
}
