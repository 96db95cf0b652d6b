/// What each change of a scenario sets, and where the value it takes the place of was set.
extension GapReport {
  /// The most lines that are shown of one change; JSON has them all.
  private static let mostRows = 12

  /// One table with a heading for each change; nothing for a plan alone.
  var changes: [Report.Block] {
    guard !answer.records.isEmpty else { return [] }
    return [
      .table(
        ReportTable(
          caption: "What the changes set", unit: style.unit(plan),
          columns: years + ["Was set at"], rows: answer.records.flatMap(rows)))
    ]
  }

  private func rows(_ record: ChangeRecord) -> [ReportTable.Row] {
    let place = record.change.range.shortPlace
    var rows = [ReportTable.Row(.heading, "\(record.change.name) (\(place))")]
    for row in record.rows.prefix(GapReport.mostRows) {
      rows.append(self.row(row, row.after, row.title, at: nil, indent: 1))
      if let before = row.before {
        rows.append(self.row(row, before, "was", at: row.wasSetAt, indent: 2))
      }
    }
    let more = record.rows.count - GapReport.mostRows
    if more > 0 {
      rows.append(
        ReportTable.Row(.line, more == 1 ? "and 1 line more" : "and \(more) lines more", indent: 1))
    }
    if record.rows.isEmpty {
      let words = record.change.isOfFunding ? "only how sure its money is" : "no figure"
      rows.append(ReportTable.Row(.line, words, indent: 1))
    }
    return rows
  }

  private func row(
    _ row: ChangedRow, _ cells: [Cell], _ label: String, at place: SourceRange?, indent: Int
  ) -> ReportTable.Row {
    let reached = Set(row.years)
    let shown = style.style(unit: row.unit, decimals: row.decimals, plan)
    let figures = cells.enumerated().map { year, cell -> ReportCell in
      guard reached.contains(year) else { return .none }
      return .amount(cell, shown.unit, decimals: shown.decimals)
    }
    return ReportTable.Row(
      .line, label, figures + (place.map { [.text($0.shortPlace)] } ?? []), indent: indent)
  }

  /// Where a later change takes the place of an earlier one.
  var overlaps: [String] {
    answer.records.flatMap { record in
      record.rows.flatMap { row in
        row.overlaps.map { overlap in
          let years = overlap.years.map { self.years[$0] }.joined(separator: ", ")
          return "Overlap: '\(record.change.name)' (\(record.change.range.shortPlace)) sets "
            + "\(row.title) in \(years) after '\(overlap.change)' "
            + "(\(overlap.place.shortPlace)) had changed it; the later holds."
        }
      }
    }
  }

  /// What slips or is phased to the years after the plan.
  var beyond: [String] {
    guard let last = years.last else { return [] }
    return answer.result.beyond.byChange.map { change, lines, total in
      let how = change.map { "moved there by '\($0)'" } ?? "the rest of a full year"
      let amount = total == .zero ? "nil in all" : style.text(total.magnitude, plan)
      let effect =
        total == .zero ? "" : total > .zero ? " is added to the gap" : " comes off the gap"
      if lines.count == 1 {
        return "After \(last): \(amount) of \(lines[0].title)\(effect), \(how)."
      }
      let each = lines.map { "\($0.title) \(style.text($0.amount, plan))" }
      return "After \(last): \(amount)\(effect), \(how): \(each.joined(separator: ", "))."
    }
  }
}

extension SourceRange {
  /// `plan.yaml:20`, without the folder.
  var shortPlace: String {
    "\(file.path.split(separator: "/").last ?? ""):\(line)"
  }
}
