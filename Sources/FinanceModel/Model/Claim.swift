/// A figure that a report states in prose, and the formula it must equal.
public struct Claim: Sendable {
  public let id: Identifier
  /// The sentence.
  public let says: String
  public let stated: Quantity
  /// The stated figure as it was typed.
  public let text: String
  /// The last place as stated: £1m in £45m. A claim holds when the formula rounds to it.
  public let place: Rounding
  /// The unit of the stated figure, in which its difference is printed.
  public let unit: Unit
  public let formula: Formula
  public let noted: Noted?
  public let source: String?
  /// The claim whose sentence states this figure as well; nil for the first figure of a sentence.
  public let sentenceOf: Identifier?
  public let range: SourceRange

  /// A difference, stated less computed, that is known, with its reason.
  public struct Noted: Sendable {
    public let difference: Quantity
    public let reason: String
  }
}
