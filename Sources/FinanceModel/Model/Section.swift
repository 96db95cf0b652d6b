/// A block of lines with one role, and perhaps a total.
public struct Section: Sendable {
  /// Whether figures that reduce the gap are printed negative or, as income often is, positive.
  public enum Signs: String, CaseIterable, Hashable, Sendable {
    case costPositive = "cost-positive"
    case incomePositive = "income-positive"
  }

  /// Whether the table prints a one-off as what it adds to the year before, or as its amount.
  public enum Shows: String, CaseIterable, Hashable, Sendable {
    case changes
    case levels
  }

  public let id: Identifier
  public let title: String?
  public let role: Role
  public let signs: Signs
  /// Decided by the loader where the file does not say.
  public internal(set) var shows: Shows?
  public let source: String?
  /// The share of its lines' figures that is delivered, where a line does not say.
  let delivery: Node.Scalar?
  /// What its rows hold in the total column, where a row does not say.
  let inTotal: InTotal?
  public let range: SourceRange
}
