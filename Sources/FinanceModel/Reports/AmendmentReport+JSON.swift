extension AmendmentAnswer {
  /// What `amend --format json` holds; `docs/json.md` describes it.
  public func json(style: ReportStyle = ReportStyle()) -> JSONValue {
    .object([
      ("schema", 1), ("plan", plan.json(style)), ("budget", budget),
      ("amendments", .array(outcomes.indices.map { json(outcomes[$0], $0, style) })),
      ("sets", .array(sets.map { json($0, style) })),
      ("lines", .array(sharedLines.map { json($0, style) })),
      (
        "assumptions",
        .array(
          sharedAssumptions.map { assumption in
            .object([
              ("id", .string(assumption.id.name)), ("title", .string(assumption.title)),
              ("amendments", numbers(assumption.amendments)),
            ])
          })
      ),
      ("balances", .bool(!hasFindings)),
    ])
  }

  private var budget: JSONValue {
    question.budget.scenarios.last.map { scenario in
      .object([("id", .string(scenario.id.name)), ("title", .string(scenario.title))])
    } ?? .null
  }

  private func numbers(_ positions: [Int]) -> JSONValue {
    .array(positions.map { .integer($0 + 1) })
  }

  private func json(
    _ outcome: AmendmentOutcome, _ position: Int, _ style: ReportStyle
  ) -> JSONValue {
    let scenario = outcome.amendment.scenario
    return .object([
      ("number", .integer(position + 1)), ("id", .string(scenario.id.name)),
      ("title", .string(scenario.title)), ("why", .optional(scenario.why)),
      ("verdict", .string(outcome.effect.verdict.rawValue)),
      ("firstYear", firstYear(outcome.effect.atIssue)), ("effect", json(outcome.effect, style)),
      ("unwinding", style.json(outcome.effect.unwinding, plan)),
      ("beyond", .array(outcome.beyond.map { $0.json(style, plan) })),
      ("provisionalYears", .array(outcome.provisionalYears.map { .string($0.description) })),
      (
        "lines",
        .array(
          outcome.lines.map { line in
            .object([
              ("id", .string(line.id.name)), ("title", .string(line.title)),
              ("money", line.isOneOff ? "one-off" : "recurring"), ("new", .bool(line.isInserted)),
              ("effect", style.json(line.effect, plan)),
            ])
          })
      ),
    ])
  }

  private func json(_ set: AmendmentSet, _ style: ReportStyle) -> JSONValue {
    var members: [(String, JSONValue)] = [("amendments", numbers(set.members))]
    switch set.outcome {
    case .made(let made):
      members += [
        ("verdict", .string(made.effect.verdict.rawValue)),
        ("firstYear", firstYear(made.effect.atIssue)), ("effect", json(made.effect, style)),
        ("interaction", json(made.interaction, style)), ("reason", .null),
      ]
    case .refused(let faults):
      members += [
        ("verdict", "cannot-be-made"), ("firstYear", .null), ("effect", .null),
        ("interaction", .null), ("reason", .optional(faults.all.first?.message)),
      ]
    }
    return .object(members)
  }

  private func json(_ line: SharedLine, _ style: ReportStyle) -> JSONValue {
    .object([
      ("id", .string(line.id.name)), ("title", .string(line.title)),
      ("level", style.json(line.level, plan)),
      (
        "draws",
        .array(
          line.draws.map { draw in
            .object([
              ("amendment", .integer(draw.amendment + 1)),
              ("effect", style.json(draw.effect, plan)),
            ])
          })
      ),
      ("together", style.json(line.together, plan)), ("excess", style.json(line.excess, plan)),
      ("firstYear", firstYear(line.excess)),
    ])
  }

  private func json(_ effect: AmendmentEffect, _ style: ReportStyle) -> JSONValue {
    .object([
      ("recurring", style.json(effect.recurring, plan)),
      ("oneOff", style.json(effect.oneOff, plan)), ("net", style.json(effect.net, plan)),
    ])
  }

  /// The first year that is not nil.
  private func firstYear(_ series: YearSeries<Money>) -> JSONValue {
    .optional(
      series.values.firstIndex { $0 != .zero }.map { plan.years.years[$0].description })
  }
}
