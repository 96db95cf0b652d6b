/// Which lines are whole amounts, and which are what each year adds.
///
/// Most follow the table. A cumulative row and the row that it adds up tie the two kinds together: what
/// is added to a cumulative gap is a whole amount though the table is of changes, and the other way
/// round.
struct LineBases {
  /// The basis of the lines that nothing parts from the others.
  let basis: Basis
  /// Lines that are changes in a table of whole amounts.
  private(set) var changes: Set<Int>
  /// Lines that are whole amounts in a table of changes.
  private(set) var levels: Set<Int> = []

  /// `rolling` are the lines that a closing total adds to its opening: changes, whatever the others are.
  init(basis: Basis, rolling: Set<Int>) {
    self.basis = basis
    changes = rolling
  }

  func isLevel(_ row: Int) -> Bool {
    basis == .level ? !changes.contains(row) : levels.contains(row)
  }

  /// Takes a line for what most others are not.
  mutating func part(_ row: Int) {
    if basis == .level { changes.insert(row) } else { levels.insert(row) }
  }
}
