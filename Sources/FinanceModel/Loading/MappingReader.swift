/// Takes the values of a mapping's keys by name, and reports keys that are unknown or missing.
struct MappingReader {
  let range: SourceRange
  let problems: Problems
  private let entries: [String: Node.Entry]
  let keySet: KeySet

  /// Nil, with a diagnostic, when the node is no mapping.
  init?(_ node: Node, _ keySet: KeySet, _ problems: Problems) {
    guard case .mapping(let entries, let range) = node else {
      problems.add(
        .wrongType, "\(keySet.name) is a mapping of keys to values", at: node.range,
        expected: keySet.keys.first.map { "a mapping such as '\($0.name): ...'" })
      return nil
    }
    self.range = range
    self.problems = problems
    self.keySet = keySet
    self.entries = Dictionary(
      entries.map { ($0.key.text, $0) }, uniquingKeysWith: { first, _ in first })
    for entry in entries where !keySet.names.contains(entry.key.text) { reportUnknown(entry.key) }
    for key in keySet.keys where key.isRequired && self.entries[key.name] == nil {
      problems.add(
        .missingKey, "\(keySet.name) needs the key '\(key.name)'",
        at: entries.first?.key.range ?? range, expected: "'\(key.name)' beside this key")
    }
  }

  private func reportUnknown(_ key: Node.Scalar) {
    let names = keySet.names
    problems.add(
      .unknownKey, "unknown key '\(key.text)' in \(keySet.name)", at: key.range,
      expected: "one of " + names.map { "'\($0)'" }.joined(separator: ", "),
      help: NearestName.of(key.text, among: names).map { "the nearest key is '\($0)'" })
  }

  func has(_ key: String) -> Bool { entries[key] != nil }

  func node(_ key: String) -> Node? { entries[key]?.value }

  func keyRange(_ key: String) -> SourceRange { entries[key]?.key.range ?? range }

  /// Those of `keys` that are there.
  func present(_ keys: [String]) -> [String] { keys.filter(has) }

  /// The scalar at a key; a diagnostic when there is a list or mapping.
  func scalar(_ key: String) -> Node.Scalar? {
    node(key).flatMap { problems.scalar($0, "'\(key)'") }
  }

  /// The text at a key, or nil where the key is absent or empty.
  func text(_ key: String) -> String? {
    guard let scalar = scalar(key), !scalar.isNull else { return nil }
    return scalar.text
  }

  func identifier(_ key: String) -> Identifier? {
    scalar(key).flatMap(problems.identifier)
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
      problems.wrongValue(scalar, "'\(key)'", among: Unit.allCases.map(\.rawValue))
      return nil
    }
  }

  /// The items of a list; a diagnostic when there is something else.
  func items(_ key: String) -> [Node] {
    guard let node = node(key) else { return [] }
    if case .sequence(let items, _) = node { return items }
    if case .scalar(let scalar) = node, scalar.isNull { return [] }
    problems.add(.wrongType, "'\(key)' is a list", at: node.range, expected: "a list")
    return []
  }

  /// The entries of a mapping with free keys.
  func entries(_ key: String) -> [Node.Entry] {
    guard let node = node(key) else { return [] }
    if case .mapping(let entries, _) = node { return entries }
    if case .scalar(let scalar) = node, scalar.isNull { return [] }
    problems.add(.wrongType, "'\(key)' is a mapping", at: node.range, expected: "a mapping")
    return []
  }

  /// A formula beginning with an equals sign.
  func formula(_ key: String) -> Formula? {
    scalar(key).flatMap { scalar in
      guard scalar.isFormula else {
        problems.add(
          .wrongType, "'\(key)' is a formula", at: scalar.range,
          expected: "a formula in quotes such as \"= a + b\"")
        return nil
      }
      return problems.collecting { () throws(Diagnostics) in try FormulaParser.formula(scalar) }
    }
  }
}

extension Problems {
  func scalar(_ node: Node, _ what: String) -> Node.Scalar? {
    if case .scalar(let scalar) = node { return scalar }
    add(.wrongType, "\(what) is a single value", at: node.range, expected: "text or a figure")
    return nil
  }

  func identifier(_ scalar: Node.Scalar) -> Identifier? {
    if let identifier = Identifier(scalar.text) { return identifier }
    add(
      .badIdentifier, "'\(scalar.text)' is not an id", at: scalar.range,
      expected:
        "lower-case letters, digits and hyphens, starting with a letter, at most \(Identifier.longest)",
      help: "an id such as council-tax; the words for readers go into 'title'")
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
          expected: "a year such as 2017-18")
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
  func amount(_ scalar: Node.Scalar, unit: Unit) -> AmountText? {
    if scalar.isNull { return try? AmountText("", unit: unit) }
    do {
      return try AmountText(scalar.text, unit: unit)
    } catch let fault {
      add(fault, in: scalar.text, at: scalar.range, isVerbatim: scalar.style == .plain)
      return nil
    }
  }

  func add(_ fault: AmountFault, in text: String, at range: SourceRange, isVerbatim: Bool) {
    add(
      DiagnosticCode(rawValue: fault.kind.rawValue) ?? .amountStray,
      "'\(text)' is not an amount", at: isVerbatim ? range.characters(fault.characters) : range,
      expected: fault.expected, help: fault.help)
  }
}
