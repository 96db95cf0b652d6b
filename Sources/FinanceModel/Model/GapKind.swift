/// The five gaps of a plan; their names are reserved ids.
public enum GapKind: String, CaseIterable, Hashable, Sendable {
  /// The annual effects of all lines but the savings and memoranda: the gap a published table shows.
  case required
  /// Required, without the lines of role reserves.
  case beforeReserves = "before-reserves"
  /// The annual effects of the savings.
  case plan
  /// Required and plan: nil is a balanced year.
  case remaining
  /// Remaining, cumulative, less the one-off amounts of the year.
  case structural

  /// As tables name it.
  public var words: String {
    self == .beforeReserves ? "before reserves" : self == .plan ? "planned" : rawValue
  }
}
