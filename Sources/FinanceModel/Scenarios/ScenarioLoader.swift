extension Scenario {
  /// Reads a scenario file. Throws `Diagnostics` with all that is wrong in it.
  public init(contentsOf path: String) throws(Diagnostics) {
    self = try Scenario(try SourceFile.reading(path: path))
  }

  /// Reads a scenario from text that is already at hand. Throws `Diagnostics`.
  public init(_ file: SourceFile) throws(Diagnostics) {
    self = try ScenarioLoader.scenario(try NodeParser.parse(file))
  }
}

/// Turns the nodes of a scenario file into a `Scenario`.
enum ScenarioLoader {
  static func scenario(_ node: Node) throws(Diagnostics) -> Scenario {
    try FileKind.require(.scenario, node)
    let problems = Problems()
    let scenario = MappingReader(node, .scenario, problems).flatMap(load)
    try problems.throwIfAny()
    guard let scenario else { throw Diagnostics([]) }
    return scenario
  }

  private static func load(_ reader: MappingReader) -> Scenario? {
    let id = reader.identifier("scenario")
    let basedOn = reader.filled("based-on")
    let changes = reader.items("changes").compactMap { node in
      MappingReader(node, .change, reader.problems).flatMap { ChangeLoader(reader: $0).change }
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
