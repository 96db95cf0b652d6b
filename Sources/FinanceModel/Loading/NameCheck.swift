/// Checks that every id of a plan is its own, and that every name in a formula is known.
struct NameCheck {
  let plan: Plan
  let problems: Problems

  /// How many faults are helped with the nearest name, which takes time in a large plan.
  static let mostHelped = 50

  func check() {
    let known = checkIdentifiers()
    for formula in formulas() { check(formula.expression, known) }
    for identity in plan.identities {
      check(identity.condition.left, known)
      check(identity.condition.right, known)
    }
    checkRolledMoney()
    checkBudgetedServices()
  }

  /// Where the plan budgets by service, every service that a line names has its budget.
  private func checkBudgetedServices() {
    guard let services = plan.netBudget?.services, !services.isEmpty else { return }
    let known = services.map(\.name)
    for (row, part) in zip(plan.rows, plan.budgetParts) where part == .corporate {
      guard let line = row.line, let name = line.fields[.service], !known.contains(name) else {
        continue
      }
      problems.add(
        .unknownName, "'\(line.id)' is of the service '\(name)', which has no budget",
        at: line.details.idRange, expected: "a service under 'net-budget'",
        help: NearestName.of(name, among: known).map { "the nearest is '\($0)'" })
    }
  }

  /// Money is rolled into another line of the plan, and never back into its own.
  private func checkRolledMoney() {
    let lines = plan.rows.compactMap(\.line)
    let next = Dictionary(
      lines.map { ($0.id, $0.funding.rolledInto) }, uniquingKeysWith: { first, _ in first })
    for line in lines {
      guard let name = line.funding.rolledInto, let range = line.funding.rolledIntoRange else {
        continue
      }
      guard next[name] != nil else {
        problems.add(
          .unknownName, "the plan has no line '\(name)'", at: range,
          expected: "the line that the money is paid within from now on",
          help: NearestName.of(name.name, among: lines.map(\.id.name))
            .map { "the nearest is '\($0)'" })
        continue
      }
      var seen: Set<Identifier> = []
      var step: Identifier? = name
      while let id = step, id != line.id, seen.insert(id).inserted { step = next[id] ?? nil }
      if step == line.id {
        problems.add(
          .wrongValue,
          name == line.id
            ? "'\(name)' is rolled into itself"
            : "'\(line.id)' is rolled into itself through '\(name)'", at: range,
          expected: "another line")
      }
    }
  }

  /// The ids that a formula may name: of sections, rows and assumptions, and those of the gap.
  private func checkIdentifiers() -> Set<String> {
    var first: [Identifier: SourceRange] = [:]
    let reserved = Set(FormulaWords.functions + GapKind.allCases.map(\.rawValue))
    for (id, range) in identifiers() {
      if reserved.contains(id.name), id != plan.totalColumn?.id {
        problems.add(
          .reservedIdentifier, "'\(id)' is a reserved word", at: range,
          expected: "another id",
          help: GapKind(rawValue: id.name) == nil
            ? "formulas use it as a function"
            : "every plan has a gap by that name; formulas can refer to it")
      } else if let known = first[id] {
        // Of a plan and a scenario, the scenario is at fault.
        let isPlans = range.file == plan.range.file && known.file != plan.range.file
        let (range, other) = isPlans ? (known, range) : (range, known)
        problems.add(
          .duplicateIdentifier, "the id '\(id)' is used twice", at: range,
          expected: "an id of its own",
          help: "ids are unique across sections, rows, assumptions and columns",
          notes: [Diagnostic.Note("'\(id)' is first used here", at: other)])
      } else {
        first[id] = range
      }
    }
    let gaps = plan.gap == .none ? [] : GapKind.allCases.map(\.rawValue)
    let column = plan.totalColumn?.id
    return Set(first.keys.filter { $0 != column }.map(\.name) + gaps)
  }

  private func identifiers() -> [(Identifier, SourceRange)] {
    var found = plan.assumptions.map { ($0.id, $0.range) }
    found += plan.sections.map { ($0.id, $0.range) }
    found += plan.rows.compactMap { row in row.details.map { ($0.id, $0.idRange) } }
    for table in plan.tables {
      found.append((table.id, table.range))
      found += table.columns.map { ($0.id, $0.range) }
    }
    if let column = plan.totalColumn { found.append((column.id, column.range)) }
    return found
  }

  private func formulas() -> [Formula] {
    var seen: Set<SourceRange> = []
    let all =
      plan.rows.flatMap(\.formulas) + plan.claims.map(\.formula) + (plan.risks?.formulas ?? [])
    return all.filter {
      seen.insert($0.range).inserted
    }
  }

  private func check(_ expression: Expression, _ known: Set<String>) {
    if let name = expression.name, !known.contains(name.name) {
      problems.add(
        .unknownName, "there is no row or assumption '\(name)'", at: expression.range,
        expected: "the id of a row, section or assumption",
        help: problems.found.count > NameCheck.mostHelped
          ? nil
          : spaced(name.name, known)
            ?? NearestName.of(name.name, among: known.sorted()).map { "the nearest is '\($0)'" })
    }
    if case .at(_, let column) = expression.kind { check(column, at: expression.range) }
    for part in expression.parts { check(part, known) }
  }

  /// The subtraction that a name with hyphens may have meant: `pay - estate` for `pay-estate`.
  private func spaced(_ name: String, _ known: Set<String>) -> String? {
    for hyphen in name.indices where name[hyphen] == "-" {
      let (left, right) = (String(name[..<hyphen]), String(name[name.index(after: hyphen)...]))
      if known.contains(left), known.contains(right) {
        return "a minus needs a space on each side: \(left) - \(right)"
      }
    }
    return nil
  }

  private func check(_ column: Expression.Column, at range: SourceRange) {
    switch column {
    case .year(let year):
      guard plan.years.column(of: year) == nil else { return }
      problems.add(
        .yearOutsidePlan, "\(year) is not a year of the plan", at: range,
        expected: plan.years.columns.asExpected)
    case .named(let name):
      let names = plan.tables.flatMap { $0.columns.map(\.id.name) }
      guard !names.contains(name.name) else { return }
      problems.add(
        .unknownName, "no table has a column '\(name)'", at: range,
        expected: "a year, or the column of a table",
        help: NearestName.of(name.name, among: names).map { "the nearest is '\($0)'" })
    }
  }
}
