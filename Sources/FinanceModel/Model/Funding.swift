/// How sure a year's funding is.
public enum FundingStatus: String, CaseIterable, Hashable, Sendable {
  /// Settled, or set by the council itself.
  case final
  /// Published, and still to be confirmed.
  case provisional
  /// Named by the funder for a later year, without a commitment.
  case indicative
  /// The council's own assumption.
  case assumed
}

/// What is known of the money behind a funding line.
public struct Funding: Hashable, Sendable {
  /// By column; a year that is not there has no status.
  public var status: [Int: FundingStatus] = [:]
  /// The last year in which the money is paid; nil where no end is known.
  public var ends: FinancialYear?
  /// The line that the money is paid within once this grant is rolled into it.
  public var rolledInto: Identifier?
  /// Where `ends` and `rolled-into` stand.
  public var endsRange: SourceRange?
  public var rolledIntoRange: SourceRange?
}
