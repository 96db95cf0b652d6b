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
}
