extension Expression {
  /// The expression of a table's column for one row: each name of a column is the row's cell in it.
  func inRow(_ row: Identifier, columns: Set<Identifier>) -> Expression {
    func moved(_ expression: Expression) -> Expression {
      expression.inRow(row, columns: columns)
    }
    let kind: Kind =
      switch self.kind {
      case .name(let name) where columns.contains(name):
        .at(Expression(kind: .name(row), range: range), .named(name))
      case .money, .number, .zero, .name, .series, .base, .at: self.kind
      case .negative(let inner): .negative(moved(inner))
      case .rounded(let inner, let places): .rounded(moved(inner), places: places)
      case .total(let inner): .total(moved(inner))
      case .sum(let terms):
        .sum(
          terms.map { Term(isSubtracted: $0.isSubtracted, expression: moved($0.expression)) })
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
      case .previous(let inner, let other):
        .previous(moved(inner), default: other.map(moved))
      }
    return Expression(kind: kind, range: range)
  }
}
