extension Report {
  /// What value of one lever closes the gap, or how much is left at its limit.
  public static func closing(_ closing: Closing, style: ReportStyle = ReportStyle()) -> Report {
    ClosingReport(closing: closing, style: style).report
  }
}

/// Lays out the answer to `close`.
private struct ClosingReport {
  let closing: Closing
  let style: ReportStyle

  private var plan: Plan { closing.question.plan }
  private var lever: Lever { closing.question.lever.lever }
  private var words: ClosingWords { ClosingWords(closing: closing, style: style) }

  var report: Report {
    let sentences = closing.steps.map(words.sentence)
    var blocks: [Report.Block] =
      sentences.count == 1 ? [.paragraph(sentences[0])] : [.notes(sentences)]
    blocks.append(.table(gaps))
    if let values { blocks.append(.table(values)) }
    blocks += style.effects.map { .table(table($0)) }
    if let note = words.structural { blocks.append(.notes([note])) }
    if let file = closing.file {
      blocks += [.paragraph("As a scenario, to be saved and run:"), .file(file)]
    }
    return Report(
      title: plan.heading, subtitles: ["Closing the gap with \(lever.title)"], blocks: blocks)
  }

  /// Each gap that was to be closed, and what became of it.
  private var gaps: ReportTable {
    ReportTable(
      caption: "Remaining gap to be closed, \(closing.steps.first?.effect.rawValue ?? "")",
      unit: style.unit(plan), columns: ["Before", "Moved by", "After", "Closed"],
      rows: closing.steps.map { step in
        ReportTable.Row(
          .line, step.year.description,
          [
            style.cell(step.before, plan), .text(words.size(step)), style.cell(step.after, plan),
            .text(step.isClosed ? "yes" : "no"),
          ])
      })
  }

  /// What an assumption is in each year, before and after; nil for a line.
  private var values: ReportTable? {
    guard let assumption = lever.assumption, !closing.changes.isEmpty else { return nil }
    let present = Dictionary(
      plan.values(of: assumption).map { ($0.year, $0.value) }, uniquingKeysWith: { $1 })
    let years = plan.years.years
    func row(_ label: String, _ value: (FinancialYear, Quantity) -> Quantity) -> ReportTable.Row {
      ReportTable.Row(
        .line, label,
        years.map { year in
          present[year].map { .text(words.value(value(year, $0))) } ?? .none
        })
    }
    return ReportTable(
      caption: lever.title, columns: years.map(\.description),
      rows: [
        row("As planned") { $1 },
        row("With the change") { year, value in
          closing.steps.filter { $0.years.contains(year) }.reduce(value) { value, step in
            value.with(trillionths: value.trillionths + step.amount.trillionths)
          }
        },
      ])
  }

  private func table(_ effect: Series) -> ReportTable {
    let meaning = effect == .annual ? "what each year adds" : "the level in each year"
    var rows: [ReportTable.Row] = []
    if let before = closing.before.series(.remaining, effect),
      let after = closing.after.series(.remaining, effect)
    {
      rows = [
        style.row(.line, "As planned", before, effect, plan),
        style.row(.line, "The change", after - before, effect, plan),
        style.row(.total, "With the change", after, effect, plan),
      ]
    }
    return style.table("Remaining gap, \(effect.rawValue): \(meaning)", effect, plan, rows: rows)
  }
}
