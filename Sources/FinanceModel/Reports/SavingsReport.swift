extension Report {
  /// What the savings come to as planned, as counted on and green only, and what is at risk.
  ///
  /// `fields` are those by which savings are grouped; nil groups them by status and by owner.
  public static func savings(
    _ answer: SavingsAnswer, by fields: [LineField]? = nil, style: ReportStyle = ReportStyle()
  ) throws(Diagnostics) -> Report {
    let groups = try answer.groups(by: fields)
    return SavingsReport(answer: answer, groupings: groups, style: style).report
  }
}

/// Lays out the savings of a plan: all of them, by field, what returns, and the year's delivery.
private struct SavingsReport {
  let answer: SavingsAnswer
  let groupings: [SavingsGrouping]
  let style: ReportStyle

  private var plan: Plan { answer.plan }
  private var words: SavingsWords { SavingsWords(answer: answer, style: style) }

  var report: Report {
    var report = Report(title: plan.heading, subtitles: ["Savings"])
    report.blocks = words.summary.map(Report.Block.paragraph)
    report.blocks += style.effects.map { .table(total($0)) }
    for grouping in groupings {
      report.blocks += style.effects.map { .table(groups(grouping, $0)) }
    }
    if let returning = answer.returning { report.blocks.append(.table(returns(returning))) }
    if let monitoring = answer.monitoring { report.blocks.append(.table(delivery(monitoring))) }
    report.blocks.append(.notes(words.notes))
    return report
  }

  // MARK: Planned, counted on, green

  private func total(_ effect: Series) -> ReportTable {
    let planned = answer.planned.total(effect)
    var rows = [row(.line, "Planned", planned, effect)]
    if let expected = answer.expected?.total(effect), let green = answer.green?.total(effect) {
      rows += [
        row(.line, "Counted on, by status", expected, effect),
        row(.figure, "At risk", planned - expected, effect),
        row(.line, "Green only", green, effect),
        row(.figure, "Not green", planned - green, effect),
      ]
    }
    return table("Savings, \(effect.words)", effect, rows)
  }

  private func groups(_ grouping: SavingsGrouping, _ effect: Series) -> ReportTable {
    let rows = grouping.groups.flatMap { group -> [ReportTable.Row] in
      let planned = answer.planned.series(group.lines, effect)
      guard let expected = answer.expected?.series(group.lines, effect) else {
        return [row(.line, words.title(of: group, by: grouping.field), planned, effect)]
      }
      return [
        ReportTable.Row(.heading, words.title(of: group, by: grouping.field)),
        row(.line, "Planned", planned, effect, indent: 1),
        row(.line, "Counted on", expected, effect, indent: 1),
        row(.figure, "At risk", planned - expected, effect, indent: 1),
      ]
    }
    return table("Savings by \(grouping.field.rawValue), \(effect.words)", effect, rows)
  }

  // MARK: What returns

  private func returns(_ returning: ReturningSavings) -> ReportTable {
    var rows = [
      money("Returns from the year before", .line, returning.returned)
        .with(cell(returning.afterPlan)),
      ReportTable.Row(.heading, "Remaining gap, cumulative"),
      money("As planned", .line, returning.planned, indent: 1),
      money("With what has returned", .line, returning.budgeted, indent: 1),
      money("Overspend of the year", .line, returning.overspend, indent: 1),
    ]
    if returning.other.values.contains(where: { $0 != .zero }) {
      rows.append(money("Other lines that go by savings", .line, returning.other, indent: 1))
    }
    rows.append(money("With savings as counted on", .total, returning.delivered, indent: 1))
    return ReportTable(
      caption: "Savings that are not delivered, at the share counted on", unit: style.unit(plan),
      columns: plan.years.years.map(\.description) + [words.yearAfter], rows: rows)
  }

  private func money(
    _ label: String, _ kind: ReportTable.Row.Kind, _ series: YearSeries<Money>, indent: Int = 0
  ) -> ReportTable.Row {
    ReportTable.Row(kind, label, series.values.map(cell), indent: indent)
  }

  // MARK: One year's delivery

  private func delivery(_ monitoring: SavingsMonitoring) -> ReportTable {
    let rows = monitoring.owners.map { owner in
      delivery(.line, owner.name ?? LineField.owner.without, owner.amounts, owner.budget)
    }
    return ReportTable(
      caption: "Savings of \(monitoring.delivery.year) by owner", unit: style.unit(plan),
      columns: ["Approved", "Achieved", "Pressures", "At risk", "Budget", "% of budget"],
      rows: rows + [delivery(.total, "Total", monitoring.total, monitoring.totalBudget)])
  }

  private func delivery(
    _ kind: ReportTable.Row.Kind, _ label: String, _ amounts: SavingsMonitoring.Amounts,
    _ budget: Money?
  ) -> ReportTable.Row {
    ReportTable.Row(
      kind, label,
      [
        cell(amounts.approved), cell(amounts.achieved), cell(amounts.pressures),
        cell(amounts.atRisk), budget.map(cell) ?? .none,
        amounts.share(of: budget).map { .amount(.figure(.number($0)), .percent, decimals: 2) }
          ?? .none,
      ])
  }

  // MARK: Cells

  private func table(_ caption: String, _ effect: Series, _ rows: [ReportTable.Row]) -> ReportTable
  {
    style.table(caption, effect, plan, rows: rows)
  }

  private func row(
    _ kind: ReportTable.Row.Kind, _ label: String, _ series: YearSeries<Money>, _ effect: Series,
    indent: Int = 0
  ) -> ReportTable.Row {
    var row = style.row(kind, label, series, effect, plan)
    row.indent = indent
    return row
  }

  private func cell(_ money: Money) -> ReportCell { style.cell(money, plan) }
}

extension ReportTable.Row {
  fileprivate func with(_ cell: ReportCell) -> ReportTable.Row {
    var row = self
    row.cells.append(cell)
    return row
  }
}

extension Series {
  fileprivate var words: String {
    self == .annual ? "annual: what each year adds" : "cumulative: the level in each year"
  }
}
