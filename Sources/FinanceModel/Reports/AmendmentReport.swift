extension Report {
  /// Whether amendments balance, alone and together, and whether they spend the same money.
  public static func amendments(
    _ answer: AmendmentAnswer, style: ReportStyle = ReportStyle()
  ) -> Report {
    AmendmentReport(answer: answer, style: style).report
  }
}

/// Lays out the answer to `amend`.
struct AmendmentReport {
  let answer: AmendmentAnswer
  let style: ReportStyle

  var plan: Plan { answer.plan }
  var words: AmendmentWords { AmendmentWords(answer: answer, style: style) }
  var years: [String] { plan.years.years.map(\.description) }

  var report: Report {
    Report(
      title: plan.heading,
      subtitles: answer.question.budget.subtitles + ["Amendments"],
      blocks: [.table(summary)] + answer.outcomes.indices.flatMap(section) + together + shared)
  }

  // MARK: All of them

  private var summary: ReportTable {
    var rows = answer.outcomes.indices.map { position in
      verdict(words.label(position), answer.outcomes[position].effect, .line)
    }
    if let whole = answer.whole { rows.append(verdict("All together", whole, .figure)) }
    return ReportTable(
      caption: "Do they balance? If not, the first year in which not", unit: style.unit(plan),
      columns: AmendmentReport.verdictColumns, rows: rows)
  }

  static let verdictColumns = ["Verdict", "Year", "Amount"]

  /// A row with a verdict, and the first year that it turns on with its amount.
  func verdict(
    _ label: String, _ effect: AmendmentEffect, _ kind: ReportTable.Row.Kind
  ) -> ReportTable.Row {
    var cells = [ReportCell.text(words.short(effect.verdict))]
    let values = effect.atIssue.values
    if let year = values.firstIndex(where: { $0 != .zero }) {
      cells += [.text(years[year]), style.cell(values[year], plan)]
    }
    return ReportTable.Row(kind, label, cells)
  }

  func verdict(
    _ label: String, _ set: AmendmentSet, _ kind: ReportTable.Row.Kind
  ) -> ReportTable.Row {
    set.made.map { verdict(label, $0.effect, kind) }
      ?? ReportTable.Row(kind, label, [.text("cannot be made")])
  }

  // MARK: One by one

  private func section(_ position: Int) -> [Report.Block] {
    let outcome = answer.outcomes[position]
    let why = outcome.amendment.scenario.why.map { [Report.Block.paragraph("Why: \($0)")] } ?? []
    let finding = outcome.lines.isEmpty ? "It changes no figure of the gap." : nil
    let notes = words.notes(outcome)
    return [.heading(words.label(position))] + why
      + [.paragraph(finding ?? words.sentences(outcome.effect))]
      + (outcome.lines.isEmpty ? [] : [.table(table(outcome, position))])
      + (notes.isEmpty ? [] : [.notes(notes)])
  }

  private func table(_ outcome: AmendmentOutcome, _ position: Int) -> ReportTable {
    let effect = outcome.effect
    return ReportTable(
      caption: "Amendment \(position + 1) and the gap, cumulative: the level in each year",
      unit: style.unit(plan), columns: years,
      rows: money("Recurring", outcome.lines.filter { !$0.isOneOff }, effect.recurring)
        + money("One-off", outcome.lines.filter(\.isOneOff), effect.oneOff)
        + [row(.total, "Net", effect.net)])
  }

  /// The most lines of one kind of money that are named; JSON has them all.
  private static let mostLines = 12

  private func money(
    _ name: String, _ lines: [AmendedLine], _ sum: YearSeries<Money>
  ) -> [ReportTable.Row] {
    if lines.isEmpty { return [row(.figure, name, sum)] }
    let shown = lines.prefix(AmendmentReport.mostLines)
    let rest = lines.dropFirst(AmendmentReport.mostLines)
    var rows = [ReportTable.Row(.heading, "\(name) money")]
    rows += shown.map { line in
      row(.line, line.title + (line.isInserted ? " (new)" : ""), line.effect, indent: 1)
    }
    if let first = rest.first {
      let others = rest.dropFirst().reduce(first.effect) { $0 + $1.effect }
      rows.append(row(.line, "\(rest.count) more", others, indent: 1))
    }
    return rows + [row(.total, name, sum)]
  }

  func row(
    _ kind: ReportTable.Row.Kind, _ label: String, _ series: YearSeries<Money>, indent: Int = 0
  ) -> ReportTable.Row {
    ReportTable.Row(kind, label, series.values.map { style.cell($0, plan) }, indent: indent)
  }
}
