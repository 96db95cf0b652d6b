extension Sensitivity {
  /// What `sensitivity --format json` holds; `docs/json.md` describes it.
  public func json(style: ReportStyle = ReportStyle()) -> JSONValue {
    .object([
      ("schema", 1), ("plan", plan.json(style)), ("scenario", scenario),
      ("levers", .array(levers.map { $0.json(plan, style) })),
      ("ranked", .array(ranked.map { .string($0.lever.id.name) })),
      ("unmoved", .array(unmoved.map { .string($0.id.name) })),
    ])
  }

  private var scenario: JSONValue {
    question.scenarios.last.map { scenario in
      .object([("id", .string(scenario.id.name)), ("title", .string(scenario.title))])
    } ?? .null
  }
}

extension LeverSensitivity {
  fileprivate func json(_ plan: Plan, _ style: ReportStyle) -> JSONValue {
    let words = SensitivityWords(plan: plan, style: style)
    return .object([
      ("id", .string(lever.id.name)), ("title", .string(lever.title)),
      ("lever", lever.line == nil ? "assumption" : "line"),
      ("unit", .string(lever.unit.rawValue)),
      ("outcomes", .array(outcomes.map { $0.json(of: lever, words) })),
      ("one", one.json(of: lever, words)), ("swing", style.json(swing, plan)),
    ])
  }
}

extension SensitivityOutcome {
  fileprivate func json(of lever: Lever, _ words: SensitivityWords) -> JSONValue {
    .object(
      [
        ("kind", .string(kind.rawValue)), ("label", .string(words.label(self, of: lever))),
        ("change", .optional(change)),
      ] + (difference?.json(words.plan, words.style) ?? [("annual", .null), ("cumulative", .null)])
        + [("reason", .optional(reason))])
  }
}
