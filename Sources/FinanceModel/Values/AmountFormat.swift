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
    let digits = grouped(count.magnitude, decimals: unit.possible(decimals))
    return count >= 0 ? digits : negatives == .brackets ? "(\(digits))" : "-\(digits)"
  }

  /// The digits with their point and commas: 1234567 with 3 decimals is `1,234.567`.
  private func grouped(_ count: UInt128, decimals: Int) -> String {
    // UInt64 prints several times faster than UInt128.
    let printed = UInt64(exactly: count).map { String($0) } ?? String(count)
    let digits = String(repeating: "0", count: max(0, decimals + 1 - printed.utf8.count)) + printed
    let whole = digits.utf8.count - decimals
    var bytes: [UInt8] = []
    bytes.reserveCapacity(whole + whole / 3 + decimals + 1)
    for (index, digit) in digits.utf8.enumerated() {
      if index == whole {
        bytes.append(UInt8(ascii: "."))
      } else if groupsThousands, 0 < index, index < whole, (whole - index).isMultiple(of: 3) {
        bytes.append(UInt8(ascii: ","))
      }
      bytes.append(digit)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
