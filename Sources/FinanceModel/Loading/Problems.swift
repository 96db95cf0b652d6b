/// Collects everything wrong with an input while it is read.
final class Problems {
  private(set) var found: [Diagnostic] = []

  func add(_ diagnostic: Diagnostic) {
    found.append(diagnostic)
  }

  func add(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange, expected: String? = nil,
    help: String? = nil, notes: [Diagnostic.Note] = []
  ) {
    add(
      Diagnostic(
        code, message, at: range, label: expected.map { "expected \($0)" }, help: help,
        notes: notes))
  }

  /// The value of `body`, or nil with its diagnostics collected.
  func collecting<Value>(_ body: () throws(Diagnostics) -> Value) -> Value? {
    do {
      return try body()
    } catch {
      found += error.all
      return nil
    }
  }

  /// Throws everything collected, if anything was.
  func throwIfAny() throws(Diagnostics) {
    if !found.isEmpty { throw Diagnostics(found) }
  }
}
