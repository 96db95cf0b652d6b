extension Evaluator {
  /// The cell that the table prints for a row, as references read it.
  func printed(_ row: Int, _ column: Int) -> Computed {
    publishedCell(row, column).map(Computed.typed) ?? computedPrinted(row, column)
  }

  /// The cell that the table prints for a row from its own entry or formula.
  func computedPrinted(_ row: Int, _ column: Int) -> Computed {
    printsChange(row, column)
      ? change(from: start(row, before: column), to: raw(row, column), column: column)
      : raw(row, column)
  }

  /// What a row's total column holds: by default the sum of the printed year cells.
  func total(_ row: Int) -> Computed {
    switch plan.rows[row].details?.inTotal {
    case nil, .blank: return .blank
    case .last: return printed(row, index.planColumns.upperBound - 1)
    case .formula(let formula):
      return reporting(column: nil) { () throws(Diagnostics) in
        cell(try evaluate(formula.expression, nil, .printed))
      }
    case .sum:
      return cell(
        index.planColumns.reduce(Value.nothing) { sum, column in
          added(sum, Value(printed(row, column)))
        })
    }
  }

  /// A line's figure in its own basis, as references read it.
  func own(_ row: Int, _ column: Int) -> Computed {
    if !printsChange(row, column), let cell = publishedCell(row, column) { return .typed(cell) }
    return raw(row, column)
  }

  /// A series of a line.
  func line(_ row: Int, _ series: Series, _ column: Int) -> Computed {
    switch series {
    case .annual: annual(row, column)
    case .cumulative: cumulative(row, column)
    case .level: level(row, column)
    }
  }

  private func annual(_ row: Int, _ column: Int) -> Computed {
    guard index.planColumns.contains(column), let line = index.lines[row] else { return .blank }
    if line.basis == .recurring { return own(row, column) }
    if printsChange(row, column), let cell = publishedCell(row, column) { return .typed(cell) }
    return change(from: start(row, before: column), to: own(row, column), column: column)
  }

  private func cumulative(_ row: Int, _ column: Int) -> Computed {
    guard index.planColumns.contains(column) else { return .blank }
    var sum = Value.nothing
    for year in index.planColumns.lowerBound...column {
      sum = added(sum, Value(annual(row, year)))
    }
    return cell(sum)
  }

  private func level(_ row: Int, _ column: Int) -> Computed {
    let first = index.planColumns.lowerBound
    if column < first { return column == first - 1 ? base(row) : own(row, column) }
    return cell(added(Value(base(row)), Value(cumulative(row, column))))
  }

  /// The base-year figure from which a line starts; blank where it is a memo.
  func base(_ row: Int) -> Computed {
    start(row, before: index.planColumns.lowerBound)
  }

  /// A line's figure in the column before, from which its annual effect is counted.
  private func start(_ row: Int, before column: Int) -> Computed {
    guard column > 0 else { return .blank }
    if column == index.planColumns.lowerBound, index.lines[row]?.baseIsMemo ?? false {
      return .blank
    }
    return own(row, column - 1)
  }

  /// The difference of two cells; two that are not figures give the later as it is.
  private func change(from before: Computed, to after: Computed, column: Int) -> Computed {
    guard before.cell.figure != nil || after.cell.figure != nil else { return after }
    return cell(added(Value(after), negated(Value(before))))
  }

  private func printsChange(_ row: Int, _ column: Int) -> Bool {
    index.lines[row]?.printsChange ?? false && index.planColumns.contains(column)
  }

  private func publishedCell(_ row: Int, _ column: Int) -> Cell? {
    guard !published.isEmpty, let cell = published[key(row, column)] else { return nil }
    touched.insert(key(row, column))
    return replacing.isEmpty ? cell : replacing[key(row, column)] ?? cell
  }

  /// Adds two values of one kind; used where the kinds are known to agree.
  func added(_ left: Value, _ right: Value) -> Value {
    let isProvisional = left.isProvisional || right.isProvisional
    switch (left.quantity, right.quantity) {
    case (let left?, let right?):
      let sum = left.with(
        trillionths: FixedPoint.clampedSum(left.trillionths, right.trillionths))
      return Value(kind: .quantity(sum), isProvisional: isProvisional)
    case (let one?, nil), (nil, let one?):
      return Value(kind: .quantity(one), isProvisional: isProvisional)
    case (nil, nil):
      let isZero = left.kind == .zero || right.kind == .zero
      return Value(kind: isZero ? .zero : .nothing, isProvisional: isProvisional)
    }
  }

  func negated(_ value: Value) -> Value {
    guard let quantity = value.quantity else { return value }
    return Value(
      kind: .quantity(quantity.with(trillionths: -quantity.trillionths)),
      isProvisional: value.isProvisional)
  }

  func cell(_ value: Value) -> Computed {
    guard FixedPoint.isWithinLimit(value.trillionths) else {
      reportTooLarge()
      return .failed
    }
    return Computed(
      cell: value.quantity.map(Cell.figure) ?? .blank, isProvisional: value.isProvisional)
  }
}
