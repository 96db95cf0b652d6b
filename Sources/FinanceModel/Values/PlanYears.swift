/// The columns of a plan: the years before it, the last of them its base year, and its own years.
///
/// A *column* is a position counted from the first of all these years, starting at 0.
public struct PlanYears: Hashable, Sendable {
  /// Years before the plan, oldest first; the last is the base year. Empty for a plan without one.
  public let history: [FinancialYear]
  /// The plan's own years, in order without a gap; at least one.
  public let years: [FinancialYear]

  public init(history: [FinancialYear], years: [FinancialYear]) {
    self.history = history
    self.years = years
  }

  /// The year that the plan starts from, or nil.
  public var base: FinancialYear? { history.last }

  /// All columns, oldest first.
  public var columns: [FinancialYear] { history + years }

  var columnCount: Int { history.count + years.count }
  /// The column of the base year; nil for a plan without one.
  var baseColumn: Int? { history.isEmpty ? nil : history.count - 1 }
  /// The columns of the plan's own years.
  var planColumns: Range<Int> { history.count..<columnCount }

  /// The column of a year, or nil when the plan has none for it.
  func column(of year: FinancialYear) -> Int? {
    columns.firstIndex(of: year)
  }
}
