/// The figures of a published table, found by place and by what they hold.
struct PublishedFigures {
  let table: PublishedTable
  /// The rows that hold a figure other than nil, by column.
  private let holders: [PublishedTable.Column: [Quantity: [Int]]]

  init(_ table: PublishedTable) {
    self.table = table
    var holders: [PublishedTable.Column: [Quantity: [Int]]] = [:]
    for (index, row) in table.rows.enumerated() {
      for cell in row.cells {
        guard let figure = cell.figure, !figure.isZero else { continue }
        holders[cell.column, default: [:]][figure, default: []].append(index)
      }
    }
    self.holders = holders
  }

  /// A row's published figure; `row` counts from the first of the table.
  func figure(_ row: Int, _ column: PublishedTable.Column) -> Quantity? {
    table.rows[row].cells.first { $0.column == column }?.figure
  }

  /// The rows whose figure in a column is this one; none for nil.
  func rows(with figure: Quantity, in column: PublishedTable.Column) -> [Int] {
    holders[column]?[figure] ?? []
  }

  /// The nearest row above or below that has a figure in the column.
  func neighbour(of row: Int, by step: Int, in column: PublishedTable.Column) -> Int? {
    var row = row + step
    while table.rows.indices.contains(row) {
      if figure(row, column) != nil { return row }
      row += step
    }
    return nil
  }
}

extension PublishedTable.Cell {
  var figure: Quantity? {
    if case .cell(let cell) = content { cell.figure } else { nil }
  }
}
