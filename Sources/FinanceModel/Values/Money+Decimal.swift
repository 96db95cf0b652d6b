import FoundationEssentials

// The one place where `Foundation.Decimal` enters and leaves. Its parser takes "12abc" for 12, its
// arithmetic drops digits past 38 in silence and is wrong in the late digits of a quotient, its NaN
// equals itself, and a product that underflows crashes it: see docs/decisions/0001.

extension Money {
  /// The exact amount in pounds. Throws `DecimalFault` rather than lose a digit of `pounds`.
  public init(_ pounds: Decimal) throws(DecimalFault) {
    self.init(trillionths: try FixedPoint.trillionths(pounds))
  }

  /// The exact amount in pounds.
  public var decimal: Decimal { FixedPoint.decimal(trillionths) }
}

extension Rate {
  /// The exact number. Throws `DecimalFault` rather than lose a digit of `number`.
  public init(_ number: Decimal) throws(DecimalFault) {
    self.init(trillionths: try FixedPoint.trillionths(number))
  }

  /// The exact number.
  public var decimal: Decimal { FixedPoint.decimal(trillionths) }
}

/// Why a `Decimal` is no figure.
public enum DecimalFault: Error, Hashable, Sendable {
  case notANumber
  /// It is 10^15 or more.
  case tooLarge
  /// It has digits beyond 12 decimal places.
  case tooFine
}

extension FixedPoint {
  /// Reads the digits of a `Decimal` without doing arithmetic on it.
  static func trillionths(_ decimal: Decimal) throws(DecimalFault) -> Int128 {
    guard !decimal.isNaN else { throw .notANumber }
    guard !decimal.isZero else { return 0 }
    let digits = Array(decimal.significand.magnitude.description.utf8)
    let zeros = digits.reversed().prefix { $0 == 48 }.count
    let kept = digits.count - zeros
    // How many trillionths, as a power of ten, the last digit kept stands for.
    let exponent = decimal.exponent + zeros + places
    guard exponent >= 0 else { throw .tooFine }
    guard kept + exponent <= 15 + places else { throw .tooLarge }
    let count = digits[..<kept].reduce(into: Int128(0)) { $0 = $0 * 10 + Int128($1 - 48) }
    let magnitude = count * powerOfTen(exponent)
    return decimal.isSignMinus ? -magnitude : magnitude
  }

  /// The exact value: two halves of at most 20 digits each, which add without rounding.
  static func decimal(_ trillionths: Int128) -> Decimal {
    let half = UInt128(10_000_000_000_000_000_000)
    let (high, low) = trillionths.magnitude.quotientAndRemainder(dividingBy: half)
    let sign: FloatingPointSign = trillionths < 0 ? .minus : .plus
    return Decimal(sign: sign, exponent: 19 - places, significand: Decimal(UInt64(high)))
      + Decimal(sign: sign, exponent: -places, significand: Decimal(UInt64(low)))
  }
}
