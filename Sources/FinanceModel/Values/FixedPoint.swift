/// Exact whole-number arithmetic on trillionths (12 decimal places), under `Money` and `Rate`.
///
/// A bounded value is below 10^15, so it has at most 27 digits here. Its product with another has
/// at most 54 digits and is held in 256 bits; its quotient's dividend has at most 39. Each is
/// rounded once, half away from zero, so nothing is lost before that rounding. A sum of 10^11
/// bounded values still fits `Int128`. `docs/calculation-rules.md` holds the proof.
enum FixedPoint {
  static let places = 12
  static let one: Int128 = 1_000_000_000_000
  /// The exclusive bound on the size of a figure: 10^15.
  static let limit: Int128 = 1_000_000_000_000_000 * one

  static func isWithinLimit(_ value: Int128) -> Bool {
    -limit < value && value < limit
  }

  /// 10 to the power of `exponent`, for exponents from 0 to 38.
  static func powerOfTen(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// left × right, rounded once; nil at or beyond the limit.
  static func product(_ left: Int128, _ right: Int128) -> Int128? {
    multiply(left, right, dividingBy: one)
  }

  /// left ÷ right, rounded once; nil at or beyond the limit, and nil when `right` is zero.
  static func quotient(_ left: Int128, _ right: Int128) -> Int128? {
    right == 0 ? nil : multiply(left, one, dividingBy: right)
  }

  /// left × right ÷ divisor, rounded once, half away from zero; nil at or beyond the limit.
  static func multiply(_ left: Int128, _ right: Int128, dividingBy divisor: Int128) -> Int128? {
    let isNegative = ((left < 0) != (right < 0)) != (divisor < 0)
    let unsignedDivisor = divisor.magnitude
    let product = left.magnitude.multipliedFullWidth(by: right.magnitude)
    guard product.high < unsignedDivisor else { return nil }
    let (quotient, remainder) =
      product.high == 0
      ? product.low.quotientAndRemainder(dividingBy: unsignedDivisor)
      : unsignedDivisor.dividingFullWidth(product)
    let isHalfOrMore = remainder >= unsignedDivisor - remainder
    guard quotient < limit.magnitude else { return nil }
    let magnitude = Int128(quotient) + (isHalfOrMore ? 1 : 0)
    guard magnitude < limit else { return nil }
    return isNegative ? -magnitude : magnitude
  }

  /// The multiple of `step` nearest to `value`, the one away from zero when two are as near.
  static func round(_ value: Int128, toMultipleOf step: Int128) -> Int128 {
    let remainder = value % step
    let twice = remainder.magnitude * 2
    let truncated = value - remainder
    guard twice >= step.magnitude else { return truncated }
    return value < 0 ? truncated - step : truncated + step
  }
}
