extension Report {
  /// How big the gap is, each year and in which kind; for a scenario also what makes the difference.
  ///
  /// An attribution adds a table of each change alone, with their interaction as a row of its own.
  public static func gap(
    _ answer: Answer, attribution: Attribution? = nil, style: ReportStyle = ReportStyle()
  ) -> Report {
    GapReport(answer: answer, attribution: attribution, style: style).report
  }
}

/// Lays out the answer to `run`.
struct GapReport {
  let answer: Answer
  let attribution: Attribution?
  let style: ReportStyle

  var plan: Plan { answer.result.plan }
  var charts: GapCharts { GapCharts(plan: plan, style: style) }
  var years: [String] { plan.years.years.map(\.description) }

  var report: Report {
    var report = Report(title: plan.heading, subtitles: answer.question.subtitles)
    guard let gap = answer.result.gap else {
      report.blocks = [.paragraph("This plan has no gap: it only lists its rows.")]
      return report
    }
    report.blocks = [.paragraph(summary(gap))]
    for effect in style.effects {
      report.blocks.append(.table(table(gap, effect)))
    }
    if let base = answer.base.gap, !answer.question.scenarios.isEmpty {
      for effect in style.effects { report.blocks += difference(from: base, to: gap, effect) }
    }
    report.blocks += changes
    let notes = overlaps + notes(gap) + beyond + (attribution?.notes ?? [])
    if !notes.isEmpty { report.blocks.append(.notes(notes)) }
    return report
  }

  /// What the scenarios do to the gap and no more: a part of a page that has the plan's own gap.
  var contributions: [Report.Block] {
    guard let gap = answer.result.gap, let base = answer.base.gap else { return changes }
    var blocks = [Report.Block.paragraph(summary(gap))]
    for effect in style.effects { blocks += difference(from: base, to: gap, effect) }
    blocks += changes
    let notes = overlaps + notes(gap) + beyond
    return blocks + (notes.isEmpty ? [] : [.notes(notes)])
  }

  /// What is still to be found, in a sentence or two.
  func summary(_ gap: GapStatement) -> String {
    let levels = gap.cumulative[.remaining]?.values ?? []
    let level = levels.last ?? .zero
    if levels.allSatisfy({ $0 == .zero }) {
      return "The plan closes the gap in every year."
    }
    let last = years.last ?? ""
    if level <= .zero {
      let worst = levels.indices.max { levels[$0] < levels[$1] } ?? 0
      let end =
        level == .zero ? "nil by \(last)" : "\(style.text(-level, plan)) a year to spare by \(last)"
      if levels[worst] > .zero {
        return "Short by at most \(style.text(levels[worst], plan)), in \(years[worst]); \(end)."
      }
      return level == .zero
        ? "No year falls short, and by \(last) the plan is in balance."
        : "No year falls short: \(end)."
    }
    let cost =
      gap.cash > .zero
      ? "Left open, the gap costs \(style.text(gap.cash, plan)) over the plan."
      : "Over the whole plan it spares \(style.text(gap.cash.magnitude, plan))."
    return "Still to be found: \(path(levels)). \(cost)"
  }

  /// The level in the first year, in the worst where that is another, and in the last.
  private func path(_ levels: [Money]) -> String {
    let last = levels.count - 1
    let worst = levels.indices.max { levels[$0] < levels[$1] } ?? last
    func text(_ year: Int) -> String { "\(style.text(levels[year], plan)) in \(years[year])" }
    var parts = levels[0] > .zero && last > 0 ? [text(0)] : []
    if worst != 0, levels[worst] > levels[last] { parts.append("at most \(text(worst))") }
    parts.append("\(style.text(levels[last], plan)) a year by \(years[last])")
    return parts.joined(separator: ", ")
  }

  // MARK: The gap

  private func table(_ gap: GapStatement, _ effect: Series) -> ReportTable {
    let isAnnual = effect == .annual
    var rows: [ReportTable.Row] = []
    func add(_ kind: GapKind, _ label: String, _ rowKind: ReportTable.Row.Kind) {
      if let series = gap.series(kind, effect) {
        rows.append(style.row(rowKind, label, series, effect, plan))
      }
    }
    if gap.annual[.beforeReserves] != gap.annual[.required],
      let before = gap.series(.beforeReserves, effect), let after = gap.series(.required, effect)
    {
      add(.beforeReserves, "Required before reserves", .line)
      rows.append(style.row(.line, "Use of reserves", after - before, effect, plan))
    }
    add(.required, "Required", .line)
    add(.plan, "Planned savings", .line)
    add(.remaining, "Remaining", .total)
    if !isAnnual { add(.structural, "Structural, without one-off money", .figure) }
    var table = style.table(
      isAnnual
        ? "Budget gap, annual: what each year adds"
        : "Budget gap, cumulative: the level in each year",
      effect, plan, rows: rows)
    table.chart = charts.reductions(gap, effect)
    return table
  }

