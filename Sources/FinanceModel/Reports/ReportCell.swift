/// A cell of a report: an amount in its unit, a text, or nothing.
public enum ReportCell: Hashable, Sendable {
  /// A figure, or one of the four cells that are not.
  case amount(Cell, Unit, decimals: Int)
  /// Words, such as a published note; they may be long.
  case text(String)
  case none

  /// A cell with an amount of money.
  public static func money(_ money: Money, _ unit: Unit, decimals: Int) -> ReportCell {
    .amount(.money(money), unit, decimals: decimals)
  }
}
