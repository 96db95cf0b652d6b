/// The tables of what scenarios make of a plan's gap.
extension GapReport {
  /// The difference from the plan, what each change adds to it in order, and each change alone.
  func difference(
    from base: GapStatement, to gap: GapStatement, _ effect: Series
  ) -> [Report.Block] {
    let kind = effect.rawValue
    func bridge(_ caption: String, _ rows: [ReportTable.Row]) -> ReportTable {
      let start = end(.line, "The plan as it stands", base, effect)
      let end = end(.total, "With the changes", gap, effect)
      return style.table(
        "Remaining gap, \(kind), \(caption)", effect, plan, rows: start + rows + end)
    }
    let inOrder = answer.contributions.map { row($0.change, $0.difference, effect) }
    var changeByChange = bridge("change by change", inOrder)
    if effect == .cumulative { changeByChange.chart = waterfall(from: base) }
    var tables = [
      style.table(
        "Difference from the plan, \(kind)", effect, plan,
        rows: differences(from: base, to: gap, effect)),
      changeByChange,
    ]
    if let attribution {
      let alone = attribution.changes.map { row($0.change, $0.difference, effect) }
      let interaction = style.row(
        .line, "Interaction of the changes", attribution.interaction.series(effect), effect, plan)
      tables.append(bridge("each change alone", alone + [interaction]))
    }
    return tables.map(Report.Block.table)
  }

  /// From the plan's gap to the one with the changes, in the last year.
  private func waterfall(from base: GapStatement) -> Chart? {
    guard let start = base.cumulative[.remaining]?.values.last else { return nil }
    let steps = answer.contributions.map { contribution in
      (contribution.change.name, contribution.difference.cumulative.values.last ?? .zero)
    }
    return charts.steps(
      "Change by change", from: ("The plan as it stands", start), steps, to: "With the changes")
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
      return style.row(rowKind, label, after - before, effect, plan)
    }
  }

  /// The remaining gap with which a table that adds up begins or ends.
  private func end(
    _ kind: ReportTable.Row.Kind, _ label: String, _ gap: GapStatement, _ effect: Series
  ) -> [ReportTable.Row] {
    gap.series(.remaining, effect).map { [style.row(kind, label, $0, effect, plan)] } ?? []
  }

  /// What a change does; `n/a` in every year for one that cannot be made alone.
  private func row(
    _ change: Change, _ difference: GapDifference?, _ effect: Series
  ) -> ReportTable.Row {
    if let difference {
      return style.row(.line, change.name, difference.series(effect), effect, plan)
    }
    let cell = ReportCell.amount(
      .notApplicable, style.unit(plan), decimals: style.decimals(plan))
    let count = plan.years.years.count + (effect == .annual ? 1 : 0)
    return ReportTable.Row(.line, change.name, Array(repeating: cell, count: count))
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
