/// What a file holds, as its keys tell.
enum FileKind: String {
  case plan
  case scenario
  case layout

  /// Throws `Diagnostics` for keys that belong to neither.
  init(_ node: Node) throws(Diagnostics) {
    guard case .mapping(let entries, let range) = node else {
      self = .plan
      return
    }
    let keys = Set(entries.map(\.key.text))
    if keys.contains("plan") {
      self = .plan
    } else if !keys.isDisjoint(with: ["scenario", "based-on", "changes"]) {
      self = .scenario
    } else if keys.contains("layout") {
      self = .layout
    } else {
      guard !keys.isDisjoint(with: ["years", "sections", "tables"]) else {
        throw Diagnostics(
          Diagnostic(
            .missingKey, "the file is neither a plan nor a scenario",
            at: entries.first?.key.range ?? range,
            label: "expected 'plan: name' or 'scenario: name'",
            help: "a plan has 'years' and 'sections', a scenario 'based-on' and 'changes'"))
      }
      self = .plan
    }
  }

  /// Throws `Diagnostics` when a file holds another kind than it should.
  static func require(_ kind: FileKind, _ node: Node) throws(Diagnostics) {
    let found = try FileKind(node)
    guard found != kind, case .mapping(let entries, let range) = node else { return }
    throw Diagnostics(
      Diagnostic(
        .wrongType, "the file holds a \(found.rawValue)", at: entries.first?.key.range ?? range,
        label: "expected a \(kind.rawValue)"))
  }
}
