/// How figures are printed: decimals, and brackets or a minus for negatives.
public struct AmountFormat: Hashable, Sendable {
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
  public func text(_ quantity: Quantity, in unit: Unit) -> String {
    text(trillionths: quantity.trillionths, per: unit.trillionths)
  }

  public func text(_ money: Money, in unit: Unit) -> String {
    text(trillionths: money.trillionths, per: unit.trillionths)
  }

  /// A figure in `unit`, or the mark of a cell that is not a figure.
  public func text(_ cell: Cell, in unit: Unit) -> String {
    cell.figure.map { text($0, in: unit) } ?? cell.mark ?? ""
  }

  private func text(trillionths: Int128, per scale: Int128) -> String {
    let step = scale / FixedPoint.powerOfTen(decimals)
    let count = FixedPoint.round(trillionths, toMultipleOf: step) / step
    var digits = Array(String(count.magnitude).utf8)
    if digits.count <= decimals {
      digits.insert(contentsOf: Array(repeating: 48, count: decimals + 1 - digits.count), at: 0)
    }
    let wholeCount = digits.count - decimals
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count + 8)
    if count < 0 { bytes.append(negatives == .brackets ? 40 : 45) }
    for (index, digit) in digits.enumerated() {
      if index == wholeCount {
        bytes.append(46)
      } else if groupsThousands, index > 0, index < wholeCount, (wholeCount - index) % 3 == 0 {
        bytes.append(44)
      }
      bytes.append(digit)
    }
    if count < 0 && negatives == .brackets { bytes.append(41) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
