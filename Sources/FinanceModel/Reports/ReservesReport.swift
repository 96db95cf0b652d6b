extension Report {
  /// Every reserve by year, whether it lasts, and what would bring it back to its minimum.
  public static func reserves(
    _ forecast: ReservesForecast, replenishment: Replenishment? = nil, file: String? = nil,
    style: ReportStyle = ReportStyle()
  ) -> Report {
    ReservesReport(forecast: forecast, replenishment: replenishment, file: file, style: style)
      .report
  }
}

/// Lays out the reserves of a plan.
private struct ReservesReport {
  let forecast: ReservesForecast
  let replenishment: Replenishment?
  /// The scenario that makes the contributions.
  let file: String?
  let style: ReportStyle

  private var plan: Plan { forecast.plan }
  private var years: [String] { plan.years.years.map(\.description) }
  private var words: ReservesWords { ReservesWords(forecast: forecast, style: style) }

  var report: Report {
    var blocks: [Report.Block] = [.notes(words.findings)] + balances.map(Report.Block.table)
    if let gap { blocks.append(.table(gap)) }
    if !words.notes.isEmpty { blocks.append(.notes(words.notes)) }
    if let replenishment { blocks += self.blocks(replenishment) }
    return Report(title: plan.heading, subtitles: ["Reserves"], blocks: blocks)
  }

  // MARK: Balances

  /// A table for each reserve, and for each sum of several.
  private var balances: [ReportTable] {
    let own = forecast.balances.map { balance in
      table(
        balance.reserve.kind == .general
          ? balance.reserve.title : "\(balance.reserve.title), earmarked",
        ReserveBalance.Sum([balance], years: years.count),
        showsGap: forecast.order.contains(balance.reserve.id))
    }
    return own
      + subtotals.map { kind, title in
        table(title, forecast.total(of: kind), showsGap: !forecast.order.isEmpty)
      }
  }

  /// The sums that are more than one reserve shown again.
  private var subtotals: [(kind: Reserve.Kind?, title: String)] {
    let all: [(Reserve.Kind?, String)] = [
      (.general, "General reserves"), (.earmarked, "Earmarked reserves"), (nil, "All reserves"),
    ]
    let total = forecast.balances.count
    return all.filter { kind, _ in
      let count = forecast.total(of: kind).count
      return count > 1 && (kind == nil || count < total)
    }
  }

  private func table(
    _ title: String, _ sum: ReserveBalance.Sum, showsGap: Bool
  ) -> ReportTable {
    var rows = [
      row("Opening balance", sum.opening), row("Contributions", sum.contributions),
      row("Planned use", sum.use.map { -$0 }),
    ]
    if showsGap { rows.append(row("Remaining gap met", sum.gapMet.map { -$0 })) }
    rows.append(row("Closing balance", sum.closing, .total))
    if let minimum = sum.minimum {
      rows.append(row("Minimum", minimum))
      rows.append(
        row("Above minimum, or (short)", zip(sum.closing, minimum).map { $0 - $1 }, .figure))
    }
    let chart = sum.minimum.map {
      GapCharts(plan: plan, style: style).balance(title, sum.closing, minimum: $0)
    }
    return ReportTable(
      caption: title, unit: style.unit(plan), columns: years, rows: rows, chart: chart)
  }

  private func row(
    _ label: String, _ amounts: [Money], _ kind: ReportTable.Row.Kind = .line
  ) -> ReportTable.Row {
    ReportTable.Row(kind, label, amounts.map { style.cell($0, plan) })
  }

  // MARK: The gap

  /// What the reserves are asked to meet, and what is met of it.
  private var gap: ReportTable? {
    guard let remaining = forecast.remaining, let structural = forecast.structural else {
      return nil
    }
    var rows = [row("Remaining gap", remaining)]
    if !forecast.terms.leavesOutGap {
      let met = zip(forecast.total().gapMet, forecast.notMet).map { met, not in
        forecast.order.isEmpty ? met : met - not
      }
      rows += [row("Met from reserves", met), row("Not met from reserves", forecast.notMet)]
    }
    rows += [
      row("Structural gap, without one-off money", structural, .figure),
      row("Structural gap met with one-off money", forecast.recurringMet),
    ]
    return ReportTable(
      caption: "The gap, cumulative: the level in each year", unit: style.unit(plan),
      columns: years, rows: rows)
  }

  // MARK: Replenishing

  private func blocks(_ replenishment: Replenishment) -> [Report.Block] {
    let year = replenishment.year
    guard !replenishment.contributions.isEmpty else {
      return [
        .paragraph("No contribution is needed: every reserve holds what it should in \(year).")
      ]
    }
    let table = ReportTable(
      caption: "Contributions that replenish the reserves by the end of \(year)",
      unit: style.unit(plan), columns: ["Short of", "In each year", "Closing \(year)"],
      rows: replenishment.contributions.map { contribution in
        ReportTable.Row(
          .line, contribution.reserve.title,
          [
            style.cell(contribution.short, plan), style.cell(contribution.yearly, plan),
            style.cell(replenishment.closing(of: contribution), plan),
          ])
      })
    var blocks: [Report.Block] = [
      .table(table), .notes(words.notes(replenishment)),
    ]
    if let file {
      blocks += [.paragraph("As a scenario, to be saved and run:"), .file(file)]
    }
    return blocks
  }
}
