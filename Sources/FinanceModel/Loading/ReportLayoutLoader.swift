extension ReportLayout {
  /// Reads a layout file. Throws `Diagnostics` with all that is wrong in it.
  public init(contentsOf path: String) throws(Diagnostics) {
    self = try ReportLayout(try SourceFile.reading(path: path))
  }

  /// Reads a layout from text that is already at hand. Throws `Diagnostics`.
  public init(_ file: SourceFile) throws(Diagnostics) {
    self = try ReportLayoutLoader.layout(try NodeParser.parse(file))
  }
}

/// Turns the nodes of a layout file into a `ReportLayout`.
enum ReportLayoutLoader {
  static func layout(_ node: Node) throws(Diagnostics) -> ReportLayout {
    let (layout, faults) = try reading(node)
    guard faults.isEmpty, let layout else { throw Diagnostics(faults) }
    return layout
  }

  /// As much of a layout as can be read, and what is wrong with the rest of it.
  ///
  /// Throws `Diagnostics` for a file of another kind.
  static func reading(
    _ node: Node
  ) throws(Diagnostics) -> (layout: ReportLayout?, faults: [Diagnostic]) {
    // Without its first key it is still a layout, which then lacks a key; never a plan by its years.
    if node["layout"] == nil, node["plan"] != nil || node["scenario"] != nil {
      try FileKind.require(.layout, node)
    }
    let problems = Problems()
    let layout = MappingReader(node, .layout, problems).map(load)
    return (layout, problems.found)
  }

  private static func load(_ reader: MappingReader) -> ReportLayout {
    var layout = ReportLayout()
    _ = reader.identifier("layout")
    layout.title = reader.text("title")
    layout.status = reader.choice("status", ReportLayout.Status.self) ?? .draft
    layout.negatives = reader.choice("negatives", ReportLayout.Negatives.self) ?? .brackets
    layout.look = look(reader)
    layout.contents = contents(reader)
    layout.notes = notes(reader)
    layout.file = reader.range.file
    return layout
  }

  /// The parts; nil where the layout does not choose. A part comes once.
  private static func contents(_ reader: MappingReader) -> [ReportLayout.Entry]? {
    guard reader.has("contents") else { return nil }
    let problems = reader.problems
    let count = problems.found.count
    let entries = reader.items("contents").compactMap { entry($0, problems) }
    if entries.isEmpty, problems.found.count == count {
      problems.add(
        .missingKey, "'contents' names no part", at: reader.keyRange("contents"),
        expected: "a list such as [gap, table]",
        help: "without 'contents' every part that the plan has something for is shown")
    }
    var seen: [ReportLayout.Part: SourceRange] = [:]
    for entry in entries {
      if let first = seen[entry.part] {
        problems.add(
          .conflictingKeys, "the part '\(entry.part.rawValue)' is named twice", at: entry.range,
          expected: "each part once", notes: [Diagnostic.Note("it is first named here", at: first)])
      } else {
        seen[entry.part] = entry.range
      }
    }
    return entries
  }

  /// A part by its word, or with keys of its own.
  private static func entry(_ node: Node, _ problems: Problems) -> ReportLayout.Entry? {
    if case .scalar(let scalar) = node {
      return part(scalar, problems).map {
        ReportLayout.Entry(
          part: $0, title: nil, look: ReportLayout.Look(), notes: [], range: scalar.range)
      }
    }
    guard let reader = MappingReader(node, .layoutPart, problems) else { return nil }
    let (title, look, notes) = (reader.text("title"), look(reader), notes(reader))
    guard let part = reader.filled("part").flatMap({ part($0, problems) }) else { return nil }
    return ReportLayout.Entry(
      part: part, title: title, look: look, notes: notes, range: reader.valueRange("part"))
  }

  private static func part(_ scalar: Node.Scalar, _ problems: Problems) -> ReportLayout.Part? {
    if let part = ReportLayout.Part(rawValue: scalar.text) { return part }
    problems.wrongValue(
      scalar, "a part", among: ReportLayout.Part.allCases.map(\.rawValue))
    return nil
  }

  private static func look(_ reader: MappingReader) -> ReportLayout.Look {
    var look = ReportLayout.Look()
    look.unit = unit(reader)
    look.decimals = reader.integer("decimals", in: 0...6)
    look.kind = reader.choice("kind", Kind.self).map { $0 == .annual ? .annual : .cumulative }
    look.priorYear = reader.flag("prior-year")
    look.years = years(reader)
    look.total = reader.flag("total")
    return look
  }

  private enum Kind: String, CaseIterable {
    case annual
    case cumulative
  }

  /// A unit that counts pounds, as the figures of a plan do.
  private static func unit(_ reader: MappingReader) -> Unit? {
    guard let unit = reader.unit("unit") else { return nil }
    if unit.isMoney { return unit }
    if let scalar = reader.scalar("unit") {
      reader.problems.wrongValue(
        scalar, "'unit'", among: Unit.allCases.filter(\.isMoney).map(\.rawValue))
    }
    return nil
  }

  /// The years to show, each once and in order.
  private static func years(_ reader: MappingReader) -> [ReportLayout.NamedYear]? {
    guard reader.has("years") else { return nil }
    let problems = reader.problems
    let count = problems.found.count
    var years: [ReportLayout.NamedYear] = []
    for node in reader.items("years") {
      guard let scalar = problems.scalar(node, "a year"), let year = problems.year(scalar) else {
        continue
      }
      if let last = years.last, year <= last.year {
        problems.add(
          .yearSequence, "\(year) does not come after \(last.year)", at: scalar.range,
          expected: "years in order, each once")
        continue
      }
      years.append(ReportLayout.NamedYear(year: year, range: scalar.range))
    }
    if years.isEmpty, problems.found.count == count {
      problems.add(
        .missingKey, "'years' names no year", at: reader.keyRange("years"),
        expected: "a list such as [2017-18, 2018-19]", help: "without 'years' all are shown")
    }
    return years
  }

  private static func notes(_ reader: MappingReader) -> [String] {
    reader.items("notes").compactMap { reader.problems.scalar($0, "a note")?.text }
      .filter { !$0.isEmpty }
  }
}
