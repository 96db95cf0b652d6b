/// A named value by year, with its unit, its source and where known its range.
public struct Assumption: Sendable {
  public let id: Identifier
  public let title: String
  public let unit: Unit
  /// One value for each column, with the place where it was set.
  public var values: [Value]
  public let source: String?
  /// The range in which its value may lie, where it is known.
  public let spread: Spread?
  /// What a roll gives the year after the last.
  public let extends: Extension
  public let range: SourceRange

  /// The value of one year, and where it was set.
  public struct Value: Hashable, Sendable {
    public let cell: Cell
    public let range: SourceRange
    /// The change that set it; nil for the plan's own.
    public let change: String?
    /// The values that it took the place of, the latest first.
    public let earlier: [Earlier]
    /// Whether a change states it, or stated one that it was moved from: it is then decided.
    public let isStated: Bool

    /// A value before a change, and what set it.
    public struct Earlier: Hashable, Sendable {
      public let cell: Cell
      public let range: SourceRange
      public let change: String?
    }

    public init(cell: Cell, range: SourceRange) {
      self.cell = cell
      self.range = range
      change = nil
      earlier = []
      isStated = false
    }

    /// A value that a change puts in the place of another: one that it states, or moves that one to.
    init(
      cell: Cell, change: String, at range: SourceRange, replacing old: Value, isStated: Bool
    ) {
      self.cell = cell
      self.range = range
      self.change = change
      earlier = [Earlier(cell: old.cell, range: old.range, change: old.change)] + old.earlier
      self.isStated = isStated || old.isStated
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
}
