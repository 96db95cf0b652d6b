/// A question asked of a plan: an ordered list of named changes to it, or to another scenario of it.
///
/// ```swift
/// let question = try plan.applying(Scenario(contentsOf: "staffing-up.yaml"))
/// ```
public struct Scenario: Sendable {
  public let id: Identifier
  public let title: String
  /// Why the question is asked.
  public let why: String?
  /// The path of the plan or scenario it changes.
  public let basedOn: String
  /// Assumptions that it brings along, for the lines it inserts.
  let assumptions: [Node.Entry]
  public let changes: [Change]
  /// Where `based-on` stands.
  let basedOnRange: SourceRange
  public let range: SourceRange
}
