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

  /// A whole number as trillionths. One at or beyond the limit stops the program.
  static func whole(_ number: Int64) -> Int128 {
    let value = Int128(number) * one
    precondition(isWithinLimit(value), "a figure is below 1,000,000,000,000,000")
    return value
  }

  static let largestExponent = 38
  private static let powersOfTen: [Int128] = (0..<largestExponent).reduce(into: [1]) { powers, _ in
    powers.append(powers[powers.count - 1] * 10)
  }

  /// 10 to the power of `exponent`, for exponents from 0 to 38. Any other stops the program.
  static func powerOfTen(_ exponent: Int) -> Int128 {
    powersOfTen[exponent]
  }

  /// The sum, or beyond `limit` a number of its sign that stays beyond it in further sums.
  static func clampedSum(_ left: Int128, _ right: Int128) -> Int128 {
    let bound = limit * 1_000_000
    return min(max(min(max(left, -bound), bound) + min(max(right, -bound), bound), -bound), bound)
  }

  /// left × right, rounded once; nil at or beyond the limit.
  static func product(_ left: Int128, _ right: Int128) -> Int128? {
    multiply(left, right, dividingBy: one)
  }

  /// left ÷ right, rounded once; nil at or beyond the limit, and nil when `right` is zero.
  static func quotient(_ left: Int128, _ right: Int128) -> Int128? {
    multiply(left, one, dividingBy: right)
  }

  /// left × right ÷ divisor, rounded once, half away from zero; nil at or beyond the limit.
  ///
  /// The product is held in full before it is divided. Nil also when `divisor` is zero.
  static func multiply(_ left: Int128, _ right: Int128, dividingBy divisor: Int128) -> Int128? {
    let isNegative = ((left < 0) != (right < 0)) != (divisor < 0)
    let unsignedDivisor = divisor.magnitude
    let product = left.magnitude.multipliedFullWidth(by: right.magnitude)
    guard product.high < unsignedDivisor else { return nil }
    let (quotient, remainder) =
      product.high == 0
      ? product.low.quotientAndRemainder(dividingBy: unsignedDivisor)
      : unsignedDivisor.dividingFullWidth(product)
    guard quotient < limit.magnitude else { return nil }
    // Not twice the remainder, which may not fit.
    let isHalfOrMore = remainder >= unsignedDivisor - remainder
    let magnitude = Int128(quotient) + (isHalfOrMore ? 1 : 0)
    guard magnitude < limit else { return nil }
    return isNegative ? -magnitude : magnitude
  }

  /// The multiple of `step`, above zero, nearest to `value`; of two as near the one away from zero.
  static func round(_ value: Int128, toMultipleOf step: Int128) -> Int128 {
    let remainder = value % step
    let truncated = value - remainder
    let isHalfOrMore = remainder.magnitude >= step.magnitude - remainder.magnitude
    guard isHalfOrMore else { return truncated }
    return value < 0 ? truncated - step : truncated + step
  }
}

extension FixedPoint {
  static func multiplying(_ left: Int128, by right: Int128) throws(ArithmeticFault) -> Int128 {
    guard let product = product(left, right) else { throw .tooLarge }
    return product
  }

  static func dividing(_ left: Int128, by right: Int128) throws(ArithmeticFault) -> Int128 {
    guard right != 0 else { throw .divisionByZero }
    guard let quotient = quotient(left, right) else { throw .tooLarge }
    return quotient
  }
}

/// Why a product or quotient has no value.
public enum ArithmeticFault: Error, Hashable, Sendable {
  /// The result is 10^15 or more, beyond what a figure may be.
  case tooLarge
  case divisionByZero
}
