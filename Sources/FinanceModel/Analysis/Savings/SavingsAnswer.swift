/// What the savings of a plan come to: as planned, as far as they are counted on, and green only.
///
/// ```swift
/// let answer = try plan.savingsAnswer()
/// ```
///
/// Savings are positive here, whatever the signs of the plan's table. What is counted on is the plan
/// run with each saving delivered at the share of its status, as `deliver: by-status` in a scenario
/// does it. Green are the savings whose status counts in full; a saving without a status is counted
/// on as planned, and is not green.
public struct SavingsAnswer: Sendable {
  public let planned: SavingsView
  /// At the shares of the statuses; nil in a plan without `delivery-by-status`.
  public let expected: SavingsView?
  /// Those alone whose status counts in full, as planned; nil in a plan without `delivery-by-status`.
  public let green: SavingsView?
  /// What becomes of what is not delivered; nil in a plan without `delivery-by-status`.
  public let returning: ReturningSavings?
  /// How the savings of one year are delivered; nil where the plan does not say.
  public let monitoring: SavingsMonitoring?

  /// The plan with the scenarios of the question applied.
  public var plan: Plan { planned.forecast.plan }

  /// The lines of role saving, in printed order.
  public var lines: [Line] { planned.lines }

  /// The savings that have no status, where others have one.
  public var withoutStatus: [Line] {
    expected == nil ? [] : lines.filter { $0.fields[.status] == nil }
  }

  /// Whether a gap opens that the savings as planned leave smaller.
  public var hasFindings: Bool { !yearsShort.isEmpty }

  /// The years that are short with what is counted on, and by more than as planned.
  public var yearsShort: [FinancialYear] {
    guard let returning else { return [] }
    return zip(plan.years.years, zip(returning.planned.values, returning.delivered.values))
      .filter { $0.1.1 > max($0.1.0, .zero) }.map(\.0)
  }
}

/// The savings of a plan as one forecast has them, positive where they save.
public struct SavingsView: Sendable {
  public let forecast: Forecast
  public let gap: GapStatement
  /// For each line of role saving, what each year saves more than the year before.
  private var annual: [Identifier: YearSeries<Money>]

  /// The lines of role saving, in printed order.
  var lines: [Line] { forecast.plan.rows.compactMap(\.line).filter { $0.role == .saving } }

  /// What one line saves: one amount for each plan year.
  public func series(_ line: Line, _ effect: Series) -> YearSeries<Money> {
    let series = annual[line.id] ?? zero
    return effect == .annual ? series : series.runningSum
  }

  /// What lines save together.
  public func series(_ lines: [Line], _ effect: Series) -> YearSeries<Money> {
    lines.reduce(zero) { $0 + series($1, effect) }
  }

  /// What all of them save: the planned savings of the gap with their sign turned.
  public func total(_ effect: Series) -> YearSeries<Money> { series(lines, effect) }

  /// The same with no more in it than the savings that are asked for, each as it is here.
  func of(_ isMeant: (Line) -> Bool) -> SavingsView {
    var view = self
    let meant = Set(lines.filter(isMeant).map(\.id))
    view.annual = annual.filter { meant.contains($0.key) }
    return view
  }

  private var zero: YearSeries<Money> {
    let years = forecast.plan.years.years
    return YearSeries(first: years[0], values: years.map { _ in .zero })
  }

  /// Nil for a plan without a gap. Throws `Diagnostics` where a formula has no value.
  init?(_ plan: Plan) throws(Diagnostics) {
    forecast = try plan.forecast()
    guard let gap = forecast.gap else { return nil }
    self.gap = gap
    let effects = forecast.gapEffects
    annual = effects.mapValues { cells in
      YearSeries(first: plan.years.years[0], values: cells.map { -($0.money ?? .zero) })
    }
  }
}

extension Plan {
  /// The savings of the plan and their delivery. Throws `Diagnostics` for a plan that has none.
  public func savingsAnswer() throws(Diagnostics) -> SavingsAnswer {
    guard rows.contains(where: { $0.line?.role == .saving }) else {
      throw Diagnostics(
        Diagnostic(
          .missingKey, "the plan has no savings", at: range.firstLine,
          label: "expected a section or a line with 'role: saving'",
          help: "such as { id: savings, role: saving, lines: [{ id: fleet, title: Fleet, "
            + "recurring: [(0.100), ...] }] }; docs/savings.md shows more"))
    }
    guard let planned = try SavingsView(self) else {
      throw Diagnostics(
        Diagnostic(
          .wrongValue, "the plan has no gap that savings could close: it only lists its rows",
          at: range.firstLine, label: "expected a plan without 'gap: none'"))
    }
    let monitoring = try savingsDelivery.map { delivery throws(Diagnostics) in
      try SavingsMonitoring(delivery, planned)
    }
    if statusDelivery.isEmpty {
      return SavingsAnswer(
        planned: planned, expected: nil, green: nil, returning: nil, monitoring: monitoring)
    }
    let expected = try SavingsView(delivering { deliveredShare(of: $0) })
    return SavingsAnswer(
      planned: planned, expected: expected,
      green: planned.of { deliveredShare(of: $0) == .one },
      returning: expected.map { ReturningSavings(planned: planned, expected: $0) },
      monitoring: monitoring)
  }
}
