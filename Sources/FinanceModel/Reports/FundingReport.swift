extension Report {
  /// Which money is final, provisional, indicative or assumed, and what stops when.
  public static func funding(
    _ outlook: FundingOutlook, style: ReportStyle = ReportStyle()
  ) -> Report {
    FundingReport(outlook: outlook, style: style).report
  }
}

/// Lays out the outlook: shares by status, every line with its statuses, what stops, what is rolled.
private struct FundingReport {
  let outlook: FundingOutlook
  let style: ReportStyle
  let words: FundingWords

  init(outlook: FundingOutlook, style: ReportStyle) {
    self.outlook = outlook
    self.style = style
    words = FundingWords(outlook: outlook, style: style)
  }

  private var plan: Plan { outlook.plan }
  private var years: [String] { plan.years.years.map(\.description) }

  var report: Report {
    var report = Report(title: plan.heading, subtitles: ["Funding and income"])
    report.blocks = [.paragraph(words.summary)] + words.findings.map(Report.Block.paragraph)
    if outlook.hasStatuses { report.blocks += [.table(amounts), .table(shares)] }
    if !outlook.lines.isEmpty { report.blocks.append(.table(levels)) }
    if outlook.hasStatuses { report.blocks.append(.table(statuses)) }
    if !outlook.ending.isEmpty { report.blocks.append(.table(ends)) }
    if !outlook.rolls.isEmpty { report.blocks.append(.table(rolls)) }
    if !words.notes.isEmpty { report.blocks.append(.notes(words.notes)) }
    return report
  }

  // MARK: By status

  /// The statuses that some line has in some year, and what is not stated where it comes to anything.
  private var used: [FundingOutlook.Status] {
    FundingOutlook.statuses.filter { status in
      outlook.size(status).contains { $0 != .zero }
        || (status != nil && outlook.lines.contains { $0.statuses.contains(status) })
    }
  }

  private var amounts: ReportTable {
    table(
      "Money by status: the size of every line in each year",
      used.map { row(.line, $0.words, outlook.size($0)) } + [
        row(.total, "All funding and income", outlook.size),
        row(.figure, "Not final", outlook.notFinal),
      ])
  }

  private var shares: ReportTable {
    func shares(_ kind: ReportTable.Row.Kind, _ label: String, _ part: [Money])
      -> ReportTable.Row
    {
      ReportTable.Row(
        kind, label,
        outlook.shares(part).map { share in
          .amount(share.map { .figure(.number($0)) } ?? .notApplicable, .percent, decimals: 1)
        })
    }
    return ReportTable(
      caption: "Money by status: the share of it in each year", unit: .percent, columns: years,
      rows: used.map { shares(.line, $0.words, outlook.size($0)) }
        + [shares(.figure, "Not final", outlook.notFinal)])
  }

  // MARK: By line

  private var levels: ReportTable {
    table(
      "Every line: the level in each year",
      bySection { ReportTable.Row(.line, $0.title, $0.levels.map(cell)) })
  }

  private var statuses: ReportTable {
    ReportTable(
      caption: "Every line: how sure it is in each year", columns: years,
      rows: bySection { line in
        ReportTable.Row(
          .line, line.title,
          line.statuses.indices.map { year in
            .text(line.hasEnded[year] ? "ended" : line.statuses[year].words.lowercased())
          })
      })
  }

  /// A row for each line; under the titles of their sections where there are several.
  private func bySection(_ row: (FundingLine) -> ReportTable.Row) -> [ReportTable.Row] {
    let titles = Dictionary(
      plan.sections.map { ($0.id, $0.title ?? $0.id.name) }, uniquingKeysWith: { first, _ in first }
    )
    let hasHeadings = Set(outlook.lines.map(\.section)).count > 1
    var rows: [ReportTable.Row] = []
    for (index, line) in outlook.lines.enumerated() {
      let isFirst = index == 0 || outlook.lines[index - 1].section != line.section
      if hasHeadings, isFirst, let title = line.section.flatMap({ titles[$0] }) {
        rows.append(ReportTable.Row(.heading, title))
      }
      rows.append(row(line))
    }
    return rows
  }

  // MARK: What stops, and what is rolled

  private var ends: ReportTable {
    ReportTable(
      caption: "What stops when", unit: style.unit(plan),
      columns: ["Last year", "Level then", "Taken out"],
      rows: outlook.ending.compactMap { line in
        line.end.map { end in
          ReportTable.Row(
            .line, line.title,
            [
              .text(end.year.description), cell(end.amount),
              // No longer than a figure, or a narrow table cuts it.
              end.takenOut.map(cell) ?? .text("later"),
            ])
        }
      })
  }

  private var rolls: ReportTable {
    table(
      "Rolled in and out, annual: what each year adds",
      outlook.rolls.flatMap { roll -> [ReportTable.Row] in
        [ReportTable.Row(.heading, "Into \(roll.into.title)")]
          + (roll.lines + [roll.into]).map { row(.line, $0.title, $0.annual.values, indent: 1) }
          + [row(.total, "Difference", roll.difference.values, indent: 1)]
      })
  }

  // MARK: Cells

  private func table(_ caption: String, _ rows: [ReportTable.Row]) -> ReportTable {
    ReportTable(caption: caption, unit: style.unit(plan), columns: years, rows: rows)
  }

  private func row(
    _ kind: ReportTable.Row.Kind, _ label: String, _ amounts: [Money], indent: Int = 0
  ) -> ReportTable.Row {
    ReportTable.Row(kind, label, amounts.map(cell), indent: indent)
  }

  private func cell(_ money: Money) -> ReportCell { style.cell(money, plan) }
}
