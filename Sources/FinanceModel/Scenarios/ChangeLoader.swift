/// Reads one entry of `changes`.
struct ChangeLoader {
  let reader: MappingReader

  private var problems: Problems { reader.problems }

  private static let targets = ["line", "lines", "assumption"]
  /// Those that take their lines from `line` or `lines`, and some also from `assumption`.
  private static let operations = ["set", "add", "scale", "shift", "slip", "deliver", "profile"]
  /// What may stand beside an operation, or alone: how sure the money is, and when it stops.
  private static let marks = ["funding", "ends"]
  /// Those that name their lines themselves.
  private static let wholes = ["remove", "insert"]

  /// The change; nil, with a diagnostic, when it cannot be read.
  var change: Change? {
    if let key = wholeKey { return whole(key) }
    let target = only(Self.targets, "what it changes")
    var given = reader.present(Self.operations)
    if given.isEmpty { given = Array(reader.present(Self.marks).prefix(1)) }
    let key =
      given.first.flatMap { Self.marks.contains($0) ? $0 : nil }
      ?? only(Self.operations, "how it changes")
    reportStray(key)
    guard let target, let key, let span, let found = self.target(target),
      let operation = operation(key)
    else { return nil }
    guard fits(key, target) else { return nil }
    return Change(
      name: reader.text("name") ?? words(target, key), target: found, operation: operation,
      funding: reader.node("funding"), ends: reader.has("ends") ? reader.filled("ends") : nil,
      span: span, range: reader.keyRange(key))
  }

  // MARK: Lines that come or go

  /// `remove` or `insert` where the change has one, and nothing that excludes it.
  private var wholeKey: String? {
    guard let key = reader.present(Self.wholes).first else { return nil }
    let others = reader.present(Self.targets + Self.operations + Self.wholes + Self.marks)
    if let other = others.first(where: { $0 != key }) {
      problems.add(
        .conflictingKeys, "'\(key)' and '\(other)' exclude each other",
        at: reader.keyRange(other), expected: "a change of its own for each",
        help: key == "remove" ? "write remove: pay, without 'line'" : nil)
    }
    return key
  }

  private func whole(_ key: String) -> Change? {
    reportStray(key)
    guard let span, let node = reader.node(key) else { return nil }
    let name = reader.text("name")
    if key == "remove" {
      return lines(node, key).map { target in
        Change(
          name: name ?? "remove \(node.range.text.trimmed)", target: target, operation: .remove,
          funding: nil, ends: nil, span: span, range: reader.keyRange(key))
      }
    }
    if let year = span.first {
      problems.add(
        .conflictingKeys, "an inserted line names its own years", at: year.range,
        expected: "no 'in', 'from' or 'to'")
    }
    let nodes = if case .sequence(let items, _) = node { items } else { [node] }
    if case .sequence = node { reportIfEmpty(nodes, key) }
    return Change(
      name: name ?? Self.insertion(nodes), target: .new, operation: .insert(nodes), funding: nil,
      ends: nil, span: span, range: reader.keyRange(key))
  }

  /// What an unnamed insertion is called: the titles of its lines.
  private static func insertion(_ nodes: [Node]) -> String {
    let titles = nodes.compactMap { node -> String? in
      guard case .mapping(let entries, _) = node else { return nil }
      let named = entries.first { $0.key.text == "title" } ?? entries.first { $0.key.text == "id" }
      guard case .scalar(let scalar)? = named?.value else { return nil }
      return scalar.text
    }
    return "insert " + titles.joined(separator: ", ")
  }

  // MARK: What is changed

  private func target(_ key: String) -> Change.Target? {
    switch key {
    case "line": reader.filled("line").map(Change.Target.line)
    case "assumption": reader.filled("assumption").map(Change.Target.assumption)
    default: reader.node("lines").flatMap { lines($0, "lines") }
    }
  }

