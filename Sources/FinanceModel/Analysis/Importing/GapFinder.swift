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
    var effects: [Int: Int]
    /// Whether the table prints a gap negative, as a deficit in brackets.
    let isTurned: Bool
    /// Whether the sign of it is to be asked about.
    let isUnsure: Bool
    /// Whether it is what council tax is to bring, which is a gap until council tax is counted.
    var isRequirement = false
    /// Whether lines of council tax, which no sum takes from it, are among its effects.
    var isPaid = false
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
    let requirements = named.isEmpty ? candidates.filter(isRequirement) : []
    let likely = !named.isEmpty ? named : requirements.isEmpty ? mixed : requirements
    let sized = likely.map { (row: $0, count: leaves(of: $0).count) }
    let chosen = sized.max { ($0.count, $1.row) < ($1.count, $0.row) }?.row
    guard let chosen else { return nil }
    let signs = leaves(of: chosen)
    let sign = GapSign(self, of: chosen, leaves: signs)
    var found = Found(
      row: chosen, effects: signs.mapValues { sign.isTurned ? -$0 : $0 }, isTurned: sign.isTurned,
      isUnsure: sign.isUnsure)
    if requirements.isEmpty { return found }
    let payers = payers(of: chosen, besides: signs)
    // What is to be raised is printed as it is, whatever single lines are called.
    if found.isTurned == (sum(chosen) > 0) {
      found = Found(
        row: chosen, effects: found.effects.mapValues { -$0 }, isTurned: !found.isTurned,
        isUnsure: false)
    }
    found.isRequirement = true
    found.isPaid = !payers.isEmpty
    for row in payers { found.effects[row] = sum(row) > 0 ? -1 : 1 }
    return found
  }

  /// Whether a row is what is left for council tax to bring, after grants that are taken off spending.
  private func isRequirement(_ row: Int) -> Bool {
    guard ImportWords.holds(rows[row].title, ImportWords.requirement) else { return false }
    // Of boroughs and parishes it is a sum, and nothing is left.
    return leaves(of: row).contains { leaf, sign in
      [.funding, .income, .saving].contains(RoleFinder.role(of: rows[leaf].title))
        && sum(leaf).signum() * Int128(sign) * sum(row).signum() < 0
    }
  }

  /// The lines of council tax beside the requirement that are about as large as it.
  private func payers(of requirement: Int, besides leaves: [Int: Int]) -> [Int] {
    let most = sum(requirement).magnitude
    return rows.indices.filter { row in
      rows[row].kind == .line && made[row] == nil && leaves[row] == nil
        && rows[row].unit == rows[requirement].unit
        && RoleFinder.role(of: rows[row].title) == .funding
        && ImportWords.holds(rows[row].title, ["council tax", "precept", "ctax"])
        && sum(row).magnitude * 2 > most && sum(row).magnitude < most * 2
    }
  }

  private func sum(_ row: Int) -> Int128 {
    rows[row].cells[historyCount...].prefix(yearCount).sum
  }

  func isNamed(_ row: Int) -> Bool { ImportWords.holds(rows[row].title, ImportWords.gap) }

  /// The opening rows from which the gap is made, through other rows; all of them where there is none.
  ///
  /// A reserve that is brought forward beside the gap is not among them.
  func rolls() -> Set<Int> {
    let openings = Set(made.keys.filter { if case .previous = made[$0] { true } else { false } })
    guard let gap = gap() else { return openings.filter { !isBalance($0) } }
    return openings.intersection(made.stages(of: gap.row))
  }

  /// Whether an opening is that of a balance of reserves, by its title or the heading above it.
  private func isBalance(_ opening: Int) -> Bool {
    let words = ["balance"] + ImportWords.reserves
    let heading = rows[..<opening].last { $0.kind == .heading || $0.kind == .line }
      .flatMap { $0.kind == .heading ? $0 : nil }
    return ImportWords.holds(rows[opening].title, words)
      || heading.map { ImportWords.holds($0.title, words) } ?? false
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

  /// What lowers the gap after another that is called the gap before savings: those savings.
  ///
  /// A line that speaks of reserves, funding or income is what it says.
  func after(savings gap: Found) -> [Int] {
    let before = made.keys.sorted().last { row in
      row < gap.row && isNamed(row)
        && ImportWords.holds(rows[row].title, ["before savings", "before efficienc"])
    }
    guard let counted = before.map(leaves)?.keys, gap.effects.keys.contains(where: counted.contains)
    else { return [] }
    return gap.effects.compactMap { row, effect in
      let role = RoleFinder.role(of: rows[row].title)
      let isOther = role.map { [.reserves, .funding, .income].contains($0) } ?? false
      return counted.contains(row) || isOther || Int(sum(row).signum()) * effect >= 0 ? nil : row
    }
  }

  /// A total outside the gap that is the same as it in every year, its sign turned or not.
  func mirrors(of gap: Found) -> [Int] {
    made.keys.sorted().filter { row in
      guard !gap.isRequirement, row != gap.row, case .sum(let terms) = made[row],
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
