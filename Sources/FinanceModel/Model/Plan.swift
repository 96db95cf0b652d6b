/// A Medium Term Financial Strategy: its rows in printed order, its assumptions, and what it must agree with.
///
/// ```swift
/// let plan = try Plan(contentsOf: "Scenarios/wiltshire-2017/plan.yaml")
/// let forecast = try plan.forecast()
/// ```
public struct Plan: Sendable {
  public var id: Identifier
  public var title: String
  public var authority: String?
  /// The unit of every row that does not name its own.
  public var unit: Unit
  public var decimals: Int
  public var years: PlanYears
  public var source: String?
  public var rounding: LineRounding
  public var gap: GapBasis
  public var assumptions: [Assumption]
  /// The declared values of the fields of lines; a field that is not here takes any text.
  public var groupings: [LineGrouping]
  /// The share of a line counted on by its status; empty where the plan does not say.
  public var statusDelivery: [StatusDelivery]
  public var sections: [Section]
  /// Headings, lines and figures as they stand in the printed table, then those of `tables`.
  public var rows: [Row]
  /// Tables beside the sections.
  public var tables: [DataTable]
  public var totalColumn: TotalColumn?
  /// Its council tax, where the plan states how that is made; its lines are among the rows.
  public var councilTax: CouncilTax?
  /// In the order of the file, which is that in which they meet a remaining gap.
  public var reserves: [Reserve]
  /// What could go wrong, and what there is to meet it; nil where the plan does not say.
  public var risks: RiskRegister?
  /// How the savings of a year are being delivered; nil where the plan does not say.
  public var savingsDelivery: SavingsDelivery?
  public var published: [PublishedTable]
  /// Identities that the figures ought to satisfy.
  public var identities: [TableIdentity]
  public var claims: [Claim]
  /// Revenue cost that it may treat as capital; the lines of it are among the rows.
  public var exceptionalSupport: [ExceptionalSupport]
  /// Deficits held outside the general fund; their cost to revenue is among the rows.
  public var memorandumAccounts: [MemorandumAccount]
  /// The base budgets of its services, where the plan states them.
  public var netBudget: NetBudget?
  /// Where the plan stands.
  public var range: SourceRange

  /// How many columns there are: the years, and then those of every table.
  var columnCount: Int {
    years.columnCount + tables.reduce(0) { $0 + $1.columns.count }
  }

  /// The table that a column belongs to; nil for the years.
  func table(ofColumn column: Int) -> DataTable? {
    tables.last { $0.firstColumn <= column }
  }

  /// How a column is named: `2017-18`, or the title of a table's column.
  func name(ofColumn column: Int) -> String {
    guard let table = table(ofColumn: column) else { return years.columns[column].description }
    return table.columns[column - table.firstColumn].title
  }

  /// The grid of the plan's last printed place.
  public var lastPlace: Rounding { Rounding(decimals: decimals, unit: unit) }
}

/// Whether a line that a formula computes is rounded to its last printed place.
public enum LineRounding: String, CaseIterable, Hashable, Sendable {
  case printed
  case none
}

/// Whether a plan has a gap, and from what its cumulative gap starts.
public enum GapBasis: Hashable, Sendable {
  /// `gap: none`: the plan only lists.
  case none
  /// From nil, or from the base year's whole budgets where lines have the role `cost`.
  case computed
  /// From a stated base-year gap.
  case stated(Money)
}

/// The column to the right of the years, the sum of the printed year cells.
public struct TotalColumn: Hashable, Sendable {
  public let id: Identifier
  public let title: String
  /// Where its id stands.
  public let range: SourceRange
}
