extension Closing {
  /// What `close --format json` holds; `docs/json.md` describes it.
  public func json(style: ReportStyle = ReportStyle()) -> JSONValue {
    let plan = question.plan
    let lever = question.lever
    return .object([
      ("schema", 1), ("plan", plan.json(style)), ("scenario", scenario),
      (
        "lever",
        .object([
          ("id", .string(lever.lever.id.name)), ("title", .string(lever.lever.title)),
          ("kind", .string(lever.kind.rawValue)), ("unit", .string(lever.lever.unit.rawValue)),
          ("step", .string(lever.quantity(question.step).typed(in: lever.lever.unit))),
        ])
      ),
      ("closes", .bool(closes)),
      ("steps", .array(steps.map { $0.json(lever, plan, style) })),
      ("before", remaining(before, style)), ("after", remaining(after, style)),
      ("file", .optional(file)),
    ])
  }

  private var scenario: JSONValue {
    question.question.scenarios.last.map { scenario in
      .object([("id", .string(scenario.id.name)), ("title", .string(scenario.title))])
    } ?? .null
  }

  private func remaining(_ gap: GapStatement, _ style: ReportStyle) -> JSONValue {
    .object(
      [Series.annual, .cumulative].compactMap { effect in
        gap.series(.remaining, effect).map { (effect.rawValue, style.json($0, question.plan)) }
      })
  }
}

extension ClosingStep {
  fileprivate func json(_ lever: ClosingLever, _ plan: Plan, _ style: ReportStyle) -> JSONValue {
    .object([
      ("year", .string(year.description)), ("kind", .string(effect.rawValue)),
      ("years", .array(years.map { .string($0.description) })),
      ("amount", .string(amount.typed(in: lever.lever.unit))),
      ("before", style.json(before, plan)), ("after", style.json(after, plan)),
      ("oneStepLess", oneStepLess.map { style.json($0, plan) } ?? .null),
      ("moves", .bool(moves)), ("closes", .bool(isClosed)), ("change", .optional(change)),
    ])
  }
}
