/// What the lines of a section are to the gap.
public enum Role: String, CaseIterable, Hashable, Sendable {
  /// Whole budgets.
  case cost
  case funding
  case income
  case pressure
  /// Use of and contributions to reserves: always one-off money.
  case reserves
  case saving
  /// Shown, in no gap.
  case memorandum
}
