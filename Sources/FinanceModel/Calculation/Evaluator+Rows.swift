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
  private func base(_ row: Int) -> Computed {
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

  // MARK: Computing a row's own figure

  /// The entry of a row, computed, adjusted and rounded.
  func computeOwn(_ row: Int, _ column: Int) -> Computed {
    guard let details = plan.rows[row].details else { return .blank }
    return reporting(column: column) { () throws(Diagnostics) in
      var result = try entry(details, column)
      for adjustment in plan.rows[row].adjustments(in: column) {
        result = try adjusted(result, adjustment, details, column)
      }
      return result
    }
  }

  /// A cell before its adjustments, and after each of them.
  func steps(_ row: Int, _ column: Int) -> [Computed] {
    guard let details = plan.rows[row].details else { return [] }
    var steps = [reporting(column: column) { () throws(Diagnostics) in try entry(details, column) }]
    for adjustment in plan.rows[row].adjustments(in: column) {
      let before = steps[steps.count - 1]
      steps.append(
        reporting(column: column) { () throws(Diagnostics) in
          try adjusted(before, adjustment, details, column)
        })
    }
    return steps
  }

  /// The entry of a row as it was typed, or as its formula gives it.
  private func entry(_ details: RowDetails, _ column: Int) throws(Diagnostics) -> Computed {
    switch details.entries[column] {
    case .typed(let cell, _): return .typed(cell)
    case .blank: return .blank
    case .formula(let formula):
      let value = try evaluate(formula.expression, column, .printed)
      return try fitted(value, details, column, formula)
    }
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
              ? "leave out the row's 'unit'" : "give the row its 'unit': % or number"))
      }
      computed.cell = .figure(details.rounding(column).map(quantity.rounded) ?? quantity)
    }
    return computed
  }

  private func adjusted(
    _ computed: Computed, _ adjustment: Adjustment, _ details: RowDetails, _ column: Int
  ) throws(Diagnostics) -> Computed {
    switch adjustment.operation {
    case .set(let cells):
      return cells[column].map { onGrid(.typed($0), details) } ?? computed
    case .add(let amounts):
      guard let amount = amounts[column] else { return computed }
      let sum = added(Value(computed), Value(amount))
      return onGrid(cell(try bounded(sum, at: adjustment.range)), details)
    case .scale(let rate): return try scaled(computed, by: rate, adjustment, details)
    case .deliver(let formula):
      let share = try evaluate(formula.expression, column, .printed)
      guard case .number(let rate)? = share.quantity else {
        if share.kind == .zero { return try scaled(computed, by: .zero, adjustment, details) }
        throw Diagnostics(
          Diagnostic(
            .formulaKind, "the share delivered is not a number", at: formula.range,
            label: "expected a percentage"))
      }
      return try scaled(computed, by: rate, adjustment, details)
    }
  }

  private func scaled(
    _ computed: Computed, by rate: Rate, _ adjustment: Adjustment, _ details: RowDetails
  ) throws(Diagnostics) -> Computed {
    guard let quantity = computed.cell.figure else { return computed }
    guard let product = FixedPoint.product(quantity.trillionths, rate.trillionths) else {
      throw tooLarge(at: adjustment.range)
    }
    return onGrid(
      Computed(
        cell: .figure(quantity.with(trillionths: product)),
        isProvisional: computed.isProvisional), details)
  }

  /// A cell rounded to its row's last printed place, where the row rounds.
  private func onGrid(_ computed: Computed, _ details: RowDetails) -> Computed {
    guard let quantity = computed.cell.figure, let rounding = details.rounding else {
      return computed
    }
    return Computed(
      cell: .figure(quantity.rounded(rounding)), isProvisional: computed.isProvisional)
  }
}
