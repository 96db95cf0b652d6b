/// Finds the rows of a table that are made from others, by arithmetic before words.
///
/// A row that adds up the rows above it, or below it, in every column is their total, whatever it is
/// called. What takes rows away from each other needs a word that says so. A row that is called a
/// total and does not add is proposed as one, and asked about.
struct TotalFinder {
  private(set) var figures: TotalFigures
  let log: ImportLog
  /// The rows with money, in order.
  let open: [Int]
  /// Rows that a heading, or another section, stands directly above.
  let starts: Set<Int>
  /// Rows that titles or headings say to take away.
  let lessened: Set<Int>
  private let areTotals: [Bool]
  private let areMade: [Bool]
  private(set) var made: [Int: MadeRow] = [:]
  /// The rows that a total has counted.
  private(set) var counted: Set<Int> = []
  /// Rows whose sums are proposed and do not add.
  private(set) var proposed: Set<Int> = []
  /// Whether rows may be added and taken away in any mixture: only where nothing plainer is left.
  private(set) var takesAnySigns = false
  /// What was tried in vain.
  private var trials = TotalTrials()

  /// The most rows above a total that are tried.
  static let reach = 300
  /// The most totals that do not add after which the others are looked at anew.
  private static let mostProposed = 20

  var rows: [ImportedRow] { figures.rows }

  init(_ figures: TotalFigures, unit: Unit, log: ImportLog) {
    self.figures = figures
    self.log = log
    let rows = figures.rows
    areTotals = rows.map { ImportWords.holds($0.title, ImportWords.total) }
    areMade = rows.map { row in
      // Children looked after, and what is used of balances, are lines whatever the others leave over.
      ImportWords.holds(row.title, ImportWords.made)
        && !ImportWords.holds(row.title, ["looked after"])
        && !(ImportWords.holds(row.title, ImportWords.useOfReserves)
          && ImportWords.holds(row.title, ImportWords.reserves))
    }
    lessened = TotalFinder.lessened(rows)
    open = rows.indices.filter {
      rows[$0].kind == .line && rows[$0].unit == unit && !rows[$0].isPart
    }
    var starts: Set<Int> = []
    for index in rows.indices where rows[index].kind == .line {
      if index == 0 || rows[index - 1].kind == .heading || rows[index - 1].kind == .leftOut
        || rows[index - 1].section != rows[index].section
      {
        starts.insert(index)
      }
    }
    self.starts = starts
  }

  /// Rows under *Less*, and savings, which are printed positive and taken off.
  private static func lessened(_ rows: [ImportedRow]) -> Set<Int> {
    var lessened: Set<Int> = []
    var isUnder = false
    for (place, row) in rows.enumerated() {
      let title = row.title.lowercased()
      let isLess =
        title.hasPrefix("less ") || title.hasPrefix("less:") || title == "less"
        || RoleFinder.role(of: row.title) == .saving
      if row.kind == .heading { isUnder = isLess }
      if isLess || isUnder { lessened.insert(place) }
    }
    return lessened
  }

  /// Every row that is made from others, by position.
  mutating func find() {
    settle()
    findNear()
    settle()
    takesAnySigns = true
    settle()
    for (count, row) in open.filter({ made[$0] == nil && isTotal($0) }).enumerated()
    where made[row] == nil {
      propose(row)
      // The totals of this one may add up now.
      if count < TotalFinder.mostProposed { findBelow() }
    }
    if figures.isExhausted {
      log.ask(
        "Which rows are totals? There are so many rows that not every sum was tried, and some totals "
          + "may be read as lines; import the parts of the table apart.")
    }
    for (row, how) in openings() { made[row] = how }
    for (row, how) in nearOpenings() {
      made[row] = how
      figures.correctOpening(row, how)
    }
    explain()
  }

  private mutating func settle() {
    var before = -1
    while before != made.count {
      before = made.count
      findBelow()
      findAbove()
    }
  }

  func isTotal(_ row: Int) -> Bool { areTotals[row] }
  func isMade(_ row: Int) -> Bool { areMade[row] }

