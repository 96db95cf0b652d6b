/// Collects everything wrong with an input while it is read.
final class Problems {
  private(set) var found: [Diagnostic] = []
  private var silenced: Set<DiagnosticCode> = []

  func add(_ diagnostic: Diagnostic) {
    if !silenced.contains(diagnostic.code) { found.append(diagnostic) }
  }

  /// Leaves out from now on what a fault that was already found may have caused.
  ///
  /// One mistake is then one error: after an id that cannot be read, no formula that names it is at
  /// fault as well.
  func silence(_ codes: DiagnosticCode...) {
    silenced.formUnion(codes)
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
      error.all.forEach(add)
      return nil
    }
  }

  /// Throws everything collected, if anything was.
  func throwIfAny() throws(Diagnostics) {
    if !found.isEmpty { throw Diagnostics(found) }
  }
}
