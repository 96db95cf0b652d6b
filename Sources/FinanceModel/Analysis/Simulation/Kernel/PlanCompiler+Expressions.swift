/// `Evaluator+Expressions` for all draws at once.
extension PlanCompiler {
  func evaluate(
    _ expression: Expression, _ column: Int?, _ reading: Evaluator.Reading
  ) throws(KernelStop) -> Symbol {
    switch expression.kind {
    case .name(let name): return try reference(name, column, reading)
    case .negative(let inner): return -(try evaluate(inner, column, reading))
    case .sum(let terms): return try sum(terms, column, reading)
    case .product(let first, let factors): return try product(first, factors, column, reading)
    case .call(.sum, let values):
      let terms = values.map { Expression.Term(isSubtracted: false, expression: $0) }
      return try sum(terms, column, reading)
    case .money(let money) where reading == .printed: return Symbol(.money(money))
    case .number(let number) where reading == .printed: return Symbol(.number(number))
    case .zero: return Symbol(kind: .zero)
    default:
      guard reading == .printed else { throw .fault("a series is taken of what has none") }
      return try evaluateOther(expression, column)
    }
  }

  private func evaluateOther(
    _ expression: Expression, _ column: Int?
  ) throws(KernelStop) -> Symbol {
    switch expression.kind {
    case .call(let function, let values): return try call(function, values, column)
    case .choice(let condition, let then, let otherwise):
      return try choice(condition, then, otherwise, column)
    case .rounded(let inner, let places):
      let value = try evaluate(inner, column, .printed)
      guard let (sum, isMoney) = value.quantity else { return value }
      let step = Rounding(decimals: places, unit: isMoney ? plan.unit : .number).step
      return value.with(try graph.rounded(sum, toMultipleOf: step))
    case .series(let series, let name): return try reference(name, column, .series(series))
    case .base(let name):
      guard let base = plan.years.baseColumn else { throw .fault("the plan has no base year") }
      return try reference(name, base, .printed)
    case .previous(let inner, let other): return try previous(inner, other, column)
    case .total(let inner):
      var sum = Symbol.nothing
      for year in index.planColumns {
        sum = try combined(sum, try evaluate(inner, year, .printed))
      }
      return sum
    case .at(let inner, let named): return try evaluate(inner, index.column(named), .printed)
    default: return .nothing
    }
  }

  private func previous(
    _ inner: Expression, _ other: Expression?, _ column: Int?
  ) throws(KernelStop) -> Symbol {
    guard let column else { throw .fault("a formula does not say which year") }
    if column > 0, column < plan.years.columnCount {
      let value = try evaluate(inner, column - 1, .printed)
      if column == index.planColumns.lowerBound, value.mayBeNothing, other != nil {
        throw .unheld("what is before the first year is a figure in some draws only")
      }
      let isMissing =
        column == index.planColumns.lowerBound && value.isNothing && !value.isProvisional
      if other == nil || !isMissing { return value }
    }
    if let other { return try evaluate(other, column, .printed) }
    throw .fault("there is no year before the first")
  }

  // MARK: Names

  private func reference(
    _ name: Identifier, _ column: Int?, _ reading: Evaluator.Reading
  ) throws(KernelStop) -> Symbol {
    guard let column else { throw .fault("a formula does not say which year") }
    guard let target = index.target(name), index.holds(target, column) else {
      throw .fault("a name has no figure there")
    }
    switch target {
    case .assumption(let position):
      guard reading == .printed else { throw .fault("an assumption has no series") }
      return try assumption(position, column)
    case .row(let row):
      if plan.rows[row].line != nil, case .series(let series) = reading {
        return try line(row, series, column)
      }
      if reading == .printed { return try printed(row, column) }
    case .section, .gap: break
    }
    return try series(Evaluator.SeriesCell(target: target, reading: reading, column: column))
  }

  private func assumption(_ position: Int, _ column: Int) throws(KernelStop) -> Symbol {
    let assumption = plan.assumptions[position]
    if let input = drawnValues[[position, column]] { return drawn(input) }
    if let quantity = assumption.values[column].cell.figure { return Symbol(quantity) }
    if !index.planColumns.contains(column) { return .nothing }
    throw .fault("'\(assumption.id)' has no value in a year in which it is used")
  }

  /// The value of an input.
  func drawn(_ input: Int) -> Symbol {
    let sum = graph.input(input, points[input])
    return Symbol(kind: .quantity(sum, isMoney: inputs[input].points[0].isMoney))
  }

  // MARK: Functions

  private func call(
    _ function: Expression.Function, _ values: [Expression], _ column: Int?
  ) throws(KernelStop) -> Symbol {
    var best: Symbol?
    var isProvisional = false
    var fault: NodeSum?
    for expression in values {
      let value = try evaluate(expression, column, .printed)
      isProvisional = isProvisional || value.isProvisional
      fault = either(fault, value.fault)
      if value.isNothing { continue }
      if value.mayBeNothing, values.count > 1 {
        throw .unheld("min or max takes what is a figure in some draws only")
      }
      guard let current = best else {
        best = value
        continue
      }
      _ = try combined(current, value)
      best = better(function, current, value)
    }
    var value = best ?? .nothing
    if function == .abs { value = value.with(graph.magnitude(value.sum)) }
    value.isProvisional = isProvisional
    value.fault = fault
    return value
  }

  /// The smaller or larger of two; a bare 0 beside a figure is one of its kind.
  private func better(
    _ function: Expression.Function, _ left: Symbol, _ right: Symbol
  ) -> Symbol {
    guard let isMoney = (left.quantity ?? right.quantity)?.isMoney else { return left }
    let sum =
      function == .max
      ? graph.larger(left.sum, right.sum) : graph.smaller(left.sum, right.sum)
    return Symbol(kind: .quantity(sum, isMoney: isMoney))
  }
}
