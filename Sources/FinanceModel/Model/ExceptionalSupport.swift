/// Revenue cost that the government lets a council treat as capital, with what it costs later.
///
/// The support is one-off funding. It is borrowed, so that its interest and its repayment are
/// pressures from the year after. Its figures are rows and assumptions like any other; this says
/// which of them they are.
public struct ExceptionalSupport: Sendable {
  public let id: Identifier
  public let title: String
  public let status: Status
  public let schedule: RepaymentSchedule
  /// The amounts of years before the plan's columns, whose repayment goes on in the plan.
  public let earlier: [Earlier]
  public let source: String?
  /// Where its id stands.
  public let range: SourceRange

  /// Whether the government has agreed to it.
  public enum Status: String, CaseIterable, Hashable, Sendable {
    case agreed
    case requested
  }

  /// The support of a year before the plan.
  public struct Earlier: Hashable, Sendable {
    public let year: FinancialYear
    public let amount: Money
  }

  /// What it has a row for; formulas may name each, `ID-interest-due` and the like.
  enum Part: String, CaseIterable {
    /// The line with the support itself, which has the id alone.
    case support = ""
    case interest
    case repayment
    /// By year, the support as a positive amount, as its line has it.
    case drawn
    case repaymentDue = "repayment-due"
    case outstanding
    case interestDue = "interest-due"
    /// The assumption with its amounts, where they are typed in its place.
    case amount
    /// The assumption with its rate of interest, or the row that computes it.
    case interestRate = "interest-rate"

    /// Those that enter the gap.
    static let lines: [Part] = [.support, .interest, .repayment]
  }

  /// The id of one of its rows.
  func id(_ part: Part) -> String { part == .support ? id.name : "\(id)-\(part.rawValue)" }
}
