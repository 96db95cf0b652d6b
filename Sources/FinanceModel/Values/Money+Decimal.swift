import FoundationEssentials

// The one place where `Foundation.Decimal` enters and leaves. Its parser takes "12abc" for 12, its
// arithmetic drops digits past 38 in silence and is wrong in the late digits of a quotient, its NaN
// equals itself, and extreme exponents crash it: see docs/decisions/0002.

extension Money {
  /// The exact amount in pounds. Throws `DecimalFault` rather than lose a digit of `pounds`.
  public init(_ pounds: Decimal) throws(DecimalFault) {
    trillionths = try FixedPoint.trillionths(pounds)
  }

  /// The exact amount in pounds.
  public var decimal: Decimal { FixedPoint.decimal(trillionths) }
}

extension Rate {
  /// The exact number. Throws `DecimalFault` rather than lose a digit of `number`.
  public init(_ number: Decimal) throws(DecimalFault) {
    trillionths = try FixedPoint.trillionths(number)
  }

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
    guard decimal != 0 else { return 0 }
    let exponent = decimal.exponent
    guard exponent <= 15 else { throw .tooLarge }
    // A significand has at most 39 digits, so below this exponent some lie past the 12th place
    // unless they are zeros, which the compact form of the description drops.
    guard exponent >= -60 else { throw .tooFine }
    let digits = Array(decimal.significand.magnitude.description.utf8)
    let kept = digits.count - digits.reversed().prefix { $0 == 48 }.count
    let shift = exponent + places + digits.count - kept
    guard shift >= 0 else { throw .tooFine }
    guard kept + shift <= places + 15 else { throw .tooLarge }
    let count = digits[..<kept].reduce(into: Int128(0)) { $0 = $0 * 10 + Int128($1 - 48) }
    let magnitude = count * powerOfTen(shift)
    return decimal.isSignMinus ? -magnitude : magnitude
  }

  /// The exact value: two parts of at most 18 digits each, put together without rounding.
  static func decimal(_ trillionths: Int128) -> Decimal {
    let half = Int128(1_000_000_000_000_000_000)
    let high = Decimal(Int64(trillionths / half / half))
    let middle = Decimal(Int64(trillionths / half % half))
    let low = Decimal(Int64(trillionths % half))
    return Decimal(sign: .plus, exponent: 24, significand: high)
      + Decimal(sign: .plus, exponent: 6, significand: middle)
      + Decimal(sign: .plus, exponent: -places, significand: low)
  }
}
