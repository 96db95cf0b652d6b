/// Which lines and assumptions a change reaches.
extension Overlay {
  func rows(_ target: Change.Target) -> [Int] {
    switch target {
    case .line(let name): return line(name).map { [$0] } ?? []
    case .lines(let names): return names.compactMap(line)
    case .selection(let selector): return rows(selector)
    case .assumption, .new: return []
    }
  }

  private func rows(_ selector: Selector) -> [Int] {
    if let name = selector.section, !plan.sections.contains(where: { $0.id.name == name.text }) {
      unknown(name, "section", among: plan.sections.map(\.id.name))
      return []
    }
    let areKnown = LineField.allCases.map { field in
      (selector.fields[field] ?? []).map { isKnown($0, field) }.allSatisfy { $0 }
    }
    guard areKnown.allSatisfy({ $0 }) else { return [] }
    let exceptions = Set(selector.exceptions.compactMap(line))
    let found = plan.rows.indices.filter { index in
      plan.rows[index].line.map(selector.holds) ?? false && !exceptions.contains(index)
    }
    if found.isEmpty {
      problems.add(
        .emptySelection, "the selection holds no line", at: selector.range,
        expected: "lines that fit every key and are not excepted")
    }
    return found
  }

  /// Whether some line has a value in a field; a diagnostic where none has.
  private func isKnown(_ value: Node.Scalar, _ field: LineField) -> Bool {
    let lines = plan.rows.compactMap { $0.line?.fields[field] }
    if lines.contains(value.text) { return true }
    let grouping = plan.groupings.first { $0.field == field }
    let titled = grouping?.values.first { $0.title == value.text }
    let known = Set(lines).sorted()
    problems.add(
      .unknownName, "no line has the \(field.rawValue) '\(value.text)'", at: value.range,
      expected: choices(known, field),
      help: titled.map { "'\(value.text)' is the title of '\($0.id)'" }
        ?? NearestName.of(value.text, among: known).map { "the nearest is '\($0)'" })
    return false
  }

  /// What a selection may name: the values that lines have, where they are few.
  private func choices(_ known: [String], _ field: LineField) -> String {
    if known.isEmpty {
      return "a field that lines of the plan have: none has '\(field.rawValue)'"
    }
    if known.count > 8 { return "the \(field.rawValue) of a line" }
    let names = known.map { "'\($0)'" }.joined(separator: ", ")
    return known.count == 1 ? names : "one of \(names)"
  }

  func line(_ name: Node.Scalar) -> Int? {
    if let index = plan.rows.firstIndex(where: { $0.line?.id.name == name.text }) { return index }
    let lines = plan.rows.compactMap { $0.line?.id.name }
    if plan.rows.contains(where: { $0.id?.name == name.text }) {
      problems.add(
        .unknownName, "'\(name.text)' is a figure, computed from other rows", at: name.range,
        expected: "a line", help: "change the lines it is made of, or insert a line of its own")
    } else if plan.assumptions.contains(where: { $0.id.name == name.text }) {
      problems.add(
        .unknownName, "'\(name.text)' is an assumption", at: name.range, expected: "a line",
        help: "write assumption: \(name.text)")
    } else if plan.sections.contains(where: { $0.id.name == name.text }) {
      problems.add(
        .unknownName, "'\(name.text)' is a section", at: name.range, expected: "a line",
        help: "select its lines with { section: \(name.text) }")
    } else {
      unknown(name, "line", among: lines)
    }
    return nil
  }

  func assumption(_ name: Node.Scalar) -> Int? {
    if let index = plan.assumptions.firstIndex(where: { $0.id.name == name.text }) { return index }
    if plan.rows.contains(where: { $0.line?.id.name == name.text }) {
      problems.add(
        .unknownName, "'\(name.text)' is a line", at: name.range, expected: "an assumption",
        help: "write line: \(name.text)")
    } else {
      unknown(name, "assumption", among: plan.assumptions.map(\.id.name))
    }
    return nil
  }

  /// The id of what has a title, for someone who typed that.
  private func id(titled title: String) -> Identifier? {
    plan.rows.first { $0.title.trimmed == title.trimmed }?.id
      ?? plan.assumptions.first { $0.title.trimmed == title.trimmed }?.id
  }

  func unknown(_ name: Node.Scalar, _ what: String, among names: [String]) {
    problems.add(
      .unknownName, "the plan has no \(what) '\(name.text)'", at: name.range,
      expected: "the id of \(what == "assumption" ? "an" : "a") \(what)",
      help: id(titled: name.text).map { "'\(name.text)' is the title of '\($0)'" }
        ?? NearestName.of(name.text, among: names).map { "the nearest is '\($0)'" },
      notes: [Diagnostic.Note("this is the plan", at: plan.range.firstLine)])
  }
}

extension Selector {
  /// Whether a line is of the section, the role and the fields that are asked for.
  ///
  /// The lines that reserves are given are reached by their section or their names alone.
  fileprivate func holds(_ line: Line) -> Bool {
    let isOwn = line.details.section?.name != Reserve.section
    return (section.map { line.details.section?.name == $0.text } ?? isOwn)
      && (role.map { $0 == line.role } ?? true)
      && fields.allSatisfy { field, values in
        values.contains { $0.text == line.fields[field] }
      }
  }
}
