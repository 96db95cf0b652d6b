/// What becomes of a plan's reserves: each year's contributions, use, the gap met, and what is left.
///
/// ```swift
/// let reserves = try plan.forecast().reserves()
/// reserves.firstShort  // the first balance below nil
/// ```
///
/// It is made of the plan's figures and its gap alone. To ask of many sets of figures only whether the
/// reserves last, use `ReserveDraws`, which it is computed by.
public struct ReservesForecast: Sendable {
  public let plan: Plan
  public let terms: Terms
  /// The reserves that meet the remaining gap, the first drawn on first.
  public let order: [Identifier]
  /// One for each reserve, in the order of the plan.
  public let balances: [ReserveBalance]
  /// What the reserves are asked to meet: the cumulative remaining gap; nil in a plan without one.
  public let remaining: [Money]?
  /// The gap without one-off money, cumulative; nil in a plan without a gap.
  public let structural: [Money]?
  /// What no reserve holds the money for, in each year.
  public let notMet: [Money]
  /// Lines of role reserves that no reserve names, so that nothing shows what they draw on.
  public let unassigned: [OneOffMoney]
  /// The years in which a balance rests on a figure that is still to be confirmed.
  public let provisionalYears: [FinancialYear]
  let draws: ReserveDraws

  /// What is asked of the reserves, where that is not what the plan says.
  public struct Terms: Hashable, Sendable {
    /// The reserves that meet the remaining gap, in order; nil for those that the plan names.
    public var order: [Identifier]?
    /// Whether the balances are taken as planned, with no remaining gap met from them.
    public var leavesOutGap: Bool

    public init(order: [Identifier]? = nil, leavesOutGap: Bool = false) {
      self.order = order
      self.leavesOutGap = leavesOutGap
    }
  }
}

extension Forecast {
  /// The reserves of the plan.
  ///
  /// Throws `Diagnostics` for a plan without reserves, or without a gap that they could meet.
  public func reserves(
    _ terms: ReservesForecast.Terms = ReservesForecast.Terms()
  ) throws(Diagnostics) -> ReservesForecast {
    guard !plan.reserves.isEmpty else {
      throw Diagnostics(
        Diagnostic(
          .missingKey, "the plan does not state its reserves", at: plan.range.firstLine,
          label: "expected the key 'reserves'",
          help: "such as reserves: [{ id: general-fund, kind: general, opening: 10.000, "
            + "meets-gap: yes }]; docs/reserves.md shows what belongs in it"))
    }
    if gap == nil, !terms.leavesOutGap {
      throw Diagnostics(
        Diagnostic(
          .wrongValue, "the plan has no gap that reserves could meet: it only lists its rows",
          at: plan.range.firstLine, label: "expected a plan without 'gap: none'",
          help: "--without-gap shows the balances as planned"))
    }
    return ReservesForecast(self, terms)
  }
}

extension ReservesForecast {
  init(_ forecast: Forecast, _ terms: Terms) {
    let plan = forecast.plan
    let figures = ReserveFigures(forecast)
    let reserves = plan.reserves
    let order =
      terms.leavesOutGap
      ? [] : terms.order ?? reserves.filter(\.meetsGap).map(\.id)
    let gaps = forecast.gap?.cumulative[.remaining]?.values
    let planned = reserves.map { figures.amounts($0.id.name) }
    let draws = ReserveDraws(
      planned: planned,
      gaps: terms.leavesOutGap ? plan.years.years.map { _ in .zero } : gaps ?? [],
      order: order.compactMap { id in reserves.firstIndex { $0.id == id } })
    self.plan = plan
    self.terms = terms
    self.order = order
    self.draws = draws
    remaining = gaps
    structural = forecast.gap?.cumulative[.structural]?.values
    notMet = draws.notMet
    balances = reserves.indices.map { index in
      ReserveBalance(
        reserves[index], figures, drawn: draws.drawn[index], closing: draws.closing[index])
    }
    let assigned = Set(reserves.flatMap(\.lines))
    let fromReserves = Set(plan.rows.compactMap(\.line).filter { $0.role == .reserves }.map(\.id))
    unassigned = (forecast.gap?.oneOffs ?? []).filter { money in
      fromReserves.contains(money.id) && !assigned.contains(money.id)
        && money.amounts.values.contains { $0 != .zero }
    }
    let isTold = terms.leavesOutGap ? [] : Set(forecast.gap?.provisionalYears ?? [])
    provisionalYears = plan.years.years.enumerated().filter { offset, year in
      isTold.contains(year)
        || reserves.contains { figures.isProvisional($0.id.name, offset) }
    }.map(\.element)
  }

  /// What the reserves have to meet of the remaining gap, in each year.
  public var met: [Money] {
    plan.years.years.indices.map { year in
      balances.reduce(Money.zero) { $0 + $1.gapMet[year] } - shortfall(year)
    }
  }

  /// How much of the structural gap one-off money meets, in each year: the plan's own and reserves.
  public var recurringMet: [Money] {
    guard let remaining, let structural else { return plan.years.years.map { _ in .zero } }
    return zip(structural.indices, met).map { year, drawn in
      let oneOff = max(.zero, structural[year] - remaining[year]) + drawn
      return max(.zero, min(structural[year], oneOff))
    }
  }

  private func shortfall(_ year: Int) -> Money { order.isEmpty ? .zero : notMet[year] }

  /// The first balance below nil; nil where every reserve lasts.
  public var firstShort: ReserveBreach? {
    draws.firstBreach(below: balances.map { $0.closing.map { _ in .zero } })
  }

  /// The first balance below its minimum, or below nil where none is stated.
  public var firstBreach: ReserveBreach? { draws.firstBreach(below: balances.map(\.floor)) }

  /// The years in which the remaining gap is a surplus, which adds to no reserve.
  public var surplusYears: [FinancialYear] {
    zip(plan.years.years, remaining ?? []).filter { $1 < .zero }.map(\.0)
  }

  /// Whether a reserve is short, or below its minimum, or one-off money meets a recurring gap.
  public var hasFindings: Bool {
    firstBreach != nil || recurringMet.contains { $0 > .zero }
  }

  /// The sum of the reserves of one kind, or of all.
  public func total(of kind: Reserve.Kind? = nil) -> ReserveBalance.Sum {
    ReserveBalance.Sum(
      balances.filter { kind == nil || $0.reserve.kind == kind }, years: plan.years.years.count)
  }
}
