extension Evaluator {
  /// The value of an expression in a column, each name read as `reading`; no column for a claim.
  func evaluate(
    _ expression: Expression, _ column: Int?, _ reading: Reading
  ) throws(Diagnostics) -> Value {
    switch expression.kind {
    case .name(let name): return try reference(name, column, reading, at: expression.range)
    case .negative(let inner): return negated(try evaluate(inner, column, reading))
    case .sum(let terms): return try sum(terms, column, reading, at: expression.range)
    case .product(let first, let factors):
      return try product(first, factors, column, reading, at: expression.range)
    case .call(.sum, let values):
      let terms = values.map { Expression.Term(isSubtracted: false, expression: $0) }
      return try sum(terms, column, reading, at: expression.range)
    case .money(let money) where reading == .printed: return Value(.money(money))
    case .number(let number) where reading == .printed: return Value(.number(number))
    case .zero: return Value(kind: .zero)
    default:
      guard reading == .printed else {
        throw fault(
          .formulaSeries, "a series needs rows that only add and subtract", expression.range,
          "names, + and -", "annual, cumulative and level are taken of lines and their totals")
      }
      return try evaluateOther(expression, column)
    }
  }

  private func evaluateOther(
    _ expression: Expression, _ column: Int?
  ) throws(Diagnostics) -> Value {
    let range = expression.range
    switch expression.kind {
    case .call(let function, let values): return try call(function, values, column, at: range)
    case .choice(let condition, let then, let otherwise):
      let (holds, isProvisional) = try holds(condition, column)
      if isWaiting { return .nothing }
      var value = try evaluate(holds ? then : otherwise, column, .printed)
      value.isProvisional = value.isProvisional || isProvisional
      return value
    case .rounded(let inner, let places): return try rounded(inner, places, column)
    case .series(let series, let name): return try reference(name, column, .series(series), at: range)
    case .base(let name):
      guard let base = plan.years.baseColumn else {
        throw fault(.noPreviousYear, "the plan has no base year", range, "a plan with 'base-year'")
      }
      return try reference(name, base, .printed, at: range)
    case .previous(let inner, let other):
      guard let column else { throw needsYear(range) }
      if column > 0, column < plan.years.columnCount {
        let value = try evaluate(inner, column - 1, .printed)
        let isMissing = column == index.planColumns.lowerBound && value == .nothing
        if other == nil || !isMissing { return value }
      }
      if let other { return try evaluate(other, column, .printed) }
      throw fault(
        .noPreviousYear, "there is no year before \(plan.name(ofColumn: column))", range,
        "a base year, or a value for the first year: previous(x, 0)")
    case .total(let inner):
      var sum = Value.nothing
      for year in index.planColumns {
        sum = try combined(sum, try evaluate(inner, year, .printed), at: range)
      }
      return sum
    case .at(let inner, let named): return try evaluate(inner, index.column(named), .printed)
    default: return .nothing
    }
  }

  // MARK: Names

  private func reference(
    _ name: Identifier, _ column: Int?, _ reading: Reading, at range: SourceRange
  ) throws(Diagnostics) -> Value {
    guard let column else { throw needsYear(range) }
    guard let target = index.target(name) else {
      throw fault(.unknownName, "there is no row or assumption '\(name)'", range, "a known name")
    }
    if !holds(target, column) { throw needsColumn(name, target, at: range) }
    switch target {
    case .assumption(let position):
      guard reading == .printed else {
        throw fault(
          .formulaSeries, "'\(name)' is an assumption and has no series", range, "a line or total")
      }
      return try assumption(position, column, at: range)
    case .row(let row):
      if plan.rows[row].line != nil, case .series(let series) = reading {
        return try sound(line(row, series, column))
      }
      if reading == .printed { return try sound(printed(row, column)) }
    case .section, .gap: break
    }
    return try sound(series(SeriesCell(target: target, reading: reading, column: column)))
  }

  /// A cell's value. One that failed ends its reader too, with nothing more to report.
  func sound(_ computed: Computed) throws(Diagnostics) -> Value {
    if computed.isFailed { throw Diagnostics([]) }
    return Value(computed)
  }

