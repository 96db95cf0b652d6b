/// What a printed figure counts: pounds in one of three sizes, per cent, or plain numbers.
public enum Unit: String, CaseIterable, Hashable, Sendable {
  case pounds = "£"
  case thousands = "£000"
  case millions = "£m"
  case percent = "%"
  case number

  /// Reads a unit as plans write it; nil for any other text. `£k` is `£000`.
  public init?(text: String) {
    guard let unit = Unit(rawValue: text == "£k" ? "£000" : text) else { return nil }
    self = unit
  }

  /// Every way to type a unit.
  static let typed = allCases.flatMap { $0 == .thousands ? ["£000", "£k"] : [$0.rawValue] }

  /// Whether it counts pounds.
  public var isMoney: Bool {
    self != .percent && self != .number
  }

  /// How many trillionths a printed 1 stands for.
  var trillionths: Int128 {
    switch self {
    case .pounds, .number: FixedPoint.one
    case .thousands: FixedPoint.one * 1000
    case .millions: FixedPoint.one * 1_000_000
    case .percent: FixedPoint.one / 100
    }
  }

  /// The nearest number of decimals that a figure can have: from 0 to 12 for £, 18 for £m.
  func possible(_ decimals: Int) -> Int {
    let most =
      switch self {
      case .pounds, .number: FixedPoint.places
      case .thousands: FixedPoint.places + 3
      case .millions: FixedPoint.places + 6
      case .percent: FixedPoint.places - 2
      }
    return min(max(decimals, 0), most)
  }
}
