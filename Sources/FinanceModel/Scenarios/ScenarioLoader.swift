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
    let changes = reader.items("changes").compactMap { change($0, reader.problems) }
    guard let id, let basedOn else { return nil }
    return Scenario(
      id: id, title: reader.text("title") ?? id.name, why: reader.text("why"),
      basedOn: reader.range.file.sibling(basedOn.text), changes: changes,
      basedOnRange: basedOn.range, range: reader.range)
  }

  private static func change(_ node: Node, _ problems: Problems) -> Change? {
    guard let reader = MappingReader(node, .change, problems) else { return nil }
    let target = only(["line", "lines", "assumption"], reader, "what it changes")
    let operation = only(["set", "add", "scale", "shift"], reader, "how it changes")
    guard let target, let operation, let span = span(reader),
      let found = self.target(target, reader), let change = self.operation(operation, reader)
    else { return nil }
    if target == "assumption" && operation == "add" {
      problems.add(
        .conflictingKeys, "an assumption is shifted, not added to", at: reader.keyRange("add"),
        expected: "'shift', 'set' or 'scale'")
    }
    if target != "assumption" && operation == "shift" {
      problems.add(
        .conflictingKeys, "only an assumption can be shifted", at: reader.keyRange("shift"),
        expected: "'add', 'set' or 'scale'")
    }
    return Change(
      name: reader.text("name") ?? words(target, operation, reader), target: found,
      operation: change,
      span: span, range: reader.keyRange(operation))
  }

  /// What an unnamed change is called: `line estate, set to [~, (0.2), (0.4)]`.
  private static func words(
    _ target: String, _ operation: String, _ reader: MappingReader
  ) -> String {
    let what = reader.node(target)?.range.text.trimmed ?? ""
    let how = reader.node(operation)?.range.text.trimmed ?? ""
    let verb = operation == "set" ? "set to" : operation == "add" ? "add" : "\(operation) by"
    return "\(target) \(what), \(verb) \(how)"
  }

  /// The one of `keys` that a change has; a diagnostic when it has none or several.
  private static func only(
    _ keys: [String], _ reader: MappingReader, _ what: String
  ) -> String? {
    let given = reader.present(keys)
    if given.count == 1 { return given[0] }
    if given.isEmpty, reader.isMisspelt(keys) { return nil }
    let names = keys.map { "'\($0)'" }.joined(separator: ", ")
    reader.problems.add(
      given.isEmpty ? .missingKey : .conflictingKeys,
      given.isEmpty
        ? "the change does not say \(what)" : "'\(given[0])' and '\(given[1])' exclude each other",
      at: given.isEmpty ? reader.range.firstLine : reader.keyRange(given[1]),
      expected: "one of \(names)")
    return nil
  }

  private static func target(_ key: String, _ reader: MappingReader) -> Change.Target? {
    switch key {
    case "line": return reader.scalar("line").map(Change.Target.line)
    case "assumption": return reader.scalar("assumption").map(Change.Target.assumption)
    default:
      guard let node = reader.node("lines") else { return nil }
      switch node {
      case .sequence(let items, _):
        reportIfEmpty(items, "lines", reader)
        return .lines(items.compactMap { reader.problems.scalar($0, "a line") })
      case .mapping:
        guard let selector = MappingReader(node, .selector, reader.problems) else { return nil }
        return selection(selector).map(Change.Target.selection)
      case .scalar(let scalar):
        reader.problems.add(
          .wrongType, "'lines' selects several lines", at: scalar.range,
          expected: "a list of ids, or a selection such as { role: saving }",
          help: "for one line write line: \(scalar.text)")
        return nil
      }
    }
  }

  private static func selection(_ reader: MappingReader) -> Selector? {
    if !reader.has("section") && !reader.has("role") {
      reader.problems.add(
        .missingKey, "the selection does not say which lines", at: reader.range,
        expected: "'section' or 'role'")
    }
    let exceptions: [Node.Scalar]
    if case .scalar(let scalar)? = reader.node("except") {
      exceptions = [scalar]
    } else {
      exceptions = reader.items("except").compactMap { reader.problems.scalar($0, "a line") }
    }
    let role = reader.choice("role", Role.self)
    return Selector(
      section: reader.scalar("section"), role: role, exceptions: exceptions, range: reader.range)
  }

  /// A change that reaches nothing is a slip, not a wish.
  private static func reportIfEmpty(_ items: [Node], _ key: String, _ reader: MappingReader) {
    if items.isEmpty {
      reader.problems.add(
        .emptySelection, "the change reaches nothing", at: reader.keyRange(key),
        expected: "at least one item in '\(key)'")
    }
  }

  private static func operation(_ key: String, _ reader: MappingReader) -> Change.Operation? {
    switch key {
    case "set": return reader.node("set").map(Change.Operation.set)
    case "add": return reader.node("add").map(Change.Operation.add)
    case "shift": return reader.scalar("shift").map(Change.Operation.shift)
    default:
      return reader.scalar("scale")
        .flatMap { reader.problems.percentage($0, "'scale'") }.map(Change.Operation.scale)
    }
  }

  private static func span(_ reader: MappingReader) -> Change.Span? {
    if reader.has("in"), let other = reader.present(["from", "to"]).first {
      reader.problems.add(
        .conflictingKeys, "'in' and '\(other)' exclude each other", at: reader.keyRange(other),
        expected: "years listed with 'in', or a span with 'from' and 'to'")
      return nil
    }
    var years: [Node.Scalar]?
    if case .scalar(let scalar)? = reader.node("in") {
      years = [scalar]
    } else if reader.has("in") {
      let items = reader.items("in")
      reportIfEmpty(items, "in", reader)
      years = items.compactMap { reader.problems.scalar($0, "a year") }
    }
    return Change.Span(years: years, from: reader.scalar("from"), to: reader.scalar("to"))
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
