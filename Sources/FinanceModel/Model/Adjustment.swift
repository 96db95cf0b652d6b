/// One change to the figures of a line.
public struct Adjustment: Sendable {
  /// What is done to a figure.
  public enum Operation: Sendable {
    /// One cell for each adjusted column.
    case set([Int: Cell])
    /// One amount for each adjusted column.
    case add([Int: Quantity])
    case scale(Rate)
    /// Scaled by what a formula gives in each year.
    case deliver(Formula)
  }

  public let operation: Operation
  /// The columns it changes.
  public let columns: Set<Int>
  /// The change it belongs to, in words.
  public let name: String
  public let range: SourceRange
}

extension Row {
  /// The changes to its cell in a column, in the order in which they apply; none for a figure.
  func adjustments(in column: Int) -> [Adjustment] {
    line?.adjustments.filter { $0.columns.contains(column) } ?? []
  }
}
