/// What a register says of a line besides its figures: lines are chosen and regrouped by it.
public enum LineField: String, CaseIterable, Hashable, Sendable {
  /// The officer or directorate that answers for the line.
  case owner
  case service
  /// The priority of the council's plan that the money serves.
  case priority
  /// How sure its delivery is, such as red, amber or green.
  case status
}

/// The values that a field may have, in the order in which tables show them.
public struct LineGrouping: Sendable {
  public let field: LineField
  public let values: [Value]
  /// Whose grouping it is.
  public let source: String?
  public let range: SourceRange

  /// One value as lines write it, and as tables print it.
  public struct Value: Hashable, Sendable {
    public let id: String
    public let title: String
  }
}

/// The share of a line that is counted on while it has a status: `amber: 60%`.
public struct StatusDelivery: Hashable, Sendable {
  public let status: String
  public let share: Rate
  /// The range in which the share may lie; nil where it is not known.
  public let spread: Spread?
}
