extension Answer {
  /// What `run --format json` holds; `docs/json.md` describes it.
  ///
  /// With an attribution it has two keys more: each change alone, and the interaction.
  public func json(
    attribution: Attribution? = nil, style: ReportStyle = ReportStyle()
  ) -> JSONValue {
    let plan = result.plan
    return .object(
      [
        ("schema", 1), ("plan", plan.json(style)), ("scenario", scenario),
        ("lines", .array(plan.rows.indices.compactMap { line($0, style) })),
        ("figures", .array(plan.rows.indices.compactMap { figure($0, style) })),
        ("gap", gap(style)),
        (
          "contributions",
          .array(
            contributions.map { contribution in
              .object([
                ("name", .string(contribution.change.name)),
                ("annual", style.json(contribution.annual, plan)),
                ("cumulative", style.json(contribution.cumulative, plan)),
              ])
            })
        ),
        ("changes", .array(records.map { $0.json(style, plan) })),
        ("beyond", .array(result.beyond.map { $0.json(style, plan) })),
      ] + (attribution?.json(plan, style) ?? []))
  }

  private var scenario: JSONValue {
    question.scenarios.last.map { scenario in
      .object([("id", .string(scenario.id.name)), ("title", .string(scenario.title))])
    } ?? .null
  }

  private func line(_ row: Int, _ style: ReportStyle) -> JSONValue? {
    let plan = result.plan
    guard let line = plan.rows[row].line, let effects = result.effects[row] else { return nil }
    let details = line.details
    let base = plan.years.baseColumn.map { result.printed[row][$0].cell } ?? .blank
    return .object([
      ("id", .string(line.id.name)), ("title", .string(details.title)),
      ("section", .optional(details.section?.name)), ("role", .string(line.role.rawValue)),
      ("basis", .string(line.basis.rawValue)), ("base", money(base, details, style)),
      ("annual", .array(effects.annual.map { money($0, details, style) })),
      ("cumulative", .array(effects.cumulative.map { money($0, details, style) })),
    ])
  }

  /// Money in the unit of the page, whatever the line's own; a number in the line's.
  private func money(_ cell: Cell, _ details: RowDetails, _ style: ReportStyle) -> JSONValue {
    let plan = result.plan
    return details.unit.isMoney
      ? .figure(cell, in: style.unit(plan), decimals: style.decimals(plan))
      : style.json(cell, details, plan)
  }

  private func figure(_ row: Int, _ style: ReportStyle) -> JSONValue? {
    let plan = result.plan
    guard case .figure(let figure) = plan.rows[row], figure.details.table == nil else { return nil }
    let details = figure.details
    let cells = result.printed[row][plan.years.planColumns]
    return .object([
      ("id", .string(figure.id.name)), ("title", .string(details.title)),
      ("unit", .string(style.style(details, plan).unit.rawValue)),
      ("values", .array(cells.map { style.json($0.cell, details, plan) })),
    ])
  }

  private func gap(_ style: ReportStyle) -> JSONValue {
    guard let gap = result.gap else { return .null }
    let plan = result.plan
    func kind(_ kind: GapKind, and more: [(String, JSONValue)] = []) -> JSONValue {
      let series = Series.allCases.compactMap { effect -> (String, JSONValue)? in
        guard effect != .level, let values = gap.series(kind, effect) else { return nil }
        return (effect.rawValue, style.json(values, plan))
      }
      return .object(series + more)
    }
    return .object([
      ("required", kind(.required)), ("beforeReserves", kind(.beforeReserves)),
      ("plan", kind(.plan)),
      ("remaining", kind(.remaining, and: [("cash", style.json(gap.cash, plan))])),
      ("structural", kind(.structural)),
    ])
  }
}

extension Attribution {
  fileprivate func json(_ plan: Plan, _ style: ReportStyle) -> [(String, JSONValue)] {
    func series(_ difference: GapDifference?) -> [(String, JSONValue)] {
      [Series.annual, .cumulative].map { effect in
        (effect.rawValue, difference.map { style.json($0.series(effect), plan) } ?? .null)
      }
    }
    return [
      (
        "alone",
        .array(changes.map { .object([("name", .string($0.change.name))] + series($0.difference)) })
      ),
      ("interaction", .object(series(interaction))),
    ]
  }
}
