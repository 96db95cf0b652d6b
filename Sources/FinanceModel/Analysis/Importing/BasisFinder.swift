/// Finds whether a table prints whole amounts or what each year adds to the year before.
struct BasisFinder {
  let rows: [ImportedRow]
  let layout: TableLayout
  let made: [Int: MadeRow]
  /// The openings that a budget starts from, and no reserve.
  let rolls: Set<Int>
  /// All texts above the table and over its columns.
  let words: String
  /// The row of the gap; nil where none was found.
  let gap: Int?
  /// Whether the gap is more than half of all that adds to it.
  let isGapMost: Bool

  /// The basis, and why; `isSure` where more than one sign says so.
  func basis() -> (basis: Basis, reason: String, isSure: Bool) {
    var votes: [(isLevel: Bool, weight: Int, reason: String)] = []
    if layout.totalColumn != nil {
      votes.append((false, 4, "the table adds the years up"))
    }
    for (row, how) in made.sorted(by: { $0.key < $1.key }) {
      switch how {
      case .change(let other):
        votes.append((true, 4, "'\(rows[row].title)' is what '\(rows[other].title)' adds"))
      case .running(let other):
        votes.append((false, 6, "'\(rows[row].title)' adds up '\(rows[other].title)'"))
      case .previous(let closing):
        if rolls.contains(row) {
          votes.append((true, 6, "'\(rows[row].title)' starts from '\(rows[closing.row].title)'"))
        }
      case .sum(let terms):
        // One that goes on from a gap brought forward says nothing of lines.
        if ImportWords.holds(rows[row].title, ["cumulative"]),
          ImportWords.holds(rows[row].title, ImportWords.gap),
          !terms.contains(where: { if case .previous? = made[$0.row] { true } else { false } })
        {
          votes.append((true, 6, "'\(rows[row].title)' is made of them"))
        }
        // Of two gaps one may be the change of the other, which was heard above.
        if ImportWords.holds(rows[row].title, ["in-year", "in year", "annual"]),
          ImportWords.holds(rows[row].title, ImportWords.gap)
        {
          votes.append((false, 4, "'\(rows[row].title)' is made of them"))
        }
      }
    }
    if ImportWords.holds(words, ["cumulative"]),
      ImportWords.holds(words, ImportWords.gap + ImportWords.saving),
      !ImportWords.holds(words, ["annual", "in year", "in-year"])
    {
      votes.append((true, 4, "the words above the table say so"))
    }
    let measures = [
      "inflation", "pay award", "pressure", "growth", "demand", "saving", "efficienc",
    ]
    let named = lines.count { ImportWords.holds($0.title, measures) }
    if named * 2 > lines.count,
      !lines.contains(where: { ImportWords.holds($0.title, ImportWords.level) })
    {
      votes.append((false, 4, "most lines are pressures and savings"))
    }
    let totals = rows.indices.filter { made[$0] != nil }.map { rows[$0].title }
    if totals.contains(where: { ImportWords.holds($0, ["pressures", "growth", "savings"]) }),
      !rows.contains(where: { ImportWords.holds($0.title, ImportWords.level) })
    {
      votes.append((false, 2, "totals are of pressures or savings"))
    }
    if let vote = spendingVote() { votes.append(vote) }
    if let vote = baseVote() { votes.append(vote) }
    if let vote = smoothVote() { votes.append(vote) }
    if let vote = growthVote() {
      votes.append(vote)
    } else if isGapMost {
      votes.append((false, 3, "the gap is more than half of what adds to it"))
    }
    let titles = rows.map(\.title) + [words]
    let levels = titles.count { ImportWords.holds($0, ImportWords.level) }
    let changes = titles.count { ImportWords.holds($0, ImportWords.change) }
    if levels > changes { votes.append((true, 2, "titles speak of budgets and forecasts")) }
    if changes > levels { votes.append((false, 2, "titles speak of changes and growth")) }
    let sum = votes.reduce(0) { $0 + ($1.isLevel ? $1.weight : -$1.weight) }
    let reasons = votes.filter { $0.isLevel == (sum > 0) }.map(\.reason).prefix(2)
    let isContradicted = votes.contains { $0.isLevel != (sum > 0) }
    return (
      sum > 0 ? .level : .recurring,
      reasons.isEmpty ? "nothing in the table says" : reasons.joined(separator: ", and "),
      abs(sum) >= (isContradicted ? 8 : 4)
    )
  }

