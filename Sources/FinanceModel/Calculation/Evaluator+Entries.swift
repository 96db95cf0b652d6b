/// A row's own figure: its entry, and what changes it.
extension Evaluator {
  /// The entry of a row, computed, adjusted and rounded.
  func computeOwn(_ row: Int, _ column: Int) -> Computed {
    guard let details = plan.rows[row].details else { return .blank }
    return reporting(column: column) { () throws(Diagnostics) in
      if index.planColumns.contains(column), let years = try typedMoney(row, details) {
        return years[column]
      }
      return try adjustedEntries(row, details, column).last ?? .blank
    }
  }

  /// A cell before its adjustments, and after each of them.
  func steps(_ row: Int, _ column: Int) -> [Computed] {
    guard let details = plan.rows[row].details else { return [] }
    var steps: [Computed] = []
    _ = reporting(column: column) { () throws(Diagnostics) in
      steps = try adjustedEntries(row, details, column)
      return .blank
    }
    return steps.isEmpty ? [.blank] : steps
  }

  /// The figure that the formula of the same row sees: its entry, and what a scenario set it to.
  ///
  /// A line that grows on last year's is thereby scaled, delivered or slipped once, and not again
  /// in every year that follows.
  func computeCarried(_ row: Int, _ column: Int) -> Computed {
    guard let details = plan.rows[row].details else { return .blank }
    return reporting(column: column) { () throws(Diagnostics) in
      var result = try entry(row, details, column)
      for case .set(let cells) in plan.rows[row].adjustments(in: column).map(\.operation) {
        if let cell = cells[column] { result = onGrid(.typed(cell), details) }
      }
      return result
    }
  }

  /// The entry of a row as it was typed, or as its formula gives it.
  func entry(
    _ row: Int, _ details: RowDetails, _ column: Int
  ) throws(Diagnostics) -> Computed {
    switch details.entries[column] {
    case .typed(let cell, _): return .typed(cell)
    case .blank: return .blank
    case .formula(let formula):
      rowOfEntry = index.lines[row]?.isAdjusted ?? false ? row : nil
      defer { rowOfEntry = nil }
      let value = try evaluate(formula.expression, column, .printed)
      return try fitted(value, details, column, formula)
    }
  }

  /// How a formula of numbers becomes one of money: an amount in it gets its unit.
  private func moneyHelp(_ formula: Formula, _ unit: Unit) -> String {
    if let number = formula.expression.lastBareNumber {
      let suffix = unit == .millions ? "m" : unit == .thousands ? "k" : ""
      return "an amount of money has a £: write £\(number)\(suffix) for \(number)"
    }
    return
      "multiply it by an amount of money; a row that is in no gap may have a 'unit', % or number"
  }

  /// A formula's value as a cell of its row: of the row's kind, and on its grid.
  private func fitted(
    _ value: Value, _ details: RowDetails, _ column: Int, _ formula: Formula
  ) throws(Diagnostics) -> Computed {
    var computed = Computed(cell: .blank, isProvisional: value.isProvisional)
    let unit = details.style(column).unit
    switch value.kind {
    case .nothing: break
    case .zero:
      computed.cell = .figure(unit.isMoney ? .money(.zero) : .number(.zero))
    case .quantity(let quantity):
      guard quantity.isMoney == unit.isMoney else {
        throw Diagnostics(
          Diagnostic(
            .formulaKind,
            "the formula gives \(quantity.isMoney ? "money" : "a number") in a row of "
              + (unit.isMoney ? unit.rawValue : "unit '\(unit.rawValue)'"),
            at: formula.range,
            label: "expected \(unit.isMoney ? "money" : "a number")",
            help: quantity.isMoney
              ? "leave out the row's 'unit'" : moneyHelp(formula, unit)))
      }
      computed.cell = .figure(details.rounding(column).map(quantity.rounded) ?? quantity)
    }
    return computed
  }
}
