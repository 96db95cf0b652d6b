/// What some lines add to the remaining gap, signs turned as they enter it, in trillionths.
struct GapPart {
  /// Their part of the base year's own gap.
  let base: Int128
  /// One value for each plan year.
  let annual: [Int128]
}

extension Evaluator {
  /// What the lines in some rows add to the remaining gap; rows that are in no gap add nothing.
  func gapPart(of rows: [Int]) -> GapPart {
    let rows = rows.filter { index.lines[$0].map { $0.role != .memorandum } ?? false }
    func sum(_ series: Series, _ column: Int) -> Int128 {
      resolved { rows.reduce(0) { $0 + signed($1, series, column).trillionths } }
    }
    return GapPart(
      base: index.baseGapColumn.map { sum(.level, $0) } ?? 0,
      annual: index.planColumns.map { sum(.annual, $0) })
  }
}
