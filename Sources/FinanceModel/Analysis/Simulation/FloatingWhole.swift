/// A number above nil as 128 whole bits and a power of two: what long series are added up in.
///
/// Every operation drops what is below the last of the 128 bits, less than 2^-127 of the result, and
/// gives the same bits on any machine.
struct FloatingWhole: Hashable, Sendable {
  /// Its highest bit is set.
  private let digits: UInt128
  private let exponent: Int

  /// `digits` × 2^`exponent`.
  private init(_ digits: UInt128, _ exponent: Int) {
    let shift = digits.leadingZeroBitCount
    self.digits = digits << UInt128(shift)
    self.exponent = exponent - shift
  }

  /// A whole number above nil.
  init(_ number: UInt128) {
    self.init(number, 0)
  }

  func multiplied(by other: FloatingWhole) -> FloatingWhole {
    let (high, low) = digits.multipliedFullWidth(by: other.digits)
    let shift = high.leadingZeroBitCount
    let joined = shift == 0 ? high : high << UInt128(shift) | low >> UInt128(128 - shift)
    return FloatingWhole(joined, exponent + other.exponent + 128 - shift)
  }

  /// Divides by a whole number below 2^64, or by any other number.
  func divided(by number: UInt128) -> FloatingWhole {
    let (quotient, rest) = digits.quotientAndRemainder(dividingBy: number)
    let shift = quotient.leadingZeroBitCount
    // What is left over fills the bits that the quotient leaves free.
    let filled = shift == 0 ? 0 : (rest << UInt128(shift)) / number
    return FloatingWhole(quotient << UInt128(shift) | filled, exponent - shift)
  }

  func divided(by other: FloatingWhole) -> FloatingWhole {
    // Half of the digits, so that the quotient fits.
    let (quotient, _) = other.digits.dividingFullWidth((digits >> 1, digits << 127))
    return FloatingWhole(quotient, exponent - other.exponent - 127)
  }

  var halved: FloatingWhole { FloatingWhole(digits, exponent - 1) }

  func added(_ other: FloatingWhole) -> FloatingWhole {
    let (large, small) = exponent >= other.exponent ? (self, other) : (other, self)
    let distance = large.exponent - small.exponent
    let shifted = distance < 128 ? small.digits >> UInt128(distance) : 0
    let (sum, carry) = large.digits.addingReportingOverflow(shifted)
    if !carry { return FloatingWhole(sum, large.exponent) }
    return FloatingWhole(sum >> 1 | UInt128(1) << 127, large.exponent + 1)
  }

  /// Whether it is below 2^-128 of a number.
  func isNegligible(beside other: FloatingWhole) -> Bool {
    exponent + 129 < other.exponent
  }

  func isBelow(_ number: UInt128) -> Bool {
    let other = FloatingWhole(number)
    return (exponent, digits) < (other.exponent, other.digits)
  }

  /// The whole part of it × 2^`bits`, which has to fit.
  func shifted(by bits: Int) -> UInt128 {
    let shift = exponent + bits
    if shift >= 0 { return digits << UInt128(shift) }
    return shift > -128 ? digits >> UInt128(-shift) : 0
  }
}
