/// How figures are printed: decimals, and brackets or a minus for negatives.
public struct AmountFormat: Hashable, Sendable {
  /// How a negative figure is marked.
  public enum Negatives: Hashable, Sendable {
    /// `(4.496)`, as council tables print it.
    case brackets
    /// `-4.496`, as machines read it.
    case minus
  }

  public var decimals: Int
  public var negatives: Negatives
  /// Whether commas group thousands.
  public var groupsThousands: Bool

  public init(decimals: Int, negatives: Negatives, groupsThousands: Bool) {
    self.decimals = decimals
    self.negatives = negatives
    self.groupsThousands = groupsThousands
  }

  /// The figure in `unit`, rounded half away from zero to the decimals. Nil is never negative.
  ///
  /// Decimals beyond the last place that `unit` can have (12 for £) are left out.
  public func text(_ quantity: Quantity, in unit: Unit) -> String {
    text(trillionths: quantity.trillionths, in: unit)
  }

  /// The amount in `unit`, rounded half away from zero to the decimals.
  public func text(_ money: Money, in unit: Unit) -> String {
    text(trillionths: money.trillionths, in: unit)
  }

  /// A figure in `unit`, or the mark of a cell that is not a figure.
  public func text(_ cell: Cell, in unit: Unit) -> String {
    cell.figure.map { text($0, in: unit) } ?? cell.mark ?? ""
  }

  private func text(trillionths: Int128, in unit: Unit) -> String {
    let step = Rounding(decimals: decimals, unit: unit).step
    let count = FixedPoint.round(trillionths, toMultipleOf: step) / step
    return printed(count, decimals: unit.possible(decimals))
  }

  /// The digits with their sign, point and commas: 1234567 with 3 decimals is `1,234.567`.
  ///
  /// They are made from the last to the first. No figure has more than 39 digits and 12 commas.
  private func printed(_ count: Int128, decimals: Int) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { bytes in
      var start = bytes.endIndex
      func add(_ character: Unicode.Scalar) {
        start -= 1
        bytes[start] = UInt8(ascii: character)
      }
      let isBracketed = count < 0 && negatives == .brackets
      if isBracketed { add(")") }
      var rest = count.magnitude
      var places = 0
      while rest > 0 || places <= decimals {
        if places == decimals, places > 0 { add(".") }
        let whole = places - decimals
        if groupsThousands, whole > 0, whole.isMultiple(of: 3) { add(",") }
        // UInt64 divides several times faster than UInt128.
        let digit: UInt8
        if let small = UInt64(exactly: rest) {
          digit = UInt8(small % 10)
          rest = UInt128(small / 10)
        } else {
          digit = UInt8(rest % 10)
          rest /= 10
        }
        start -= 1
        bytes[start] = UInt8(ascii: "0") + digit
        places += 1
      }
      if count < 0 { add(isBracketed ? "(" : "-") }
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[start...]), as: UTF8.self)
    }
  }
}
