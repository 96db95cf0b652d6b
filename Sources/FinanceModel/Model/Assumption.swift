/// A named value by year, with its unit, its source and where known its range.
public struct Assumption: Sendable {
  public let id: Identifier
  public let title: String
  public let unit: Unit
  /// One value for each column, with the place where it was set.
  public var values: [Value]
  public let source: String?
  public let spread: Spread?
  /// What a roll gives the year after the last.
  public let extends: Extension
  public let range: SourceRange

  /// The value of one year, and where it was set.
  public struct Value: Hashable, Sendable {
    public let cell: Cell
    public let range: SourceRange

    public init(cell: Cell, range: SourceRange) {
      self.cell = cell
      self.range = range
    }
  }

  /// The rule by which the value of the year after the last is found when a plan is rolled.
  public enum Extension: Hashable, Sendable {
    /// The last value again.
    case last
    /// None: a formula that needs it is then an error, until somebody gives it.
    case blank
    /// A value that the plan states.
    case value(Cell)
  }

  /// The range in which the value may lie: low, central, high.
  public struct Spread: Hashable, Sendable {
    public let low: Quantity
    public let central: Quantity
    public let high: Quantity
    public let source: String?
  }
}
