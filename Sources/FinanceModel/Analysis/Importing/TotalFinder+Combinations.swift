extension TotalFinder {
  /// How many rows before a row are tried in pairs.
  private static let nearest = 40
  /// What another row's change, or running sum, is called.
  static let yearly = [
    "annual", "in year", "in-year", "cumulative", "change", "movement", "year on year",
  ]

  /// How rows that are no neighbours, or are taken away from each other, make a row.
  ///
  /// `counts` says whether they are used up: what is only compared goes on into other totals.
  func combination(
    for row: Int, above: [Int], _ candidates: [Int]
  ) -> (made: MadeRow, counts: Bool)? {
    let probe = figures.probe(row)
    let totals = candidates.filter { made[$0] != nil && !counted.contains($0) }
    if totals.count > 2, let terms = fitting(row, [totals.map { plus($0) }]) {
      return (.sum(terms), true)
    }
    if let found = yearly(row, candidates) { return (found, false) }
    if let terms = fitting(row, singles(candidates)) { return (.sum(terms), false) }
    if let terms = fitting(row, pairs(candidates, probe)) {
      return (.sum(terms), terms.allSatisfy { !$0.isNegative })
    }
    if let terms = fitting(row, withoutRest(above, probe)) { return (.sum(terms), false) }
    if let terms = fitting(row, lessened(above)) { return (.sum(terms), false) }
    guard takesAnySigns else { return nil }
    let last = Array(candidates.filter { made[$0] != nil }.suffix(8))
    if let terms = fitting(row, triples(last, probe)) {
      return (.sum(terms), false)
    }
    if let terms = fitting(row, signed(Array(above.suffix(7)), probe)) {
      return (.sum(terms), false)
    }
    return nil
  }

  /// The rows before a row that it may be made of, in order: no lines that a total has counted.
  func candidates(for row: Int) -> [Int] {
    var candidates: [Int] = []
    for other in open.reversed() where other < row && candidates.count < TotalFinder.nearest {
      if made[other] != nil || !counted.contains(other) { candidates.append(other) }
    }
    return candidates.reversed()
  }

  /// Rows added, or taken away where their bit is set; nil where they differ in one column already.
  private func terms(_ rows: [Int], signs: Int, _ probe: TotalProbe?) -> [MadeRow.Term]? {
    figures.spend(rows.count)
    guard probe?.admits(rows, signs: signs) ?? true else { return nil }
    return zip(rows, 0...).map { MadeRow.Term(row: $0, isNegative: signs >> $1 & 1 == 1) }
  }

  private func plus(_ row: Int) -> MadeRow.Term { MadeRow.Term(row: row, isNegative: false) }
  private func minus(_ row: Int) -> MadeRow.Term { MadeRow.Term(row: row, isNegative: true) }

  /// The first of several ways that agrees in every column.
  private func fitting(_ row: Int, _ ways: some Sequence<[MadeRow.Term]>) -> [MadeRow.Term]? {
    var best: (terms: [MadeRow.Term], exact: Int)?
    for terms in ways {
      let fit = figures.fit(row, terms)
      // With few columns, some mixture of many rows nearly fits whatever it is.
      let enough = takesAnySigns && figures.columnCount < 4 ? fit.agreeing : (fit.agreeing + 1) / 2
      guard fit.holds, fit.sizes.count > 1 || isOnlyYear || isTotal(row),
        fit.exact >= enough, fit.exact > (best?.exact ?? 0)
      else {
        continue
      }
      best = (terms, fit.exact)
      if fit.exact == fit.agreeing { break }
    }
    return best?.terms
  }

  private func singles(_ rows: [Int]) -> [[MadeRow.Term]] {
    rows.reversed().filter { made[$0] != nil }.flatMap { [[plus($0)], [minus($0)]] }
  }

  /// Any two rows, the nearest first: added, then one less the other.
  private func pairs(_ rows: [Int], _ probe: TotalProbe?) -> [[MadeRow.Term]] {
    [false, true].flatMap { isDifference -> [[MadeRow.Term]] in
      let all = rows.indices.reversed().flatMap { last in
        (0..<last).reversed().map { (first: $0, last: last) }
      }
      figures.spend(rows.count * rows.count)
      return (probe?.pairs(of: rows, isDifference: isDifference) ?? all).flatMap { pair in
        let two = [rows[pair.first], rows[pair.last]]
        // Two lines that happen to make a third are no total.
        guard rows.count < 4 || two.contains(where: { made[$0] != nil }) else {
          return [[MadeRow.Term]]()
        }
        return (isDifference ? [2, 1] : [0]).compactMap { terms(two, signs: $0, probe) }
      }
    }
  }

  /// A first row less all that follow it, or all that follow less the first.
  private func withoutRest(_ above: [Int], _ probe: TotalProbe?) -> [[MadeRow.Term]] {
    let rows = Array(above.suffix(61))
    figures.spend(rows.count)
    let starts = probe?.startsOfRest(in: rows) ?? rows.indices.reversed()
    return starts.filter { $0 + 1 < rows.count }.flatMap { start in
      [~1, 1].compactMap { terms(Array(rows[start...]), signs: $0, probe) }
    }
  }

  /// The last rows, without those that titles or headings say to take away.
  private func lessened(_ above: [Int]) -> [[MadeRow.Term]] {
    let rows = Array(above.suffix(TotalFinder.nearest))
    guard rows.contains(where: lessened.contains) else { return [] }
    return (2...max(rows.count, 2)).filter { $0 <= rows.count }.compactMap { count in
      let last = Array(rows.suffix(count))
      figures.spend(count)
      guard last.contains(where: lessened.contains), !lessened.isSuperset(of: last) else {
        return nil
      }
      return last.map { MadeRow.Term(row: $0, isNegative: lessened.contains($0)) }
    }
  }

  private func triples(_ rows: [Int], _ probe: TotalProbe?) -> [[MadeRow.Term]] {
    var ways: [[MadeRow.Term]] = []
    for (third, last) in rows.enumerated() {
      for (second, middle) in rows[..<third].enumerated() {
        for first in rows[..<second] {
          // Seven choices of signs: all three taken away is no sum.
          for signs in 0..<7 {
            if let way = terms([first, middle, last], signs: signs, probe) { ways.append(way) }
          }
        }
      }
    }
    return ways.sorted { $0.count { $0.isNegative } < $1.count { $0.isNegative } }
  }

  /// The last rows with every choice of signs.
  private func signed(_ rows: [Int], _ probe: TotalProbe?) -> [[MadeRow.Term]] {
    (2...7).filter { $0 <= rows.count }.flatMap { count -> [[MadeRow.Term]] in
      let last = Array(rows.suffix(count))
      return (1..<(1 << count)).compactMap { terms(last, signs: $0, probe) }
    }
  }

  /// Another row's change on the year before, or its running sum.
  private func yearly(_ row: Int, _ candidates: [Int]) -> MadeRow? {
    let isNamed = ImportWords.holds(figures.rows[row].title, TotalFinder.yearly)
    for other in candidates.reversed() {
      for made in [MadeRow.change(other), .running(other)] {
        let fit = figures.fit(row, made)
        let first = figures.figure(row, figures.historyCount)
        // With one year a row is its own change.
        if fit.holds, fit.exact * 2 >= fit.agreeing,
          fit.agreeing > 2 || isNamed && fit.agreeing > 1,
          first != nil, fit.sizes.count > 1
        {
          return made
        }
      }
    }
    return nil
  }
}
