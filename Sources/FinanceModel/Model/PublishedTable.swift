/// A table as it was published, and which of its rows and columns is which of the plan's.
public struct PublishedTable: Sendable {
  /// Its file as the plan names it.
  public let name: String
  /// One entry for each printed row, in published order.
  public let rows: [Row]
  /// The unit and decimals of its money where they are not the plan's.
  public let style: CellStyle?
  /// The differences that the plan records with their reason.
  public let noted: [NotedDifference]

  /// A published row and the plan's row that it stands for.
  public struct Row: Sendable {
    public let title: String
    /// The position of the plan's row in `Plan.rows`.
    public let row: Int
    /// One cell for each matched column.
    public let cells: [Cell]
  }

  /// A published cell, as text and as what it holds.
  public struct Cell: Hashable, Sendable {
    public let column: Column
    /// The text as it was published.
    public let text: String
    public let content: Content
    public let range: SourceRange
  }

  /// A column by its position, the years first and then those of tables, or the total.
  public enum Column: Hashable, Sendable {
    case position(Int)
    case total
  }

  /// What a published cell holds: a figure or its mark, or words.
  public enum Content: Hashable, Sendable {
    case cell(FinanceModel.Cell)
    case text(String)
  }
}

/// A difference between published and computed that is known, with its reason.
public struct NotedDifference: Sendable {
  /// The id or title of the row.
  public let row: String
  public let column: PublishedTable.Column
  /// Published less computed.
  public let difference: Quantity
  public let reason: String
  public let range: SourceRange
}
