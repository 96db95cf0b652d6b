/// A named value by year, with its unit, its source and where known its range.
public struct Assumption: Sendable {
  public let id: Identifier
  public let title: String
  public let unit: Unit
  /// One value for each column, with the place where it was set.
  public var values: [Value]
  public let source: String?
  public let spread: Spread?
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

  /// The range in which the value may lie: low, central, high.
  public struct Spread: Hashable, Sendable {
    public let low: Quantity
    public let central: Quantity
    public let high: Quantity
    public let source: String?
  }
}