  /// A list of lines or a selection; one line only where `remove` names it.
  private func lines(_ node: Node, _ key: String) -> Change.Target? {
    switch node {
    case .sequence(let items, _):
      reportIfEmpty(items, key)
      return .lines(items.compactMap { problems.scalar($0, "a line") })
    case .mapping:
      return MappingReader(node, .selector, problems).map {
        Change.Target.selection(selection($0))
      }
    case .scalar(let scalar):
      if key == "remove", !scalar.isNull { return .line(scalar) }
      problems.add(
        .wrongType, "'\(key)' selects several lines", at: scalar.range,
        expected: "a list of ids, or a selection such as { role: saving }",
        help: key == "lines" ? "for one line write line: \(scalar.text)" : nil)
      return nil
    }
  }

  private func selection(_ selector: MappingReader) -> Selector {
    let fields = LineField.allCases.map(\.rawValue)
    let names = ["section", "role"] + fields
    if selector.present(names).isEmpty, !selector.isMisspelt(names) {
      problems.add(
        .missingKey, "the selection does not say which lines", at: selector.range,
        expected: "one of " + names.map { "'\($0)'" }.joined(separator: ", "))
    }
    var values: [LineField: [Node.Scalar]] = [:]
    for field in LineField.allCases where selector.has(field.rawValue) {
      values[field] = selector.scalars(field.rawValue)
    }
    return Selector(
      section: selector.scalar("section"), role: selector.choice("role", Role.self),
      fields: values, exceptions: selector.scalars("except"), range: selector.range)
  }

  // MARK: How it is changed

  private func operation(_ key: String) -> Change.Operation? {
    switch key {
    case "set": return reader.node("set").map(Change.Operation.set)
    case "add": return reader.node("add").map(Change.Operation.add)
    case "shift": return reader.scalar("shift").map(Change.Operation.shift)
    case "scale":
      return reader.scalar("scale").flatMap { problems.percentage($0, "'scale'") }
        .map(Change.Operation.scale)
    case "deliver": return deliver
    case "profile": return reader.node("profile").map(Change.Operation.profile)
    case "slip": return slip
    default: return .fund
    }
  }

  private var deliver: Change.Operation? {
    guard let scalar = reader.scalar("deliver") else { return nil }
    if scalar.text == "by-status" { return .deliverByStatus(scalar.range) }
    guard scalar.text.hasSuffix("%") else {
      problems.add(
        .wrongValue, "'deliver' takes a percentage", at: scalar.range,
        expected: "a percentage such as 80%, or by-status",
        help: problems.asPercentage(scalar))
      return nil
    }
    return problems.share(scalar, "'deliver'").map(Change.Operation.deliver)
  }

  private var slip: Change.Operation? {
    guard let scalar = reader.scalar("slip") else { return nil }
    if DelayText(scalar.text) != nil {
      problems.add(
        .wrongValue, "'slip' takes the share that comes later", at: scalar.range,
        expected: "a percentage such as 25%",
        help: "for all of it write slip: 100%, by: \(scalar.text)")
      return nil
    }
    let share = problems.share(scalar, "'slip'")
    guard let by = reader.filled("by") else {
      if !reader.has("by"), !reader.isMisspelt(["by"]) {
        problems.add(
          .missingKey, "the change does not say by how much it slips",
          at: reader.keyRange("slip"), expected: "'by' beside it, such as by: 1 year")
      }
      return nil
    }
    guard let delay = DelayText(by.text) else {
      problems.add(
        .wrongValue, "'\(by.text)' is not a delay", at: by.range,
        expected: "years or months, such as 1 year, 1.5 years or 6 months")
      return nil
    }
    return share.map { .slip($0, Change.Delay(months: delay.months, range: by.range)) }
  }

