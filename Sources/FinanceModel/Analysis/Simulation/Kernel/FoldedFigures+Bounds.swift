extension FoldedFigures {
  /// What figures can be, in trillionths.
  struct Bounds {
    /// Of each figure.
    let figures: [ClosedRange<Int128>]
    /// Of the running sums of the annual gaps.
    let running: [ClosedRange<Int128>]
    /// The least entry of each figure in each table.
    let least: [[Int64]]
  }

  /// The bounds of every figure, and of the running sums of the first so many.
  ///
  /// Of a table they are what its entries reach, so they are close; of the rest, what its nodes may.
  func bounds(years: Int) -> Bounds {
    let width = constants.count
    var own = Reach(count: width)
    var running = Reach(count: years)
    var least: [[Int64]] = []
    for table in tables {
      let reached = FoldedFigures.reach(table.entries, width: width, years: years)
      own.add(reached.own, unit)
      running.add(reached.running, unit)
      least.append(reached.own.map(\.least))
    }
    for part in rest {
      let ends = [part.range.lowerBound * part.factor, part.range.upperBound * part.factor]
      own.add(ends, to: part.figure..<part.figure + 1)
      if part.figure < years { running.add(ends, to: part.figure..<years) }
    }
    var sum: Int128 = 0
    let sums = constants.prefix(years).map { constant in
      sum += constant
      return sum
    }
    return Bounds(
      figures: own.ranges(from: constants), running: running.ranges(from: sums), least: least)
  }

  private typealias Ends = (least: Int64, most: Int64)

  /// The least and the most of each figure of a table, and of running sums of the first figures.
  private static func reach(
    _ entries: [Int64], width: Int, years: Int
  ) -> (own: [Ends], running: [Ends]) {
    var own = Array(repeating: Ends(least: .max, most: .min), count: width)
    var running = Array(repeating: Ends(least: .max, most: .min), count: years)
    entries.withUnsafeBufferPointer { entries in
      own.withUnsafeMutableBufferPointer { own in
        running.withUnsafeMutableBufferPointer { running in
          for row in stride(from: 0, to: entries.count, by: width) {
            var sum: Int64 = 0
            for figure in 0..<width {
              let entry = entries[row + figure]
              own[figure] = (min(own[figure].least, entry), max(own[figure].most, entry))
              if figure < years {
                sum += entry
                running[figure] = (min(running[figure].least, sum), max(running[figure].most, sum))
              }
            }
          }
        }
      }
    }
    return (own, running)
  }

  /// The sums of what parts of figures reach, in trillionths.
  private struct Reach {
    var lows: [Int128]
    var highs: [Int128]

    init(count: Int) {
      lows = Array(repeating: 0, count: count)
      highs = lows
    }

    mutating func add(_ ends: [Ends], _ unit: Int128) {
      for (figure, ends) in ends.enumerated() {
        lows[figure] += Int128(ends.least) * unit
        highs[figure] += Int128(ends.most) * unit
      }
    }

    mutating func add(_ ends: [Int128], to figures: Range<Int>) {
      for figure in figures {
        lows[figure] += min(ends[0], ends[1])
        highs[figure] += max(ends[0], ends[1])
      }
    }

    func ranges(from starts: [Int128]) -> [ClosedRange<Int128>] {
      starts.indices.map { starts[$0] + lows[$0]...starts[$0] + highs[$0] }
    }
  }
}
