extension SavingsAnswer {
  /// What `savings --format json` holds; `docs/json.md` describes it.
  public func json(
    by fields: [LineField]? = nil, style: ReportStyle = ReportStyle()
  ) throws(Diagnostics) -> JSONValue {
    let groups = try groups(by: fields).flatMap { grouping in
      grouping.groups.map { group in
        JSONValue.object(
          [
            ("by", .string(grouping.field.rawValue)), ("value", .optional(group.value)),
            ("title", .string(group.title)),
          ] + amounts(group.lines, style))
      }
    }
    return .object(
      [("schema", 1), ("plan", plan.json(style)), ("statuses", statuses)]
        + amounts(lines, style) + [
          ("groups", .array(groups)), ("lines", .array(lines.map { json($0, style) })),
          ("returning", returning.map { json($0, style) } ?? .null),
          ("delivery", monitoring.map { json($0, style) } ?? .null),
          ("short", .array(yearsShort.map { .string($0.description) })),
        ])
  }

  private var statuses: JSONValue {
    .array(
      plan.statusDelivery.map { status in
        .object([
          ("status", .string(status.status)), ("share", percent(status.share)),
          ("isGreen", .bool(status.share == .one)),
        ])
      })
  }

  private func json(_ line: Line, _ style: ReportStyle) -> JSONValue {
    .object(
      [("id", .string(line.id.name)), ("title", .string(line.details.title))]
        + LineField.allCases.map { ($0.rawValue, .optional(line.fields[$0])) }
        + [("share", plan.deliveredShare(of: line).map(percent) ?? .null)]
        + amounts([line], style))
  }

  /// What lines save as planned, as counted on and green only.
  private func amounts(_ lines: [Line], _ style: ReportStyle) -> [(String, JSONValue)] {
    [("planned", planned), ("expected", expected), ("green", green)].map { name, view in
      (name, view.map { json($0, lines, style) } ?? .null)
    }
  }

  private func json(_ view: SavingsView, _ lines: [Line], _ style: ReportStyle) -> JSONValue {
    .object([
      ("annual", style.json(view.series(lines, .annual), plan)),
      ("cumulative", style.json(view.series(lines, .cumulative), plan)),
    ])
  }

  private func json(_ returning: ReturningSavings, _ style: ReportStyle) -> JSONValue {
    .object([
      ("returned", style.json(returning.returned, plan)),
      ("afterPlan", style.json(returning.afterPlan, plan)),
      ("overspend", style.json(returning.overspend, plan)),
      ("other", style.json(returning.other, plan)),
      (
        "gap",
        .object([
          ("planned", style.json(returning.planned, plan)),
          ("budgeted", style.json(returning.budgeted, plan)),
          ("delivered", style.json(returning.delivered, plan)),
        ])
      ),
    ])
  }

  private func json(_ monitoring: SavingsMonitoring, _ style: ReportStyle) -> JSONValue {
    func amounts(
      _ amounts: SavingsMonitoring.Amounts, _ budget: Money?
    ) -> [(String, JSONValue)] {
      money(amounts, style) + [
        ("budget", budget.map { style.json($0, plan) } ?? .null),
        ("share", amounts.share(of: budget).map(percent) ?? .null),
      ]
    }
    return .object([
      ("year", .string(monitoring.delivery.year.description)),
      ("source", .optional(monitoring.delivery.source)),
      (
        "owners",
        .array(
          monitoring.owners.map { owner in
            .object(
              [("owner", .optional(owner.name))] + amounts(owner.amounts, owner.budget)
                + [
                  (
                    "savings",
                    .array(
                      owner.savings.map { saving in
                        .object(
                          [("id", .string(saving.line.id.name))] + money(saving.amounts, style))
                      })
                  )
                ])
          })
      ),
      ("total", .object(amounts(monitoring.total, monitoring.totalBudget))),
    ])
  }

  private func money(
    _ amounts: SavingsMonitoring.Amounts, _ style: ReportStyle
  ) -> [(String, JSONValue)] {
    [
      ("approved", style.json(amounts.approved, plan)),
      ("achieved", style.json(amounts.achieved, plan)),
      ("pressures", style.json(amounts.pressures, plan)),
      ("atRisk", style.json(amounts.atRisk, plan)),
    ]
  }

  private func percent(_ rate: Rate) -> JSONValue {
    .figure(.figure(.number(rate)), in: .percent, decimals: 2)
  }
}
