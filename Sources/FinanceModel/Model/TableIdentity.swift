/// An identity that a table ought to satisfy in every year: funding meets spending.
public struct TableIdentity: Sendable {
  public let id: Identifier
  /// The sentence.
  public let says: String
  public let condition: Condition
  /// The formula as it was written.
  public let text: String
  /// The years it is held in; nil where it names its own columns.
  public let columns: [Int]?
  public let range: SourceRange
}
