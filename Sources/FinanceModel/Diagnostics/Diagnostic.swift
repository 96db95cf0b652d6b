/// One thing wrong with an input: what, where, what was expected, and how to mend it.
public struct Diagnostic: Hashable, Sendable {
  /// Whether an input can be used: not with an error, still with a warning.
  public enum Severity: String, Sendable {
    case error
    case warning
  }

  public let code: DiagnosticCode
  public let severity: Severity
  /// What is wrong, in one clause without a full stop, the user's words in single quotes.
  public let message: String
  /// The place, or nil where there is none, as with a file that is not there.
  public let range: SourceRange?
  /// What stands beside the caret: `expected ...`.
  public let label: String?
  /// How to mend it.
  public let help: String?
  /// Places that matter beside the first: where the other one was set.
  public let notes: [Note]

  /// A place that matters beside the first, and why.
  public struct Note: Hashable, Sendable {
    public let message: String
    public let range: SourceRange

    public init(_ message: String, at range: SourceRange) {
      self.message = message
      self.range = range
    }
  }

  public init(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange?, label: String? = nil,
    help: String? = nil, notes: [Note] = [], severity: Severity = .error
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.range = range
    self.label = label
    self.help = help
    self.notes = notes
  }
}

/// Everything wrong with an input, in the order of its places. Thrown by whatever reads a file.
public struct Diagnostics: Error, Hashable, Sendable {
  public let all: [Diagnostic]

  /// Sorts by file, in order of first appearance, then by place; drops exact repeats.
  public init(_ diagnostics: [Diagnostic]) {
    var order: [SourceFile: Int] = [:]
    for diagnostic in diagnostics {
      if let file = diagnostic.range?.file, order[file] == nil { order[file] = order.count }
    }
    var seen: Set<Diagnostic> = []
    let keyed = diagnostics.filter { seen.insert($0).inserted }.enumerated().map { index, item in
      (
        file: item.range.map { order[$0.file] ?? 0 } ?? -1,
        start: item.range?.bytes.lowerBound ?? 0, index: index, item: item
      )
    }
    all = keyed.sorted { ($0.file, $0.start, $0.index) < ($1.file, $1.start, $1.index) }
      .map(\.item)
  }

  /// A single fault.
  public init(_ diagnostic: Diagnostic) {
    all = [diagnostic]
  }
}
