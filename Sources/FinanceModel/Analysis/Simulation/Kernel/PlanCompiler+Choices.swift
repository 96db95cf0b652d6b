/// `if` for all draws at once: both sides are compiled, and each draw takes its own.
extension PlanCompiler {
  func choice(
    _ condition: Condition, _ then: Expression, _ otherwise: Expression, _ column: Int?
  ) throws(KernelStop) -> Symbol {
    let left = try evaluate(condition.left, column, .printed)
    let right = try evaluate(condition.right, column, .printed)
    let difference = try combined(left, -right)
    let test = graph.test(difference.sum, condition.comparison)
    if test.isConstant {
      var value = try evaluate(test.constant != 0 ? then : otherwise, column, .printed)
      value.isProvisional = value.isProvisional || difference.isProvisional
      value.fault = either(value.fault, difference.fault)
      return value
    }
    var value = try chosen(try side(then, column), try side(otherwise, column), by: test)
    if difference.isProvisional { value.isProvisional = true }
    value.fault = either(value.fault, difference.fault)
    return value
  }

  /// A side of a choice; nil where it has no value in any draw that takes it.
  private func side(_ expression: Expression, _ column: Int?) throws(KernelStop) -> Symbol? {
    do throws(KernelStop) {
      return try evaluate(expression, column, .printed)
    } catch {
      guard case .fault = error else { throw error }
      return nil
    }
  }

  private func chosen(
    _ then: Symbol?, _ otherwise: Symbol?, by test: NodeSum
  ) throws(KernelStop) -> Symbol {
    guard let one = then ?? otherwise, let other = otherwise ?? then else {
      throw .fault("neither side of a choice has a value")
    }
    if one.isProvisional != other.isProvisional {
      throw .unheld("a figure is to be confirmed in some draws only")
    }
    var value = one
    switch (one.kind, other.kind) {
    case (.nothing, .nothing): break
    case (.quantity(let first, let isMoney), .quantity(let second, let otherIsMoney)):
      guard isMoney == otherIsMoney else {
        throw .unheld("a choice is between money and a number")
      }
      value = value.with(graph.choice(test, then: first, otherwise: second))
    case (.quantity(let first, let isMoney), _):
      let sum = graph.choice(test, then: first, otherwise: NodeSum(0))
      value.kind = .quantity(sum, isMoney: isMoney)
    case (_, .quantity(let second, let isMoney)):
      let sum = graph.choice(test, then: NodeSum(0), otherwise: second)
      value.kind = .quantity(sum, isMoney: isMoney)
    case (.zero, _), (_, .zero): value.kind = .zero
    }
    value.mayBeNothing =
      (one.canBeNothing || other.canBeNothing) && !(one.isNothing && other.isNothing)
    let always = NodeSum(1)
    let (first, second) = (
      then == nil ? always : one.fault, otherwise == nil ? always : other.fault
    )
    value.fault = nil
    if first != nil || second != nil {
      let fault = graph.choice(test, then: first ?? NodeSum(0), otherwise: second ?? NodeSum(0))
      value.fault = fault == NodeSum(0) ? nil : fault
    }
    return value
  }

  /// The draws of one fault or another.
  func either(_ left: NodeSum?, _ right: NodeSum?) -> NodeSum? {
    guard let left, let right else { return left ?? right }
    return left == right ? left : graph.larger(left, right)
  }
}
