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
        ("gap", result.gap?.json(plan, style) ?? .null),
        (
          "contributions",
          .array(
            contributions.map { contribution in
              .object(
                [("name", .string(contribution.change.name))]
                  + contribution.difference.json(plan, style))
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
    let cellStyle = style.effectStyle(details, plan)
    return .object([
      ("id", .string(line.id.name)), ("title", .string(details.title)),
      ("section", .optional(details.section?.name)), ("role", .string(line.role.rawValue)),
      ("basis", .string(line.basis.rawValue)),
      ("base", .figure(base, in: cellStyle.unit, decimals: cellStyle.decimals)),
      ("annual", style.json(effects.annual, details, plan)),
      ("cumulative", style.json(effects.cumulative, details, plan)),
    ])
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
}

extension GapStatement {
  /// The five gaps of a plan in their two kinds.
  func json(_ plan: Plan, _ style: ReportStyle) -> JSONValue {
    func kind(_ kind: GapKind, and more: [(String, JSONValue)] = []) -> JSONValue {
      let series = Series.allCases.compactMap { effect -> (String, JSONValue)? in
        guard effect != .level, let values = self.series(kind, effect) else { return nil }
        return (effect.rawValue, style.json(values, plan))
      }
      return .object(series + more)
    }
    return .object([
      ("required", kind(.required)), ("beforeReserves", kind(.beforeReserves)),
      ("plan", kind(.plan)),
      ("remaining", kind(.remaining, and: [("cash", style.json(cash, plan))])),
      ("structural", kind(.structural)),
    ])
  }
}

extension GapDifference {
  /// A difference in its two kinds, as members of an object.
  func json(_ plan: Plan, _ style: ReportStyle) -> [(String, JSONValue)] {
    [
      ("annual", style.json(annual, plan)), ("cumulative", style.json(cumulative, plan)),
    ]
  }
}

extension Attribution {
  fileprivate func json(_ plan: Plan, _ style: ReportStyle) -> [(String, JSONValue)] {
    [
      (
        "alone",
        .array(
          changes.map { alone in
            .object(
              [("name", .string(alone.change.name))]
                + (alone.difference?.json(plan, style)
                  ?? [("annual", .null), ("cumulative", .null)]))
          })
      ),
      ("interaction", .object(interaction.json(plan, style))),
    ]
  }
}
