extension Expression {
  /// The expression with other parts in place of those for which `other` gives one.
  func replacing(_ other: (Expression) -> Kind?) -> Expression {
    if let kind = other(self) { return Expression(kind: kind, range: range) }
    func moved(_ expression: Expression) -> Expression { expression.replacing(other) }
    let kind: Kind =
      switch self.kind {
      case .money, .number, .zero, .name, .series, .base: self.kind
      case .negative(let inner): .negative(moved(inner))
      case .rounded(let inner, let places): .rounded(moved(inner), places: places)
      case .total(let inner): .total(moved(inner))
      case .at(let inner, let column): .at(moved(inner), column)
      case .sum(let terms):
        .sum(terms.map { Term(isSubtracted: $0.isSubtracted, expression: moved($0.expression)) })
      case .product(let first, let factors):
        .product(
          moved(first),
          factors.map { Factor(isDivisor: $0.isDivisor, expression: moved($0.expression)) })
      case .call(let function, let values): .call(function, values.map(moved))
      case .choice(let condition, let then, let otherwise):
        .choice(
          Condition(
            left: moved(condition.left), comparison: condition.comparison,
            right: moved(condition.right)), then: moved(then), otherwise: moved(otherwise))
      case .previous(let inner, let fallback):
        .previous(moved(inner), default: fallback.map(moved))
      }
    return Expression(kind: kind, range: range)
  }

  /// The years that it names.
  var namedYears: Set<FinancialYear> {
    var years = parts.reduce(into: Set<FinancialYear>()) { $0.formUnion($1.namedYears) }
    if case .at(_, .year(let year)) = kind { years.insert(year) }
    return years
  }
}