  /// Whether an operation can be done to a kind of target; a diagnostic when it cannot.
  private func fits(_ key: String, _ target: String) -> Bool {
    let ofAssumptions = ["set", "scale", "shift"]
    if target == "assumption", !ofAssumptions.contains(key) {
      problems.add(
        .conflictingKeys,
        key == "add" ? "an assumption is shifted, not added to" : "'\(key)' changes lines",
        at: reader.keyRange(key), expected: "'shift', 'set' or 'scale' for an assumption")
      return false
    }
    if target != "assumption", key == "shift" {
      problems.add(
        .conflictingKeys, "only an assumption can be shifted", at: reader.keyRange("shift"),
        expected: "'add', 'set' or 'scale'")
      return false
    }
    return true
  }

  /// Reports a key that goes only with another one.
  private func reportStray(_ key: String?) {
    if reader.has("by"), key != "slip", key != nil {
      problems.add(
        .conflictingKeys, "'by' belongs to 'slip'", at: reader.keyRange("by"),
        expected: "'slip' with the share that comes later")
    }
    if reader.has("assumption"), let mark = reader.present(Self.marks).first {
      problems.add(
        .conflictingKeys, "'\(mark)' is said of lines", at: reader.keyRange(mark),
        expected: "'line' or 'lines'")
    }
  }

  // MARK: The years

  private var span: Change.Span? {
    if reader.has("in"), let other = reader.present(["from", "to"]).first {
      problems.add(
        .conflictingKeys, "'in' and '\(other)' exclude each other", at: reader.keyRange(other),
        expected: "years listed with 'in', or a span with 'from' and 'to'")
      return nil
    }
    var years: [Node.Scalar]?
    if reader.has("in") {
      if case .sequence(let items, _)? = reader.node("in") { reportIfEmpty(items, "in") }
      years = reader.scalars("in")
    }
    return Change.Span(years: years, from: reader.scalar("from"), to: reader.scalar("to"))
  }

  // MARK: Helpers

  /// The one of `keys` that a change has; a diagnostic when it has none or several.
  private func only(_ keys: [String], _ what: String) -> String? {
    let given = reader.present(keys)
    if given.count == 1 { return given[0] }
    if given.isEmpty, reader.isMisspelt(keys + Self.wholes) { return nil }
    let all = keys + (given.isEmpty && keys == Self.operations ? Self.wholes : [])
    let names = all.map { "'\($0)'" }.joined(separator: ", ")
    problems.add(
      given.isEmpty ? .missingKey : .conflictingKeys,
      given.isEmpty
        ? "the change does not say \(what)" : "'\(given[0])' and '\(given[1])' exclude each other",
      at: given.isEmpty ? reader.range.firstLine : reader.keyRange(given[1]),
      expected: "one of \(names)")
    return nil
  }

  /// A change that reaches nothing is a slip, not a wish.
  private func reportIfEmpty(_ items: [Node], _ key: String) {
    if items.isEmpty {
      problems.add(
        .emptySelection, "the change reaches nothing", at: reader.keyRange(key),
        expected: "at least one item in '\(key)'")
    }
  }

  /// What an unnamed change is called: `line estate, set to [~, (0.2), (0.4)]`.
  private func words(_ target: String, _ operation: String) -> String {
    let what = reader.node(target)?.range.text.trimmed ?? ""
    let how = reader.node(operation)?.range.text.trimmed ?? ""
    let verb =
      switch operation {
      case "set", "profile": "\(operation) to"
      case "add", "deliver", "funding", "ends": operation
      case "slip": "slip \(how) by \(reader.node("by")?.range.text.trimmed ?? "")"
      default: "\(operation) by"
      }
    return "\(target) \(what), \(verb)" + (operation == "slip" ? "" : " \(how)")
  }
}

extension MappingReader {
  /// One value, or a list of them.
  fileprivate func scalars(_ key: String) -> [Node.Scalar] {
    if case .scalar(let scalar)? = node(key) { return scalar.isNull ? [] : [scalar] }
    return items(key).compactMap { problems.scalar($0, "'\(key)'") }
  }
}
