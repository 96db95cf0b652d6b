/// A whole number of 256 bits, for sums of squares, which 128 do not hold.
///
/// What is beyond it stops the program; the bounds of draws and figures keep below: see `Moments`.
struct WideWhole: Hashable, Sendable {
  private(set) var high: UInt128
  private(set) var low: UInt128

  init(high: UInt128 = 0, low: UInt128 = 0) {
    self.high = high
    self.low = low
  }

  static func + (left: WideWhole, right: WideWhole) -> WideWhole {
    let (low, carry) = left.low.addingReportingOverflow(right.low)
    return WideWhole(high: left.high + right.high + (carry ? 1 : 0), low: low)
  }

  /// The difference; nil pounds where `right` is the larger.
  static func - (left: WideWhole, right: WideWhole) -> WideWhole {
    if (left.high, left.low) < (right.high, right.low) { return WideWhole() }
    let (low, borrow) = left.low.subtractingReportingOverflow(right.low)
    return WideWhole(high: left.high - right.high - (borrow ? 1 : 0), low: low)
  }

  static func product(_ left: UInt128, _ right: UInt128) -> WideWhole {
    let product = left.multipliedFullWidth(by: right)
    return WideWhole(high: product.high, low: product.low)
  }

  static func * (left: WideWhole, right: UInt128) -> WideWhole {
    let low = product(left.low, right)
    return WideWhole(high: left.high * right + low.high, low: low.low)
  }

  /// The whole part of the quotient.
  static func / (left: WideWhole, right: UInt128) -> WideWhole {
    let (high, rest) = left.high.quotientAndRemainder(dividingBy: right)
    return WideWhole(high: high, low: right.dividingFullWidth((rest, left.low)).quotient)
  }

  /// The whole part of the square root, bit by bit.
  var squareRoot: UInt128 {
    var root: UInt128 = 0
    for bit in stride(from: UInt128(127), through: 0, by: -1) {
      let tried = root | (1 << bit)
      let square = WideWhole.product(tried, tried)
      if (square.high, square.low) <= (high, low) { root = tried }
    }
    return root
  }
}
