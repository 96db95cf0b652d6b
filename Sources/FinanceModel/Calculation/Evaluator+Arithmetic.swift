extension Evaluator {
  func sum(
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

  func product(
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
    return rows == 1 && !factors.contains { $0.isDivisor && !$0.expression.isConstant }
  }

  func multiplied(
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
      Quantity(trillionths: trillionths, isMoney: isMoney)
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
}