  private func assumption(
    _ position: Int, _ column: Int, at range: SourceRange
  ) throws(Diagnostics) -> Value {
    let assumption = plan.assumptions[position]
    let value = assumption.values[column]
    if let quantity = value.cell.figure { return Value(quantity) }
    if !index.planColumns.contains(column) { return .nothing }
    throw Diagnostics(
      Diagnostic(
        .assumptionWithoutValue,
        "'\(assumption.id)' has no value in \(plan.years.columns[column])", at: range,
        label: "expected a value for that year", help: "add it, or do not use it in that year",
        notes: [Diagnostic.Note("the value is blank here", at: value.range)]))
  }

  // MARK: Arithmetic

  private func sum(
    _ terms: [Expression.Term], _ column: Int?, _ reading: Reading, at range: SourceRange
  ) throws(Diagnostics) -> Value {
    var sum = Value.nothing
    for term in terms {
      let value = try evaluate(term.expression, column, reading)
      sum = try combined(
        sum, term.isSubtracted ? negated(value) : value, at: term.expression.range)
    }
    return sum
  }

  func combined(
    _ left: Value, _ right: Value, at range: SourceRange
  ) throws(Diagnostics) -> Value {
    if let first = left.quantity, let second = right.quantity, first.isMoney != second.isMoney {
      throw fault(
        .formulaKind, "money and a number cannot be added or compared", range,
        first.isMoney ? "money" : "a number", "write an amount of money with its sign: £1.5m")
    }
    return try bounded(added(left, right), at: range)
  }

  func bounded(_ value: Value, at range: SourceRange) throws(Diagnostics) -> Value {
    guard FixedPoint.isWithinLimit(value.trillionths) else { throw tooLarge(at: range) }
    return value
  }

  private func product(
    _ first: Expression, _ factors: [Expression.Factor], _ column: Int?, _ reading: Reading,
    at range: SourceRange
  ) throws(Diagnostics) -> Value {
    if reading != .printed, !isScaling(first, factors) {
      throw fault(
        .formulaSeries, "a series needs rows that only add and subtract", range,
        "a row times a plain number at most")
    }
    var result = try evaluate(first, column, first.isConstant ? .printed : reading)
    for factor in factors {
      let value = try evaluate(
        factor.expression, column, factor.expression.isConstant ? .printed : reading)
      if isWaiting { continue }
      result = try multiplied(
        result, value, divides: factor.isDivisor, at: factor.expression.range)
    }
    return result
  }

  /// Whether a product is one row times plain numbers, which a series passes through.
  private func isScaling(_ first: Expression, _ factors: [Expression.Factor]) -> Bool {
    let rows = ([first] + factors.map(\.expression)).count { !$0.isConstant }
    return rows <= 1 && !factors.contains { $0.isDivisor && !$0.expression.isConstant }
  }

  private func multiplied(
    _ left: Value, _ right: Value, divides: Bool, at range: SourceRange
  ) throws(Diagnostics) -> Value {
    let isProvisional = left.isProvisional || right.isProvisional
    if divides {
      if right.kind == .nothing, left.kind == .nothing || right.isProvisional {
        return Value(kind: .nothing, isProvisional: isProvisional)
      }
      guard right.trillionths != 0 else {
        throw fault(
          .divisionByZero, "'\(range.text)' is nil, and nothing divides by nil", range,
          "a value other than nil", "give the nil case its own value with if(x = 0, ..., ...)")
      }
    } else if left.kind == .nothing || right.kind == .nothing {
      return Value(kind: .nothing, isProvisional: isProvisional)
    }
    guard let first = left.quantity, let second = right.quantity else {
      return Value(kind: left.kind == .nothing ? .nothing : .zero, isProvisional: isProvisional)
    }
    let isMoney = try kind(of: first, second, divides: divides, at: range)
    let trillionths =
      divides
      ? FixedPoint.quotient(first.trillionths, second.trillionths)
      : FixedPoint.product(first.trillionths, second.trillionths)
    guard let trillionths else { throw tooLarge(at: range) }
    let quantity: Quantity =
      isMoney ? .money(Money(trillionths: trillionths)) : .number(Rate(trillionths: trillionths))
    return Value(kind: .quantity(quantity), isProvisional: isProvisional)
  }

