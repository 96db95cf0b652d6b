extension Report {
  /// Every line that enters the gap by what a field says of it; the groups add up to the gap.
  public static func regrouped(
    _ regrouping: Regrouping, style: ReportStyle = ReportStyle()
  ) -> Report {
    RegroupedReport(regrouping: regrouping, style: style).report
  }
}

/// Lays out a regrouping: a row for each group, then the lines of each, in one of the two kinds.
private struct RegroupedReport {
  let regrouping: Regrouping
  let style: ReportStyle

  private var plan: Plan { regrouping.plan }
  private var field: String { regrouping.field.rawValue }
  private var effect: Series { style.effect ?? .annual }
  private var isAnnual: Bool { effect == .annual }

  var report: Report {
    var report = Report(title: plan.heading, subtitles: ["By \(field)"])
    if regrouping.isEmpty {
      report.blocks.append(
        .paragraph("No line has \(regrouping.field.article), so all are in the last group."))
    }
    report.blocks += [.table(summary), .table(detail)]
    let notes = self.notes
    if !notes.isEmpty { report.blocks.append(.notes(notes)) }
    return report
  }

  // MARK: Tables

  private var kindWords: String {
    isAnnual ? "annual: what each year adds" : "cumulative: the level in each year"
  }

  private func table(_ caption: String, _ rows: [ReportTable.Row]) -> ReportTable {
    ReportTable(
      caption: "\(caption) by \(field), \(kindWords)", unit: style.unit(plan),
      columns: plan.years.years.map(\.description) + (isAnnual ? ["Total"] : []), rows: rows)
  }

  /// One row for each group, and the remaining gap that they add up to.
  private var summary: ReportTable {
    var rows = regrouping.groups.map { row(.line, $0.title, regrouping.total($0, effect)) }
    if !isAnnual, regrouping.gap.base != .zero {
      let start = YearSeries(
        first: plan.years.years[0],
        values: plan.years.years.map { _ in regrouping.gap.base })
      let year = plan.years.base.map { " of \($0)" } ?? " of the base year"
      rows.insert(row(.line, "Gap\(year)", start), at: 0)
    }
    rows.append(row(.total, "Remaining gap", regrouping.remaining(effect)))
    return table("Remaining gap", rows)
  }

  /// The lines of each group, its total, and what of it is savings.
  private var detail: ReportTable {
    table("Lines", regrouping.groups.flatMap(rows))
  }

  private func rows(_ group: Regrouping.Group) -> [ReportTable.Row] {
    var rows = [ReportTable.Row(.heading, group.title)]
    rows += group.lines.map { line in
      ReportTable.Row(.line, line.title, amounts(line.cells(effect)), indent: 1)
    }
    rows.append(row(.total, "Total", regrouping.total(group, effect), indent: 1))
    if !group.lines(.savings).isEmpty, !group.lines(.required).isEmpty {
      rows += [
        row(
          .figure, "of which before savings", regrouping.total(group, effect, of: .required),
          indent: 2),
        row(.figure, "of which savings", regrouping.total(group, effect, of: .savings), indent: 2),
      ]
    }
    return rows
  }

  private func row(
    _ kind: ReportTable.Row.Kind, _ label: String, _ series: YearSeries<Money>, indent: Int = 0
  ) -> ReportTable.Row {
    ReportTable.Row(kind, label, amounts(series.values.map(Cell.money)), indent: indent)
  }

  /// One cell for each year and, where each adds to the last, their sum.
  private func amounts(_ cells: [Cell]) -> [ReportCell] {
    let figures = cells.compactMap(\.money)
    let total = figures.isEmpty ? Cell.blank : .money(figures.reduce(.zero, +))
    return (cells + (isAnnual ? [total] : [])).map {
      .amount($0, style.unit(plan), decimals: style.decimals(plan))
    }
  }

  // MARK: What a reader has to know

  private var notes: [String] {
    var notes = [
      "Positive adds to the gap. Every line that enters it is in one group, and the groups add up to "
        + "the plan's remaining gap in every year."
    ]
    if let source = regrouping.grouping?.source {
      notes.append("\(regrouping.field.plural): \(source).")
    }
    if regrouping.isEmpty {
      notes.append(
        "A line joins a group with '\(field): NAME' beside its figures; 'groups' of the plan gives "
          + "names their titles and order.")
    }
    let unused = regrouping.unusedTitles
    if !unused.isEmpty {
      notes.append("No line has \(regrouping.field.article) of \(unused.quoted).")
    }
    let memoranda = regrouping.memoranda.map(\.details.title)
    if !memoranda.isEmpty {
      notes.append("Left out, being in no gap: \(memoranda.joined(separator: "; ")).")
    }
    let provisional = regrouping.gap.provisionalYears.map(\.description)
    if !provisional.isEmpty {
      notes.append(
        "Provisional, with figures still to be confirmed: \(provisional.joined(separator: ", ")).")
    }
    return notes
  }
}

extension LineField {
  /// `a priority`, `an owner`.
  fileprivate var article: String { self == .owner ? "an owner" : "a \(rawValue)" }
}

extension [String] {
  /// `'a', 'b' or 'c'`.
  fileprivate var quoted: String {
    let quoted = map { "'\($0)'" }
    guard let last = quoted.last, count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
