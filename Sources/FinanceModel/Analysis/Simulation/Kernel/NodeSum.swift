/// A figure as the kernel knows it: a constant and nodes times factors, in trillionths.
///
/// Sums of figures are sums of these, so that totals cost nothing until a draw needs them, and what
/// is added and taken away again leaves no trace.
struct NodeSum: Hashable, Sendable {
  /// A node, and how many trillionths each of its units is.
  struct Term: Hashable, Sendable {
    let node: Int
    private let stored: Trillionths

    init(node: Int, factor: Int128) {
      self.node = node
      stored = Trillionths(factor)
    }

    var factor: Int128 { stored.value }
  }

  /// In two words, as it lies in enums: see `Trillionths`.
  private var stored: Trillionths
  /// Ascending by node, each once, no factor nil.
  private(set) var terms: [Term] = []

  var constant: Int128 {
    get { stored.value }
    set { stored = Trillionths(newValue) }
  }

  init(_ constant: Int128) {
    stored = Trillionths(constant)
  }

  init(node: Int, unit: Int128) {
    stored = Trillionths(0)
    terms = [Term(node: node, factor: unit)]
  }

  var isConstant: Bool { terms.isEmpty }

  static prefix func - (sum: NodeSum) -> NodeSum {
    sum.map { -$0 }
  }

  static func + (left: NodeSum, right: NodeSum) -> NodeSum {
    if right.terms.isEmpty || left.terms.isEmpty {
      var sum = right.terms.isEmpty ? left : right
      sum.constant = left.constant + right.constant
      return sum
    }
    var sum = NodeSum(left.constant + right.constant)
    sum.terms.reserveCapacity(left.terms.count + right.terms.count)
    var (one, other) = (left.terms[...], right.terms[...])
    while let first = one.first, let second = other.first {
      if first.node < second.node {
        sum.terms.append(one.removeFirst())
      } else if first.node > second.node {
        sum.terms.append(other.removeFirst())
      } else {
        let factor = first.factor + second.factor
        if factor != 0 { sum.terms.append(Term(node: first.node, factor: factor)) }
        one.removeFirst()
        other.removeFirst()
      }
    }
    sum.terms += one
    sum.terms += other
    return sum
  }

  /// Many figures added at once.
  static func total(_ sums: some Sequence<NodeSum>) -> NodeSum {
    var factors: [Int: Int128] = [:]
    var constant: Int128 = 0
    for sum in sums {
      constant += sum.constant
      for term in sum.terms { factors[term.node, default: 0] += term.factor }
    }
    var total = NodeSum(constant)
    total.terms = factors.filter { $0.value != 0 }.map { Term(node: $0.key, factor: $0.value) }
      .sorted { $0.node < $1.node }
    return total
  }

  /// The same nodes, each number transformed; one that becomes nil is left out.
  func map(_ transform: (Int128) -> Int128) -> NodeSum {
    var sum = NodeSum(transform(constant))
    sum.terms = terms.compactMap { term in
      let factor = transform(term.factor)
      return factor == 0 ? nil : Term(node: term.node, factor: factor)
    }
    return sum
  }

  func allNumbers(_ condition: (Int128) -> Bool) -> Bool {
    condition(constant) && terms.allSatisfy { condition($0.factor) }
  }

  /// The largest power of ten that every number of it is a multiple of; one for nil.
  var unit: Int128 { NodeSum.unit(of: [self]) }

  /// The largest power of ten that every number in some figures is a multiple of.
  static func unit(of sums: [NodeSum]) -> Int128 {
    var unit: Int128 = 0
    for sum in sums {
      for number in [sum.constant] + sum.terms.map(\.factor) where number != 0 {
        let own = decimalUnit(of: number)
        unit = unit == 0 ? own : min(unit, own)
      }
    }
    return max(unit, 1)
  }

  private static func decimalUnit(of number: Int128) -> Int128 {
    var unit: Int128 = 1
    var rest = number
    while rest % 10 == 0 {
      rest /= 10
      unit *= 10
    }
    return unit
  }
}
