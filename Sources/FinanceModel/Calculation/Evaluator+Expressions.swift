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
    case .series(let series, let name):
      return try reference(name, column, .series(series), at: range)
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
        kind: isBetter || current.kind == .zero && value.trillionths == 0
          ? value.kind : current.kind)
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
  func holds(
    _ condition: Condition, _ column: Int?
  ) throws(Diagnostics) -> (holds: Bool, isProvisional: Bool) {
    let left = try evaluate(condition.left, column, .printed)
    let right = try evaluate(condition.right, column, .printed)
    if isWaiting { return (false, false) }
    let value = try combined(left, negated(right), at: condition.right.range)
    return (condition.comparison.holds(value.trillionths), value.isProvisional)
  }

  // MARK: Faults

  func tooLarge(at range: SourceRange) -> Diagnostics {
    fault(
      .figureTooLarge, "the result is 1,000,000,000,000,000 or more", range, "a smaller figure",
      "check the units of what is multiplied")
  }

  func needsYear(_ range: SourceRange) -> Diagnostics {
    fault(
      .formulaYear, "the formula does not say which year", range,
      "total(x) or at(x, \(plan.years.years.first?.description ?? "column"))")
  }

  func fault(
    _ code: DiagnosticCode, _ message: String, _ range: SourceRange, _ expected: String,
    _ help: String? = nil
  ) -> Diagnostics {
    Diagnostics(Diagnostic(code, message, at: range, label: "expected \(expected)", help: help))
  }
}