  /// Whether the product or quotient is money.
  private func kind(
    of left: Quantity, _ right: Quantity, divides: Bool, at range: SourceRange
  ) throws(Diagnostics) -> Bool {
    if left.isMoney && right.isMoney {
      if divides { return false }
      throw fault(
        .formulaKind, "money cannot be multiplied by money", range, "a number or a percentage")
    }
    if divides && right.isMoney {
      throw fault(.formulaKind, "a number cannot be divided by money", range, "a number")
    }
    return left.isMoney || right.isMoney
  }

  // MARK: Functions

  private func call(
    _ function: Expression.Function, _ values: [Expression], _ column: Int?, at range: SourceRange
  ) throws(Diagnostics) -> Value {
    var best: Value?
    var isProvisional = false
    for expression in values {
      let value = try evaluate(expression, column, .printed)
      isProvisional = isProvisional || value.isProvisional
      if isWaiting || value.kind == .nothing { continue }
      guard let current = best else {
        best = value
        continue
      }
      _ = try combined(current, value, at: expression.range)
      let isBetter =
        function == .max
        ? value.trillionths > current.trillionths : value.trillionths < current.trillionths
      best = Value(
        kind: isBetter || current.kind == .zero && value.trillionths == 0 ? value.kind : current.kind)
    }
    var value = best ?? .nothing
    if function == .abs, value.trillionths < 0 { value = negated(value) }
    value.isProvisional = isProvisional
    return value
  }

  private func rounded(
    _ inner: Expression, _ places: Int, _ column: Int?
  ) throws(Diagnostics) -> Value {
    var value = try evaluate(inner, column, .printed)
    guard let quantity = value.quantity else { return value }
    let unit: Unit = quantity.isMoney ? plan.unit : .number
    value.kind = .quantity(quantity.rounded(Rounding(decimals: places, unit: unit)))
    return value
  }

  /// Whether a comparison holds, and whether that is provisional.
  private func holds(
    _ condition: Condition, _ column: Int?
  ) throws(Diagnostics) -> (holds: Bool, isProvisional: Bool) {
    let left = try evaluate(condition.left, column, .printed)
    let right = try evaluate(condition.right, column, .printed)
    if isWaiting { return (false, false) }
    let value = try combined(left, negated(right), at: condition.right.range)
    let difference = value.trillionths
    let holds =
      switch condition.comparison {
      case .equal: difference == 0
      case .notEqual: difference != 0
      case .less: difference < 0
      case .lessOrEqual: difference <= 0
      case .greater: difference > 0
      case .greaterOrEqual: difference >= 0
      }
    return (holds, value.isProvisional)
  }

  // MARK: Faults

  func tooLarge(at range: SourceRange) -> Diagnostics {
    fault(
      .figureTooLarge, "the result is 1,000,000,000,000,000 or more", range, "a smaller figure",
      "check the units of what is multiplied")
  }

  /// Whether a name has a value in a column.
  private func holds(_ target: PlanIndex.Target, _ column: Int) -> Bool {
    if plan.tables.isEmpty { return true }
    if case .row(let row) = target { return index.holds(row, column) }
    return column < plan.years.columnCount
  }

  private func needsColumn(
    _ name: Identifier, _ target: PlanIndex.Target, at range: SourceRange
  ) -> Diagnostics {
    if case .row(let row) = target, let table = plan.rows[row].table {
      let column = plan.tables.first { $0.id == table }?.columns.first?.id.name ?? "column"
      return fault(
        .formulaYear, "'\(name)' is a row of the table '\(table)'", range,
        "its column, as in at(\(name), \(column))")
    }
    let year = plan.years.years.first?.description ?? "2017-18"
    return fault(
      .formulaYear, "'\(name)' has a figure for each year", range,
      "the year, as in at(\(name), \(year))")
  }

  private func needsYear(_ range: SourceRange) -> Diagnostics {
    fault(
      .formulaYear, "the formula does not say which year", range,
      "total(x) or at(x, \(plan.years.years.first?.description ?? "column"))")
  }

  private func fault(
    _ code: DiagnosticCode, _ message: String, _ range: SourceRange, _ expected: String,
    _ help: String? = nil
  ) -> Diagnostics {
    Diagnostics(Diagnostic(code, message, at: range, label: "expected \(expected)", help: help))
  }
}
