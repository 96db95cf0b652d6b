/// Above which increase a council tax of one year and class is excessive, and needs a referendum.
///
/// Principles are data that a plan names in a file, dated and with their source; none is built in.
public struct ReferendumPrinciple: Hashable, Sendable {
  public let year: FinancialYear
  /// The increase at which it is excessive, of last year's Band D; nil where only pounds count.
  public let core: Rate?
  /// What may be raised beside it for adult social care.
  public let adultSocialCare: Rate?
  /// The increase in Band D above which it is excessive.
  public let pounds: Money?
  public let rule: Rule
  public let status: Status
  /// The document that states it.
  public let source: String
  public let range: SourceRange

  /// Which tests make an increase excessive, in the words of the file.
  public enum Rule: String, CaseIterable, Hashable, Sendable {
    case percentage = "excessive at the percentage or more"
    case pounds = "excessive above the pounds"
    case both = "excessive only if at the percentage or more and more than the pounds"
  }

  /// How settled it is.
  public enum Status: String, CaseIterable, Hashable, Sendable {
    case final
    case draft
    case proposed
  }
}
