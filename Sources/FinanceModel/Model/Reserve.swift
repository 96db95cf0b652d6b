/// A reserve: a balance that contributions add to and that its use, and perhaps the gap, draw on.
///
/// Its figures are rows of the plan like any other: the reserve's own id is that of the closing
/// balance as planned, before any remaining gap is met from it.
public struct Reserve: Sendable {
  /// The row with its closing balance as planned.
  public let id: Identifier
  public let title: String
  public let kind: Kind
  /// The lines of role reserves that move it: what they draw, and what they contribute.
  public let lines: [Identifier]
  /// Whether the plan says what it should not fall below.
  public let hasMinimum: Bool
  /// Whether a remaining gap is met from it.
  public let meetsGap: Bool
  public let source: String?
  public let note: String?
  /// Where its id stands.
  public let range: SourceRange

  /// Whether it is held against any need, or set aside for one.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case general
    case earmarked
  }

  /// A line that the plan is given for it, whose id begins with the reserve's.
  public enum Part: String, CaseIterable, Hashable, Sendable {
    case opening
    case contributions
    case use
    case minimum
  }

  /// The id of one of its lines: `general-fund-use`.
  public func name(of part: Part) -> String { "\(id)-\(part.rawValue)" }

  /// The section in which those lines stand; it is not printed and is in no gap.
  static let section = "reserve-movements"
}
