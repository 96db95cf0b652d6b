/// A named rule of `check`: what it looks for, why that matters, and how to mend it.
///
/// ```swift
/// for rule in CheckRule.all { print(rule.id, rule.looksFor) }
/// ```
///
/// A rule reads a file that loads and computes; what does not is an error before any rule is asked.
public struct CheckRule: Sendable {
  /// The name that stands in square brackets behind each of its findings: `one-off-not-unwound`.
  public let id: String
  public let severity: Diagnostic.Severity
  /// Whether it reads the rows of a plan or the changes of a scenario.
  public let reads: Kind
  /// What it finds, as the end of "it finds".
  public let looksFor: String
  /// Why a finding matters, in one sentence without a full stop.
  public let why: String
  /// How a finding is mended, in one clause without a full stop.
  public let mending: String
  /// The lines of a file that make a finding, and the same lines mended.
  public let example: Example
  let find: @Sendable (CheckSubject) -> [Finding.Place]

  /// The two kinds of file that a rule can read.
  public enum Kind: String, Hashable, Sendable {
    case plan
    case scenario
  }

  /// The lines as they stand in a file, without the indentation that they share.
  public struct Example: Hashable, Sendable {
    public let faulty: String
    public let mended: String
  }

  init(
    _ id: String, severity: Diagnostic.Severity = .warning, reads: Kind = .plan, finds: String,
    why: String, mending: String, faulty: String, mended: String,
    find: @escaping @Sendable (CheckSubject) -> [Finding.Place]
  ) {
    self.id = id
    self.severity = severity
    self.reads = reads
    looksFor = finds
    self.why = why
    self.mending = mending
    example = Example(faulty: faulty, mended: mended)
    self.find = find
  }
}
