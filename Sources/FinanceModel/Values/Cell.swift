/// One cell of a table: a figure, or one of four things that are not.
///
/// The four stay distinct from 0.000 and from each other. In a sum each counts as nothing;
/// `toBeConfirmed` also makes every total above it provisional.
public enum Cell: Hashable, Sendable {
  case figure(Quantity)
  case blank
  case dash
  case toBeConfirmed
  case notApplicable

  /// The figure, or nil for the four that are not.
  public var figure: Quantity? {
    if case .figure(let quantity) = self { quantity } else { nil }
  }

  /// The money in the cell, or nil when it holds none.
  public var money: Money? {
    if case .figure(.money(let money)) = self { money } else { nil }
  }

  /// A figure of money.
  public static func money(_ money: Money) -> Cell {
    .figure(.money(money))
  }

  /// As tables print the four that are not a figure; nil for a figure.
  public var mark: String? {
    switch self {
    case .figure: nil
    case .blank: ""
    case .dash: "-"
    case .toBeConfirmed: "tbc"
    case .notApplicable: "n/a"
    }
  }
}
