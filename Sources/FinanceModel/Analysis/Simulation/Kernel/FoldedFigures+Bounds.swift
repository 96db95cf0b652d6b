extension FoldedFigures {
  /// The bounds of each of the first figures, or of their running sums, in trillionths.
  ///
  /// Of a table they are what its entries reach, so they are close; of the rest, what its nodes may.
  func bounds(of count: Int, running: Bool) -> [ClosedRange<Int128>] {
    let width = constants.count
    var lows = Array(repeating: Int128(0), count: count)
    var highs = lows
    for table in tables {
      var least = Array(repeating: Int64.max, count: count)
      var most = Array(repeating: Int64.min, count: count)
      for row in stride(from: 0, to: table.entries.count, by: width) {
        var sum: Int64 = 0
        for figure in 0..<count {
          sum = running ? sum + table.entries[row + figure] : table.entries[row + figure]
          least[figure] = min(least[figure], sum)
          most[figure] = max(most[figure], sum)
        }
      }
      for figure in 0..<count {
        lows[figure] += Int128(least[figure]) * unit
        highs[figure] += Int128(most[figure]) * unit
      }
    }
    for part in rest where part.figure < count {
      let ends = [part.range.lowerBound * part.factor, part.range.upperBound * part.factor]
      for figure in running ? part.figure..<count : part.figure..<part.figure + 1 {
        lows[figure] += min(ends[0], ends[1])
        highs[figure] += max(ends[0], ends[1])
      }
    }
    var constant: Int128 = 0
    return (0..<count).map { figure in
      constant = running ? constant + constants[figure] : constants[figure]
      return constant + lows[figure]...constant + highs[figure]
    }
  }
}
