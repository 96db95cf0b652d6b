/// A deficit that is held outside the general fund, such as that of the dedicated schools grant.
///
/// Only what it costs the council's revenue, the interest on its balance, is in the gap. Where an
/// override of the law that keeps it outside ends, the balance falls on the general fund: that is
/// stated, and never counted.
public struct MemorandumAccount: Sendable {
  public let id: Identifier
  public let title: String
  /// The last year in which it is held outside; nil where no end is known.
  public let overrideEnds: FinancialYear?
  /// Whether it names the reserves to bear it; else those are the plan's general reserves.
  public let hasReserves: Bool
  public let source: String?
  /// Where its id stands.
  public let range: SourceRange

  /// What it has a row for; formulas may name each, `ID-balance` and the like.
  enum Part: String, CaseIterable {
    /// The line with its cost to revenue.
    case interest
    case interestDue = "interest-due"
    /// At the end of each year; a deficit is positive.
    case balance
    /// The reserves that there are to bear it.
    case reserves
    /// The assumption with its deficits in the year, where they are typed in its place.
    case inYearDeficit = "in-year-deficit"
    case interestRate = "interest-rate"
  }

  /// The most characters that the id of a row adds to its own, or to that of a support.
  static let longestSuffix = "-in-year-deficit".utf8.count

  /// The id of one of its rows.
  func id(_ part: Part) -> String { "\(id)-\(part.rawValue)" }
}
