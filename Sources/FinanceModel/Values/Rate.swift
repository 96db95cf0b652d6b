/// An exact number without a unit: a percentage (3% is 0.03), a share, or a count such as a tax base.
///
/// ```swift
/// let increase = try Rate("1.99%")
/// let taxBase = try Rate("187,123.45")
/// ```
///
/// Held as a whole number of trillionths, with the arithmetic of `Money`.
public struct Rate: Hashable, Comparable, Sendable {
  private let stored: Trillionths

  var trillionths: Int128 { stored.value }

  init(trillionths: Int128) {
    stored = Trillionths(trillionths)
  }

  /// Nil.
  public static let zero = Rate(trillionths: 0)
  /// 1, which is 100%.
  public static let one = Rate(trillionths: FixedPoint.one)

  /// A whole number. One of 10^15 or more stops the program.
  public init(whole: Int64) {
    self.init(trillionths: FixedPoint.whole(whole))
  }

  public static func < (left: Rate, right: Rate) -> Bool {
    left.trillionths < right.trillionths
  }

  public static func + (left: Rate, right: Rate) -> Rate {
    Rate(trillionths: left.trillionths + right.trillionths)
  }

  public static func - (left: Rate, right: Rate) -> Rate {
    Rate(trillionths: left.trillionths - right.trillionths)
  }

  public static prefix func - (rate: Rate) -> Rate {
    Rate(trillionths: -rate.trillionths)
  }

  /// The product, rounded once to a trillionth; throws `ArithmeticFault.tooLarge`.
  public static func * (left: Rate, right: Rate) throws(ArithmeticFault) -> Rate {
    Rate(trillionths: try FixedPoint.multiplying(left.trillionths, by: right.trillionths))
  }

  /// The quotient, rounded once to a trillionth; throws `ArithmeticFault`.
  public static func / (left: Rate, right: Rate) throws(ArithmeticFault) -> Rate {
    Rate(trillionths: try FixedPoint.dividing(left.trillionths, by: right.trillionths))
  }

  /// The number without its sign.
  public var magnitude: Rate {
    trillionths < 0 ? -self : self
  }

  /// The number on the grid of `rounding`, half away from zero.
  public func rounded(_ rounding: Rounding) -> Rate {
    Rate(trillionths: FixedPoint.round(trillionths, toMultipleOf: rounding.step))
  }
}
