extension Comparison {
  /// A workbook of all plans and scenarios: each worked out from its own lines, and the gaps side by side.
  ///
  /// Another figure in a cell for input changes the gap that it belongs to, and its difference. A cell that
  /// is the same in the plan and its scenarios takes its figure from the first of them. `facts` are further
  /// rows of the cover.
  public func spreadsheet(
    program: String, facts: [Spreadsheet.Fact] = [], style: ReportStyle = ReportStyle()
  ) -> Spreadsheet {
    let answers = alternatives.map { alternative in
      Answer(
        question: alternative.question, base: alternative.forecast, result: alternative.forecast,
        contributions: [], records: [])
    }
    let book = ComparisonWorkbook(self, answers, style: style)
    return book.spreadsheet(program: program, facts: facts)
  }

  /// The same with what each change does, for answers in the order of the alternatives that know it.
  func spreadsheet(
    explaining answers: [Answer], program: String, facts: [Spreadsheet.Fact], style: ReportStyle
  ) -> Spreadsheet {
    let book = ComparisonWorkbook(self, answers, style: style, showsChanges: true)
    return book.spreadsheet(program: program, facts: facts)
  }
}

/// Lays out several plans in one workbook, the first as the one that the others differ from.
struct ComparisonWorkbook {
  let comparison: Comparison
  let style: ReportStyle
  let report: ComparisonReport
  /// One for each alternative, in order.
  let plans: [ComparedPlan]

  var alternatives: [Comparison.Alternative] { comparison.alternatives }
  var plan: Plan { comparison.reference.forecast.plan }
  var years: [String] { plan.years.years.map(\.description) }

  /// A comparison alone does not know what each change does, and does not show it.
  init(
    _ comparison: Comparison, _ answers: [Answer], style: ReportStyle, showsChanges: Bool = false
  ) {
    self.comparison = comparison
    let style = style.fixed(to: comparison.reference.forecast.plan)
    self.style = style
    report = ComparisonReport(comparison, style)
    let first = ComparedPlan(
      LeadingPlan.number, of: comparison, answers[LeadingPlan.number], style: style,
      showsChanges: showsChanges)
    let others = Array(answers.indices.dropFirst()).mappedConcurrently { number in
      ComparedPlan(
        number, of: comparison, answers[number], style: style, showsChanges: showsChanges,
        lead: first.leading)
    }
    plans = [first] + others
  }

  func spreadsheet(program: String, facts: [Spreadsheet.Fact]) -> Spreadsheet {
    let contents = [Sheet.notes(notes)] + compared + plans.flatMap(\.sheets)
    let cover = Sheet.cover(
      title: "\(plan.heading): \(alternatives.count) side by side",
      self.facts + facts + [Spreadsheet.Fact("Made by", program)], contents)
    return Spreadsheet(
      title: plan.heading, author: plan.authority, program: program,
      sheets: ([cover] + contents).named(style.negatives))
  }

  // MARK: Words

  private var facts: [Spreadsheet.Fact] {
    var facts: [Spreadsheet.Fact] = []
    if let authority = plan.authority { facts.append(Spreadsheet.Fact("Authority", authority)) }
    facts.append(Spreadsheet.Fact("Plan", "\(plan.title) (\(plan.id.name))"))
    for (number, alternative) in alternatives.enumerated() {
      let why = alternative.question.scenarios.compactMap(\.why).joined(separator: " ")
      facts.append(
        Spreadsheet.Fact(
          number == 0 ? "1, the reference" : "\(number + 1)",
          alternative.title + (why.isEmpty ? "" : ". Why: \(why)")))
    }
    if let first = years.first, let last = years.last {
      facts.append(Spreadsheet.Fact("Years", first == last ? first : "\(first) to \(last)"))
    }
    facts.append(Spreadsheet.Fact("The gap", report.summary))
    if let source = plan.source { facts.append(Spreadsheet.Fact("Source", source)) }
    return facts
  }

  private var notes: [Spreadsheet.Fact] {
    var notes = plans[LeadingPlan.number].general
    let reference = comparison.reference.title
    if plans.contains(where: \.sharesPlan) {
      notes.append(
        Spreadsheet.Fact(
          "Linked Cell",
          "Cells of the style 'Linked Cell' (blue within a thin line) are for input too. They take the "
            + "figure of 1, '\(reference)': another figure there changes every plan that has it from there, "
            + "another one here this plan alone."))
    }
    notes.append(
      Spreadsheet.Fact(
        "Numbers",
        "The number before the name of a sheet says which of the plans on the cover it is of."))
    var seen = Set(notes)
    for compared in plans {
      for note in compared.own where seen.insert(note).inserted {
        // What the first has said of its own rows goes for all.
        let isOfPlan = note.label == "Values" || note.label == "The gap"
        notes.append(
          isOfPlan ? Spreadsheet.Fact("\(note.label), \(compared.number + 1)", note.text) : note)
      }
    }
    return notes
  }
}
