/// Which rows are of one kind, whole amounts or changes, because sums tie them, and which kind it is.
///
/// Rows that are added up are of one kind. A running sum is of whole amounts, and what it adds up is of
/// changes; so are a row and its change on the year before.
struct RowKinds {
  private var roots: [Int]
  private var kinds: [Int: Set<Bool>] = [:]

  init(rows: [ImportedRow], made: [Int: MadeRow]) {
    roots = Array(rows.indices)
    for (row, how) in made {
      guard case .sum(let terms) = how else { continue }
      for term in terms { roots[root(term.row)] = root(row) }
    }
    roots = roots.indices.map(root)
    for (row, how) in made {
      switch how {
      case .running(let other): tell(row, isLevel: true, other)
      case .change(let other): tell(row, isLevel: false, other)
      case .previous, .sum: continue
      }
    }
  }

  private mutating func tell(_ row: Int, isLevel: Bool, _ other: Int) {
    kinds[root(row), default: []].insert(isLevel)
    kinds[root(other), default: []].insert(!isLevel)
  }

  /// One row for all that are tied.
  func root(_ row: Int) -> Int {
    var row = row
    while roots[row] != row { row = roots[row] }
    return row
  }

  func areTied(_ row: Int, _ other: Int) -> Bool { root(row) == root(other) }

  /// Nil where nothing says it, or two sums say two things.
  func isLevel(_ row: Int) -> Bool? {
    kinds[root(row)].flatMap { $0.count == 1 ? $0.first : nil }
  }
}
