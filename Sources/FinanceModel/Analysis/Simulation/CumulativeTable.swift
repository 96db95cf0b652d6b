/// A distribution as whole 64-bit thresholds: point i is drawn by the words from one to the next.
///
/// A threshold is the whole part of 2^64 times the chance of all points up to its own, so each chance
/// is right to 2^-64. The last point has the words from the last threshold on, at least one.
struct CumulativeTable: Hashable, Sendable {
  /// One for each point but the last: point i is drawn by `thresholds[i - 1] <= word < thresholds[i]`.
  ///
  /// They ascend; two that are equal leave the later point without a word.
  let thresholds: [UInt64]

  /// The point that a word draws.
  func index(of word: UInt64) -> Int {
    var (low, high) = (0, thresholds.count)
    while low < high {
      let middle = (low + high) / 2
      if thresholds[middle] <= word { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How many of the 2^64 words draw a point.
  func words(_ point: Int) -> UInt128 {
    let start = point == 0 ? 0 : UInt128(thresholds[point - 1])
    let end = point == thresholds.count ? UInt128(1) << 64 : UInt128(thresholds[point])
    return end - start
  }

  /// The mean of ascending values of the points, rounded once, half away from zero.
  func mean(of values: [Int128]) -> Int128 {
    var (high, low): (UInt128, UInt128) = (0, 0)
    for (point, value) in values.enumerated() {
      let product = (value - values[0]).magnitude.multipliedFullWidth(by: words(point))
      let (sum, carry) = low.addingReportingOverflow(product.low)
      low = sum
      high += product.high + (carry ? 1 : 0)
    }
    // The sum is that of 2^64 values, each less than the first.
    let (quotient, rest) = (UInt128(1) << 64).dividingFullWidth((high, low))
    let mean = values[0] + Int128(quotient)
    let half = UInt128(1) << 63
    if rest > half || (rest == half && mean >= 0) { return mean + 1 }
    return mean
  }
}
