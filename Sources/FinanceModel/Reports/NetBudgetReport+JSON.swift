extension NetBudgetAnswer {
  /// What `net-budget --format json` holds; `docs/json.md` describes it.
  public func json(style: ReportStyle = ReportStyle()) -> JSONValue {
    .object([
      ("schema", 1), ("plan", plan.json(style)),
      ("services", .array(services.map { json($0, style) })),
      ("corporate", json(corporate, style)),
      ("reserves", reserves.map { json($0, style) } ?? .null),
      ("standstill", list(standstill, style)),
      ("netBudgetRequirement", list(requirement, style)),
      (
        "funding",
        .array(
          funding.map { item in
            .object([
              ("id", .string(item.id.name)), ("title", .string(item.title)),
              ("amounts", list(item.amounts, style)),
            ])
          })
      ),
      (
        "councilTaxRequirement",
        councilTax == nil ? .null : list(councilTaxRequirement, style)
      ),
      ("councilTax", councilTax.map { list($0, style) } ?? .null),
      ("unmet", list(unmet, style)), ("remaining", list(gap, style)), ("ties", .bool(ties)),
    ])
  }

  private func json(_ item: BudgetItem, _ style: ReportStyle) -> JSONValue {
    .object([
      ("service", .optional(item.service)), ("title", .string(item.title)),
      ("base", style.json(item.base, plan)), ("pressures", list(item.pressures, style)),
      ("savings", list(item.savings, style)), ("standstill", list(item.standstill, style)),
      ("budget", list(item.budget, style)),
    ])
  }

  /// The base year first.
  private func list(_ amounts: [Money], _ style: ReportStyle) -> JSONValue {
    .array(amounts.map { style.json($0, plan) })
  }
}
