/// A figure's value: money, or a number without a unit.
public enum Quantity: Hashable, Sendable {
  case money(Money)
  case number(Rate)

  /// Money, or a number, of so many trillionths.
  init(trillionths: Int128, isMoney: Bool) {
    self =
      isMoney ? .money(Money(trillionths: trillionths)) : .number(Rate(trillionths: trillionths))
  }

  var trillionths: Int128 {
    switch self {
    case .money(let money): money.trillionths
    case .number(let number): number.trillionths
    }
  }

  /// The same kind of value with another amount.
  func with(trillionths: Int128) -> Quantity {
    switch self {
    case .money: .money(Money(trillionths: trillionths))
    case .number: .number(Rate(trillionths: trillionths))
    }
  }

  /// Whether it is exactly nil.
  public var isZero: Bool { trillionths == 0 }

  var isNegative: Bool { trillionths < 0 }

  /// The figure without its sign.
  var magnitude: Quantity { isNegative ? with(trillionths: -trillionths) : self }

  /// Whether it is pounds, and not a plain number.
  public var isMoney: Bool {
    if case .money = self { true } else { false }
  }

  /// The value on the grid of `rounding`, half away from zero.
  public func rounded(_ rounding: Rounding) -> Quantity {
    with(trillionths: FixedPoint.round(trillionths, toMultipleOf: rounding.step))
  }
}
