/// A table beside the sections whose columns are not years; it enters no gap.
public struct DataTable: Sendable {
  public let id: Identifier
  public let title: String
  public let unit: Unit
  public let decimals: Int
  public let columns: [Column]
  /// The position of its first column, counted on from the plan's years and the tables before it.
  public let firstColumn: Int
  public let note: String?
  public let source: String?
  public let range: SourceRange

  /// A column with the unit and decimals of its cells.
  public struct Column: Hashable, Sendable {
    public let id: Identifier
    public let title: String
    public let style: CellStyle
    public let range: SourceRange
  }
}

/// In what a cell's figure is printed.
public struct CellStyle: Hashable, Sendable {
  public let unit: Unit
  public let decimals: Int

  /// The grid of the last printed place.
  public var lastPlace: Rounding { Rounding(decimals: decimals, unit: unit) }
}
