/// An exact amount of pounds, held as a whole number of trillionths of a pound.
///
/// ```swift
/// let pressure = try Money("5.282", in: .millions)
/// let increase = try pressure * Rate("20%")  // £1,056,400
/// ```
///
/// Sums and differences are exact. A product or quotient is rounded once, half away from zero, to
/// a trillionth. Money times money does not compile. Positive adds to the gap unless said otherwise.
public struct Money: Hashable, Comparable, Sendable {
  let trillionths: Int128

  init(trillionths: Int128) {
    self.trillionths = trillionths
  }

  /// Nil pounds.
  public static let zero = Money(trillionths: 0)

  /// A whole number of pounds.
  public init(pounds: Int64) {
    trillionths = Int128(pounds) * FixedPoint.one
  }

  public static func < (left: Money, right: Money) -> Bool {
    left.trillionths < right.trillionths
  }

  /// Exact for any sum of up to 10^11 figures; a figure itself is below 10^15 pounds.
  public static func + (left: Money, right: Money) -> Money {
    Money(trillionths: left.trillionths + right.trillionths)
  }

  public static func - (left: Money, right: Money) -> Money {
    Money(trillionths: left.trillionths - right.trillionths)
  }

  public static prefix func - (money: Money) -> Money {
    Money(trillionths: -money.trillionths)
  }

  public static func += (left: inout Money, right: Money) {
    left = left + right
  }

  /// The product, rounded once to a trillionth of a pound; throws `ArithmeticFault.tooLarge`.
  public static func * (money: Money, rate: Rate) throws(ArithmeticFault) -> Money {
    guard let product = FixedPoint.product(money.trillionths, rate.trillionths) else {
      throw .tooLarge
    }
    return Money(trillionths: product)
  }

  /// The quotient, rounded once to a trillionth of a pound; throws `ArithmeticFault`.
  public static func / (money: Money, rate: Rate) throws(ArithmeticFault) -> Money {
    Money(trillionths: try quotient(money.trillionths, rate.trillionths))
  }

  /// How many times `divisor` goes into the amount, rounded once to a trillionth.
  public static func / (money: Money, divisor: Money) throws(ArithmeticFault) -> Rate {
    Rate(trillionths: try quotient(money.trillionths, divisor.trillionths))
  }

  /// The amount without its sign.
  public var magnitude: Money {
    trillionths < 0 ? -self : self
  }

  /// The amount on the grid of `rounding`, half away from zero.
  public func rounded(_ rounding: Rounding) -> Money {
    Money(trillionths: FixedPoint.round(trillionths, toMultipleOf: rounding.step))
  }
}

/// Why a product or quotient has no value.
public enum ArithmeticFault: Error, Hashable, Sendable {
  /// The result is 10^15 or more, beyond what a figure may be.
  case tooLarge
  case divisionByZero
}

/// left ÷ right in trillionths, rounded once.
func quotient(_ left: Int128, _ right: Int128) throws(ArithmeticFault) -> Int128 {
  guard right != 0 else { throw .divisionByZero }
  guard let quotient = FixedPoint.quotient(left, right) else { throw .tooLarge }
  return quotient
}
