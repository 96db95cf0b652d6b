extension Report {
  /// Plans and scenarios side by side: the gap of each by year, and the lines that differ.
  public static func comparison(
    _ comparison: Comparison, style: ReportStyle = ReportStyle()
  ) -> Report {
    ComparisonReport(comparison, style).report
  }

  /// The gaps side by side alone, where other pages have the lines.
  static func gaps(of comparison: Comparison, style: ReportStyle) -> Report {
    var report = ComparisonReport(comparison, style)
    report.showsLines = false
    return report.report
  }
}

/// Lays out the answer to `compare`.
struct ComparisonReport {
  let comparison: Comparison
  let style: ReportStyle
  var showsLines = true

  init(_ comparison: Comparison, _ style: ReportStyle) {
    self.comparison = comparison
    self.style = style.fixed(to: comparison.reference.forecast.plan)
  }

  private var alternatives: [Comparison.Alternative] { comparison.alternatives }
  private var lines: [ComparedLine] { comparison.lines }
  private var reference: Comparison.Alternative { comparison.reference }
  private var plan: Plan { reference.forecast.plan }

  var report: Report {
    var blocks = [Report.Block.paragraph(summary)]
    for effect in style.effects {
      blocks += gaps(effect).map(Report.Block.table)
      if showsLines, !lines.isEmpty { blocks.append(.table(differing(effect))) }
    }
    if lines.isEmpty { blocks.append(.paragraph("No line differs.")) }
    let notes = self.notes
    if !notes.isEmpty { blocks.append(.notes(notes)) }
    return Report(
      title: plan.heading, subtitles: ["Compared with: \(reference.title)"], blocks: blocks)
  }

  // MARK: In words

  var summary: String { words(levels) + " " + outcome }

  /// The remaining gap of the last year in each of them.
  private var levels: Extremes {
    Extremes(alternatives.map { $0.gap.cumulative[.remaining]?.values.last ?? .zero })
  }

  private func words(_ levels: Extremes) -> String {
    let last = plan.years.years.last?.description ?? ""
    return levels.areOne
      ? "By \(last) the gap of all is \(level(levels.least))."
      : "By \(last) the gap is smallest in \(named(levels.leastPlaces)), \(level(levels.least)), "
        + "and largest in \(named(levels.mostPlaces)), \(level(levels.most))."
  }

  private var outcome: String {
    let levels = levels
    let costs = Extremes(alternatives.map(\.gap.cash))
    let least = "\(cost(costs.least)) over the plan"
    if costs.areOne { return "Left open, each \(least)." }
    if costs.leastPlaces == levels.leastPlaces, costs.mostPlaces == levels.mostPlaces {
      return "Left open, the one \(least) and the other \(cost(costs.most))."
    }
    return "Left open, it \(least) in \(named(costs.leastPlaces)), the least, and "
      + "\(cost(costs.most)) in \(named(costs.mostPlaces)), the most."
  }

  /// The first of some alternatives, and how many more there are.
  private func named(_ places: [Int]) -> String {
    let more = places.count - 1
    return places.prefix(1).map { "'\(alternatives[$0].title)'" }.joined()
      + (more > 0 ? " and \(more) more" : "")
  }

  private func level(_ money: Money) -> String {
    money >= .zero
      ? "\(style.text(money, plan)) a year" : "\(style.text(-money, plan)) a year to spare"
  }

  private func cost(_ cash: Money) -> String {
    cash >= .zero ? "costs \(style.text(cash, plan))" : "spares \(style.text(-cash, plan))"
  }

  var notes: [String] {
    alternatives.flatMap { alternative in
      var notes: [String] = []
      if alternative.gap.base != .zero, let year = alternative.forecast.plan.years.base {
        notes.append(
          "The cumulative gap of '\(alternative.title)' starts from "
            + "\(style.text(alternative.gap.base, plan)) in \(year).")
      }
      if !alternative.gap.provisionalYears.isEmpty {
        let years = alternative.gap.provisionalYears.map(\.description).joined(separator: ", ")
        notes.append(
          "'\(alternative.title)' is provisional, with figures still to be confirmed: \(years).")
      }
      return notes
    }
  }

  // MARK: Gaps

