/// One column in which sums are held against a row before they are in all: nearly all of them fail there.
struct TotalProbe {
  let figure: Int128
  let step: UInt128
  /// What each row has in the column; nothing where it has no figure.
  let values: [Int128]
  /// The same as printed, where some rows do not add as they are.
  let printed: [Int128]?

  /// Whether a sum of so many figures is as near to the row as rounding lets it be.
  func admits(_ sum: Int128, count: Int) -> Bool {
    (figure - sum).isRounding(of: count, step: step)
  }

  /// Whether rows may make the row; those whose bit is set in `signs` are taken away.
  func admits(_ rows: [Int], signs: Int) -> Bool {
    admits(rows, signs, values) || printed.map { admits(rows, signs, $0) } ?? false
  }

  private func admits(_ rows: [Int], _ signs: Int, _ values: [Int128]) -> Bool {
    var sum: Int128 = 0
    var bit = 1
    for row in rows {
      if signs & bit == 0 { sum += values[row] } else { sum -= values[row] }
      bit <<= 1
    }
    return admits(sum, count: rows.count)
  }

  /// The pairs of rows that may make the row, the nearest first, by place: the sum or the differences.
  func pairs(of rows: [Int], isDifference: Bool) -> [(first: Int, last: Int)] {
    var pairs: [(first: Int, last: Int)] = []
    for values in [values, printed].compactMap({ $0 }) {
      let own = rows.map { values[$0] }
      for last in own.indices.reversed() {
        let other = own[last]
        for first in (0..<last).reversed() {
          let sum = isDifference ? own[first] - other : own[first] + other
          if admits(sum, count: 2) || isDifference && admits(-sum, count: 2) {
            pairs.append((first, last))
          }
        }
      }
    }
    return pairs.sorted { ($0.last, $0.first) > ($1.last, $1.first) }
  }

  /// The places from which on a row less all that follow it, or they less it, may make the row.
  func startsOfRest(in rows: [Int]) -> [Int] {
    var starts: Set<Int> = []
    for values in [values, printed].compactMap({ $0 }) {
      var rest: Int128 = 0
      for start in rows.indices.reversed() {
        let value = values[rows[start]]
        if admits(value - rest, count: rows.count - start)
          || admits(rest - value, count: rows.count - start)
        {
          starts.insert(start)
        }
        rest += value
      }
    }
    return starts.sorted(by: >)
  }

  /// How many of the rows, from the first on, may add up to the row.
  func counts(of rows: [Int]) -> [Int] {
    var counts: [Int] = []
    var left = figure
    var count = 0
    for row in rows {
      count += 1
      left -= values[row]
      if left.isRounding(of: count, step: step) { counts.append(count) }
    }
    return counts
  }
}

extension Int128 {
  /// Whether a difference is less than rounding to a step can make it, in a sum of `count` figures.
  func isRounding(of count: Int, step: UInt128) -> Bool {
    2 * magnitude < UInt128(count + 1) * step
  }
}

extension TotalFigures {
  /// The columns of the plan's years in which a row has a figure, that of most digits first.
  private func probed(_ row: Int, from first: Int) -> Int? {
    (first..<max(first, columnCount)).filter { (printedFigure(row, $0) ?? 0) != 0 }
      .max {
        (printedFigure(row, $0) ?? 0).magnitude < (printedFigure(row, $1) ?? 0).magnitude
      }
  }

  /// What no sum that holds may differ in; nil where only columns before the plan have figures.
  func probe(_ row: Int) -> TotalProbe? {
    probed(row, from: historyCount).map { probe(row, $0, of: $0) }
  }

  /// The same for rows a year later.
  func probeOfYearBefore(_ row: Int) -> TotalProbe? {
    probed(row, from: max(historyCount, 1)).map { probe(row, $0, of: $0 - 1) }
  }

  /// How many of the rows, from the first on, may add up to a row in every column, in order.
  func counts(of rows: [Int], for row: Int) -> [Int] {
    guard let probe = probe(row) else { return nearCounts(of: rows, for: row) }
    return counts(probe, rows)
  }

  /// How many of the rows, from the first on, agree with a row in some column, in order.
  func nearCounts(of rows: [Int], for row: Int) -> [Int] {
    var counts: Set<Int> = []
    for column in 0..<columnCount where (printedFigure(row, column) ?? 0) != 0 {
      counts.formUnion(self.counts(probe(row, column, of: column), rows))
    }
    return counts.sorted()
  }
}
