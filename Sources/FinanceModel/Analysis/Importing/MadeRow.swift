/// How a table makes a row from others.
enum MadeRow: Hashable {
  /// Rows added up, some of them taken away.
  case sum([Term])
  /// What another row was the year before: an opening balance.
  case previous(Int)
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
    case .previous(let row), .change(let row), .running(let row):
      [Term(row: row, isNegative: false)]
    }
  }
}
