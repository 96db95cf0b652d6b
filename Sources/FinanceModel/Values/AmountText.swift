/// A cell as a council prints it, read: `(4.496)`, `£4.496m`, `- 56`, `1.99%`, `tbc`.
///
/// ```swift
/// try AmountText("(£250k)", unit: .millions).cell  // a figure of -£250,000
/// ```
///
/// A unit in the cell overrides `unit`; under `%` a bare 1.99 is 1.99%. Brackets are negative.
/// Thousands commas are welcome where they group thousands. Throws `AmountFault` for anything else.
public struct AmountText: Hashable, Sendable {
  public let cell: Cell
  /// The last place as it was typed: £1,000,000 in `£45m`; nil for a cell that is not a figure.
  public let place: Rounding?

  /// Reads `text`. With `footnotes`, a published cell may end in marks such as `*` or `[1]`.
  public init(_ text: String, unit: Unit, footnotes: Bool = false) throws(AmountFault) {
    var scanner = AmountScanner(text, footnotes: footnotes)
    if let mark = scanner.mark() {
      cell = mark
      place = nil
      return
    }
    let amount = try scanner.amount()
    let scale = try amount.scale(in: unit)
    let step = try amount.step(of: scale)
    let trillionths = try amount.trillionths(inStepsOf: step)
    cell = .figure(
      Quantity(trillionths: trillionths, isMoney: unit.isMoney))
    place = Rounding(step: step)
  }
}

/// The parts of an amount as typed, before it is known what they count.
struct TypedAmount {
  /// `%`, `k`, `m` or `bn`.
  enum Suffix {
    case percent
    case thousands
    case millions
    case billions
  }

  var isNegative = false
  var hasPounds = false
  /// Its digits as a whole number, without the point; any number at the limit or beyond is too large.
  private(set) var count: Int128 = 0
  /// How many of the digits stand after the point.
  var decimals = 0
  var suffix: Suffix?
  /// Where it stands, in characters of the text.
  var characters = 0..<0

  /// How many trillionths a 1 stands for: the amount's own unit, or else `unit`.
  func scale(in unit: Unit) throws(AmountFault) -> Int128 {
    let isPercent = suffix == .percent
    if hasPounds || (suffix != nil && !isPercent), !unit.isMoney {
      throw .moneyUnder(unit, at: characters)
    }
    if isPercent, unit.isMoney || hasPounds {
      throw .percentageUnder(unit, at: characters)
    }
    return switch suffix {
    case .percent: Unit.percent.trillionths
    case .thousands: Unit.thousands.trillionths
    case .millions: Unit.millions.trillionths
    case .billions: Unit.millions.trillionths * 1000
    case nil: (hasPounds ? Unit.pounds : unit).trillionths
    }
  }

  /// The size of its last place in trillionths, where a 1 stands for `scale` of them.
  func step(of scale: Int128) throws(AmountFault) -> Int128 {
    guard decimals <= FixedPoint.largestExponent else { throw .tooFine(at: characters) }
    let (step, rest) = scale.quotientAndRemainder(dividingBy: FixedPoint.powerOfTen(decimals))
    guard rest == 0 else { throw .tooFine(at: characters) }
    return step
  }

  /// Its value, where a 1 in the last place stands for `step`, which is a trillionth or more.
  func trillionths(inStepsOf step: Int128) throws(AmountFault) -> Int128 {
    let (size, overflow) = count.multipliedReportingOverflow(by: step)
    guard !overflow, size < FixedPoint.limit else { throw .tooLarge(at: characters) }
    return isNegative ? -size : size
  }

  /// Puts a digit behind the others. Those past the limit change nothing: it is too large already.
  mutating func append(_ digit: Unicode.Scalar) {
    guard count < FixedPoint.limit else { return }
    count = count * 10 + Int128(digit.value - 48)
  }
}