  private func gaps(_ effect: Series) -> [ReportTable] {
    let kind = effect.rawValue
    let meaning = effect == .annual ? "what each year adds" : "the level in each year"
    var tables = [
      table("Required gap, \(kind): \(meaning)", .required, effect),
      table("Remaining gap, \(kind): \(meaning)", .remaining, effect),
    ]
    if effect == .cumulative { tables[1].chart = chart }
    let isHidden = alternatives.contains {
      $0.gap.cumulative[.structural] != $0.gap.cumulative[.remaining]
    }
    if effect == .cumulative, isHidden {
      tables.append(
        table("Structural gap, \(kind): remaining, without one-off money", .structural, effect))
    }
    tables.append(
      style.table(
        "Remaining gap, \(kind): difference from '\(reference.title)'", effect, plan,
        rows: alternatives.dropFirst().map {
          style.row(.line, $0.title, $0.difference.series(effect), effect, plan)
        }))
    return tables
  }

  var chart: Chart {
    GapCharts(plan: plan, style: style).levels(
      alternatives.map { ($0.title, $0.gap.cumulative[.remaining]?.values.last ?? .zero) },
      words: words(levels))
  }

  private func table(_ caption: String, _ kind: GapKind, _ effect: Series) -> ReportTable {
    style.table(
      caption, effect, plan,
      rows: alternatives.compactMap { alternative in
        alternative.gap.series(kind, effect)
          .map { style.row(.line, alternative.title, $0, effect, plan) }
      })
  }

  // MARK: Lines

  private func differing(_ effect: Series) -> ReportTable {
    let rows = zip(lines, lineTitles).flatMap { line, title in
      [ReportTable.Row(.heading, title)]
        + zip(alternatives, line.rows).map { row($0, $1, effect) }
    }
    return style.table("Lines that differ, \(effect.rawValue)", effect, plan, rows: rows)
  }

  /// What each line is called, with its section where another is called the same.
  var lineTitles: [String] {
    let titles = lines.map { title($0) }
    return zip(lines, titles).map { line, title in
      let isRepeated = titles.count { $0 == title } > 1
      return title + (isRepeated ? section(line).map { " (\($0))" } ?? "" : "")
    }
  }

  /// What a line adds in one alternative.
  private func row(
    _ alternative: Comparison.Alternative, _ row: Int?, _ effect: Series
  ) -> ReportTable.Row {
    let forecast = alternative.forecast
    guard let row, let effects = forecast.effects[row],
      let details = forecast.plan.rows[row].details
    else { return ReportTable.Row(.line, "Not in \(alternative.title)", indent: 1) }
    // What moves a reserve is money of one year: it has no unwinding, and a balance has no total.
    let ofReserve = details.section?.name == Reserve.section
    let cells =
      effect == .annual && !ofReserve ? effects.annual + [effects.total] : effects.cumulative
    let cellStyle = style.effectStyle(details, forecast.plan)
    return ReportTable.Row(
      .line, alternative.title,
      cells.map { .amount($0, cellStyle.unit, decimals: cellStyle.decimals) }, indent: 1)
  }

  private func title(_ line: ComparedLine) -> String {
    comparison.details(line)?.details.title ?? line.id.name
  }

  private func section(_ line: ComparedLine) -> String? {
    guard let (details, plan) = comparison.details(line) else { return nil }
    return plan.sections.first { $0.id == details.section }.map { $0.title ?? $0.id.name }
  }
}

/// The smallest and the largest of some amounts, and where they stand.
private struct Extremes {
  let least: Money
  let most: Money
  let leastPlaces: [Int]
  let mostPlaces: [Int]

  init(_ amounts: [Money]) {
    let least = amounts.min() ?? .zero
    let most = amounts.max() ?? .zero
    self.least = least
    self.most = most
    leastPlaces = amounts.indices.filter { amounts[$0] == least }
    mostPlaces = amounts.indices.filter { amounts[$0] == most }
  }

  var areOne: Bool { least == most }
}

extension LineEffects {
  /// What all the years add; blank where the line has no money.
  var total: Cell {
    let amounts = annual.compactMap(\.money)
    return amounts.isEmpty ? .blank : .money(amounts.reduce(.zero, +))
  }
}

extension ReportStyle {
  /// The same style for every plan: the unit and the decimals of one of them.
  func fixed(to plan: Plan) -> ReportStyle {
    ReportStyle(
      unit: unit(plan), decimals: decimals(plan), effect: effect, negatives: negatives)
  }
}
