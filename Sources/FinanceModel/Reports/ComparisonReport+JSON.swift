extension Comparison {
  /// What `compare --format json` holds; `docs/json.md` describes it.
  public func json(style: ReportStyle = ReportStyle()) -> JSONValue {
    let plan = reference.forecast.plan
    let style = style.fixed(to: plan)
    return .object([
      ("schema", 1), ("plan", plan.json(style)),
      ("scenarios", .array(alternatives.map { $0.json(plan, style) })),
      (
        "differences",
        .array(
          alternatives.map { alternative in
            .object(
              [("title", .string(alternative.title))] + alternative.difference.json(plan, style))
          })
      ),
      ("lines", .array(lines.compactMap { json($0, style) })),
    ])
  }

  private func json(_ line: ComparedLine, _ style: ReportStyle) -> JSONValue? {
    guard let details = details(line)?.details else { return nil }
    return .object([
      ("id", .string(line.id.name)), ("title", .string(details.title)),
      ("section", .optional(details.section?.name)),
      (
        "scenarios",
        .array(
          zip(alternatives, line.rows).map { alternative, row in
            alternative.forecast.effects(row, style)
          })
      ),
    ])
  }
}

extension Comparison.Alternative {
  fileprivate func json(_ plan: Plan, _ style: ReportStyle) -> JSONValue {
    let id = question.scenarios.last?.id ?? question.base.id
    return .object([
      ("id", .string(id.name)), ("title", .string(title)), ("file", .string(question.file)),
      ("gap", gap.json(plan, style)),
    ])
  }
}

extension Forecast {
  /// What a line adds to each year; null where it is not in the plan.
  fileprivate func effects(_ row: Int?, _ style: ReportStyle) -> JSONValue {
    guard let row, let details = plan.rows[row].details, let effects = effects[row] else {
      return .null
    }
    return .object([
      ("annual", style.json(effects.annual, details, plan)),
      ("cumulative", style.json(effects.cumulative, details, plan)),
    ])
  }
}
