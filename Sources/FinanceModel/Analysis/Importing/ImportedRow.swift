/// A row of a table: its title, its cells, and what it was taken for.
public struct ImportedRow: Sendable {
  /// What a row was taken for.
  public enum Kind: String, Hashable, Sendable {
    /// A title without figures.
    case heading
    /// Figures that come from elsewhere.
    case line
    /// Figures that the table makes from other rows.
    case total
    /// Words below the table, a repeated heading, a row of a part that is no figure.
    case leftOut = "left out"
  }

  /// Its place in the table, counted from 1.
  public let number: Int
  /// Its title, as the plan has it.
  public internal(set) var title: String
  /// The section that stands beside it, in a column of its own.
  let section: String?
  /// Whether its title stands in the first column.
  let isTitleFirst: Bool
  /// Whether its title stands in one row; false where a page broke it over two.
  var isWhole = true
  public var kind: Kind
  /// One for each year before the plan and of it, and then for the total.
  public internal(set) var cells: [CellReading]
  /// What stands in the columns of notes.
  let note: String?
  var unit: Unit
  var decimals: Int

  /// The id that the plan gives it; nil for a heading and what is left out.
  public var id: String?
  /// The role of a line.
  public var role: Role?
  /// How the table makes it, in ids; nil for any other row.
  public var formula: String?

  /// Whether it only shows a part of the row above, `of which teachers`, which counts it already.
  var isPart: Bool {
    let title = title.lowercased()
    return ["of which", "including", "incl.", "which includes"].contains { title.hasPrefix($0) }
  }

  var hasFigures: Bool { kind == .line || kind == .total }
}

extension [ImportedRow] {
  /// The titles of some rows, as questions name them: six, and how many more there are.
  func titles(_ places: [Int]) -> String {
    places.prefix(6).map { "'\(self[$0].title)'" }.joined(separator: ", ")
      + (places.count > 6 ? " and \(places.count - 6) more" : "")
  }
}

extension TableLayout {
  /// A row's cells in the plan's years, between those before the plan and their total.
  func years(of row: ImportedRow) -> ArraySlice<CellReading> {
    row.cells[history.count...].prefix(years.count)
  }
}

extension ArraySlice<CellReading> {
  /// What the cells add up to; one without a figure adds nothing.
  var sum: Int128 { reduce(0) { $0 + ($1.figure ?? 0) } }
}
