/// Takes the values of a mapping's keys by name, and reports keys that are unknown or missing.
struct MappingReader {
  let range: SourceRange
  let problems: Problems
  private let entries: [String: Node.Entry]
  /// The keys that were most likely meant by unknown ones.
  private let misspelt: Set<String>
  let keySet: KeySet

  /// Nil, with a diagnostic, when the node is no mapping.
  init?(_ node: Node, _ keySet: KeySet, _ problems: Problems) {
    guard case .mapping(let entries, let range) = node else {
      problems.add(
        .wrongType, "\(keySet.name) is written as keys with values", at: node.range,
        expected: (keySet.keys.first(where: \.isRequired) ?? keySet.keys.first)
          .map { "keys such as '\($0.name): ...'" })
      return nil
    }
    self.range = range
    self.problems = problems
    self.keySet = keySet
    self.entries = Dictionary(
      entries.map { ($0.key.text, $0) }, uniquingKeysWith: { first, _ in first })
    let names = keySet.names
    var misspelt: Set<String> = []
    for entry in entries where !names.contains(entry.key.text) {
      let nearest = NearestName.of(entry.key.text, among: names)
      if let nearest { misspelt.insert(nearest) }
      problems.add(
        .unknownKey, "unknown key '\(entry.key.text)' in \(keySet.name)", at: entry.key.range,
        expected: "one of " + names.map { "'\($0)'" }.joined(separator: ", "),
        help: nearest.map { "the nearest key is '\($0)'" })
    }
    self.misspelt = misspelt
    require(keySet.keys.filter(\.isRequired).map(\.name))
  }

  /// Reports those of `keys` that are not there, unless an unknown key was most likely meant for one.
  func require(_ keys: [String], help: String? = nil) {
    let missing = keys.filter { entries[$0] == nil }
    if missing.isEmpty { return }
    if missing.contains("id") { problems.silence(.unknownName, .publishedRow) }
    let names = missing.filter { !misspelt.contains($0) }.map { "'\($0)'" }
    guard let last = names.last else { return }
    let first = entries.values.map(\.key.range).min { $0.bytes.lowerBound < $1.bytes.lowerBound }
    problems.add(
      .missingKey,
      names.count == 1
        ? "\(keySet.name) needs the key \(last)"
        : "\(keySet.name) needs the keys \(names.dropLast().joined(separator: ", ")) and \(last)",
      at: first ?? range,
      expected: names.count == 1 ? "\(last) beside this key" : "them beside this key", help: help)
  }

  func has(_ key: String) -> Bool { entries[key] != nil }

  /// Whether one of `keys` was most likely meant by an unknown one, which is then the only fault.
  func isMisspelt(_ keys: [String]) -> Bool { !misspelt.isDisjoint(with: keys) }

  func node(_ key: String) -> Node? { entries[key]?.value }

  func keyRange(_ key: String) -> SourceRange { entries[key]?.key.range ?? range }

  func valueRange(_ key: String) -> SourceRange { entries[key]?.value.range ?? range }

  /// Those of `keys` that are there.
  func present(_ keys: [String]) -> [String] { keys.filter(has) }

  /// The scalar at a key; a diagnostic when there is a list or mapping.
  func scalar(_ key: String) -> Node.Scalar? {
    node(key).flatMap { problems.scalar($0, "'\(key)'") }
  }

  /// The text at a key; nil where the key is absent or empty, which a required one must not be.
  func text(_ key: String) -> String? {
    guard let scalar = scalar(key) else { return nil }
    if !scalar.isNull { return scalar.text }
    if keySet.keys.contains(where: { $0.name == key && $0.isRequired }) { _ = filled(key) }
    return nil
  }

  /// The scalar at a key; a diagnostic when it is left empty.
  func filled(_ key: String) -> Node.Scalar? {
    guard let scalar = scalar(key) else { return nil }
    if !scalar.isNull { return scalar }
    problems.add(
      .missingKey, "'\(key)' has no value", at: keyRange(key), expected: "a value after the colon")
    return nil
  }

  func identifier(_ key: String) -> Identifier? {
    let identifier = filled(key).flatMap(problems.identifier)
    if identifier == nil { problems.silence(.unknownName, .publishedRow) }
    return identifier
  }