  private var lines: [ImportedRow] {
    rows.indices.filter { made[$0] == nil && rows[$0].kind == .line && rows[$0].unit.isMoney }
      .map { rows[$0] }
  }

  /// Whether a row of the gap is called what is spent, stays near the year before and is far larger than
  /// the gap, as no year's change is.
  private func spendingVote() -> (isLevel: Bool, weight: Int, reason: String)? {
    guard let gap else { return nil }
    let left = layout.years(of: rows[gap]).map { ($0.figure ?? 0).magnitude }
    let row = made.stages(of: gap).sorted().first { row in
      let title = rows[row].title
      guard row != gap, ImportWords.holds(title, ImportWords.spending),
        !ImportWords.holds(title, ImportWords.gap + ImportWords.change + ImportWords.saving)
      else { return false }
      let sizes = layout.years(of: rows[row]).map { ($0.figure ?? 0).magnitude }
      return zip(sizes, left).allSatisfy { $0 > $1 * 5 }
        && zip(sizes, sizes.dropFirst()).allSatisfy { $1 * 10 > $0 * 7 && $1 * 10 < $0 * 15 }
    }
    return row.map { (true, 6, "'\(rows[$0].title)' is far more than '\(rows[gap].title)'") }
  }

  /// Whether lines go on from the base year's amount, or are far from it.
  private func baseVote() -> (isLevel: Bool, weight: Int, reason: String)? {
    guard !layout.history.isEmpty else { return nil }
    var near = 0
    var far = 0
    for line in rows where line.kind == .line && line.unit.isMoney {
      guard let base = line.cells[layout.history.count - 1].figure, base != 0,
        let first = line.cells[layout.history.count].figure, first != 0
      else { continue }
      if base.signum() == first.signum(), first.magnitude * 2 > base.magnitude,
        first.magnitude < base.magnitude * 2
      {
        near += 1
      } else {
        far += 1
      }
    }
    guard near != far else { return nil }
    let base = layout.history.last?.description ?? ""
    return near > far
      ? (true, 5, "the figures go on from those of \(base)")
      : (false, 5, "the figures are far from those of \(base)")
  }

  /// Whether most lines grow by half and more over the years, each on the last, as what is found to date
  /// does.
  private func growthVote() -> (isLevel: Bool, weight: Int, reason: String)? {
    var growing = 0
    var others = 0
    for line in lines {
      let figures = layout.years(of: line).compactMap(\.figure)
      guard figures.count > 2, let first = figures.first, let last = figures.last,
        figures.contains(where: { $0 != 0 })
      else { continue }
      let grows =
        last.magnitude * 2 >= first.magnitude * 3
        && zip(figures, figures.dropFirst()).allSatisfy { before, after in
          after.magnitude > before.magnitude && before.signum() * after.signum() >= 0
        }
      if grows { growing += 1 } else { others += 1 }
    }
    guard growing > 1, growing > others else { return nil }
    return (true, 3, "most figures grow from year to year")
  }

  /// Whether lines stay near their size from year to year.
  private func smoothVote() -> (isLevel: Bool, weight: Int, reason: String)? {
    var near = 0
    var far = 0
    for line in lines {
      var cells = Array(layout.years(of: line))
      // Years that are not known yet say nothing.
      while cells.last?.form == .blank { cells.removeLast() }
      let figures = cells.map { $0.figure ?? 0 }
      for (before, after) in zip(figures, figures.dropFirst()) where before != 0 || after != 0 {
        let isNear =
          before.signum() == after.signum() && after.magnitude * 10 > before.magnitude * 7
          && after.magnitude * 10 < before.magnitude * 15
        if isNear { near += 1 } else { far += 1 }
      }
    }
    guard near + far > 2 else { return nil }
    if near * 10 > (near + far) * 8 { return (true, 3, "most figures stay near the year before") }
    if near * 10 < (near + far) * 6 { return (false, 3, "most figures are unlike the year before") }
    return nil
  }
}
