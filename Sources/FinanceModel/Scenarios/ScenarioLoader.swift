extension Scenario {
  /// Reads a scenario file. Throws `Diagnostics` with all that is wrong in it.
  public init(contentsOf path: String) throws(Diagnostics) {
    self = try Scenario(try SourceFile.reading(path: path))
  }

  /// Reads a scenario from text that is already at hand. Throws `Diagnostics`.
  public init(_ file: SourceFile) throws(Diagnostics) {
    let (node, faults) = try NodeParser.readable(file)
    self = try ScenarioLoader.scenario(node, after: faults)
  }
}

/// Turns the nodes of a scenario file into a `Scenario`.
enum ScenarioLoader {
  static func scenario(
    _ node: Node, after faults: [Diagnostic] = []
  ) throws(Diagnostics) -> Scenario {
    try FileKind.require(.scenario, node)
    let problems = Problems()
    faults.forEach(problems.add)
    let scenario = MappingReader(node, .scenario, problems).flatMap { load($0) }
    try problems.throwIfAny()
    guard let scenario else { throw Diagnostics([]) }
    return scenario
  }

  /// A scenario with what is wrong in its file, so far as a plan can be asked of the rest.
  ///
  /// The scenario is nil where a change that cannot be read may be one that others build on.
  static func readable(
    _ node: Node, after faults: [Diagnostic]
  ) throws(Diagnostics) -> (scenario: Scenario?, faults: [Diagnostic]) {
    try FileKind.require(.scenario, node)
    let problems = Problems()
    faults.forEach(problems.add)
    var isWhole = true
    let scenario = MappingReader(node, .scenario, problems).flatMap { reader in
      load(reader) { node in
        guard case .mapping(let entries, _) = node else {
          isWhole = false
          return
        }
        // A change that is left out adds no line, and takes none away.
        let targets: Set = ["line", "lines", "assumption"]
        isWhole = isWhole && entries.contains { targets.contains($0.key.text) }
      }
    }
    return (isWhole ? scenario : nil, problems.found)
  }

  private static func load(
    _ reader: MappingReader, leavingOut: (Node) -> Void = { _ in }
  ) -> Scenario? {
    let id = reader.identifier("scenario")
    let basedOn = reader.filled("based-on")
    let changes = reader.items("changes").compactMap { node in
      let change = MappingReader(node, .change, reader.problems).flatMap {
        ChangeLoader(reader: $0).change
      }
      if change == nil { leavingOut(node) }
      return change
    }
    let assumptions = reader.entries("assumptions")
    guard let id, let basedOn else { return nil }
    return Scenario(
      id: id, title: reader.text("title") ?? id.name, why: reader.text("why"),
      basedOn: reader.range.file.sibling(basedOn.text), assumptions: assumptions,
      changes: changes, basedOnRange: basedOn.range, range: reader.range)
  }
}

extension SourceRange {
  /// The part of it on its first line.
  var firstLine: SourceRange {
    let end = file.lineBytes(line).upperBound
    return SourceRange(
      file: file, bytes: bytes.lowerBound..<max(min(bytes.upperBound, end), bytes.lowerBound))
  }
}
