/// Reads the values of a row or an assumption by year into one entry for each column.
struct ProfileLoader {
  let context: PlanContext
  let unit: Unit

  private var problems: Problems { context.problems }
  private var planColumns: Range<Int> { context.years.planColumns }

  /// The entries of the plan's years from a list, a mapping by year, or one formula for all years.
  ///
  /// `then` fills the years after a shorter list.
  func planEntries(_ node: Node, then: Formula?, key: String) -> [Entry] {
    switch node {
    case .scalar(let scalar) where scalar.isFormula:
      if let then {
        problems.add(
          .conflictingKeys, "'then' follows a formula that already gives every year",
          at: then.range, expected: "no 'then', or figures before it")
      }
      let formula = problems.collecting { () throws(Diagnostics) in
        try FormulaParser.formula(scalar)
      }
      return planColumns.map { _ in formula.map(Entry.formula) ?? .blank }
    case .scalar(let scalar):
      problems.add(
        .wrongType, "'\(key)' holds one figure for each year", at: scalar.range,
        expected: "a list of \(planColumns.count) figures, or a formula in quotes",
        help: help(scalar, key))
      return planColumns.map { _ in .blank }
    case .sequence(let items, let range):
      return entries(items, range: range, then: then)
    case .mapping(let entries, let range):
      return byYear(entries, range: range, then: then)
    }
  }

  /// How one value is written where figures of every year are wanted.
  private func help(_ scalar: Node.Scalar, _ key: String) -> String {
    if let formula = scalar.formulaInCurlyQuotes {
      return "put straight quotes in the place of the curly ones: \(key): \"\(formula)\""
    }
    if scalar.looksLikeFormula {
      return "begin a formula with an equals sign: \(key): \"= \(scalar.text)\""
    }
    return "write \(key): [\(list(scalar.isNull ? "~" : scalar.text))]"
  }

  private func list(_ first: String) -> String {
    ([first] + planColumns.dropFirst().map { _ in "~" }).joined(separator: ", ")
  }

  private func entries(_ items: [Node], range: SourceRange, then: Formula?) -> [Entry] {
    let count = planColumns.count
    if items.count > count {
      problems.add(
        .tooManyFigures, "\(context.figures(items.count)) for \(count) years",
        at: items[count].range,
        expected: "\(count) figures, one for each year from \(context.years.years.span)")
    } else if items.count < count, then == nil {
      problems.add(
        .tooFewFigures, "\(context.figures(items.count)) for \(count) years", at: range,
        expected: "\(count) figures, one for each year from \(context.years.years.span)",
        help: "write ~ for a year without a figure, or add 'then' with a formula")
    } else if items.count == count, let then {
      problems.add(
        .tooManyFigures, "'then' has no year left after \(context.figures(count))", at: then.range,
        expected: "fewer figures, or no 'then'")
    }
    var entries = items.prefix(count).map(entry)
    while entries.count < count { entries.append(then.map(Entry.formula) ?? .blank) }
    return entries
  }

  private func byYear(_ given: [Node.Entry], range: SourceRange, then: Formula?) -> [Entry] {
    var found: [Int: Entry] = [:]
    var isSound = true
    for item in given {
      guard let column = context.planColumn(item.key) else {
        isSound = false
        continue
      }
      found[column] = entry(item.value)
    }
    let missing = planColumns.filter { found[$0] == nil }
    if isSound, then == nil, let first = missing.first {
      problems.add(
        .yearMissing, "there is no figure for \(context.years.columns[first])", at: range,
        expected: "every year from \(context.years.years.span)",
        help: "write ~ for a year without a figure")
    }
    return planColumns.map { found[$0] ?? then.map(Entry.formula) ?? .blank }
  }

  func entry(_ node: Node) -> Entry {
    guard let scalar = problems.scalar(node, "a figure") else { return .blank }
    if scalar.isFormula {
      let formula = problems.collecting { () throws(Diagnostics) in
        try FormulaParser.formula(scalar)
      }
      return formula.map(Entry.formula) ?? .blank
    }
    return .typed(cell(scalar), scalar.range)
  }

  /// The cell in a scalar; blank, with a diagnostic, when it is no amount of this unit.
  func cell(_ scalar: Node.Scalar) -> Cell {
    problems.amount(scalar, unit: unit)?.cell ?? .blank
  }

  /// The entries of the columns before the plan from `base`: one figure, or a list of them.
  ///
  /// `missing` stands where there is no `base`.
  func historyEntries(_ node: Node?, missing: Entry) -> [Entry] {
    let count = context.years.history.count
    guard let node else { return Array(repeating: missing, count: count) }
    if count == 0 {
      problems.add(
        .baseYearMissing, "'base' needs a base year, and the plan has none", at: node.range,
        expected: "no 'base' in such a plan", help: "add 'base-year' to the plan")
      problems.silence(.baseYearMissing)
      return []
    }
    guard case .sequence(let items, let range) = node else {
      return Array(repeating: .blank, count: count - 1) + [entry(node)]
    }
    if items.count != count {
      problems.add(
        items.count < count ? .tooFewFigures : .tooManyFigures,
        "\(context.figures(items.count)) for \(count == 1 ? "1 base year" : "\(count) base years")",
        at: range, expected: "one for each year before the plan")
    }
    let entries = items.prefix(count).map(entry)
    return entries + Array(repeating: .blank, count: count - entries.count)
  }
}
