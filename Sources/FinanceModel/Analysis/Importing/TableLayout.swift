/// Which row of a grid has the headings, and what each of its columns holds.
struct TableLayout {
  /// What a column of the grid is.
  enum Column: Hashable {
    case title
    /// Names the section of a row, beside its title.
    case section
    case year(FinancialYear)
    /// The sum of the years.
    case total
    /// Words or letters beside the figures.
    case note
    case leftOut
    case blank
  }

  /// The place of the heading among the grid's rows.
  var heading: Int
  /// The rows of headings, `heading` among them.
  var band: Range<Int>
  var columns: [Column]
  /// The texts of the heading itself.
  var headings: [String]
  /// All words above each column.
  var titles: [String]
  var history: [FinancialYear] = []
  var years: [FinancialYear] = []
  /// Texts above the table.
  var preamble: [String]

  /// The columns of the years before the plan, of its years and of their total, in that order.
  var figureColumns: [Int] {
    (history + years).compactMap { columns.firstIndex(of: .year($0)) }
      + (totalColumn.map { [$0] } ?? [])
  }

  /// What a row has in each year and in their total: nothing in a year that the table leaves out.
  func texts(of row: Grid.Row) -> [String] {
    (history + years).map { year in column(of: year).map(row.text) ?? "" }
      + (totalColumn.map { [row.text($0)] } ?? [])
  }

  var totalColumn: Int? { columns.firstIndex(of: .total) }

  /// The columns of the years that the table has, in order; a year that it leaves out has none.
  func column(of year: FinancialYear) -> Int? { columns.firstIndex(of: .year(year)) }
}
