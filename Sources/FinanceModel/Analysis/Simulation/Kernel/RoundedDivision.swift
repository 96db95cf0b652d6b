/// Division by a constant, rounded half away from zero, as a multiplication.
///
/// With ℓ the bits of d - 1 and m = ⌈2^(63 + ℓ) ÷ d⌉, the whole part of n ÷ d is that of
/// n × m ÷ 2^(63 + ℓ) for every n from 0 to 2^63 - 1 (Granlund and Montgomery, 1994): a processor
/// multiplies in a few cycles and divides in forty.
struct RoundedDivision: Hashable, Sendable {
  let divisor: Int64
  private let multiplier: UInt64
  private let shift: UInt64
  private let half: UInt64

  /// A divisor from 1 to 2^62.
  init(by divisor: Int64) {
    self.divisor = divisor
    let unsigned = UInt64(divisor)
    var bits: UInt64 = 0
    while UInt64(1) << bits < unsigned { bits += 1 }
    let power = UInt128(1) << (63 + UInt128(bits))
    multiplier = UInt64((power + UInt128(unsigned) - 1) / UInt128(unsigned))
    shift = bits
    half = unsigned / 2
  }

  /// The quotient; the number and half of the divisor together are below 2^63 in size.
  @inline(__always)
  func callAsFunction(_ number: Int64) -> Int64 {
    let product = (number.magnitude &+ half).multipliedFullWidth(by: multiplier)
    let quotient = Int64(truncatingIfNeeded: ((product.high << 1) | (product.low >> 63)) >> shift)
    return number < 0 ? -quotient : quotient
  }
}
