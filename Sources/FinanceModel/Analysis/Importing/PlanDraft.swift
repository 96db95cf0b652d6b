/// A plan as it is proposed from a table, before it is written down.
struct PlanDraft {
  /// A section, a row by itself, or a heading, in printed order; rows by their position in the table.
  enum Item {
    case row(Int)
    case section(Section)
    /// The whole budget that an opening balance starts from, which the table does not print.
    case opening(id: String, of: Int)
  }

  struct Section {
    let id: String
    /// The title above it; nil where the table prints none.
    let title: String?
    let role: Role?
    /// Whether it prints as positive what lowers the gap.
    let isIncomePositive: Bool
    /// Its headings and lines.
    let rows: [Int]
    /// The row of its total.
    let total: Int?
  }

  var id: String
  var title: String
  var authority: String?
  var unit: Unit
  var decimals: Int
  var history: [FinancialYear]
  var years: [FinancialYear]
  var totalTitle: String?
  /// What stands in the total column of rows that do not have the sum of their years there.
  var totalExceptions: [Int: String]
  var hasGap: Bool
  var bases: LineBases
  /// Whether figures before the plan are what those years added, and no line starts from them.
  var basesAreChanges: Bool
  var rows: [ImportedRow]
  var made: [Int: MadeRow]
  var items: [Item]
  /// The row that is the gap, and whether it prints a gap negative.
  var gap: (row: Int, isTurned: Bool)?
}
