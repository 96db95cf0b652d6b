/// Reads headings, lines and figures: the items of `sections` and of `lines`.
struct RowLoader {
  let context: PlanContext

  private var problems: Problems { context.problems }

  /// What a section hands down to its rows.
  struct Parent {
    /// Nil where it cannot be read.
    let id: Identifier?
    var role: Role?
    /// Whether it has a role that cannot be read.
    var hasUnreadRole = false
    var delivery: Node.Scalar?
    var inTotal: InTotal?
  }

  /// The row in a node: a heading, a figure, or else a line.
  func row(_ node: Node, in parent: Parent?) -> Row? {
    guard case .mapping(let entries, let range) = node else {
      problems.add(
        .wrongType, "a row is written as keys with values", at: node.range,
        expected: "a row such as { id: pay, title: Pay award, recurring: [1.000, 1.000] }")
      problems.silence(.unknownName, .publishedRow)
      return nil
    }
    let kind = kind(entries.map(\.key.text))
    if kind == "heading" {
      guard let reader = MappingReader(node, .heading, problems) else { return nil }
      return .heading(Heading(title: reader.text("heading") ?? "", table: nil, range: range))
    }
    return kind == "figure"
      ? figure(node, in: parent)
      : MappingReader(node, .line, problems).flatMap { line($0, in: parent) }
  }

  /// The key that makes a row a heading or a figure, perhaps misspelt; nil for a line.
  private func kind(_ keys: [String]) -> String? {
    let kinds = ["heading", "figure"]
    if let kind = kinds.first(where: keys.contains) { return kind }
    if keys.contains(where: Basis.allCases.map(\.rawValue).contains) { return nil }
    return keys.lazy.filter { !KeySet.line.names.contains($0) }
      .compactMap { NearestName.of($0, among: KeySet.line.names + kinds) }
      .first(where: kinds.contains)
  }

  /// The line in a mapping that has the keys of one.
  func line(_ reader: MappingReader, in parent: Parent?) -> Row? {
    guard let id = reader.identifier("id") else { return nil }
    let role =
      reader.choice("role", Role.self) ?? parent?.role ?? (context.hasGap ? nil : .memorandum)
    if role == nil, !reader.has("role"), !reader.isMisspelt(["role"]), parent?.hasUnreadRole != true
    {
      problems.add(
        .missingKey, "the line '\(id)' has no role", at: reader.keyRange("id"),
        expected: "'role' on the line or on its section",
        help: "one of " + Role.allCases.map(\.rawValue).joined(separator: ", "))
    }
    let basis = basis(reader)
    let unit = unit(reader)
    if context.hasGap, let role, role != .memorandum, !unit.isMoney {
      problems.add(
        .wrongValue,
        "a line in the gap is an amount of money, and '\(id)' is in '\(unit.rawValue)'",
        at: reader.keyRange("unit"), expected: "£, £000 or £m, or 'role: memorandum'")
    }
    let memo = reader.flag("base-memo") ?? false
    let history = ProfileLoader(context: context, unit: unit)
      .historyEntries(reader.node("base"), missing: .blank)
    requireBase(reader, basis: basis, role: role)
    var details = details(
      reader, id: id, unit: unit, entries: history, parent: parent, isLine: true)
    var phasing: Phasing?
    if reader.has("full-year") {
      let phased = PhasingLoader(context: context, unit: unit, rounding: details.rounding)
        .phased(reader)
      phasing = phased.phasing
      details.entries += phased.entries
    } else {
      details.entries += profile(reader, unit: unit, key: basis.rawValue)
    }
    return .line(
      Line(
        details: details, role: role ?? .memorandum, basis: basis, baseIsMemo: memo,
        fields: fields(reader), funding: funding(reader),
        carriesGap: reader.flag("carried-gap") ?? false, phasing: phasing,
        deliveryRange: deliveryRange(reader, role: role),
        adjustments: delivery(reader, parent)))
  }