  /// Whether there is one year to go by.
  var isOnlyYear: Bool { figures.columnCount - figures.historyCount == 1 }

  /// Takes a row for one that is made; false, and nothing taken, where it is made into its own parts.
  @discardableResult
  mutating func record(_ row: Int, _ how: MadeRow, counts: Bool) -> Bool {
    if how.terms.contains(where: { uses($0.row, row) }) { return false }
    made[row] = how
    if counts { counted.formUnion(how.terms.map(\.row)) }
    return true
  }

  // MARK: Totals below their rows

  private mutating func findBelow() {
    var above: [Int] = []
    for row in open where !counted.contains(row) && !figures.isExhausted {
      if made[row] == nil {
        let last = Array(above.suffix(TotalFinder.reach))
        let candidates = isMade(row) ? candidates(for: row) : []
        if !isNew(row, last, candidates) {
          above.append(row)
          continue
        }
        if isNilGap(row) {
          if let terms = nilGap(of: last, for: row) { record(row, .sum(terms), counts: true) }
        } else if let terms = sum(of: last, for: row) {
          record(row, .sum(terms), counts: true)
        } else if isMade(row), let found = combination(for: row, above: last, candidates) {
          record(row, found.made, counts: found.counts)
        }
        if made[row] != nil { above.removeAll(where: counted.contains) }
      }
      above.append(row)
    }
  }

  /// Whether something that a row is tried with is other than when it was last tried in vain.
  private mutating func isNew(_ row: Int, _ above: [Int], _ candidates: [Int]) -> Bool {
    let isAfterStart = above.last.map(isFirst) ?? false
    var state = [isAfterStart ? 1 : 0, takesAnySigns && isMade(row) ? 1 : 0]
    for other in above { state.append(figures.isCorrected(other) ? ~other : other) }
    for other in candidates {
      let isOpen = counted.contains(other) ? 0 : 1
      state.append(4 * (figures.isCorrected(other) ? ~other : other) + isOpen)
      state.append(made[other] == nil ? 0 : 1)
    }
    return trials.isNewAbove(row, state)
  }

  /// The last rows above that add up to a row: from a heading on, or else as many as do.
  private func sum(of above: [Int], for row: Int) -> [MadeRow.Term]? {
    if let terms = sum(of: above, for: row, figures) { return terms }
    return figures.printed.flatMap { sum(of: above, for: row, $0) }
  }

  private func sum(of above: [Int], for row: Int, _ figures: TotalFigures) -> [MadeRow.Term]? {
    var best: (terms: [MadeRow.Term], fit: TotalFit, score: Int)?
    var sums = TotalSums(figures)
    let nearest = Array(above.reversed())
    for count in figures.counts(of: nearest, for: row) {
      sums.add(nearest, upTo: count)
      let index = above.count - count
      let other = above[index]
      if count == 1, !(isTotal(row) && isFirst(other)) || areOpposed(row, other) { continue }
      if isNilGap(other), made[other] != nil { continue }
      let fit = figures.fit(row, count: count, atMost: 0) { sums[$0] }
      guard fit.holds, isTotal(row) || fit.sizes.count > 1 || fit.exact > 1 || isOnlyYear,
        isTotal(row) || isMade(row) || figures.isLarge(row) || fit.exact * 2 > fit.agreeing,
        !isLineOfTotal(row, above[index...], fit)
      else { continue }
      let terms = above[index...].map { MadeRow.Term(row: $0, isNegative: false) }
      if let best, let first = best.terms.first?.row,
        addsNothing(above[index..<(above.count - best.terms.count)], fit, before: first, best.fit)
      {
        continue
      }
      let score = fit.exact * 4 + (starts.contains(other) ? 2 : 0)
      if score >= (best?.score ?? 0) { best = (Array(terms), fit, score) }
    }
    return best?.terms
  }

