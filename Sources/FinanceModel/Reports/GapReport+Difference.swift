/// The tables of what scenarios make of a plan's gap.
extension GapReport {
  /// The difference from the plan, what each change adds to it in order, and each change alone.
  func difference(
    from base: GapStatement, to gap: GapStatement, _ effect: Series
  ) -> [Report.Block] {
    let kind = effect.rawValue
    var tables = [
      table("Difference from the plan, \(kind)", effect, differences(from: base, to: gap, effect)),
      table(
        "Remaining gap, \(kind), change by change", effect,
        bridge(
          from: base, to: gap, effect,
          answer.contributions.map { change in
            series(.line, change.change.name, change.difference, effect)
          })),
    ]
    if let attribution {
      tables.append(
        table(
          "Remaining gap, \(kind), each change alone", effect,
          bridge(
            from: base, to: gap, effect,
            attribution.changes.map { series(.line, $0.change.name, $0.difference, effect) }
              + [series(.figure, "Interaction of the changes", attribution.interaction, effect)])))
    }
    return tables.map(Report.Block.table)
  }

  private func table(
    _ caption: String, _ effect: Series, _ rows: [ReportTable.Row]
  ) -> ReportTable {
    ReportTable(
      caption: caption, unit: style.unit(plan),
      columns: years + (effect == .annual ? ["Total"] : []), rows: rows)
  }

  private func differences(
    from base: GapStatement, to gap: GapStatement, _ effect: Series
  ) -> [ReportTable.Row] {
    let kinds: [(GapKind, String, ReportTable.Row.Kind)] = [
      (.required, "Required", .line), (.plan, "Planned savings", .line),
      (.remaining, "Remaining", .total),
    ]
    return kinds.compactMap { kind, label, rowKind -> ReportTable.Row? in
      guard let before = base.series(kind, effect), let after = gap.series(kind, effect) else {
        return nil
      }
      return row(rowKind, label, after - before, hasTotal: effect == .annual)
    }
  }

  /// From the remaining gap of the plan as it stands, by rows that add up, to that of the scenario.
  private func bridge(
    from base: GapStatement, to gap: GapStatement, _ effect: Series, _ rows: [ReportTable.Row]
  ) -> [ReportTable.Row] {
    func end(_ kind: ReportTable.Row.Kind, _ label: String, _ gap: GapStatement)
      -> [ReportTable.Row]
    {
      gap.series(.remaining, effect).map {
        [row(kind, label, $0, hasTotal: effect == .annual)]
      } ?? []
    }
    return end(.line, "The plan as it stands", base) + rows + end(.total, "With the changes", gap)
  }

  /// A row of differences; `n/a` in every year for a change that cannot be made alone.
  private func series(
    _ kind: ReportTable.Row.Kind, _ label: String, _ difference: GapDifference?, _ effect: Series
  ) -> ReportTable.Row {
    let isAnnual = effect == .annual
    if let difference { return row(kind, label, difference.series(effect), hasTotal: isAnnual) }
    let cell = ReportCell.amount(
      .notApplicable, style.unit(plan), decimals: style.decimals(plan))
    return ReportTable.Row(
      kind, label, Array(repeating: cell, count: years.count + (isAnnual ? 1 : 0)))
  }
}

extension Attribution {
  /// Which changes are never alone.
  var notes: [String] {
    changes.filter { $0.difference == nil }.map { change in
      "'\(change.change.name)' needs an earlier change and cannot be made alone: what it does is in "
        + "the interaction."
    }
  }
}
