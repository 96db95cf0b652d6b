/// The area under a bell between two bounds, in whole-number arithmetic with a proven bound.
///
/// With G(z) the integral of exp(-t²/2) from 0 to z, the share below u is
/// (G(u) - G(low)) ÷ (G(high) - G(low)): the factor 1/√2π cancels out. G is S ÷ E, with
/// S = z + z³/3 + z⁵/(3·5) + ... and E = exp(z²/2) = 1 + z²/2 + (z²/2)²/2! + ..., whose terms are
/// all positive, so nothing is lost by subtraction. Each step loses less than 2^-127 of its result;
/// with fewer than 500 terms G is right to 2^-113, and a share to 2^-88: see decision 0014.
struct NormalCurve {
  /// From the centre to the low bound.
  let start: Int128
  /// From one point of the grid to the next.
  let step: Int128
  let deviation: Int128
  private let low: Int128
  private let all: UInt128

  init(start: Int128, step: Int128, steps: Int, deviation: Int128) {
    self.start = start
    self.step = step
    self.deviation = deviation
    low = NormalCurve.area(start, deviation)
    all = (NormalCurve.area(start + Int128(steps) * step, deviation) - low).magnitude
  }

  /// The whole part of 2^64 times the share below a half step above the low bound.
  func threshold(_ halves: Int) -> UInt64 {
    let place = 2 * start + Int128(halves) * step
    let part = (NormalCurve.area(place, 2 * deviation) - low).magnitude
    let (high, low) = part.multipliedFullWidth(by: UInt128(1) << 64)
    guard high < all else { return .max }
    return UInt64(min(all.dividingFullWidth((high, low)).quotient, UInt128(UInt64.max)))
  }

  /// G(position ÷ deviation) in 2^-120ths.
  private static func area(_ position: Int128, _ deviation: Int128) -> Int128 {
    if position == 0 { return 0 }
    // Beyond fourteen deviations less than 2^-144 is left.
    let isFar = position.magnitude / 14 >= deviation.magnitude
    let z =
      isFar
      ? FloatingWhole(14)
      : FloatingWhole(position.magnitude).divided(by: FloatingWhole(deviation.magnitude))
    let area = Int128(integral(z).shifted(by: 120))
    return position < 0 ? -area : area
  }

  private static func integral(_ z: FloatingWhole) -> FloatingWhole {
    let square = z.multiplied(by: z)
    let half = square.halved
    var (term, sum) = (z, z)
    var (power, exponential) = (FloatingWhole(1), FloatingWhole(1))
    var count: UInt128 = 1
    // Past z² terms each is less than half of the one before; then those left count for nothing.
    while !(term.isNegligible(beside: sum) && power.isNegligible(beside: exponential)
      && square.isBelow(count))
    {
      term = term.multiplied(by: square).divided(by: 2 * count + 1)
      power = power.multiplied(by: half).divided(by: count)
      sum = sum.added(term)
      exponential = exponential.added(power)
      count += 1
    }
    return sum.divided(by: exponential)
  }
}
