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
  private let stored: Trillionths

  var trillionths: Int128 { stored.value }

  init(trillionths: Int128) {
    stored = Trillionths(trillionths)
  }

  /// Nil pounds.
  public static let zero = Money(trillionths: 0)

  /// A whole number of pounds. One of 10^15 or more stops the program.
  public init(pounds: Int64) {
    self.init(trillionths: FixedPoint.whole(pounds))
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
    Money(trillionths: try FixedPoint.multiplying(money.trillionths, by: rate.trillionths))
  }

  /// The quotient, rounded once to a trillionth of a pound; throws `ArithmeticFault`.
  public static func / (money: Money, rate: Rate) throws(ArithmeticFault) -> Money {
    Money(trillionths: try FixedPoint.dividing(money.trillionths, by: rate.trillionths))
  }

  /// How many times `divisor` goes into the amount, rounded once to a trillionth.
  public static func / (money: Money, divisor: Money) throws(ArithmeticFault) -> Rate {
    Rate(trillionths: try FixedPoint.dividing(money.trillionths, by: divisor.trillionths))
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
