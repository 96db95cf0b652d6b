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

  private var notes: Sheet { Sheet.notes(general + scenarioNotes + own) }

  /// How to read any workbook of this plan.
  var general: [Spreadsheet.Fact] {
    var notes = [
      Spreadsheet.Fact("Units", unitWords),
      Spreadsheet.Fact(
        "Signs",
        "Positive adds to the gap. A figure \(style.negatives.words) is negative and takes off it."
      ),
      Spreadsheet.Fact(
        "Input",
        "Cells of the style 'Input' (blue on a pale ground, within a thin line) hold figures that may be "
          + "changed. Every total, formula of the plan and gap follows."
      ),
      Spreadsheet.Fact(
        "Rounding",
        "A line worked out by a formula is rounded to its printed place, as the plan has it. Sums are "
          + "rounded far behind the last printed place, because a spreadsheet adds in binary."
      ),
    ]
    if forecast.gap != nil {
      notes += [
        Spreadsheet.Fact("Annual", "What a year adds to the gap over the year before."),
        Spreadsheet.Fact(
          "Cumulative", "The level of the gap in a year: the annual gaps to date."),
      ]
    }
    return notes
  }

  private var scenarioNotes: [Spreadsheet.Fact] {
    guard isScenario else { return [] }
    return [
      Spreadsheet.Fact(
        "Scenario",
        "The figures are those of the plan with the changes made. 'Before the changes' holds the plan's "
          + "own figures as values. What each change adds is a value as well."
      )
    ]
  }

  /// What is to be known of this plan: its figures that are values, its rows and its gap.
  var own: [Spreadsheet.Fact] {
    var notes = values.map { reason, titles in
      let named = titles.prefix(8).joined(separator: "; ")
      let more = titles.count > 8 ? "; and \(titles.count - 8) more" : ""
      return Spreadsheet.Fact(
        "Values",
        "These are values and do not follow a change, since \(reason): \(named)\(more).")
    }
    notes += plan.rows.compactMap { row in
      row.details?.note.map { Spreadsheet.Fact(row.title, $0) }
    }
    notes += plan.rows.flatMap { row in
      (row.details?.text ?? [:]).sorted { $0.key < $1.key }
        .filter { column, _ in row.details.map { hasFigure($0, column) } ?? false }
        .map { Spreadsheet.Fact(row.title, $0.value) }
    }
    if let gap = forecast.gap {
      let report = GapReport(answer: answer, attribution: nil, style: style)
      let said = report.overlaps + report.notes(gap) + report.beyond + (attribution?.notes ?? [])
      notes += said.map { Spreadsheet.Fact("The gap", $0) }
    }
    return notes
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
      + links(sheets)
    return cover
  }

  /// A link to each sheet, under the plan that it belongs to where there are several.
  private static func links(_ sheets: [Sheet]) -> [SheetRow] {
    var plan: Int?
    return sheets.flatMap { sheet in
      let isFirst = sheet.plan != plan
      plan = sheet.plan
      let heading =
        isFirst ? sheet.planTitle.map { [SheetRow(.heading, $0, [.text("")])] } ?? [] : []
      return heading + [SheetRow(link: sheet.name, to: sheet.place, [.text(sheet.about)])]
    }
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
