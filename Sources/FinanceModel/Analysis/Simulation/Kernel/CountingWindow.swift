/// A stretch of a series that is counted in bins of a power of two of its unit.
struct CountingWindow: Sendable {
  /// The first value, in trillionths.
  let first: Trillionths
  /// A bin is 2^bits units wide.
  let bits: Int
  let binCount: Int
  /// How many draws lie below the window.
  let below: UInt64

  /// The most bins of a window that is not exact.
  static let mostBins = 1 << 12

  /// A stretch of so many units, in bins of one unit where `isExact`, else in few enough bins.
  init(first: Int128, units: Int128, below: UInt64 = 0, isExact: Bool = false) {
    var bits = 0
    while !isExact, units > Int128(CountingWindow.mostBins) << Int128(bits) { bits += 1 }
    self.first = Trillionths(first)
    self.bits = bits
    binCount = Int((units - 1) >> Int128(bits)) + 1
    self.below = below
  }

  /// One for each bin that holds a rank, as a window of its own; each once, ascending.
  func refined(_ counts: [UInt64], ranks: [UInt64], unit: Int128) -> [CountingWindow] {
    var windows: [CountingWindow] = []
    var below = below
    for (bin, count) in counts.enumerated() where count > 0 {
      if ranks.contains(where: { below < $0 && $0 <= below + count }) {
        let width = Int128(1) << Int128(bits)
        windows.append(
          CountingWindow(
            first: first.value + Int128(bin) * width * unit, units: width, below: below))
      }
      below += count
    }
    return windows
  }
}
