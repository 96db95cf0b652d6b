/// Which gap of an imported plan the table's own row of the gap is.
public struct GapAgreement: Hashable, Sendable {
  /// The title of the row that prints the gap.
  public let title: String
  /// The gap that it agrees with in every year; nil where it agrees with none.
  public let kind: GapKind?
  public let effect: Series?

  /// Nil where no row is the gap; a row that agrees with no gap of the plan is asked about.
  ///
  /// Where the table does not add up anyway, nothing is asked.
  init?(_ draft: PlanDraft, _ forecast: Forecast, addsUp: Bool, log: ImportLog) {
    guard let statement = forecast.gap else { return nil }
    guard let gap = draft.gap else {
      GapAgreement.askUnprinted(statement, draft, forecast.plan, log)
      return nil
    }
    let series = PrintedGap(
      draft: draft, plan: forecast.plan, gap: statement, isTurned: gap.isTurned)
    let others = GapAgreement.others(draft, besides: gap.row)
    let agreeing = ([gap.row] + others).filter { series.agreeing(with: draft.rows[$0]) != nil }
    // A gap before reserves leads to one that agrees, and is right where that is.
    let stages = agreeing.reduce(into: Set<Int>()) { $0.formUnion(draft.made.stages(of: $1)) }
    let place = agreeing.first { draft.made.stages(of: $0).contains(gap.row) } ?? gap.row
    let row = draft.rows[place]
    let found = series.agreeing(with: row)
    title = row.title
    kind = found?.kind
    effect = found?.effect
    guard addsUp else { return }
    if found == nil {
      log.ask(
        "Is '\(row.title)' the gap? It is neither the required nor the remaining gap of the plan, so "
          + "the roles or signs of some lines may be others than they are read as.", row: row.number
      )
    } else {
      GapAgreement.ask(others.filter { !stages.contains($0) }, draft, log)
    }
  }

  /// Other rows that are called a gap.
  private static func others(_ draft: PlanDraft, besides gap: Int) -> [Int] {
    let openings = ["brought forward", "b/f", "opening", "previous", "prior"]
    return draft.rows.indices.filter { place in
      let row = draft.rows[place]
      return place != gap && row.kind == .total && row.unit == draft.unit
        && ImportWords.holds(row.title, ImportWords.gap) && RoleFinder.role(of: row.title) == nil
        && !ImportWords.holds(row.title, openings)
    }
  }

  /// Asks about rows that are called a gap, agree with none of the plan's and lead to none that does.
  private static func ask(_ others: [Int], _ draft: PlanDraft, _ log: ImportLog) {
    guard let first = others.first else { return }
    let isOne = others.count == 1
    log.ask(
      "\(isOne ? "Is" : "Are") \(draft.rows.titles(others)) \(isOne ? "a gap" : "gaps") of the plan? "
        + "\(isOne ? "It agrees" : "They agree") with neither the required nor the remaining gap, so that some "
        + "lines between may be whole amounts beside changes, or have another role or sign.",
      row: isOne ? draft.rows[first].number : nil)
  }

  /// Asks about a gap between costs and funding that no row of the table prints.
  private static func askUnprinted(
    _ statement: GapStatement, _ draft: PlanDraft, _ plan: Plan, _ log: ImportLog
  ) {
    let roles = Set(draft.rows.compactMap(\.role))
    guard draft.bases.basis == .level, roles.contains(.funding), roles.contains(.cost),
      let values = statement.series(.remaining, .cumulative)?.values,
      let year = values.firstIndex(where: { $0 != .zero })
    else { return }
    let amount = draft.unit.phrase(
      AmountFormat(decimals: draft.decimals, negatives: .minus, groupsThousands: true)
        .text(Cell.money(values[year].magnitude), in: draft.unit))
    log.ask(
      "Is there a gap that the table does not print? No row is one, and the lines as they are read leave "
        + "\(amount) \(values[year] > .zero ? "to be found" : "to spare") in \(plan.years.years[year]); where the "
        + "table balances, the roles or signs of some lines are others than they are read as.")
  }
}

/// The gaps of an imported plan, to hold a printed row against.
private struct PrintedGap {
  let draft: PlanDraft
  let plan: Plan
  let gap: GapStatement
  /// Whether the table prints a gap negative.
  let isTurned: Bool

  /// The gap that a row agrees with in every year in which it has a figure.
  func agreeing(with row: ImportedRow) -> (kind: GapKind, effect: Series)? {
    let effects: [Series] =
      draft.bases.basis == .level ? [.cumulative, .annual] : [.annual, .cumulative]
    for kind in [GapKind.remaining, .required, .beforeReserves] {
      for effect in effects where agrees(row, kind, effect) { return (kind, effect) }
    }
    return nil
  }

  private func agrees(_ row: ImportedRow, _ kind: GapKind, _ effect: Series) -> Bool {
    guard let series = gap.series(kind, effect) else { return false }
    let step = Rounding(decimals: draft.decimals, unit: draft.unit).step
    let lines = plan.rows.count { $0.line != nil }
    let cells = row.cells[draft.history.count...].prefix(draft.years.count)
    return zip(cells, series.values).allSatisfy { cell, value in
      guard let figure = cell.figure else { return true }
      let difference = (isTurned ? -figure : figure) - value.trillionths
      return 2 * difference.magnitude <= UInt128(lines) * step.magnitude
    }
  }
}
