/// The net budget of a plan by service and year, and the council tax that it requires.
///
/// ```swift
/// let answer = try plan.forecast().netBudgetAnswer()
/// ```
///
/// Each list has the base year first and then each year of the plan. Positive is cost.
public struct NetBudgetAnswer: Sendable {
  public let plan: Plan
  public let services: [BudgetItem]
  /// What is no service's.
  public let corporate: BudgetItem
  /// Use of reserves and contributions to them; nil where the plan has no line of that role.
  public let reserves: BudgetItem?
  /// Each line of funding but council tax; negative lowers what council tax has to bring.
  public let funding: [FundingItem]
  /// What council tax brings, as a positive amount; nil where the plan does not say which line it is.
  public let councilTax: [Money]?
  /// The cumulative remaining gap as `run` has it, the base year's first.
  public let gap: [Money]
  /// The years in which figures are still to be confirmed.
  public let provisionalYears: [FinancialYear]

  /// The services and all else that is no funding, in printed order.
  public var items: [BudgetItem] { services + [corporate] + (reserves.map { [$0] } ?? []) }

  /// The net budget requirement after savings.
  public var requirement: [Money] { sum(items.map(\.budget)) }
  /// The same without savings.
  public var standstill: [Money] { sum(items.map(\.standstill)) }
  /// All funding but council tax.
  public var totalFunding: [Money] { sum(funding.map(\.amounts)) }
  /// What is left of the requirement for council tax to meet, or without it for no one.
  public var councilTaxRequirement: [Money] { sum([requirement, totalFunding]) }

  /// What the requirement leaves after all funding, which is the remaining gap where all ties.
  public var unmet: [Money] {
    zip(councilTaxRequirement, councilTax ?? gap.map { _ in .zero }).map { $0 - $1 }
  }

  /// By how much what is unmet is more than the gap: nil in every year, or the budgets do not tie.
  public var untied: [Money] { zip(unmet, gap).map { $0 - $1 } }

  /// Whether the budgets and the funding come to the gap in every year.
  public var ties: Bool { untied.allSatisfy { $0 == .zero } }
  /// Whether the budgets and the gap do not tie.
  public var hasFindings: Bool { !ties }

  private func sum(_ lists: [[Money]]) -> [Money] {
    gap.indices.map { year in lists.reduce(.zero) { $0 + $1[year] } }
  }
}

/// One row of a net budget: its base budget, and what pressures and savings have added to it.
public struct BudgetItem: Hashable, Sendable {
  /// The word that lines have under `service`; nil for what is no service's.
  public let service: String?
  public let title: String
  public let base: Money
  /// What all lines but savings have added since the base year; nil in the base year.
  public let pressures: [Money]
  /// What the savings have added since the base year; negative lowers the budget.
  public let savings: [Money]

  /// Without savings. What the base year has of savings already is in it.
  public var standstill: [Money] { pressures.map { base + $0 } }
  /// With the savings.
  public var budget: [Money] { zip(standstill, savings).map { $0 + $1 } }
}

/// A line of funding, with its level in the base year and each year of the plan.
public struct FundingItem: Hashable, Sendable {
  public let id: Identifier
  public let title: String
  public let amounts: [Money]
}
