/// The gap of a plan, year by year, always with its kind. Positive is cost still to be found.
public struct GapStatement: Hashable, Sendable {
  /// What each year adds, for each kind but `structural`.
  public let annual: [GapKind: YearSeries<Money>]
  /// The level in each year, from the base year's own gap on.
  public let cumulative: [GapKind: YearSeries<Money>]
  /// The base year's own gap, from which `remaining` starts.
  public let base: Money
  /// What the one-off money of the last year adds to the gap in the year after the plan.
  public let unwinding: Money
  /// The lines whose money is for one year only, in printed order.
  public let oneOffs: [OneOffMoney]
  /// The years whose annual remaining gap is smaller than the rounding of their figures.
  public let yearsWithinRounding: [FinancialYear]
  /// The years whose gap is still provisional.
  public let provisionalYears: [FinancialYear]

  /// A gap in one of its two kinds, one value for each plan year; structural is only cumulative.
  public func series(_ kind: GapKind, _ effect: Series) -> YearSeries<Money>? {
    effect == .annual ? annual[kind] : cumulative[kind]
  }

  /// The sum of the cumulative remaining gaps: what closing nothing would cost over the plan.
  public var cash: Money { cumulative[.remaining]?.total ?? .zero }
}

/// The amounts of a line whose money is for one year only, and of everything from reserves.
public struct OneOffMoney: Hashable, Sendable {
  public let id: Identifier
  public let title: String
  /// One value for each plan year; negative lowers the gap.
  public let amounts: YearSeries<Money>
}

extension Evaluator {
  private func oneOffMoney() -> [OneOffMoney] {
    index.oneOffLines.compactMap { row in
      guard let details = plan.rows[row].details else { return nil }
      let amounts = index.planColumns.map { column in
        resolved { cell(signed(row, .level, column)) }.cell.money ?? .zero
      }
      return OneOffMoney(
        id: details.id, title: details.title,
        amounts: YearSeries(first: plan.years.years[0], values: amounts))
    }
  }

  func gapStatement() -> GapStatement {
    var provisional: Set<Int> = []
    func series(_ kind: GapKind, _ effect: Series) -> YearSeries<Money> {
      YearSeries(
        first: plan.years.years[0],
        values: index.planColumns.map { column in
          let computed = resolved { self.series(gapCell(kind, effect, column)) }
          if computed.isProvisional { provisional.insert(column) }
          return computed.cell.money ?? .zero
        })
    }
    var annual: [GapKind: YearSeries<Money>] = [:]
    var cumulative: [GapKind: YearSeries<Money>] = [:]
    for kind in GapKind.allCases {
      if kind != .structural { annual[kind] = series(kind, .annual) }
      cumulative[kind] = series(kind, .cumulative)
    }
    let first = index.planColumns.lowerBound
    let base = resolved { self.series(gapCell(.remaining, .cumulative, first - 1)) }
    let oneOff = resolved { oneOffAmounts(index.columnCount - 1) }
    let remaining = annual[.remaining]?.values ?? []
    let years = plan.years.years
    return GapStatement(
      annual: annual, cumulative: cumulative, base: base.cell.money ?? .zero,
      unwinding: Money(trillionths: -oneOff.trillionths),
      oneOffs: oneOffMoney(),
      yearsWithinRounding: zip(years, remaining).filter { isWithinRounding($1, in: $0) }.map(\.0),
      provisionalYears: provisional.sorted().map { plan.years.columns[$0] })
  }

  /// Whether a gap is not nil but smaller than half a last place for each figure in it.
  private func isWithinRounding(_ gap: Money, in year: FinancialYear) -> Bool {
    guard gap != .zero, let column = plan.years.column(of: year) else { return false }
    let figures = index.gapLines.count { row in
      (resolved { line(row, .annual, column) }).cell.figure.map { !$0.isZero } ?? false
    }
    return gap.magnitude.trillionths * 2 < Int128(figures) * plan.lastPlace.step
  }
}
