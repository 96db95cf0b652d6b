/// How a table makes a row from others.
enum MadeRow: Hashable {
  /// Rows added up, some of them taken away.
  case sum([Term])
  /// What another row was the year before, its sign turned or not: an opening balance.
  case previous(Term)
  /// What another row adds to the year before.
  case change(Int)
  /// The running sum of another row.
  case running(Int)

  struct Term: Hashable {
    /// Its position among the rows of the table.
    let row: Int
    let isNegative: Bool
  }

  var terms: [Term] {
    switch self {
    case .sum(let terms): terms
    case .previous(let term): [term]
    case .change(let row), .running(let row):
      [Term(row: row, isNegative: false)]
    }
  }

  /// Whether another row is one of those that it adds up.
  func isSum(with row: Int) -> Bool {
    guard case .sum(let terms) = self else { return false }
    return terms.contains { $0.row == row }
  }
}

extension [Int: MadeRow] {
  /// A row and all rows that it is made from, through others.
  func stages(of row: Int) -> Set<Int> {
    var seen: Set<Int> = []
    var open = [row]
    while let next = open.popLast() {
      if seen.insert(next).inserted { open += self[next]?.terms.map(\.row) ?? [] }
    }
    return seen
  }
}
