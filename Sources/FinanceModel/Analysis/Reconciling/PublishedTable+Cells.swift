extension [PublishedTable.Row] {
  /// The published cells that hold a figure or its mark, by `PlanIndex.key`; a later row wins.
  func cells(_ index: PlanIndex) -> [Int: Cell] {
    var cells: [Int: Cell] = [:]
    for row in self {
      for cell in row.cells {
        if case .position(let column) = cell.column, case .cell(let content) = cell.content {
          cells[index.key(row.row, column)] = content
        }
      }
    }
    return cells
  }
}

extension Plan {
  /// How a column of a published table is named: by its year or title.
  func name(_ column: PublishedTable.Column) -> String {
    switch column {
    case .position(let column): name(ofColumn: column)
    case .total: totalColumn?.title ?? "Total"
    }
  }

  /// The unit and decimals in which a published table prints a cell.
  ///
  /// A table's own unit stands for the plan's, or for its table's: a row in another keeps that.
  func style(_ row: Int, _ column: PublishedTable.Column, in table: PublishedTable?) -> CellStyle {
    guard let details = rows[row].details else { return CellStyle(unit: unit, decimals: decimals) }
    let own =
      if case .position(let column) = column { details.style(column) } else {
        CellStyle(unit: details.unit, decimals: details.decimals)
      }
    let main = tables.first { $0.id == details.table }?.unit ?? unit
    return own.unit == main ? table?.style ?? own : own
  }
}
