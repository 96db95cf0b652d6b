/// Which typed rows each plain sum of a plan adds up, through the sums below it.
///
/// A plain sum is a formula of names, added or subtracted. Any other formula adds nothing here.
struct PlainTotals {
  private let index: PlanIndex
  /// For each row that is a plain sum, the positions of the typed rows in it.
  private(set) var lines: [Int: Set<Int>] = [:]
  /// The positions of all rows that are in one of them.
  private(set) var added: Set<Int> = []
  /// The rows that were tried, so that none is tried twice.
  private var tried: Set<Int> = []
  /// Those of the rows that subtract nothing and add at least two rows.
  private(set) var totals: Set<Int> = []

  init(_ index: PlanIndex) {
    self.index = index
    for row in index.plan.rows.indices {
      guard !isTyped(row), let found = collect(row) else { continue }
      added.formUnion(found)
      if found.count > 1, formula(row)?.expression.plainSum?.subtracts == false {
        totals.insert(row)
      }
    }
  }

  /// Whether a row is a line, or typed as a row of a table is.
  func isTyped(_ row: Int) -> Bool {
    index.plan.rows[row].line != nil || index.plan.rows[row].details?.isTyped ?? false
  }

  /// The sum that makes a row, or nil.
  func formula(_ row: Int) -> Formula? {
    index.plan.rows[row].formulas.first { $0.expression.plainSum != nil }
  }

  /// How deep sums of sums are followed.
  private static let deepest = 200
  private var depth = 0

  /// The typed rows under a row; nil where it is no plain sum of rows all the way down.
  private mutating func collect(_ row: Int) -> Set<Int>? {
    if isTyped(row) { return [row] }
    depth += 1
    defer { depth -= 1 }
    guard depth <= PlainTotals.deepest, tried.insert(row).inserted,
      let sum = formula(row)?.expression.plainSum
    else {
      return lines[row]
    }
    var found: Set<Int> = []
    for name in sum.names {
      switch index.target(name) {
      case .section(let id): found.formUnion(index.linesOfSection[id] ?? [])
      case .row(let row):
        guard let below = collect(row) else { return nil }
        found.formUnion(below)
      case .gap, .assumption, nil: return nil
      }
    }
    lines[row] = found
    return found
  }
}

extension Expression {
  /// The names of a sum or difference of names; nil for any other formula.
  fileprivate var plainSum: (names: [Identifier], subtracts: Bool)? {
    switch kind {
    case .name(let name): return ([name], false)
    case .negative(let inner): return inner.plainSum.map { ($0.names, true) }
    case .sum(let terms):
      return Expression.merged(terms.map { ($0.expression, $0.isSubtracted) })
    case .call(.sum, let values): return Expression.merged(values.map { ($0, false) })
    default: return nil
    }
  }

  private static func merged(
    _ parts: [(expression: Expression, isSubtracted: Bool)]
  ) -> (names: [Identifier], subtracts: Bool)? {
    var names: [Identifier] = []
    var subtracts = false
    for part in parts {
      guard let sum = part.expression.plainSum else { return nil }
      names += sum.names
      subtracts = subtracts || sum.subtracts || part.isSubtracted
    }
    return (names, subtracts)
  }
}
