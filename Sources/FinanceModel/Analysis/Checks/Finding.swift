/// One thing that a rule found, with its place.
public struct Finding: Sendable {
  public let rule: CheckRule
  /// What was found, in one clause without a full stop, titles in single quotes.
  public let message: String
  public let range: SourceRange
  /// How to mend it, in one clause.
  public let help: String
  public let notes: [Diagnostic.Note]

  /// What a rule says of one place; its help is the rule's own mending unless it knows better.
  struct Place: Sendable {
    let message: String
    let range: SourceRange
    var help: String?
    var notes: [Diagnostic.Note] = []

    init(
      _ message: String, at range: SourceRange, help: String? = nil, notes: [Diagnostic.Note] = []
    ) {
      self.message = message
      self.range = range
      self.help = help
      self.notes = notes
    }
  }

  init(_ rule: CheckRule, _ place: Place) {
    self.rule = rule
    message = place.message
    range = place.range
    help = place.help ?? rule.mending
    notes = place.notes
  }
}

extension DiagnosticRenderer {
  /// A finding in the shape of a diagnostic, with the rule's id and why it matters.
  public func text(_ finding: Finding) -> String {
    text(
      finding.rule.severity, finding.message, name: finding.rule.id, at: finding.range,
      notes: finding.notes, why: finding.rule.why, help: finding.help)
  }
}
