extension Forecast {
  /// The net budget of the plan. Throws `Diagnostics` for a plan that has no budgets of its base year.
  public func netBudgetAnswer() throws(Diagnostics) -> NetBudgetAnswer {
    let hasBudgets = plan.rows.contains { $0.line?.role == .cost }
    guard let gap, plan.years.base != nil, plan.netBudget != nil || hasBudgets else {
      throw Diagnostics(
        Diagnostic(
          .missingKey, "the plan does not state its net budget", at: plan.range.firstLine,
          label: "expected the key 'net-budget', or whole budgets in lines of the role 'cost'",
          help: "docs/net-budget.md shows what belongs in it"))
    }
    return NetBudgetFigures(forecast: self, gap: gap).answer
  }
}

/// Adds up the lines of a forecast by what of the net budget they belong to.
private struct NetBudgetFigures {
  let forecast: Forecast
  let gap: GapStatement
  let parts: [Plan.BudgetPart?]

  init(forecast: Forecast, gap: GapStatement) {
    self.forecast = forecast
    self.gap = gap
    parts = forecast.plan.budgetParts
  }

  private var plan: Plan { forecast.plan }
  private var nothing: [Money] { Array(repeating: .zero, count: plan.years.years.count + 1) }

  var answer: NetBudgetAnswer {
    let services = plan.budgetServices.enumerated().map { position, service in
      item(.service(position), service.name, service.title, service.base)
    }
    return NetBudgetAnswer(
      plan: plan, services: services,
      corporate: item(.corporate, nil, "Corporate items", plan.netBudget?.corporate),
      reserves: parts.contains(.reserves) ? item(.reserves, nil, "Use of reserves", nil) : nil,
      funding: rows(of: .funding).compactMap { row in
        plan.rows[row].line.map {
          FundingItem(id: $0.id, title: $0.details.title, amounts: forecast.levels(ofRow: row))
        }
      },
      councilTax: plan.councilTaxLines.map { _ in
        rows(of: .councilTax).reduce(nothing) { sum, row in
          zip(sum, forecast.levels(ofRow: row)).map { $0 - $1 }
        }
      },
      gap: [gap.base] + (gap.cumulative[.remaining]?.values ?? []),
      provisionalYears: gap.provisionalYears)
  }

  private func rows(of part: Plan.BudgetPart) -> [Int] {
    parts.indices.filter { parts[$0] == part }
  }

  /// A base budget that is stated stands for all that the lines of the item have in the base year.
  private func item(
    _ part: Plan.BudgetPart, _ service: String?, _ title: String, _ stated: Money?
  ) -> BudgetItem {
    var base = Money.zero
    var pressures = nothing
    var savings = nothing
    for row in rows(of: part) {
      let levels = forecast.levels(ofRow: row)
      guard let start = levels.first else { continue }
      base += start
      for (year, level) in levels.enumerated() {
        if plan.rows[row].line?.role == .saving {
          savings[year] += level - start
        } else {
          pressures[year] += level - start
        }
      }
    }
    return BudgetItem(
      service: service, title: title, base: stated ?? base, pressures: pressures, savings: savings)
  }
}
