extension Spread {
  /// The values that may be drawn, ascending, with the thresholds of a random word.
  ///
  /// On the grid of a continuous distribution a point stands for all that rounds to it: from half a
  /// step below it to half a step above, at the ends for the half within the bounds.
  var laidOut: (points: [Quantity], table: CumulativeTable) {
    guard distribution.isContinuous else {
      let drawn = values.filter { $0.weight > 0 }
      return (drawn.map(\.value), Spread.table(weights: drawn.map(\.weight)))
    }
    let steps = Int((high.trillionths - low.trillionths) / grid.step)
    let points = (0...steps).map { low.with(trillionths: low.trillionths + Int128($0) * grid.step) }
    return (points, CumulativeTable(thresholds: thresholds(steps: steps)))
  }

  private static func table(weights: [Int64]) -> CumulativeTable {
    let total = weights.reduce(0) { $0 + UInt128($1) }
    var sum: UInt128 = 0
    return CumulativeTable(
      thresholds: weights.dropLast().map { weight in
        sum += UInt128(weight)
        return UInt64((sum << 64) / total)
      })
  }

  /// One for each point but the last, at the half steps 1, 3, 5 ... of all `2 × steps`.
  private func thresholds(steps: Int) -> [UInt64] {
    let halves = stride(from: 1, to: 2 * steps, by: 2)
    switch distribution {
    case .triangular:
      let mode = ((central ?? low).trillionths - low.trillionths) / grid.step
      return halves.map { Spread.triangle($0, of: 2 * steps, mode: 2 * Int(mode)) }
    case .normal:
      guard let central, let deviation else { return [] }
      let bell = NormalCurve(
        start: low.trillionths - central.trillionths, step: grid.step, steps: steps,
        deviation: deviation.trillionths)
      return halves.map(bell.threshold)
    case .uniform, .threePoint, .discrete:
      return halves.map { UInt64((UInt128($0) << 64) / UInt128(2 * steps)) }
    }
  }

  /// u² ÷ nm below the mode, 1 − (n − u)² ÷ n(n − m) above it, with all of them whole half steps.
  private static func triangle(_ position: Int, of all: Int, mode: Int) -> UInt64 {
    let isBelow = position <= mode
    let side = UInt128(isBelow ? position : all - position)
    let area = UInt128(all) * UInt128(isBelow ? mode : all - mode)
    let part = (side * side) << 64
    if isBelow { return UInt64(min(part / area, UInt128(UInt64.max))) }
    // The whole part of 2^64 less a share is found by rounding the share up.
    return UInt64((UInt128(1) << 64) - (part + area - 1) / area)
  }
}
