/// What the amendments do together, and the money that more than one of them takes.
extension AmendmentReport {
  /// Nothing for one amendment.
  var together: [Report.Block] {
    guard let whole = answer.whole else { return [] }
    var blocks: [Report.Block] = [.heading("Together")]
    if let made = whole.made {
      blocks += [
        .paragraph(words.sentences(made.effect, of: "The whole")),
        .table(
          ReportTable(
            caption: "All together and the gap, cumulative: the level in each year",
            unit: style.unit(plan),
            columns: years,
            rows: [
              row(.line, "Recurring", made.effect.recurring),
              row(.line, "One-off", made.effect.oneOff), row(.total, "Net", made.effect.net),
            ])),
      ]
      if let interactions = interactions(made) { blocks.append(.table(bridge(made, interactions))) }
    }
    let parts = answer.sets.dropLast()
    if !parts.isEmpty {
      blocks.append(
        .table(
          ReportTable(
            caption: "Every \(parts.contains { $0.members.count > 2 } ? "set" : "pair") of them",
            unit: style.unit(plan), columns: AmendmentReport.verdictColumns,
            rows: parts.map { verdict(words.numbers($0.members), $0, .line) })))
    }
    let notes =
      answer.question.sharedSteps.map(words.shared)
      + answer.sets.compactMap { words.refusal($0) ?? words.interaction($0) }
    return notes.isEmpty ? blocks : blocks + [.notes(notes)]
  }

  /// From the amendments one by one to all of them, by what they do only together.
  private func bridge(
    _ made: AmendmentSet.Made, _ interactions: [ReportTable.Row]
  ) -> ReportTable {
    let alone = answer.outcomes.indices.map { position in
      row(.line, words.label(position), answer.outcomes[position].effect.net)
    }
    return ReportTable(
      caption: "One by one and together: net, cumulative", unit: style.unit(plan), columns: years,
      rows: alone + interactions + [row(.total, "All together", made.effect.net)])
  }

  /// What pairs do only together, and what is left of the whole; nil where that is nothing.
  private func interactions(_ whole: AmendmentSet.Made) -> [ReportTable.Row]? {
    var rest = whole.interaction.net
    var rows: [ReportTable.Row] = []
    for pair in answer.sets where pair.members.count == 2 {
      guard let net = pair.made?.interaction.net, net.isNotNil else { continue }
      rows.append(row(.figure, "Interaction of \(words.numbers(pair.members))", net))
      rest = rest - net
    }
    if rest.isNotNil { rows.append(row(.figure, "Interaction of more than two", rest)) }
    return rows.isEmpty ? nil : rows
  }

  // MARK: The same money

  /// Nothing for one amendment.
  var shared: [Report.Block] {
    guard answer.whole != nil else { return [] }
    let heading = Report.Block.heading("Drawn on by more than one")
    if answer.sharedLines.isEmpty, answer.sharedAssumptions.isEmpty {
      return [heading, .paragraph("No two of them change the same line or assumption.")]
    }
    let assumptions = answer.sharedAssumptions.map { assumption in
      "\(words.numbers(assumption.amendments)) change the same assumption: \(assumption.title)."
    }
    let notes = shownLines.compactMap(words.overdrawn) + notShown + assumptions
    return [heading] + (answer.sharedLines.isEmpty ? [] : [.table(sharedLines)])
      + (notes.isEmpty ? [] : [.notes(notes)])
  }

  /// The most lines that are shown; JSON has them all.
  private static let mostLines = 20

  /// Those that are overdrawn before the others, each in printed order.
  private var orderedLines: [SharedLine] {
    answer.sharedLines.filter(\.isOverdrawn) + answer.sharedLines.filter { !$0.isOverdrawn }
  }

  private var shownLines: [SharedLine] {
    Array(orderedLines.prefix(AmendmentReport.mostLines))
  }

  private var notShown: [String] {
    let rest = orderedLines.dropFirst(AmendmentReport.mostLines)
    if rest.isEmpty { return [] }
    return [
      "\(rest.count) more \(rest.count == 1 ? "line is" : "lines are") changed by more than one, "
        + "\(rest.count(where: \.isOverdrawn)) of them overdrawn."
    ]
  }

  private var sharedLines: ReportTable {
    ReportTable(
      caption: "Lines that more than one changes, level: positive adds to the gap",
      unit: style.unit(plan), columns: years, rows: shownLines.flatMap(rows))
  }

  private func rows(_ line: SharedLine) -> [ReportTable.Row] {
    let draws = line.draws.map { draw in
      row(.line, words.label(draw.amendment), draw.effect, indent: 1)
    }
    let change = line.together - line.sum
    let interaction = change.isNotNil ? [row(.figure, "Interaction", change, indent: 1)] : []
    return [
      ReportTable.Row(.heading, line.title), row(.line, "In the budget", line.level, indent: 1),
    ] + draws + interaction + [row(.total, "With them", line.level + line.together, indent: 1)]
  }
}