  /// One of the values of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    scalar(key).flatMap { scalar in
      if let choice = Choice(rawValue: scalar.text) { return choice }
      problems.wrongValue(scalar, "'\(key)'", among: Choice.allCases.map(\.rawValue))
      return nil
    }
  }

  /// `yes`, `no`, `true` or `false`.
  func flag(_ key: String) -> Bool? {
    scalar(key).flatMap { scalar in
      switch scalar.text {
      case "yes", "true": return true
      case "no", "false": return false
      default:
        problems.wrongValue(scalar, "'\(key)'", among: ["yes", "no"])
        return nil
      }
    }
  }

  /// A whole number within bounds.
  func integer(_ key: String, in bounds: ClosedRange<Int>) -> Int? {
    scalar(key).flatMap { scalar in
      if let number = Int(scalar.text), bounds.contains(number) { return number }
      problems.add(
        .wrongValue, "'\(scalar.text)' is no value of '\(key)'", at: scalar.range,
        expected: "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
      return nil
    }
  }

  func unit(_ key: String) -> Unit? {
    scalar(key).flatMap { scalar in
      if let unit = Unit(text: scalar.text) { return unit }
      problems.silence(.amountUnit)
      problems.wrongValue(scalar, "'\(key)'", among: Unit.typed)
      return nil
    }
  }

  /// The items of a list; a diagnostic when there is something else.
  func items(_ key: String) -> [Node] {
    guard let node = node(key) else { return [] }
    if case .sequence(let items, _) = node { return items }
    if case .scalar(let scalar) = node, scalar.isNull { return [] }
    problems.add(
      .wrongType, "'\(key)' is a list, not \(node.words)", at: node.range,
      expected: "a list such as [a, b], or entries below it that start with '- '")
    return []
  }

  /// Whether a list stands at a key, or nothing at all.
  func isListOrEmpty(_ key: String) -> Bool {
    switch node(key) {
    case .sequence, nil: true
    case .scalar(let scalar): scalar.isNull
    case .mapping: false
    }
  }

  /// The entries of a mapping with free keys.
  func entries(_ key: String) -> [Node.Entry] {
    guard let node = node(key) else { return [] }
    if case .mapping(let entries, _) = node { return entries }
    if case .scalar(let scalar) = node, scalar.isNull { return [] }
    problems.add(
      .wrongType, "'\(key)' is written as keys with values, not \(node.words)", at: node.range,
      expected: "entries such as { key: value }")
    return []
  }

  /// A formula beginning with an equals sign.
  func formula(_ key: String) -> Formula? {
    scalar(key).flatMap { scalar in
      guard scalar.isFormula else {
        problems.add(
          .wrongType, "'\(key)' takes a formula", at: scalar.range,
          expected: "a formula in quotes such as \"= a + b\"",
          help: scalar.formulaInCurlyQuotes.map {
            "put straight quotes in the place of the curly ones: \(key): \"\($0)\""
          })
        return nil
      }
      return problems.collecting { () throws(Diagnostics) in try FormulaParser.formula(scalar) }
    }
  }
}

extension Problems {
  func scalar(_ node: Node, _ what: String) -> Node.Scalar? {
    if case .scalar(let scalar) = node { return scalar }
    add(
      .wrongType, "\(what) is one value, not \(node.words)", at: node.range,
      expected: "text or a figure")
    return nil
  }

  func identifier(_ scalar: Node.Scalar) -> Identifier? {
    if let identifier = Identifier(scalar.text) { return identifier }
    add(
      .badIdentifier, "'\(scalar.text)' is not an id", at: scalar.range,
      expected: "lower-case letters, digits and hyphens, at most \(Identifier.longest) of them",
      help: "an id starts with a letter, such as council-tax; the words for readers go into 'title'"
    )
    return nil
  }

  func wrongValue(_ scalar: Node.Scalar, _ what: String, among values: [String]) {
    add(
      .wrongValue, "'\(scalar.text)' is no value of \(what)", at: scalar.range,
      expected: "one of " + values.map { "'\($0)'" }.joined(separator: ", "),
      help: NearestName.of(scalar.text, among: values).map { "the nearest is '\($0)'" })
  }

  func year(_ scalar: Node.Scalar) -> FinancialYear? {
    do {
      return try FinancialYear(scalar.text)
    } catch let fault {
      switch fault {
      case .notAYear:
        add(
          .badYear, "'\(scalar.text)' is not a financial year", at: scalar.range,
          expected: "a year such as 2017-18",
          help: Int(scalar.text).flatMap(FinancialYear.init(start:)).map { "did you mean \($0)?" })
      case .outOfRange:
        add(
          .badYear, "the year '\(scalar.text)' is out of range", at: scalar.range,
          expected: "a year from 1900-01 to 2198-99")
      case .doesNotFollow(let year):
        add(
          .badYear, "'\(scalar.text)' is not one financial year", at: scalar.range,
          expected: "two years that follow each other", help: "did you mean \(year)?")
      }
      return nil
    }
  }

  /// An amount, with the place of its fault within the scalar.
  func amount(_ scalar: Node.Scalar, unit: Unit, help: String? = nil) -> AmountText? {
    if scalar.isNull { return try? AmountText("", unit: unit) }
    do {
      return try AmountText(scalar.text, unit: unit)
    } catch let fault {
      add(fault, in: scalar.text, at: scalar.range, isVerbatim: scalar.style == .plain, help: help)
      return nil
    }
  }

  func add(
    _ fault: AmountFault, in text: String, at range: SourceRange, isVerbatim: Bool,
    help: String? = nil
  ) {
    let (code, message): (DiagnosticCode, String) =
      switch fault.kind {
      case .bracket: (.amountBracket, "'\(text)' has half a bracket")
      case .comma: (.amountComma, "'\(text)' has a comma in the wrong place")
      case .sign: (.amountSign, "'\(text)' has two signs")
      case .stray: (.amountStray, "'\(text)' is not an amount")
      case .size: (.amountSize, "'\(text)' is beyond what a figure can hold")
      case .unit: (.amountUnit, "'\(text)' does not go with the unit")
      }
    add(
      code, message, at: isVerbatim ? range.characters(fault.characters) : range,
      expected: fault.expected, help: help ?? fault.help)
  }
}

extension Node {
  /// What it is, as errors name it.
  fileprivate var words: String {
    switch self {
    case .scalar: "one value"
    case .sequence: "a list"
    case .mapping: "keys with values"
    }
  }
}
