/// The section of a plan in which lines that the plan does not write out are printed.
struct SectionPlace {
  /// Its position among the items of `sections`.
  let position: Int
  /// Whether its table prints income as positive.
  let isIncomePositive: Bool
  /// Whether it has a share of its lines delivered, which is not for lines that are made.
  let delivers: Bool
  /// Whether lines that go on belong in it as levels, as its other lines are.
  let showsLevels: Bool

  /// The section that a key names; nil, with a diagnostic, where there is none with a list of lines.
  init?(_ key: String, _ reader: MappingReader, among items: [Node]) {
    guard let name = reader.filled(key) else { return nil }
    let position = items.firstIndex { $0["lines"] != nil && $0["id"]?.text == name.text }
    guard let position else {
      let ids = items.filter { $0["lines"] != nil }.compactMap { $0["id"]?.text }
      reader.problems.add(
        .unknownName, "the plan has no section '\(name.text)'", at: name.range,
        expected: "the id of a section",
        help: NearestName.of(name.text, among: ids).map { "the nearest is '\($0)'" })
      return nil
    }
    let section = items[position]
    if case .scalar(let lines)? = section["lines"], !lines.isNull {
      reader.problems.add(
        .wrongType, "the section '\(name.text)' takes its lines from a table", at: name.range,
        expected: "a section with a list of lines",
        help: "give these lines a section of their own, with 'lines: []'")
      return nil
    }
    self.position = position
    isIncomePositive = section["signs"]?.text == "income-positive"
    delivers = section["delivery"] != nil
    let bases = section.bases
    let planHasLevels = items.contains { $0.bases.contains("level") }
    showsLevels =
      section["shows"]?.text == "levels" || bases.contains("level")
      || (planHasLevels && !bases.contains("recurring") && !bases.isEmpty)
  }
}

extension Node {
  /// The bases of the lines of a section, or of a line by itself.
  fileprivate var bases: Set<String> {
    let names = Basis.allCases.map(\.rawValue)
    guard case .sequence(let lines, _)? = self["lines"] else {
      return Set(names.filter { self[$0] != nil })
    }
    return lines.reduce(into: []) { found, line in
      found.formUnion(names.filter { line[$0] != nil })
    }
  }

  /// The mapping with items put before those of a list in it, or after them.
  func inserting(_ items: [Node], under key: String, atEnd: Bool = false) -> Node {
    guard case .mapping(var entries, let range) = self else { return self }
    var old: [Node] = []
    if case .sequence(let given, _)? = entries[key] { old = given }
    entries.set(key, .sequence(atEnd ? old + items : items + old, entries[key]?.range ?? range))
    return .mapping(entries, range)
  }
}
