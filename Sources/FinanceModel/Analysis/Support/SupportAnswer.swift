/// A plan's exceptional support with what it costs later, and the deficits held outside its budget.
///
/// ```swift
/// let answer = try plan.forecast().supportAnswer()
/// ```
public struct SupportAnswer: Sendable {
  public let plan: Plan
  public let supports: [SupportForecast]
  public let accounts: [AccountForecast]
  /// The gap without any of the support and what it costs; one value for each plan year.
  public let before: SupportGap
  /// The gap as `run` has it.
  public let after: SupportGap
  /// The cumulative gap without the one-off money of each year: the support is no part of it.
  public let structural: YearSeries<Money>
  /// What the support of the last year adds to the gap in the year after the plan.
  public let unwinding: Money
  /// The years in which figures of the gap are still to be confirmed.
  public let provisionalYears: [FinancialYear]

  /// The years in which support meets a gap that goes on.
  public var recurringYears: [FinancialYear] {
    structural.values.indices.filter { year in
      structural.values[year] > .zero
        && supports.reduce(.zero) { $0 + $1.drawn[year + 1] } > Money.zero
    }.map { plan.years.years[$0] }
  }

  /// Whether support meets a gap that goes on, or a deficit is more than there is to bear it.
  public var hasFindings: Bool {
    !recurringYears.isEmpty || accounts.contains { $0.exposure?.isCovered == false }
  }
}

/// A remaining gap in both kinds, one value for each plan year.
public struct SupportGap: Hashable, Sendable {
  public let annual: YearSeries<Money>
  public let cumulative: YearSeries<Money>

  /// From the cumulative gap, the base year's first.
  init(from levels: [Money], first: FinancialYear) {
    cumulative = YearSeries(first: first, values: Array(levels.dropFirst()))
    annual = YearSeries(first: first, values: zip(levels.dropFirst(), levels).map { $0 - $1 })
  }
}

/// One support: its amounts, interest, repayment and what is outstanding.
///
/// Each list has the base year first, nil in a plan without one, and then each year of the plan.
public struct SupportForecast: Sendable {
  public let support: ExceptionalSupport
  /// Positive amounts, as the line of the support has them.
  public let drawn: [Money]
  public let interest: [Money]
  public let repayment: [Money]
  /// At the end of each year.
  public let outstanding: [Money]
  /// What is still to be repaid of all this, from the year after the plan on.
  public let afterPlan: [RepaymentAfterPlan]
  /// The titles of its lines that a scenario changes by themselves.
  public let changedLines: [String]
}

/// What is repaid in a year after the plan.
public struct RepaymentAfterPlan: Hashable, Sendable {
  /// Nil where the year is beyond those that can be named.
  public let year: FinancialYear?
  public let amount: Money
}

/// One memorandum account: its balance and what it costs.
///
/// Each list has the base year first and then each year of the plan.
public struct AccountForecast: Sendable {
  public let account: MemorandumAccount
  /// What each year adds; nil in the base year. A deficit is positive.
  public let deficit: [Money]
  /// At the end of each year.
  public let balance: [Money]
  /// Its whole cost to revenue, which the gap counts.
  public let interest: [Money]
  /// The reserves to bear it: those it names, or the plan's general ones; empty for none.
  ///
  /// Nil for a year of which the plan does not state them.
  public let reserves: [Money?]
  /// What falls on the general fund, where the override ends in the plan.
  public internal(set) var exposure: Exposure?
  public let changedLines: [String]

  /// A balance that falls on the general fund when the override ends; no gap counts it.
  public struct Exposure: Hashable, Sendable {
    /// The last year of the override.
    public let year: FinancialYear
    public let balance: Money
    /// What there is left to bear it; nil where the plan does not say.
    public internal(set) var reserves: Money?
    /// The titles of the accounts that the plan's general reserves bear before this one.
    public internal(set) var borneBefore: [String]

    /// What the reserves are short by; nil where they are unknown or enough.
    public var short: Money? {
      reserves.flatMap { balance > $0 ? balance - $0 : nil }
    }

    /// Whether nothing falls, or the reserves are known and enough.
    public var isCovered: Bool { balance <= .zero || reserves.map { balance <= $0 } ?? false }
  }
}