  private func basis(_ reader: MappingReader) -> Basis {
    let names = Basis.allCases.map(\.rawValue) + ["full-year"]
    let given = reader.present(names)
    if let starts = reader.present(["starts"]).first, !given.contains("full-year"),
      !reader.isMisspelt(["full-year"])
    {
      problems.add(
        .conflictingKeys, "'starts' belongs to a full-year effect", at: reader.keyRange(starts),
        expected: "'full-year' in place of the figures by year")
    }
    if given.count > 1 {
      problems.add(
        .conflictingKeys, "'\(given[0])' and '\(given[1])' exclude each other",
        at: reader.keyRange(given[1]), expected: "one basis for the line",
        help: "give the other part a line of its own")
    }
    if given.isEmpty, !reader.isMisspelt(names) {
      problems.add(
        .missingKey, "a line needs its figures", at: reader.keyRange("id"),
        expected: "'recurring', 'one-off' or 'level' with one figure for each year, or 'full-year'",
        help: "a row without figures is a heading: { heading: ... }")
    }
    return given.first.flatMap(Basis.init) ?? .recurring
  }

  private func requireBase(_ reader: MappingReader, basis: Basis, role: Role?) {
    guard basis == .level, role != .memorandum, context.hasGap, !reader.has("base"),
      context.years.base != nil
    else { return }
    problems.add(
      .baseMissing, "a level line needs its base-year figure", at: reader.keyRange("level"),
      expected: "'base' beside it", help: "write 'base: ~' for a line that starts from nothing")
  }

  private func figure(_ node: Node, in parent: Parent?) -> Row? {
    guard let reader = MappingReader(node, .figure, problems), let id = reader.identifier("id")
    else { return nil }
    let unit = unit(reader)
    let plan = profile(reader, unit: unit, key: "figure")
    var missing = Entry.blank
    if case .scalar = reader.node("figure"), case .formula(let formula) = plan.first {
      missing = .formula(formula)
    }
    let entries =
      ProfileLoader(context: context, unit: unit)
      .historyEntries(reader.node("base"), missing: missing) + plan
    let details = details(
      reader, id: id, unit: unit, entries: entries, parent: parent, isLine: false)
    return .figure(Figure(details: details, totalOf: nil))
  }

  /// The total of a section: the sum of its lines in every column.
  func total(_ node: Node, of section: Identifier, inTotal: InTotal?) -> Row? {
    guard let reader = MappingReader(node, .total, problems), let id = reader.identifier("id")
    else { return nil }
    let sum = Expression(
      kind: .call(.sum, [Expression(kind: .name(section), range: reader.range)]),
      range: reader.range)
    let entry = Entry.formula(
      Formula(text: "sum(\(section))", expression: sum, range: reader.range))
    let history = ProfileLoader(context: context, unit: context.unit)
      .historyEntries(reader.node("base"), missing: entry)
    let entries = history + context.years.planColumns.map { _ in entry }
    let details = details(
      reader, id: id, unit: context.unit, entries: entries,
      parent: Parent(id: section, inTotal: inTotal), isLine: false)
    return .figure(Figure(details: details, totalOf: section))
  }

  private func unit(_ reader: MappingReader) -> Unit {
    reader.has("unit") ? reader.unit("unit") ?? context.unit : context.unit
  }

  private func profile(_ reader: MappingReader, unit: Unit, key: String) -> [Entry] {
    guard let node = reader.node(key) else { return context.years.planColumns.map { _ in .blank } }
    return ProfileLoader(context: context, unit: unit)
      .planEntries(node, then: reader.formula("then"), key: key)
  }

