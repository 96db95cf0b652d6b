/// Finds the row that is the gap, and with what sign each line enters it.
struct GapFinder {
  let rows: [ImportedRow]
  let made: [Int: MadeRow]
  let isLevel: Bool
  let historyCount: Int
  let yearCount: Int
  /// Whether the table lists savings and nothing else.
  var isSavings = false

  /// The most rows that are tried as the gap, the last ones of the table.
  private static let mostCandidates = 100

  struct Found {
    /// The row that is what is left to find.
    let row: Int
    /// For each line in it, 1 where its figures add to the gap as printed and -1 where they lower it.
    let effects: [Int: Int]
    /// Whether the table prints a gap negative, as a deficit in brackets.
    let isTurned: Bool
    /// Whether the sign of it is to be asked about.
    let isUnsure: Bool
  }

  /// Nil where no row is a gap.
  func gap() -> Found? {
    let candidates = made.keys.sorted().filter { row in
      if case .sum(let terms) = made[row] { return terms.count > 1 || isNamed(row) }
      return false
    }
    let named = Array(candidates.filter(isNamed).suffix(GapFinder.mostCandidates))
    let mixed = candidates.suffix(GapFinder.mostCandidates).filter { row in
      // A total of savings is one, whatever single lines are called.
      guard !isSavings, RoleFinder.role(of: rows[row].title) == nil else { return false }
      let roles = Set(leaves(of: row).keys.compactMap { RoleFinder.role(of: rows[$0].title) })
      return roles.contains(.funding)
        && (roles.contains(.pressure) || roles.contains(.cost) || roles.contains(.saving))
    }
    let sized = (named.isEmpty ? mixed : named).map { (row: $0, count: leaves(of: $0).count) }
    let chosen = sized.max { ($0.count, $1.row) < ($1.count, $0.row) }?.row
    guard let chosen else { return nil }
    let signs = leaves(of: chosen)
    let sign = GapSign(self, of: chosen, leaves: signs)
    return Found(
      row: chosen, effects: signs.mapValues { sign.isTurned ? -$0 : $0 }, isTurned: sign.isTurned,
      isUnsure: sign.isUnsure)
  }

  func isNamed(_ row: Int) -> Bool { ImportWords.holds(rows[row].title, ImportWords.gap) }

  /// The opening rows from which the gap is made, through other rows; all of them where there is none.
  ///
  /// A reserve that is brought forward beside the gap is not among them.
  func rolls() -> Set<Int> {
    let openings = Set(made.keys.filter { if case .previous = made[$0] { true } else { false } })
    guard let gap = gap() else { return openings }
    return openings.intersection(made.stages(of: gap.row))
  }

  /// The lines that a row is made of, each with its sign.
  func leaves(of row: Int) -> [Int: Int] {
    var leaves: [Int: Int] = [:]
    var open: [(row: Int, sign: Int)] = [(row, 1)]
    var steps = 0
    while let next = open.popLast(), steps < 100_000 {
      steps += 1
      guard case .sum(let terms) = made[next.row] else {
        if made[next.row] == nil { leaves[next.row] = next.sign }
        continue
      }
      open += terms.map { ($0.row, $0.isNegative ? -next.sign : next.sign) }
    }
    return leaves
  }

  /// A total outside the gap that is the same as it in every year, its sign turned or not.
  func mirrors(of gap: Found) -> [Int] {
    made.keys.sorted().filter { row in
      guard row != gap.row, case .sum(let terms) = made[row],
        !terms.contains(where: { $0.row == gap.row })
      else { return false }
      let years = historyCount..<(historyCount + yearCount)
      let pairs = years.map { (rows[row].cells[$0].figure, rows[gap.row].cells[$0].figure) }
      guard pairs.contains(where: { ($0.0 ?? 0) != 0 }),
        pairs.allSatisfy({ ($0.0 ?? 0) == -($0.1 ?? 0) })
          || pairs.allSatisfy({ ($0.0 ?? 0) == ($0.1 ?? 0) })
      else { return false }
      return Set(leaves(of: row).keys).isDisjoint(with: gap.effects.keys)
    }
  }
}
