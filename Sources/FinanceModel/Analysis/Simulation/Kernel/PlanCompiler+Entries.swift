/// `Evaluator+Entries` and `Evaluator+Adjustments` for all draws at once.
extension PlanCompiler {
  /// The entry of a row, compiled, adjusted and rounded.
  func computeOwn(_ row: Int, _ column: Int) throws(KernelStop) -> Symbol {
    guard let details = plan.rows[row].details else { return .nothing }
    let adjustments = plan.rows[row].line?.adjustments ?? []
    guard adjustments.contains(where: \.movesMoney), index.planColumns.contains(column) else {
      var symbol = try entry(row, details, column)
      for (position, adjustment) in adjustments.enumerated()
      where adjustment.columns.contains(column) {
        symbol = try adjusted(symbol, row, position, details, column)
      }
      return symbol
    }
    let holdsFormula = !(index.lines[row]?.movesTypedMoney ?? false)
    let isSpread =
      plan.rows[row].line?.phasing != nil
      || adjustments.contains { if case .profile = $0.operation { true } else { false } }
    // As in the evaluator: a slip needs the years before, and only a total those after.
    let last = holdsFormula && !isSpread ? column : index.planColumns.upperBound - 1
    return try moved(row, details, through: last, column: column, allStages: !holdsFormula)
  }

  /// The figure that the formula of the same row sees: its entry, and what a scenario set it to.
  func computeCarried(_ row: Int, _ column: Int) throws(KernelStop) -> Symbol {
    guard let details = plan.rows[row].details else { return .nothing }
    var result = try entry(row, details, column)
    for case .set(let cells) in plan.rows[row].adjustments(in: column).map(\.operation) {
      if let cell = cells[column] { result = try onGrid(Symbol(.typed(cell)), details) }
    }
    return result
  }

  /// The entry of a row as it was typed, or as its formula gives it.
  func entry(
    _ row: Int, _ details: RowDetails, _ column: Int
  ) throws(KernelStop) -> Symbol {
    switch details.entries[column] {
    case .typed(let cell, _): return Symbol(.typed(cell))
    case .blank: return .nothing
    case .formula(let formula):
      rowOfEntry = index.lines[row]?.isAdjusted ?? false ? row : nil
      defer { rowOfEntry = nil }
      return try fitted(try evaluate(formula.expression, column, .printed), details, column)
    }
  }

  /// A formula's value as a cell of its row: of the row's kind, and on its grid.
  private func fitted(
    _ value: Symbol, _ details: RowDetails, _ column: Int
  ) throws(KernelStop) -> Symbol {
    let needsMoney = details.style(column).unit.isMoney
    var symbol = value
    switch value.kind {
    case .nothing: break
    case .zero: symbol.kind = .quantity(NodeSum(0), isMoney: needsMoney)
    case .quantity(let sum, let isMoney):
      guard isMoney == needsMoney else { throw .fault("a formula gives another kind of figure") }
      if let rounding = details.rounding(column) {
        symbol = value.with(try graph.rounded(sum, toMultipleOf: rounding.step))
      }
    }
    return symbol
  }

  /// What one of the changes of a row makes of a cell.
  func adjusted(
    _ symbol: Symbol, _ row: Int, _ position: Int, _ details: RowDetails, _ column: Int
  ) throws(KernelStop) -> Symbol {
    guard let adjustments = plan.rows[row].line?.adjustments else { return symbol }
    let adjustment = adjustments[position]
    switch adjustment.operation {
    case .set(let cells):
      guard let cell = cells[column] else { return symbol }
      return try onGrid(Symbol(.typed(cell)), details)
    case .add(let amounts):
      guard let amount = amounts[column] else { return symbol }
      return try onGrid(try added(symbol, Symbol(amount)), details)
    case .scale(let rate):
      // The shares that are drawn are the last changes of a row.
      let drawn = drawnShares[row] ?? []
      let place = position - (adjustments.count - drawn.count)
      let share = place >= 0 ? self.drawn(drawn[place]) : Symbol(.number(rate))
      return try scaled(symbol, by: share, details)
    case .deliver(let formula):
      let share = try evaluate(formula.expression, column, .printed)
      if share.mayBeNothing { throw .unheld("a share delivered is a figure in some draws only") }
      if share.isZero { return try scaled(symbol, by: share, details) }
      guard let (_, isMoney) = share.quantity, !isMoney else {
        throw .fault("a share delivered is not a number")
      }
      return try scaled(symbol, by: share, details)
    case .slip, .profile: return symbol
    }
  }

  private func scaled(
    _ symbol: Symbol, by share: Symbol, _ details: RowDetails
  ) throws(KernelStop) -> Symbol {
    var result = symbol
    result.fault = either(symbol.fault, share.fault)
    guard let (sum, _) = symbol.quantity else { return result }
    return try onGrid(result.with(try graph.product(sum, share.sum)), details)
  }

  /// A cell rounded to its row's last printed place, where the row rounds.
  private func onGrid(_ symbol: Symbol, _ details: RowDetails) throws(KernelStop) -> Symbol {
    guard let (sum, _) = symbol.quantity, let rounding = details.rounding else { return symbol }
    return symbol.with(try graph.rounded(sum, toMultipleOf: rounding.step))
  }
}
