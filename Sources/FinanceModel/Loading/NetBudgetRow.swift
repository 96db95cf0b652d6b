/// The net budget requirement as a row of the plan: base budgets, and what the lines have added.
extension NetBudget {
  /// The row that formulas name as `net-budget-requirement`, still without its formula.
  func row(_ context: PlanContext) -> Row? {
    Identifier(NetBudget.requirement).map { id in
      .figure(
        Figure(
          details: RowDetails(
            id: id, title: "Net budget requirement", section: nil, table: nil, unit: context.unit,
            decimals: context.decimals, rounding: nil, isPrinted: false, columnStyles: [:],
            entries: Array(repeating: .blank, count: context.years.columnCount), text: [:],
            note: nil, source: nil, inTotal: .blank, idRange: range, range: range), totalOf: nil))
    }
  }
}

extension Plan {
  /// Writes the formula of its net budget requirement over the lines that it has now.
  mutating func writeNetBudgetRequirement() {
    guard let budget = netBudget,
      let index = rows.firstIndex(where: { $0.id?.name == NetBudget.requirement }),
      case .figure(var figure) = rows[index]
    else { return }
    let stated = (budget.services.map(\.base) + [budget.corporate]).compactMap { $0 }
      .reduce(Money.zero, +)
    let formula = Entry.formula(
      Formula(
        text: "\(stated.inFormula) of base budgets + all lines but funding",
        expression: netBudgetExpression(budget, stated), range: budget.range))
    let first = years.baseColumn ?? years.planColumns.lowerBound
    figure.details.entries =
      Array(repeating: .blank, count: first)
      + Array(repeating: formula, count: years.columnCount - first)
    rows[index] = .figure(figure)
  }

  /// A line's level where its budget is in its own base year, else what it has added to the budget.
  private func netBudgetExpression(_ budget: NetBudget, _ stated: Money) -> Expression {
    func expression(_ kind: Expression.Kind) -> Expression {
      Expression(kind: kind, range: budget.range)
    }
    var terms = [Expression.Term(isSubtracted: false, expression: expression(.money(stated)))]
    let turned = Set(sections.filter { $0.signs == .incomePositive }.map(\.id))
    let services = budgetServices
    for (row, part) in zip(rows, budgetParts) {
      guard let part, let details = row.details else { continue }
      let hasStatedBase: Bool
      switch part {
      case .funding, .councilTax: continue
      case .reserves: hasStatedBase = false
      case .corporate: hasStatedBase = budget.corporate != nil
      case .service(let service): hasStatedBase = services[service].base != nil
      }
      terms.append(
        Expression.Term(
          isSubtracted: details.section.map(turned.contains) ?? false,
          expression: expression(.series(hasStatedBase ? .cumulative : .level, details.id))))
    }
    return expression(.sum(terms))
  }
}
