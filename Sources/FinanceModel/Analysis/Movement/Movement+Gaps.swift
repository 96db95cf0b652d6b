extension Movement {
  /// The years of the later plan, which are those of every row.
  public var years: [FinancialYear] { new.plan.years.years }

  /// The remaining gap of the earlier plan in the years of the later one.
  ///
  /// Annual, nil in a year that the earlier plan does not have. Cumulative, its base year's own gap
  /// before its first year, and after its last year the level of that year.
  public func opening(_ effect: Series) -> YearSeries<Money> {
    series { year in
      effect == .annual ? old.annual[year] ?? .zero : old.level(in: year)
    }
  }

  /// The remaining gap of the later plan.
  public func closing(_ effect: Series) -> YearSeries<Money> {
    effect == .annual ? new.annual : new.cumulative
  }

  /// How much higher the cumulative gap of the later plan starts than that of the earlier one stood
  /// in the year before.
  public var start: Money { new.gap.base - due }

  /// Opening and the gap carried in.
  public func afterCarriedGap(_ effect: Series) -> YearSeries<Money> {
    let opening = opening(effect)
    let start = effect == .annual ? Money.zero : start
    return YearSeries(
      first: opening.first,
      values: opening.values.indices.map { year in
        carried.reduce(opening.values[year] + start) {
          $0 + ($1.cells(effect)[year].money ?? .zero)
        }
      })
  }

  /// The earlier plan's cumulative gap in the year before the later plan's first.
  var due: Money { old.level(before: years[0]) }

  /// A gap carried in that is not the gap there was.
  public struct CarriedGap: Hashable, Sendable {
    /// The year before the later plan's first.
    public let year: FinancialYear
    /// What the later plan carries in: its base year's own gap and its lines.
    public let stated: Money
    /// What the earlier plan leaves open in that year.
    public let due: Money
  }

  /// The gap carried in where it is wrong. Nil where no line carries one, or where the earlier plan
  /// does not reach the year before.
  public var wrongCarriedGap: CarriedGap? {
    guard let year = old.plan.years.years.first(where: { $0.next == years[0] }) else { return nil }
    let effects = new.forecast.gapEffects
    let lines = new.plan.rows.compactMap(\.line).filter { $0.carriesGap }
    let stated = lines.reduce(new.gap.base) { $0 + (effects[$1.id]?.first?.money ?? .zero) }
    return lines.isEmpty || stated == due
      ? nil : CarriedGap(year: year, stated: stated, due: due)
  }

  private func series(_ value: (FinancialYear) -> Money) -> YearSeries<Money> {
    YearSeries(first: years[0], values: years.map(value))
  }
}

extension Movement.Version {
  var annual: YearSeries<Money> { series(gap.annual) }
  var cumulative: YearSeries<Money> { series(gap.cumulative) }

  private func series(_ kinds: [GapKind: YearSeries<Money>]) -> YearSeries<Money> {
    kinds[.remaining] ?? YearSeries(first: plan.years.years[0], values: [])
  }

  /// The cumulative gap in a year, carried on from the last of its years.
  fileprivate func level(in year: FinancialYear) -> Money {
    cumulative[year] ?? (year < cumulative.first ? gap.base : cumulative.values.last ?? gap.base)
  }

  /// The cumulative gap in the year before another.
  fileprivate func level(before year: FinancialYear) -> Money {
    FinancialYear(start: year.start - 1).map { level(in: $0) } ?? gap.base
  }
}
