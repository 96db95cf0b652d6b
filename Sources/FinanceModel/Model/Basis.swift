/// What a year's figure of a line means.
public enum Basis: String, CaseIterable, Hashable, Sendable {
  /// The change made to the base budget that year; it stays.
  case recurring
  /// Money for that year only; it unwinds the year after.
  case oneOff = "one-off"
  /// The whole amount in that year.
  case level
}
