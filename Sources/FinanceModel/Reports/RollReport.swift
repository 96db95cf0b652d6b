extension Report {
  /// What was rolled forward, what had to be assumed for it and what was left out.
  public static func roll(_ roll: RollForward, style: ReportStyle = ReportStyle()) -> Report {
    RollReport(roll: roll, style: style).report
  }
}

/// Lays out a plan that was rolled forward.
private struct RollReport {
  let roll: RollForward
  let style: ReportStyle

  private var old: Plan { roll.old.plan }
  private var new: Plan { roll.new.plan }
  private var base: String { new.years.base?.description ?? "" }
  private var added: String { new.years.years.last?.description ?? "" }

  var report: Report {
    var report = Report(title: new.heading, subtitles: [subtitle])
    report.blocks = [.paragraph(summary)]
    let assumed = assumedRows
    if !assumed.isEmpty {
      report.blocks.append(
        .table(
          ReportTable(
            caption: "Assumed for \(added)", columns: ["Value", "Rule"], rows: assumed)))
    }
    let oneOffs = oneOffRows
    if !oneOffs.isEmpty {
      let before = old.years.base.map { "Dropped, of \($0)" } ?? "Dropped"
      report.blocks.append(
        .table(
          ReportTable(
            caption: "One-off money", unit: style.unit(new), columns: [before, "Kept, of \(base)"],
            rows: oneOffs)))
    }
    let notes = notes
    if !notes.isEmpty { report.blocks.append(.notes(notes)) }
    if let movement = roll.movement {
      report.blocks.append(.heading("From the old plan to the new one"))
      report.blocks += Report.movement(movement, style: style).blocks
    }
    return report
  }

  private var subtitle: String {
    let years = new.years.years
    let first = years.first?.description ?? ""
    return "Rolled forward: base year \(base), "
      + (years.count == 1 ? first : "\(first) to \(added)")
  }

  private var summary: String {
    let start =
      old.years.base.map { "The base year moves from \($0) to \(base), and \(added) is added." }
      ?? "The plan had no base year and now has \(base); \(added) is added."
    let common = old.years.years.dropFirst()
    guard let first = common.first, let last = common.last else {
      return
        "\(start), and \(added) is added. No year is in both plans: the new one is all assumed."
    }
    let years = first == last ? "In \(first)" : "From \(first) to \(last)"
    return "\(start) \(years) every line adds what it added before."
  }

  // MARK: Tables

  /// Every row but those without a change, which are only counted.
  private var assumedRows: [ReportTable.Row] {
    roll.assumed.filter { $0.rule != .noChange }.map { assumed in
      ReportTable.Row(
        .line, assumed.title,
        [assumed.value.map(ReportCell.text) ?? .none, .text(assumed.rule.words)])
    }
  }

  private var oneOffRows: [ReportTable.Row] {
    roll.oneOffs.map { line in
      ReportTable.Row(
        .line, line.title,
        [line.dropped, line.kept].map { cell in
          line.unit == new.unit && line.decimals == new.decimals
            ? .amount(cell, style.unit(new), decimals: style.decimals(new))
            : .amount(cell, line.unit, decimals: line.decimals)
        })
    }
  }

  // MARK: What a reader has to know

  private var notes: [String] {
    var notes: [String] = []
    let unchanged = roll.assumed.count { $0.rule == .noChange }
    if unchanged > 0 {
      notes.append(
        "\(unchanged) line\(unchanged == 1 ? " has" : "s have") no change in \(added): "
          + "none is known yet.")
    }
    if roll.oneOffs.contains(where: { !($0.kept.figure?.isZero ?? true) }) {
      notes.append(
        "One-off money of \(base) stays as that year's figure, so that it unwinds in "
          + "\(new.years.years.first?.description ?? ""); the next roll drops it.")
    }
    if let gap = roll.baseGap {
      notes.append(
        "The cumulative gap goes on from \(style.text(gap, new)), written as 'base-gap'.")
    }
    if !roll.replaced.isEmpty {
      let parts = roll.replaced.map { "\($0.part) is now \($0.amount)" }
      notes.append(
        "Parts of formulas that read a year before the plan hold its amount: "
          + parts.joined(separator: "; ") + ".")
    }
    for row in roll.held {
      let years = row.years.map(\.description).joined(separator: ", ")
      notes.append(
        "\(row.title) holds its figure of \(years), because its formula would now give another.")
    }
    notes += roll.notes.map { $0 + "." }
    notes += ([new.title] + new.tables.map(\.title)).compactMap(outdated)
    if !roll.leftOut.isEmpty {
      notes.append("Left out: \(roll.leftOut.joined(separator: "; ")).")
    }
    return notes
  }
}

extension RollReport {
  /// What a title is told that names years: it is not known which of them are to move on.
  private func outdated(_ title: String) -> String? {
    let years = old.years.columns.map(\.description).filter { title.contains($0) }
    if years.isEmpty { return nil }
    return "'\(title)' names \(years.listed(most: years.count)), and is left as it was: write the "
      + "years of the new plan."
  }
}

extension RollForward.Rule {
  /// As reports say it.
  fileprivate var words: String {
    switch self {
    case .noChange: "no change"
    case .standsStill: "stands still"
    case .fullYear: "the rest of its full year"
    case .ends: "blank: its money ends"
    case .formula: "its formula goes on"
    case .noValue: "blank: its formula has no value"
    case .constant: "one value for all years"
    case .last: "the last value repeated"
    case .blank: "left blank, as 'extends' says"
    case .amount: "as 'extends' says"
    case .notRepeated: "support is not repeated"
    }
  }
}