  /// Whether the next row that is called a total counts a row beside those that would make it.
  ///
  /// Small figures often add up by chance. A row that is called a total is one before any other.
  private func isLineOfTotal(_ row: Int, _ parts: ArraySlice<Int>, _ fit: TotalFit) -> Bool {
    guard !isTotal(row), !isMade(row), let first = parts.first,
      let next = open.first(where: { $0 > row && isTotal($0) })
    else { return false }
    let start = starts.filter { $0 <= first }.max() ?? first
    guard !starts.contains(where: { $0 > row && $0 <= next }) else { return false }
    let terms = open.filter { $0 >= start && $0 < next && !counted.contains($0) }
    let together = figures.fit(next, terms.map { MadeRow.Term(row: $0, isNegative: false) })
    return together.holds && together.exact == together.agreeing
      && together.exact >= fit.exact
  }

  /// Whether a heading or a total stands directly above a row.
  private func isFirst(_ row: Int) -> Bool {
    starts.contains(row) || (row > 0 && (made[row - 1] != nil || isTotal(row - 1)))
  }

  /// Whether one row is what is spent and the other what pays it, which a balanced budget has alike.
  private func areOpposed(_ row: Int, _ other: Int) -> Bool {
    let roles = [row, other].map { RoleFinder.role(ofGroup: rows[$0].title) }
    return !roles.contains(nil) && roles[0] != roles[1]
  }

  // MARK: Totals above their rows

  private mutating func findAbove() {
    for (place, row) in open.enumerated().reversed()
    where made[row] == nil && !figures.isExhausted {
      let nearest = Array(
        open[(place + 1)...].lazy.filter { [counted] in !counted.contains($0) }
          .prefix(TotalFinder.reach))
      if !trials.isNewBelow(row, nearest, figures) { continue }
      var sums = TotalSums(figures)
      for count in figures.counts(of: nearest, for: row) where count > 1 {
        sums.add(nearest, upTo: count)
        let fit = figures.fit(row, count: count, atMost: 0) { sums[$0] }
        let terms = nearest[..<count].map { MadeRow.Term(row: $0, isNegative: false) }
        guard fit.holds, fit.sizes.count > 1 || (isTotal(row) && fit.exact > 0),
          record(row, .sum(terms), counts: true)
        else { continue }
        break
      }
    }
  }

  /// Whether a row is another, or is made from it in the same year, directly or not.
  private func uses(_ row: Int, _ other: Int) -> Bool {
    var seen: Set<Int> = []
    var open = [row]
    while let next = open.popLast() {
      if next == other { return true }
      guard seen.insert(next).inserted, let how = made[next] else { continue }
      if case .previous = how { continue }
      open += how.terms.map(\.row)
    }
    return false
  }

  // MARK: Totals that do not add

  /// Takes a row that is called a total for the sum of the lines since the heading, or last total.
  private mutating func propose(_ row: Int) {
    let above = open.filter { $0 < row && !counted.contains($0) && made[$0] == nil }
    let block = above.lastIndex { starts.contains($0) } ?? above.startIndex
    let terms = above[min(block, above.endIndex)...].map {
      MadeRow.Term(row: $0, isNegative: false)
    }
    if terms.isEmpty { return askPartsOfTotal(row) }
    // Below one line a total that never agrees is a headline, whose own rows are elsewhere.
    if terms.count == 1, figures.fit(row, terms).agreeing == 0 {
      let isUsed = made.values.contains { $0.terms.contains { $0.row == row } }
      if !isUsed { askPartsOfTotal(row) }
      return
    }
    propose(row, .sum(terms), counts: true)
  }

  private func askPartsOfTotal(_ row: Int) {
    let parts = parts(of: row)
    if !parts.isEmpty, figures.fit(row, parts).holds { return }
    log.ask(
      "Of what is '\(rows[row].title)' the total? No rows add up to it; it is kept as a line.",
      row: rows[row].number)
  }

  /// Takes a row for one that is made, though not in every column; others may use what it should be.
  mutating func propose(_ row: Int, _ how: MadeRow, counts: Bool) {
    guard record(row, how, counts: counts) else { return }
    proposed.insert(row)
    figures.correct(row, how)
  }
}
