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
  public var sections: [Section]
  /// Headings, lines and figures as they stand in the printed table.
  public var rows: [Row]
  public var totalColumn: TotalColumn?
  public var published: [PublishedTable]
  public var claims: [Claim]
  /// Where the plan stands.
  public var range: SourceRange

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
}