  private func details(
    _ reader: MappingReader, id: Identifier, unit: Unit, entries: [Entry], parent: Parent?,
    isLine: Bool
  ) -> RowDetails {
    let decimals =
      (reader.has("decimals") ? reader.integer("decimals", in: 0...6) : nil)
      ?? (unit == context.unit ? context.decimals : unit.defaultDecimals)
    let isRounded =
      (reader.has("rounding") ? reader.choice("rounding", LineRounding.self) : nil)
      ?? (isLine ? context.rounding : .none)
    return RowDetails(
      id: id, title: reader.has("title") ? reader.text("title") ?? "" : id.name,
      section: parent?.id, table: nil, unit: unit, decimals: decimals,
      rounding: isRounded == .printed ? Rounding(decimals: decimals, unit: unit) : nil,
      isPrinted: reader.flag("print") ?? true, columnStyles: [:], entries: entries,
      text: text(reader), note: reader.text("note"), source: reader.text("source"),
      inTotal: reader.inTotal ?? parent?.inTotal ?? .sum, idRange: reader.valueRange("id"),
      range: reader.range)
  }

  private func text(_ reader: MappingReader) -> [Int: String] {
    var text: [Int: String] = [:]
    for entry in reader.entries("text") {
      if let column = context.column(entry.key), let value = problems.scalar(entry.value, "a text")
      {
        text[column] = value.text
      }
    }
    return text
  }

  /// The share delivered, from the line or else its section, as an adjustment of every plan year.
  private func delivery(_ reader: MappingReader, _ parent: Parent?) -> [Adjustment] {
    guard let scalar = reader.scalar("delivery") ?? parent?.delivery else { return [] }
    let columns = Set(context.years.planColumns)
    let operation: Adjustment.Operation
    if scalar.isFormula {
      let formula = problems.collecting { () throws(Diagnostics) in
        try FormulaParser.formula(scalar)
      }
      guard let formula else { return [] }
      operation = .deliver(formula)
    } else {
      guard let share = problems.percentage(scalar, "'delivery'") else { return [] }
      operation = .scale(share)
    }
    return [
      Adjustment(operation: operation, columns: columns, name: "delivery", range: scalar.range)
    ]
  }
}

extension Problems {
  /// What a bare number was most likely meant to be: 80% for 80, and 120% for 1.2.
  func asPercentage(_ scalar: Node.Scalar) -> String? {
    guard case .number(let number)? = (try? AmountText(scalar.text, unit: .number))?.cell.figure
    else { return nil }
    guard scalar.text.contains(".") else { return "write \(scalar.text)% if that is meant" }
    let format = AmountFormat(decimals: 6, negatives: .minus, groupsThousands: false)
    var text = format.text(.number(number), in: .percent)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return "write \(text)% if that is meant"
  }

  /// A percentage of a whole, which must show its sign and is never below nil: `80%`.
  func percentage(_ scalar: Node.Scalar, _ what: String) -> Rate? {
    guard scalar.text.hasSuffix("%") else {
      add(
        .wrongValue, "\(what) takes a percentage", at: scalar.range,
        expected: "a percentage such as 80%", help: asPercentage(scalar))
      return nil
    }
    if let sign = scalar.text.first, "+-−–(".contains(sign) {
      add(
        .wrongValue, "\(what) takes the share of the whole, not a change", at: scalar.range,
        expected: "a percentage without a sign",
        help: "110% is a tenth more, 90% a tenth less")
      return nil
    }
    guard case .number(let rate) = amount(scalar, unit: .percent)?.cell.figure else { return nil }
    return rate
  }
}

extension MappingReader {
  /// What a row's total column holds: `sum`, `last`, `blank` or a formula.
  var inTotal: InTotal? {
    guard let scalar = scalar("in-total") else { return nil }
    switch scalar.text {
    case "sum": return .sum
    case "last": return .last
    case "blank": return .blank
    default:
      if scalar.isFormula { return formula("in-total").map(InTotal.formula) }
      problems.wrongValue(scalar, "'in-total'", among: ["sum", "last", "blank"])
      return nil
    }
  }
}
