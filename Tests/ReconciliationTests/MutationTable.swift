import FoundationEssentials

@testable import FinanceModel

/// A published table of the project, and the engine that reconciles copies of it with one fault each.
struct MutationTable {
  let plan: Plan
  let table: PublishedTable
  let index: PlanIndex
  let engine: Evaluator
  /// Its places in published order.
  let places: [Place]
  private let verdicts: [Place: ReconciledCell]
  private let reconciler: TableReconciler

  init(_ plan: Plan, _ table: PublishedTable) throws {
    self.plan = plan
    self.table = table
    index = PlanIndex(plan)
    engine = Evaluator(index)
    reconciler = TableReconciler(index: index, table: table, engine: engine)
    places = table.rows.indices.flatMap { row in
      table.rows[row].cells.indices.map { Place(row: row, cell: $0) }
    }
    verdicts = Dictionary(uniqueKeysWithValues: zip(places, try reconciler.cells()))
  }

  /// A place in the table: a row and a cell, each counted from the first.
  struct Place: Hashable {
    let row: Int
    let cell: Int
  }

  func cell(_ place: Place) -> PublishedTable.Cell { table.rows[place.row].cells[place.cell] }

  func details(_ row: Int) -> RowDetails? { plan.rows[table.rows[row].row].details }

  func style(_ place: Place) -> CellStyle {
    reconciler.style(table.rows[place.row].row, cell(place).column)
  }

  /// A cell before any fault.
  func before(_ place: Place) -> ReconciledCell? { verdicts[place] }

  /// A figure as the cell at a place would print it.
  func text(_ trillionths: Int128, at place: Place) -> String {
    AmountFormat(
      decimals: style(place).decimals, negatives: .brackets,
      groupsThousands: cell(place).text.contains(",")
    ).text(Money(trillionths: trillionths), in: style(place).unit)
  }

  // MARK: Faults

  /// The table with the text of one cell replaced, read as a file's would be.
  func replacing(_ place: Place, by text: String) -> PublishedTable {
    var rows = table.rows
    let row = rows[place.row]
    var cells = row.cells
    cells[place.cell] = read(text, cells[place.cell], column: cells[place.cell].column, in: row.row)
    rows[place.row] = PublishedTable.Row(title: row.title, row: row.row, cells: cells)
    return with(rows)
  }

  /// The table with two headings exchanged; the cells stay where they stand.
  func exchangingHeadings(_ first: PublishedTable.Column, _ second: PublishedTable.Column)
    -> PublishedTable
  {
    with(
      table.rows.map { row in
        PublishedTable.Row(
          title: row.title, row: row.row,
          cells: row.cells.map { cell in
            let column =
              cell.column == first ? second : cell.column == second ? first : cell.column
            return column == cell.column ? cell : read(cell.text, cell, column: column, in: row.row)
          })
      })
  }

  /// The table with two labels exchanged; the figures stay where they stand.
  func exchangingLabels(_ first: Int, _ second: Int) -> PublishedTable {
    var rows = table.rows
    func labelled(_ row: PublishedTable.Row, as label: PublishedTable.Row) -> PublishedTable.Row {
      PublishedTable.Row(
        title: label.title, row: label.row,
        cells: row.cells.map { read($0.text, $0, column: $0.column, in: label.row) })
    }
    rows[first] = labelled(table.rows[first], as: table.rows[second])
    rows[second] = labelled(table.rows[second], as: table.rows[first])
    return with(rows)
  }

  private func with(_ rows: [PublishedTable.Row]) -> PublishedTable {
    PublishedTable(name: table.name, rows: rows, style: table.style, noted: table.noted)
  }

  private func read(
    _ text: String, _ cell: PublishedTable.Cell, column: PublishedTable.Column, in row: Int
  ) -> PublishedTable.Cell {
    PublishedCellReader(
      problems: Problems(), row: plan.rows[row], style: table.style,
      planUnit: plan.tables.first { $0.id == plan.rows[row].table }?.unit ?? plan.unit
    )
    .cell(DelimitedCell(text: text, range: cell.range), column: column)
  }

  /// The cells of a faulty copy whose verdict or figure is not what it was.
  func changed(_ faulty: PublishedTable) throws -> [(place: Place, cell: ReconciledCell)] {
    let cells = try TableReconciler(index: index, table: faulty, engine: engine).cells()
    return zip(places, cells).filter { place, cell in
      cell.verdict != .exact && cell.verdict != before(place)?.verdict
    }.map { (place: $0, cell: $1) }
  }
}

extension MutationTable {
  static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(3).joined(separator: "/")

  /// The plans below `Scenarios` that have a published table, as paths from the root.
  static func plans() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: "\(root)/Scenarios")
      .filter { $0.hasSuffix(".yaml") }
      .sorted()
      .filter { path in
        let text = try String(contentsOfFile: "\(root)/Scenarios/\(path)", encoding: .utf8)
        let lines = text.split(separator: "\n")
        return lines.contains { $0.hasPrefix("published:") }
          && lines.contains { $0.hasPrefix("plan:") }
      }
  }

  /// Every published table of the project.
  static func all() throws -> [(path: String, plan: Plan)] {
    try plans().map { ($0, try Plan(contentsOf: "\(root)/Scenarios/\($0)")) }
  }
}
