/// The sums behind a standard error: of values less the least, in whole units, and of their squares.
///
/// Values lie within 2^91 trillionths of each other and there are at most 2^30, so that the largest
/// number below, draws × the sum of squares, is below 2^242.
struct Moments: Hashable, Sendable {
  /// The most draws of a simulation.
  static let mostDraws: UInt64 = 1_000_000_000

  let unit: Trillionths
  private(set) var draws: UInt64 = 0
  private(set) var sum: UInt128 = 0
  private(set) var squares = WideWhole()

  /// Nothing yet, in units of so many trillionths.
  init(unit: Int128) {
    self.unit = Trillionths(unit)
  }

  init(unit: Int128, draws: UInt64, sum: UInt128, squares: UInt128) {
    self.unit = Trillionths(unit)
    self.draws = draws
    self.sum = sum
    self.squares = WideWhole(low: squares)
  }

  mutating func add(_ distance: UInt128, count: UInt64) {
    draws += count
    sum += distance * UInt128(count)
    squares = squares + WideWhole.product(distance, distance) * UInt128(count)
  }

  /// Whether all the draws have one value.
  var isOneValue: Bool { squares * UInt128(draws) == WideWhole.product(sum, sum) }

  /// How far the mean may be out by chance: the standard deviation over the root of the draws.
  ///
  /// The whole part in trillionths; nil for fewer than two draws.
  var standardError: Money? {
    guard draws > 1 else { return nil }
    let count = UInt128(draws)
    let spread = squares * count - WideWhole.product(sum, sum)
    let unit = unit.value.magnitude
    let square = spread * unit * unit / (count * count) / (count - 1)
    return Money(trillionths: Int128(square.squareRoot))
  }
}