  // MARK: What a reader has to know

  func notes(_ gap: GapStatement) -> [String] {
    var notes: [String] = []
    if gap.base != .zero, let year = plan.years.base {
      notes.append("The cumulative gap starts from \(style.text(gap.base, plan)) in \(year).")
    }
    if let unwound = baseOneOffs, let year = plan.years.base {
      notes.append(
        "One-off money of \(year), \(style.text(unwound, plan)), is not there in \(years.first ?? "") any "
          + "more: from then on the required gap, cumulative, counts that it is gone.")
    }
    let oneOffs = oneOffs(gap)
    if !oneOffs.isEmpty {
      notes.append("One-off money, which does not come again: \(oneOffs).")
    }
    if gap.unwinding != .zero {
      let verb = gap.unwinding > .zero ? "adds" : "takes"
      let place = gap.unwinding > .zero ? "to" : "off"
      notes.append(
        "One-off money in \(years.last ?? "") unwinds after the plan: it \(verb) "
          + "\(style.text(gap.unwinding.magnitude, plan)) \(place) the gap of the year after.")
    }
    if let missing = missingSide {
      notes.append(
        "The plan has no lines of \(missing), so what it calls a gap is one side of it only. "
          + "A plan that only lists its rows says 'gap: none'.")
    }
    notes += turnedSigns
    for year in gap.yearsWithinRounding {
      notes.append("The remaining gap of \(year) is smaller than the rounding of its figures.")
    }
    if !gap.provisionalYears.isEmpty {
      let years = gap.provisionalYears.map(\.description).joined(separator: ", ")
      notes.append("Provisional, with figures still to be confirmed: \(years).")
    }
    return notes
  }

  /// The one-off money of the base year, which unwinds in the first; nil where there is none.
  private var baseOneOffs: Money? {
    guard let base = plan.years.baseColumn else { return nil }
    let index = answer.result.index
    let sum = index.oneOffLines.reduce(Money.zero) { sum, row in
      guard index.lines[row]?.baseIsMemo == false,
        let money = answer.result.printed[row][base].cell.money
      else { return sum }
      return index.lines[row]?.isTurned ?? false ? sum - money : sum + money
    }
    return sum == .zero ? nil : sum
  }

  /// Money whose sign makes the gap wrong, for whoever has not asked for a check.
  private var turnedSigns: [String] {
    let subject = CheckSubject(answer.result)
    let found = CheckRule.ofSigns.flatMap { $0.find(subject).map(\.message) }
    if found.isEmpty { return [] }
    return ["A sign looks wrong: \(found.listed()). 'mtfs check' says why, and how to mend it."]
  }

  /// The side of the gap that has no line; nil where both have.
  private var missingSide: String? {
    let roles = Set(plan.rows.compactMap { $0.line?.role })
    if roles.isDisjoint(with: [.cost, .pressure]) { return "cost or pressure" }
    return roles.isDisjoint(with: [.funding, .income]) && roles.contains(.cost)
      ? "funding or income" : nil
  }

  /// The most lines of one-off money that are named.
  private static let mostOneOffs = 6

  /// Each line of one-off money with its amounts: `Use of Rural Reserves (£6.000m) in 2017-18`.
  private func oneOffs(_ gap: GapStatement) -> String {
    let lines = gap.oneOffs.compactMap { line -> String? in
      let amounts = zip(years, line.amounts.values).filter { $0.1 != .zero }
        .map { "\(style.text($0.1, plan)) in \($0.0)" }
      return amounts.isEmpty ? nil : "\(line.title) \(amounts.joined(separator: ", "))"
    }
    let named = lines.prefix(GapReport.mostOneOffs)
    let more = lines.count - named.count
    return named.joined(separator: "; ") + (more > 0 ? "; and \(more) more" : "")
  }
}

extension Question {
  /// What heads a page that answers it: each scenario and why it is asked; nothing for a plan alone.
  public var subtitles: [String] {
    scenarios.flatMap { scenario in
      ["Scenario: \(scenario.title)"] + (scenario.why.map { ["Why: \($0)"] } ?? [])
    }
  }
}
