extension TotalFinder {
  /// Proposes totals that agree in most columns: where one figure is misprinted, the row is still a total.
  ///
  /// Without this a misprint would make the total a line, or find it an odd sum, and nobody would see.
  mutating func findNear() {
    // What a total further up counts is no part of this one; what one further down counts may be.
    var above: [Int] = []
    for row in open where !figures.isExhausted {
      if made[row] == nil {
        let above = Array(above.suffix(TotalFinder.reach))
        if isNilGap(row) {
          if let terms = nilGap(of: above, for: row, isNear: true) {
            propose(row, .sum(terms), counts: true)
          }
        } else if let terms = nearSum(of: above, for: row) {
          propose(row, .sum(terms), counts: true)
        } else if isMade(row), let how = nearYears(row, above) {
          propose(row, how, counts: false)
        } else if isMade(row), let terms = nearGap(of: above, for: row) {
          propose(row, .sum(terms), counts: false)
        } else if let terms = nearSumBelow(row) {
          propose(row, .sum(terms), counts: true)
        }
      }
      if case .sum(let terms)? = made[row], terms.allSatisfy({ !$0.isNegative }) {
        let used = Set(terms.map(\.row))
        above.removeAll(where: used.contains)
      }
      above.append(row)
    }
  }

  /// Another row's change on the year before, or its running sum, in most columns.
  private func nearYears(_ row: Int, _ above: [Int]) -> MadeRow? {
    guard ImportWords.holds(rows[row].title, TotalFinder.yearly) else { return nil }
    for other in above.reversed() {
      for how in [MadeRow.change(other), .running(other)] where figures.fit(row, how).isNear {
        return how
      }
    }
    return nil
  }

  /// The rows above whose sum agrees with a row in most columns.
  private func nearSum(of above: [Int], for row: Int) -> [MadeRow.Term]? {
    var best: (terms: [MadeRow.Term], fit: TotalFit)?
    var sums = TotalSums(figures)
    let nearest = Array(above.reversed())
    for count in figures.nearCounts(of: nearest, for: row) where count > 1 {
      sums.add(nearest, upTo: count)
      let index = above.count - count
      let fit = figures.fit(row, count: count, atMost: figures.columnCount / 2) { sums[$0] }
      guard isNear(fit, row) else { continue }
      if fit.exact > (best?.fit.exact ?? 0)
        || (fit.exact == best?.fit.exact && starts.contains(above[index]))
      {
        let terms = above[index...].map { MadeRow.Term(row: $0, isNegative: false) }
        if isTotal(row) || !figures.isThin(terms) { best = (terms, fit) }
      }
    }
    return best?.terms
  }

  /// The rows below whose sum agrees with a row in most columns.
  private func nearSumBelow(_ row: Int) -> [MadeRow.Term]? {
    guard figures.columnCount > 2, figures.isLarge(row) else { return nil }
    var sums = TotalSums(figures)
    let below = open.drop { $0 <= row }.prefix(TotalFinder.reach).lazy
      .filter { !counted.contains($0) }.prefix { made[$0] == nil && !isTotal($0) }
    let nearest = Array(below)
    for count in figures.nearCounts(of: nearest, for: row) where count > 1 {
      sums.add(nearest, upTo: count)
      let fit = figures.fit(row, count: count, atMost: 1) { sums[$0] }
      let terms = nearest[..<count].map { MadeRow.Term(row: $0, isNegative: false) }
      if fit.exact > 1, fit.differing == 1, !figures.isThin(terms) { return terms }
    }
    return nil
  }

  /// Enough columns agree: more of them the less a row is called a total.
  private func isNear(_ fit: TotalFit, _ row: Int) -> Bool {
    if isTotal(row) { return fit.agreeing > 0 && fit.exact >= fit.differing }
    if isMade(row), figures.columnCount == 2 {
      return fit.exact == 1 && fit.differing == 1 && figures.isLarge(row)
    }
    return fit.isNear && (isMade(row) || (figures.isLarge(row) && fit.exact > 1))
  }

  /// The last rows above, added or taken away, that agree with a gap or net row in most columns.
  private func nearGap(of above: [Int], for row: Int) -> [MadeRow.Term]? {
    var best: (terms: [MadeRow.Term], score: Int)?
    for count in [2, 3, 4, 5, 6] where count <= above.count {
      let last = above.suffix(count)
      for signs in 0..<(1 << count) {
        let terms = zip(last, 0...).map {
          MadeRow.Term(row: $0, isNegative: signs >> $1 & 1 == 1)
        }
        let fit = figures.fit(row, terms)
        guard fit.isNear, !figures.isThin(terms) else { continue }
        // Of as many columns, all rows added up is the plainest.
        let score = (fit.exact + fit.nils) * 16 - terms.count { $0.isNegative }
        if score > (best?.score ?? 0) { best = (terms, score) }
      }
    }
    return best?.terms
  }
}
