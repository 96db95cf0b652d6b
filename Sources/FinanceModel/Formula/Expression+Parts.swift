extension Expression {
  /// The expressions directly inside it, in order.
  var parts: [Expression] {
    switch kind {
    case .money, .number, .zero, .name, .series, .base: []
    case .negative(let inner), .rounded(let inner, _), .total(let inner), .at(let inner, _): [inner]
    case .sum(let terms): terms.map(\.expression)
    case .product(let first, let factors): [first] + factors.map(\.expression)
    case .call(_, let values): values
    case .choice(let condition, let then, let otherwise):
      [condition.left, condition.right, then, otherwise]
    case .previous(let inner, let other): [inner] + (other.map { [$0] } ?? [])
    }
  }

  /// The name that it is, or that it takes a series or the base-year figure of.
  var name: Identifier? {
    switch kind {
    case .name(let name), .series(_, let name), .base(let name): name
    default: nil
    }
  }

  /// Whether it reads a figure without saying of which year.
  var needsYear: Bool {
    switch kind {
    case .total, .at, .base: false
    case .name, .series, .previous: true
    default: parts.contains(where: \.needsYear)
    }
  }

  /// Whether it is a plain number, the same in every year.
  var isConstant: Bool {
    switch kind {
    case .number, .zero: true
    case .negative(let inner): inner.isConstant
    default: false
    }
  }

  /// The last number in it that has no sign of what it counts, as it was typed: `54`, never `3%`.
  var lastBareNumber: String? {
    if case .number = kind {
      let isBare = range.text.utf8.allSatisfy { Byte.isDigit($0) || $0 == Byte.dot }
      return isBare ? range.text : nil
    }
    return parts.reversed().lazy.compactMap(\.lastBareNumber).first
  }

  /// Every name in it.
  var names: Set<Identifier> {
    parts.reduce(into: name.map { [$0] } ?? []) { $0.formUnion($1.names) }
  }
}

extension Condition {
  /// Whether it reads a figure without saying of which year.
  var needsYear: Bool { left.needsYear || right.needsYear }
}
