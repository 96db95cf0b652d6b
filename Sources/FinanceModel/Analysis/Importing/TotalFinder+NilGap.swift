/// The gap of a balanced budget, which is nil in every year.
extension TotalFinder {
  /// Whether a row is called a gap and has nil, or a mark for it, in every column.
  func isNilGap(_ row: Int) -> Bool {
    let cells = rows[row].cells.prefix(figures.columnCount)
    return ImportWords.holds(rows[row].title, ImportWords.gap)
      && RoleFinder.role(of: rows[row].title) == nil
      && cells.allSatisfy { ($0.figure ?? 0) == 0 && !$0.isText }
      && cells.contains { $0.figure != nil || $0.form == .dash }
  }

  /// The rows above that come to nil in every column, as many as do: what is spent less what pays it.
  ///
  /// `isNear` is for where one figure is misprinted: then most columns are enough. Two rows that leave
  /// nothing are no chance, whereas nil alone is the sum of any rows without figures.
  func nilGap(of above: [Int], for row: Int, isNear: Bool = false) -> [MadeRow.Term]? {
    for count in stride(from: above.count, to: 1, by: -1) where !figures.isExhausted {
      let last = above.suffix(count)
      for terms in nilWays(Array(last)) {
        guard isOnlyYear || !figures.isThin(terms) else { return nil }
        let fit = figures.fit(row, terms)
        let holds =
          isNear
          ? fit.nils > 1 && fit.nils >= 2 * fit.differing : fit.nils > 0 && fit.differing == 0
        if holds { return terms }
      }
    }
    return nil
  }

  /// All rows added, the first less all others, and those that pay less those that are paid.
  private func nilWays(_ rows: [Int]) -> [[MadeRow.Term]] {
    let pays = rows.map { row in
      RoleFinder.role(ofGroup: figures.rows[row].title).map { ![.cost, .pressure].contains($0) }
        ?? false
    }
    return [rows.map { _ in false }, rows.indices.map { $0 > 0 }, pays].map { signs in
      zip(rows, signs).map { MadeRow.Term(row: $0, isNegative: $1) }
    }
  }

  /// Whether a sum that begins further up only adds rows that come to nil among themselves.
  ///
  /// A balanced budget above a block of reserves adds nothing to their closing balance, and is no part
  /// of it.
  func addsNothing(_ rows: ArraySlice<Int>, _ fit: TotalFit, before first: Int, _ other: TotalFit)
    -> Bool
  {
    fit.exact == fit.agreeing && other.exact == other.agreeing && fit.exact == other.exact
      && (starts.contains(first) || rows.contains { made[$0] != nil })
      && rows.count(where: figures.isLarge) > 1
  }
}
