/// The sheets of words: what the workbook is, and what a reader has to know.
extension PlanWorkbook {
  /// The sheets with their cover and notes before them.
  func around(_ sheets: [Sheet], program: String, facts: [Spreadsheet.Fact]) -> [Sheet] {
    let notes = self.notes
    let contents = [notes] + sheets
    return [cover(contents, program: program, facts: facts)] + contents
  }

  private func cover(
    _ sheets: [Sheet], program: String, facts: [Spreadsheet.Fact]
  ) -> Sheet {
    var rows: [Spreadsheet.Fact] = []
    if let authority = plan.authority { rows.append(Spreadsheet.Fact("Authority", authority)) }
    rows.append(Spreadsheet.Fact("Plan", "\(plan.title) (\(plan.id.name))"))
    for scenario in answer.question.scenarios {
      rows.append(Spreadsheet.Fact("Scenario", scenario.title))
      if let why = scenario.why { rows.append(Spreadsheet.Fact("Why", why)) }
    }
    if let first = years.first, let last = years.last {
      let base = plan.years.base.map { ", from the base year \($0)" } ?? ""
      rows.append(
        Spreadsheet.Fact("Years", first == last ? first + base : "\(first) to \(last)\(base)"))
    }
    rows += facts
    if let gap = forecast.gap {
      let report = GapReport(answer: answer, attribution: nil, style: style)
      rows.append(Spreadsheet.Fact("The gap", report.summary(gap)))
    }
    if let source = plan.source { rows.append(Spreadsheet.Fact("Source", source)) }
    rows.append(Spreadsheet.Fact("Made by", program))
    return Sheet.cover(title: plan.heading, rows, sheets)
  }

  // MARK: Notes

  private var notes: Sheet {
    var rows = [
      ("Units", unitWords),
      ("Signs", "Positive adds to the gap. A figure in brackets is negative and takes off it."),
      (
        "Input",
        "Cells of the style 'Input' (blue on a pale ground, within a thin line) hold figures that may be "
          + "changed. Every total, formula of the plan and gap follows."
      ),
      (
        "Rounding",
        "A line worked out by a formula is rounded to its printed place, as the plan has it. Sums are "
          + "rounded far behind the last printed place, because a spreadsheet adds in binary."
      ),
    ]
    if forecast.gap != nil {
      rows += [
        ("Annual", "What a year adds to the gap over the year before."),
        ("Cumulative", "The level of the gap in a year: the annual gaps to date."),
      ]
    }
    if isScenario {
      rows.append(
        (
          "Scenario",
          "The figures are those of the plan with the changes made. 'Before the changes' holds the plan's "
            + "own figures as values. What each change adds is a value as well."
        ))
    }
    for (reason, titles) in values {
      let named = titles.prefix(8).joined(separator: "; ")
      let more = titles.count > 8 ? "; and \(titles.count - 8) more" : ""
      rows.append(
        ("Values", "These are values and do not follow a change, since \(reason): \(named)\(more).")
      )
    }
    rows += plan.rows.compactMap { row in row.details?.note.map { (row.title, $0) } }
    rows += plan.rows.flatMap { row in
      (row.details?.text ?? [:]).sorted { $0.key < $1.key }
        .filter { column, _ in row.details.map { hasFigure($0, column) } ?? false }
        .map { (row.title, $0.value) }
    }
    if let gap = forecast.gap {
      let report = GapReport(answer: answer, attribution: nil, style: style)
      let said = report.overlaps + report.notes(gap) + report.beyond + (attribution?.notes ?? [])
      rows += said.map { ("The gap", $0) }
    }
    return Sheet.notes(rows.map { Spreadsheet.Fact($0.0, $0.1) })
  }

  private func hasFigure(_ details: RowDetails, _ column: Int) -> Bool {
    guard case .row(let row)? = index.target(details.id) else { return false }
    return forecast.printed[row][column].cell.figure != nil
  }
}

extension Sheet {
  /// The first sheet: what the workbook is, and a link to each of the others.
  static func cover(title: String, _ facts: [Spreadsheet.Fact], _ sheets: [Sheet]) -> Sheet {
    var cover = Sheet(id: .cover, name: "Cover", title: title, about: "")
    cover.rows =
      facts.map { SheetRow(.line, $0.label, [.text($0.text)]) }
      + [SheetRow(.heading, "Contents", [.text("What is on the sheet")])]
      + sheets.map { SheetRow(link: $0.name, to: $0.id, [.text($0.about)]) }
    return cover
  }

  /// The sheet of what a reader has to know.
  static func notes(_ facts: [Spreadsheet.Fact]) -> Sheet {
    var notes = Sheet(
      id: .notes, name: "Notes", title: "Notes", about: "How to read and use this workbook.")
    notes.headings = ["About", "Note"]
    notes.rows = facts.map { SheetRow(.line, $0.label, [.text($0.text)]) }
    return notes
  }
}
