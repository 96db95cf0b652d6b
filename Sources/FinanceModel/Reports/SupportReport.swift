extension Report {
  /// Exceptional support with what it costs later, the gap without it, and memorandum accounts.
  public static func support(
    _ answer: SupportAnswer, style: ReportStyle = ReportStyle()
  ) -> Report {
    SupportReport(answer: answer, style: style).report
  }
}

/// Lays out the support and the memorandum accounts of a plan.
struct SupportReport {
  let answer: SupportAnswer
  let style: ReportStyle

  var plan: Plan { answer.plan }

  var report: Report {
    let hasBoth = !answer.supports.isEmpty && !answer.accounts.isEmpty
    let subject =
      hasBoth
      ? "Exceptional support and memorandum accounts"
      : answer.supports.isEmpty ? "Memorandum accounts" : "Exceptional support"
    var blocks = summary.map { Report.Block.paragraph($0) }
    blocks += answer.supports.map { .table(table($0)) }
    if !answer.supports.isEmpty { blocks += style.effects.map { .table(gap($0)) } }
    blocks += answer.accounts.map { .table(table($0)) }
    blocks.append(.notes(notes))
    return Report(title: plan.heading, subtitles: [subject], blocks: blocks)
  }

  // MARK: Columns

  private var hasBase: Bool { plan.years.base != nil }

  /// The base year, where there is one, and the years of the plan.
  private var columns: [String] {
    (plan.years.base.map { [$0] } ?? []).map(\.description)
      + plan.years.years.map(\.description)
  }

  private func row(
    _ kind: ReportTable.Row.Kind, _ label: String, _ amounts: [Money], omittingBase: Bool = false
  ) -> ReportTable.Row {
    var cells = amounts.map { style.cell($0, plan) }
    if !hasBase {
      cells.removeFirst()
    } else if omittingBase {
      cells[0] = .none
    }
    return ReportTable.Row(kind, label, cells)
  }

  /// What each year begins with, which the base year's own beginning is not known of.
  private func opening(_ label: String, _ closing: [Money]) -> ReportTable.Row {
    row(.line, label, [.zero] + closing.dropLast(), omittingBase: true)
  }

  // MARK: Support

  private func table(_ support: SupportForecast) -> ReportTable {
    let own = support.support
    let schedule = own.schedule
    let years = schedule.years == 1 ? "1 year" : "\(schedule.years) years"
    let manner =
      schedule.annuityRate.map {
        "as an annuity at " + Cell.figure(.number($0)).typed(in: .percent, decimals: 2)
      } ?? "in equal instalments"
    return ReportTable(
      caption: "\(own.title): \(own.status.rawValue), repaid over \(years) \(manner)",
      unit: style.unit(plan), columns: columns,
      rows: [
        opening("Outstanding at the start", support.outstanding),
        row(.line, "Support", support.drawn),
        row(.line, "Repayment", support.repayment.map { -$0 }),
        row(.total, "Outstanding at the end", support.outstanding),
        row(.line, "Interest on the start of the year", support.interest),
        row(
          .line, "Interest and repayment, in the gap",
          zip(support.interest, support.repayment).map { $0 + $1 }),
      ])
  }

  private func gap(_ effect: Series) -> ReportTable {
    func amounts(_ part: (SupportForecast) -> [Money]) -> YearSeries<Money> {
      let levels = (0...plan.years.years.count).map { year in
        answer.supports.reduce(Money.zero) { $0 + part($1)[year] }
      }
      let gap = SupportGap(from: levels, first: plan.years.years[0])
      return effect == .annual ? gap.annual : gap.cumulative
    }
    func row(
      _ kind: ReportTable.Row.Kind, _ label: String, _ series: YearSeries<Money>
    ) -> ReportTable.Row {
      style.row(kind, label, series, effect, plan)
    }
    let isAnnual = effect == .annual
    var rows = [
      row(
        .line, "Gap before support", isAnnual ? answer.before.annual : answer.before.cumulative),
      row(.line, "Exceptional support", amounts { $0.drawn.map { -$0 } }),
      row(.line, "Interest", amounts(\.interest)),
      row(.line, "Repayment", amounts(\.repayment)),
      row(
        .total, "Gap after, remaining", isAnnual ? answer.after.annual : answer.after.cumulative),
    ]
    if !isAnnual { rows.append(row(.line, "Structural, without one-off money", answer.structural)) }
    return style.table(
      isAnnual
        ? "The gap before and after support, annual: what each year adds"
        : "The gap before and after support, cumulative: the level in each year", effect, plan,
      rows: rows)
  }

  // MARK: Accounts

  private func table(_ account: AccountForecast) -> ReportTable {
    let own = account.account
    var rows = [
      opening("Deficit at the start", account.balance),
      row(.line, "Deficit of the year", account.deficit, omittingBase: true),
      row(.total, "Deficit at the end", account.balance),
      row(.line, "Interest on the start of the year, in the gap", account.interest),
    ]
    if !account.reserves.isEmpty {
      let reserves = account.reserves.map { $0.map { style.cell($0, plan) } ?? .none }
      rows.append(ReportTable.Row(.line, "Reserves to bear it", reserves))
    }
    let until = own.overrideEnds.map { ", override to the end of \($0)" } ?? ""
    return ReportTable(
      caption: "\(own.title): held outside the general fund\(until)", unit: style.unit(plan),
      columns: columns, rows: rows)
  }
}
