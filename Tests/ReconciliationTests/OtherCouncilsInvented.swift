import Testing

/// A table in a shape that councils print, with invented figures that add, and one fault for it.
struct InventedTable: CustomTestStringConvertible, Sendable {
  let name: String
  /// How many of its cells are exact, and how many within rounding; none is anything else.
  let exact: Int
  let rounding: Int
  let fault: Fault
  /// The published table.
  let published: String
  /// The plan, whose published table is `published.csv`.
  let plan: String

  /// A change of the published text that makes one cell wrong.
  struct Fault: Sendable {
    let from: String
    let to: String
    /// The cell that must be wrong, alone, and what must be said of it.
    let row: String
    let column: String
    let cause: String
  }

  var testDescription: String { name }

  static let all = years + gaps + columns
}
