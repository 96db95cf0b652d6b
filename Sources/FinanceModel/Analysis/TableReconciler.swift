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

  init(index: PlanIndex, table: PublishedTable, engine: Evaluator) {
    self.index = index
    self.table = table
    self.engine = engine
    var published: [Int: Cell] = [:]
    for row in table.rows {
      for cell in row.cells {
        if case .position(let column) = cell.column, case .cell(let content) = cell.content {
          published[engine.key(row.row, column)] = content
        }
      }
    }
    nearest = Evaluator(index, published: published)
  }

  func cells() throws(Diagnostics) -> [ReconciledCell] {
    let cells = table.rows.flatMap { row in row.cells.map { reconciled($0, in: row) } }
    if !nearest.problems.isEmpty { throw Diagnostics(nearest.problems) }
    return cells
  }

  private func reconciled(
    _ cell: PublishedTable.Cell, in row: PublishedTable.Row
  ) -> ReconciledCell {
    guard let details = index.plan.rows[row.row].details else {
      let isBlank = cell.content == .cell(.blank)
      return outcome(cell, row, computed: .cell(.blank), isBlank ? .exact : .wrong)
    }
    if case .position(let column) = cell.column, let text = details.text[column]?.trimmed {
      return outcome(
        cell, row, computed: .text(text), cell.content == .text(text) ? .exact : .wrong)
    }
    let chain = computed(row, cell.column, by: engine)
    let near = computed(row, cell.column, by: nearest)
    guard case .cell(let published) = cell.content else {
      return outcome(cell, row, computed: .cell(chain), .wrong)
    }
    let isFormula = isFormula(row.row, cell.column)
    for computed in [near, chain]
    where agrees(published, computed, details: details, isFormula: isFormula) {
      return outcome(cell, row, computed: .cell(computed), .exact)
    }
    return different(cell, row, published: published, computed: near, details, isFormula)
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

  // MARK: What the engine has

  private func computed(
    _ row: PublishedTable.Row, _ column: PublishedTable.Column, by evaluator: Evaluator
  ) -> Cell {
    switch column {
    case .position(let column): return evaluator.resolved { evaluator.computedPrinted(row.row, column) }.cell
    case .total: return evaluator.resolved { evaluator.total(row.row) }.cell
    }
  }

  /// Whether a formula makes the cell, so that roundings of its inputs can reach it.
  private func isFormula(_ row: Int, _ column: PublishedTable.Column) -> Bool {
    guard case .position(let column) = column else { return true }
    if case .typed? = index.plan.rows[row].details?.entries[column] {
      return index.lines[row]?.printsChange ?? false
    }
    return true
  }

  // MARK: Verdicts

  /// The same figure at the row's last place, or the same mark; a blank or dash for nil.
  private func agrees(
    _ published: Cell, _ computed: Cell, details: RowDetails, isFormula: Bool
  ) -> Bool {
    switch (published.figure, computed.figure) {
    case (let left?, let right?):
      return left.isMoney == right.isMoney
        && (left == right || left == right.rounded(details.lastPlace))
    case (nil, let right?):
      return right.rounded(details.lastPlace).isZero && (published == .blank || published == .dash)
    case (let left?, nil): return isFormula && left.isZero
    case (nil, nil):
      return published == computed || (isFormula && published == .dash && computed == .blank)
    }
  }

  private func different(
    _ cell: PublishedTable.Cell, _ row: PublishedTable.Row, published: Cell, computed: Cell,
    _ details: RowDetails, _ isFormula: Bool
  ) -> ReconciledCell {
    let zero: Quantity = details.unit.isMoney ? .money(.zero) : .number(.zero)
    let left = published.figure ?? zero
    let right = computed.figure ?? zero
    let difference = left.with(trillionths: left.trillionths - right.trillionths)
    let recorded = noted(details, cell.column)
    if let recorded, recorded.difference.rounded(details.lastPlace)
      == difference.rounded(details.lastPlace)
    {
      return outcome(
        cell, row, computed: .cell(computed), .noted, difference: difference,
        suggestion: recorded.reason)
    }
    guard isFormula, left.isMoney == right.isMoney else {
      return outcome(
        cell, row, computed: .cell(computed), .wrong, difference: difference,
        suggestion: Misprint.cause(published: left, computed: right, details: details))
    }
    let inputs = RoundingBound(
      index: index, published: nearest.published, row: row.row, column: cell.column)
    let bound = inputs.bound()
    let isRounding = difference.trillionths.magnitude < bound.magnitude
    let cause =
      Misprint.cause(published: left, computed: right, details: details)
      ?? Misprint.cause(of: difference, among: inputs.inputs, index: index)
    return outcome(
      cell, row, computed: .cell(computed), isRounding ? .rounding : .wrong,
      difference: difference, bound: left.with(trillionths: bound), suggestion: cause)
  }

  private func noted(
    _ details: RowDetails, _ column: PublishedTable.Column
  ) -> NotedDifference? {
    table.noted.first { $0.row == details.id.name && $0.column == column }
  }
}
