extension Report {
  /// What each assumption, or one lever, does to the remaining gap when it is moved.
  ///
  /// One lever has a column for each move and a row for each year; several have a row for each move.
  public static func sensitivity(
    _ sensitivity: Sensitivity, ofOne: Bool = false, style: ReportStyle = ReportStyle()
  ) -> Report {
    SensitivityReport(sensitivity: sensitivity, ofOne: ofOne, style: style).report
  }
}

/// Lays out the answer to `sensitivity`.
private struct SensitivityReport {
  let sensitivity: Sensitivity
  let ofOne: Bool
  let style: ReportStyle

  private var plan: Plan { sensitivity.plan }
  private var words: SensitivityWords { SensitivityWords(plan: plan, style: style) }
  private var years: [String] { plan.years.years.map(\.description) }
  private var last: String { years.last ?? "" }

  var report: Report {
    var blocks: [Report.Block] = []
    let answers = sensitivity.levers.filter(\.movesGap).compactMap(words.answer)
    if answers.isEmpty {
      blocks.append(.paragraph(nothing))
    } else {
      blocks.append(.notes(answers))
    }
    if let lever = sensitivity.levers.first, ofOne {
      blocks += style.effects.map { .table(table(lever, $0)) }
    } else if !sensitivity.levers.isEmpty {
      blocks += [.table(ranking)] + style.effects.map { .table(table($0)) }
    }
    if !notes.isEmpty { blocks.append(.notes(notes)) }
    return Report(
      title: plan.heading,
      subtitles: [ofOne ? "Sensitivity to \(sensitivity.levers[0].lever.title)" : "Sensitivity"],
      blocks: blocks)
  }

  private var nothing: String {
    if ofOne { return "It moves the gap of no year." }
    return plan.assumptions.isEmpty
      ? "The plan has no assumption that could move."
      : "No assumption moves the gap of any year."
  }

  private var notes: [String] {
    var notes = sensitivity.levers.flatMap { lever in
      lever.outcomes.compactMap { words.reason($0, of: lever.lever) }
    }
    if !ofOne, !sensitivity.unmoved.isEmpty {
      notes.append(
        "Moves the gap of no year: \(sensitivity.unmoved.map(\.title).joined(separator: "; ")).")
    }
    return notes
  }

  // MARK: Tables

  /// From the lever that moves the last year's gap farthest to the one that moves it least.
  private var ranking: ReportTable {
    ReportTable(
      caption: "Ranked by what they do to the remaining gap of \(last), cumulative",
      unit: style.unit(plan),
      columns: ["Least gap", "at", "As planned", "Most gap", "at", "Swing"],
      rows: sensitivity.ranked.compactMap { lever in
        guard let ends = lever.ends else { return nil }
        return ReportTable.Row(
          .line, lever.lever.title,
          [
            cell(ends.least.last), .text(words.label(ends.least, of: lever.lever)),
            cell(.zero), cell(ends.most.last), .text(words.label(ends.most, of: lever.lever)),
            cell(lever.swing),
          ])
      }, chart: chart)
  }

  /// The same as bars to either side of the plan's gap.
  private var chart: Chart? {
    GapCharts(plan: plan, style: style).swings(
      sensitivity.ranked.compactMap { lever in
        guard let ends = lever.ends, lever.swing != .zero else { return nil }
        return GapCharts.Swing(
          title: lever.lever.title,
          least: ends.least.last ?? .zero, leastNote: words.label(ends.least, of: lever.lever),
          most: ends.most.last ?? .zero, mostNote: words.label(ends.most, of: lever.lever))
      })
  }

  private func caption(_ effect: Series) -> String {
    let meaning = effect == .annual ? "what each year adds" : "the level in each year"
    return "Remaining gap, \(effect.rawValue), difference from the plan: \(meaning)"
  }

  /// All levers, with a row for each move.
  private func table(_ effect: Series) -> ReportTable {
    style.table(
      caption(effect), effect, plan,
      rows: sensitivity.levers.flatMap { lever in
        [ReportTable.Row(.heading, lever.lever.title)]
          + lever.outcomes.map { outcome in
            let kind = outcome.kind == .plan ? ReportTable.Row.Kind.figure : .line
            let label = words.label(outcome, of: lever.lever)
            return ReportTable.Row(kind, label, cells(outcome, effect), indent: 1)
          }
      })
  }

  /// One lever, with a column for each move.
  private func table(_ lever: LeverSensitivity, _ effect: Series) -> ReportTable {
    let columns = lever.outcomes.map { cells($0, effect) }
    let rows = years + (effect == .annual ? ["Total"] : [])
    return ReportTable(
      caption: caption(effect), unit: style.unit(plan),
      columns: lever.outcomes.map { words.label($0, of: lever.lever) },
      rows: rows.enumerated().map { index, label in
        ReportTable.Row(
          index < years.count ? .line : .total, label, columns.map { $0[index] })
      })
  }

  /// A figure for each year, and their total for what each year adds; `n/a` where there is none.
  private func cells(_ outcome: SensitivityOutcome, _ effect: Series) -> [ReportCell] {
    guard let series = outcome.difference?.series(effect) else {
      let count = years.count + (effect == .annual ? 1 : 0)
      return Array(repeating: cell(nil), count: count)
    }
    return (series.values + (effect == .annual ? [series.total] : [])).map { cell($0) }
  }

  private func cell(_ money: Money?) -> ReportCell {
    money.map { style.cell($0, plan) }
      ?? .amount(.notApplicable, style.unit(plan), decimals: style.decimals(plan))
  }
}
