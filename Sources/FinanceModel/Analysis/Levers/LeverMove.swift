/// How a lever is moved, in all years of the plan or in some of them.
public struct LeverMove: Hashable, Sendable {
  /// How far it is moved, or what it is set to.
  public enum Operation: Hashable, Sendable {
    /// By so much in each year: points of a percentage, else an amount in the lever's unit.
    case shift(Quantity)
    /// To a share of what each year has: 101% is a hundredth more.
    case scale(Rate)
    /// To a value in each year.
    case set(Quantity)
  }

  public let operation: Operation
  /// The years in which it is moved; nil is all of them.
  public let years: [FinancialYear]?

  public init(_ operation: Operation, in years: [FinancialYear]? = nil) {
    self.operation = operation
    self.years = years
  }

  /// The change as it is typed in the list of a scenario.
  func change(of lever: Lever) -> String {
    let unit = lever.unit
    let words =
      switch operation {
      case .shift(let shift):
        lever.assumption == nil
          ? "add: \(shift.typed(in: unit))"
          : "shift: \(unit == .percent ? shift.points : shift.typed(in: unit))"
      case .scale(let rate): "scale: \(Quantity.number(rate).typed(in: .percent))%"
      case .set(let value): "set: \(value.typed(in: unit))" + (unit == .percent ? "%" : "")
      }
    let span = years.map { ", in: [\($0.map(\.description).joined(separator: ", "))]" } ?? ""
    return "{ \(lever.assumption == nil ? "line" : "assumption"): \(lever.id), \(words)\(span) }"
  }
}

extension Lever {
  /// Reads by how much it is moved: `1`, `-0.5 points`, `£100k`; or `2%` of itself.
  ///
  /// Under a percentage `1%` is one point. Throws `AmountFault`.
  public func shift(_ text: String) throws(AmountFault) -> LeverMove.Operation {
    if !movesByPoints, text.hasSuffix("%") {
      return .scale(.one + (try Rate(text)))
    }
    var number = text[...]
    if movesByPoints {
      for word in ["points", "point"] where number.hasSuffix(word) {
        number = number.dropLast(word.count)
        break
      }
    }
    return .shift(try figure(String(number), as: text))
  }

  /// Reads a value that it is given, in its unit unless the text has its own. Throws `AmountFault`.
  public func value(_ text: String) throws(AmountFault) -> LeverMove.Operation {
    .set(try figure(text, as: text))
  }

  private func figure(_ text: String, as typed: String) throws(AmountFault) -> Quantity {
    guard let figure = try AmountText(text, unit: unit).cell.figure else {
      throw AmountFault.notAFigure(typed)
    }
    return figure
  }

  /// A move by one unit: a point of a percentage, or a hundredth of anything else.
  var unitMove: LeverMove { move(byHundredths: 1) }

  /// A move by so many points of a percentage, or hundredths of anything else.
  func move(byHundredths count: Int64) -> LeverMove {
    let hundredths = Rate(trillionths: Unit.percent.trillionths * Int128(count))
    return LeverMove(
      movesByPoints ? .shift(.number(hundredths)) : .scale(.one + hundredths))
  }
}
