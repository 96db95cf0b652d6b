/// What can close a gap: an assumption, a saving, or a draw on reserves.
public struct ClosingLever: Sendable {
  /// What is moved, and so what a step of it means.
  public enum Kind: String, Hashable, Sendable {
    /// Moved by points of a percentage, or by an amount in its unit.
    case assumption
    /// An amount more is saved in each year in which it is moved.
    case saving
    /// An amount more is drawn in one year; it does not come again.
    case draw
  }

  public let lever: Lever
  public let kind: Kind
  /// Whether its section prints income positive, where an amount that lowers the gap is added.
  private let isTurned: Bool

  /// Throws `ClosingFault` for a line that is neither a saving nor a use of reserves.
  public init(_ lever: Lever, in plan: Plan) throws(ClosingFault) {
    self.lever = lever
    guard let line = lever.line else {
      kind = .assumption
      isTurned = false
      return
    }
    switch line.role {
    case .saving: kind = .saving
    case .reserves: kind = .draw
    default:
      throw ClosingFault(
        "'\(line.id)' has the role \(line.role.rawValue), and is no lever",
        help: "name an assumption, a line of role saving, or one of role reserves")
    }
    guard line.details.unit.isMoney else {
      throw ClosingFault(
        "'\(line.id)' holds no money", help: "name an assumption or a line in pounds")
    }
    let section = line.details.section.flatMap { id in plan.sections.first { $0.id == id } }
    isTurned = section?.signs == .incomePositive
  }

  /// Reads a step, or a limit of a line: `0.1 points`, `£1k`. Throws `AmountFault`.
  public func amount(_ text: String) throws(AmountFault) -> Quantity {
    guard case .shift(let amount) = try lever.shift(text) else {
      throw AmountFault.percentageUnder(lever.unit, at: 0..<text.count)
    }
    return amount
  }

  /// Reads a limit: a value of an assumption, an amount of a line. Throws `AmountFault`.
  public func limit(_ text: String) throws(AmountFault) -> Quantity {
    guard kind == .assumption, case .set(let value) = try lever.value(text) else {
      return try amount(text)
    }
    return value
  }

  /// What an amount comes to, of points, of what is saved or of what is drawn.
  func quantity(_ trillionths: Int128) -> Quantity {
    Quantity(trillionths: trillionths, isMoney: lever.unit.isMoney)
  }

  /// The change that moves it, as it is typed in the list of a scenario.
  func change(_ amount: Quantity, in years: [FinancialYear]) -> String {
    let isAdded = kind == .assumption || isTurned
    let shift = isAdded ? amount : amount.with(trillionths: -amount.trillionths)
    return LeverMove(.shift(shift), in: years).change(of: lever)
  }

  /// The step where none is stated: a tenth of a point, or the last place of a line.
  var usualStep: Quantity {
    if let line = lever.line { return quantity(line.details.lastPlace.step) }
    let place =
      switch lever.unit {
      case .percent: Rounding(decimals: 1, unit: .percent)
      case .number: Rounding(decimals: 2, unit: .number)
      case .pounds: Rounding(decimals: 0, unit: .pounds)
      case .thousands, .millions: Rounding(decimals: 3, unit: lever.unit)
      }
    return quantity(place.step)
  }
}

/// Why a lever cannot be asked to close a gap, and what to ask instead.
public struct ClosingFault: Error, Hashable, Sendable {
  public let message: String
  public let help: String

  init(_ message: String, help: String) {
    self.message = message
    self.help = help
  }
}
