/// `Evaluator+Arithmetic` for all draws at once.
extension PlanCompiler {
  func sum(
    _ terms: [Expression.Term], _ column: Int?, _ reading: Evaluator.Reading
  ) throws(KernelStop) -> Symbol {
    var sum = Symbol.nothing
    for term in terms {
      let value = try evaluate(term.expression, column, reading)
      sum = try combined(sum, term.isSubtracted ? -value : value)
    }
    return sum
  }

  func combined(_ left: Symbol, _ right: Symbol) throws(KernelStop) -> Symbol {
    if let first = left.quantity, let second = right.quantity, first.isMoney != second.isMoney {
      throw .fault("money and a number are added or compared")
    }
    return try added(left, right)
  }

  /// Adds two values of one kind.
  func added(_ left: Symbol, _ right: Symbol) throws(KernelStop) -> Symbol {
    var sum: Symbol
    switch (left.quantity, right.quantity) {
    case (let one?, let other?): sum = left.with(try graph.bounded(one.sum + other.sum))
    case (_?, nil): sum = left
    case (nil, _?): sum = right
    case (nil, nil): sum = Symbol(kind: left.isZero || right.isZero ? .zero : .nothing)
    }
    sum.isProvisional = left.isProvisional || right.isProvisional
    sum.mayBeNothing = !sum.isNothing && left.canBeNothing && right.canBeNothing
    sum.fault = either(left.fault, right.fault)
    return sum
  }

  func product(
    _ first: Expression, _ factors: [Expression.Factor], _ column: Int?,
    _ reading: Evaluator.Reading
  ) throws(KernelStop) -> Symbol {
    let parts = [first] + factors.map(\.expression)
    if reading != .printed {
      guard parts.count(where: { !$0.isConstant }) == 1,
        !factors.contains(where: { $0.isDivisor && !$0.expression.isConstant })
      else { throw .fault("a series is taken of what has none") }
    }
    var result = try evaluate(first, column, first.isConstant ? .printed : reading)
    for factor in factors {
      let value = try evaluate(
        factor.expression, column, factor.expression.isConstant ? .printed : reading)
      result = try factor.isDivisor ? divided(result, by: value) : multiplied(result, value)
    }
    return result
  }

  func multiplied(_ left: Symbol, _ right: Symbol) throws(KernelStop) -> Symbol {
    var result = Symbol(kind: left.isNothing || right.isNothing ? .nothing : .zero)
    if let (one, isMoney) = left.quantity, let (other, otherIsMoney) = right.quantity {
      if isMoney && otherIsMoney { throw .fault("money is multiplied by money") }
      result.kind = .quantity(try graph.product(one, other), isMoney: isMoney || otherIsMoney)
    }
    return finished(result, left, right)
  }

  private func divided(_ left: Symbol, by right: Symbol) throws(KernelStop) -> Symbol {
    if right.mayBeNothing { throw .unheld("a divisor is a figure in some draws only") }
    if right.isNothing, left.isNothing || right.isProvisional {
      return finished(.nothing, left, right)
    }
    if right.isNothing, left.mayBeNothing {
      throw .unheld("what is divided is a figure in some draws only")
    }
    let isNil = graph.test(right.sum, .equal)
    if isNil == NodeSum(1) { throw .fault("a figure is divided by nil") }
    var result = Symbol(kind: left.isNothing ? .nothing : .zero)
    if let (one, isMoney) = left.quantity, let (other, otherIsMoney) = right.quantity {
      if otherIsMoney && !isMoney { throw .fault("a number is divided by money") }
      result.kind = .quantity(
        try graph.quotient(one, other), isMoney: isMoney && !otherIsMoney)
    }
    result = finished(result, left, right)
    if !isNil.isConstant { result.fault = either(result.fault, isNil) }
    return result
  }

  /// What a product has from both of its factors beside its amount.
  private func finished(_ result: Symbol, _ left: Symbol, _ right: Symbol) -> Symbol {
    var result = result
    result.isProvisional = left.isProvisional || right.isProvisional
    result.mayBeNothing = !result.isNothing && (left.canBeNothing || right.canBeNothing)
    result.fault = either(left.fault, right.fault)
    return result
  }
}
