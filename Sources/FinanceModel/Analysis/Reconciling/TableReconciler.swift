/// Gives each cell of one published table its verdict.
///
/// A formula is evaluated on the published values of its nearest published inputs, so that one
/// misprint is reported once and not again in every total above it. A cell that agrees with that,
/// or with the engine's own chain, is exact.
struct TableReconciler {
  let index: PlanIndex
  let table: PublishedTable
  /// The plan's own figures, from its own entries all the way.
  let engine: Evaluator
  private let nearest: Evaluator
  /// The published cells, by `Evaluator.key`.
  var published: [Int: Cell] { nearest.published }

  init(index: PlanIndex, table: PublishedTable, engine: Evaluator) {
    self.index = index
    self.table = table
    self.engine = engine
    // What another table publishes as finely is as near as this table's own, which goes before it.
    let others = index.plan.published.filter { $0.style == table.style }
    let published = (others.flatMap(\.rows) + table.rows).cells(index)
    nearest = Evaluator(index, published: published)
  }

  func cells() throws(Diagnostics) -> [ReconciledCell] {
    var cells: [ReconciledCell?] = []
    var open: [DifferingCells.Open] = []
    for (number, row) in table.rows.enumerated() {
      for cell in row.cells {
        let settled = settled(cell, in: row)
        if settled == nil {
          open.append(DifferingCells.Open(position: cells.count, row: number, cell: cell))
        }
        cells.append(settled)
      }
    }
    if !open.isEmpty {
      for (position, cell) in DifferingCells(open, of: self).reconciled(open) {
        cells[position] = cell
      }
    }
    return cells.compactMap { $0 }
  }

  /// What became of a cell that holds text, or that agrees; nil where it differs.
  private func settled(
    _ cell: PublishedTable.Cell, in row: PublishedTable.Row
  ) -> ReconciledCell? {
    guard let details = index.plan.rows[row.row].details else {
      let isBlank = cell.content == .cell(.blank)
      return outcome(
        cell, row, computed: .cell(.blank), isBlank ? .exact : .wrong,
        suggestion: isBlank ? nil : "the row is a heading and has no figures")
    }
    if case .position(let column) = cell.column, let text = details.text[column]?.trimmed {
      let isSame = cell.content == .text(text)
      return outcome(
        cell, row, computed: .text(text), isSame ? .exact : .wrong,
        suggestion: isSame ? nil : "the text is not the plan's")
    }
    let chain = engine.shown(row.row, cell.column)
    guard case .cell = cell.content else {
      return outcome(
        cell, row, computed: .cell(chain), .wrong, suggestion: "there is text for a figure")
    }
    return [nearest.shown(row.row, cell.column), chain]
      .first { agrees(cell, $0, row: row.row) }
      .map { outcome(cell, row, computed: .cell($0), .exact) }
  }

  private func outcome(
    _ cell: PublishedTable.Cell, _ row: PublishedTable.Row, computed: PublishedTable.Content,
    _ verdict: Verdict, difference: Quantity? = nil, bound: Quantity? = nil,
    suggestion: String? = nil
  ) -> ReconciledCell {
    ReconciledCell(
      table: table.name, row: row.row, column: cell.column, published: cell, computed: computed,
      verdict: verdict, difference: difference, bound: bound, suggestion: suggestion)
  }

  // MARK: What is compared

  /// Whether a formula makes the cell, so that roundings of its inputs can reach it.
  func isFormula(_ row: Int, _ column: PublishedTable.Column) -> Bool {
    guard case .position(let column) = column else { return true }
    if case .typed? = index.plan.rows[row].details?.entries[column] {
      return index.lines[row]?.printsChange ?? false
    }
    return true
  }

  /// The unit and decimals in which a cell is published.
  func style(_ row: Int, _ column: PublishedTable.Column) -> CellStyle {
    index.plan.style(row, column, in: table)
  }

  /// The same figure at the last place, or the same mark; a blank or dash for nil.
  func agrees(_ cell: PublishedTable.Cell, _ computed: Cell, row: Int) -> Bool {
    guard case .cell(let published) = cell.content else { return false }
    let lastPlace = style(row, cell.column).lastPlace
    let isFormula = isFormula(row, cell.column)
    switch (published.figure, computed.figure) {
    case (let left?, let right?):
      return left.isMoney == right.isMoney && (left == right || left == right.rounded(lastPlace))
    case (nil, let right?):
      return right.rounded(lastPlace).isZero && (published == .blank || published == .dash)
    case (let left?, nil): return isFormula && left.isZero
    case (nil, nil):
      return published == computed || (isFormula && published == .dash && computed == .blank)
    }
  }
}
