/// Reads `net-budget`: the base budgets of services, and which lines are council tax.
struct NetBudgetLoader {
  let context: PlanContext
  /// The lines of the plan, those that other parts of it stand for among them.
  let lines: [Line]

  private var problems: Problems { context.problems }

  /// Nil, with diagnostics, where it cannot be read.
  func load(_ plan: MappingReader, hasCouncilTax: Bool) -> NetBudget? {
    guard let node = plan.node("net-budget"), context.requiresGap(plan, "net-budget") else {
      return nil
    }
    let count = problems.found.count
    let key = plan.keyRange("net-budget")
    guard let reader = MappingReader(node, .netBudget, problems) else { return unread() }
    guard context.years.base != nil else {
      problems.add(
        .baseYearMissing, "a net budget needs a base year, and the plan has none", at: key,
        expected: "'base-year' in the plan", help: "the base budgets are those of that year")
      return unread()
    }
    if hasCouncilTax, reader.has("council-tax") {
      problems.add(
        .conflictingKeys, "the plan states its council tax, and says here which lines it is",
        at: reader.keyRange("council-tax"), expected: "no 'council-tax' here",
        help: "the lines are those of the plan's own 'council-tax'")
    }
    let tax = reader.has("council-tax") ? reader.items("council-tax").compactMap(line) : nil
    let corporate = reader.has("corporate") ? amount("corporate", reader) : nil
    let services = services(reader)
    guard problems.found.count == count else { return unread() }
    return NetBudget(services: services, corporate: corporate, councilTax: tax, range: key)
  }

  /// What is missing with it is no fault of the formulas that name it.
  private func unread() -> NetBudget? {
    problems.silence(.unknownName, .publishedRow)
    return nil
  }

  private func amount(_ key: String, _ reader: MappingReader) -> Money? {
    reader.figure(key, unit: context.unit).flatMap {
      if case .money(let money) = $0.quantity { money } else { nil }
    }
  }

  /// A line of council tax, which is funding or income.
  private func line(_ node: Node) -> Identifier? {
    guard let scalar = problems.scalar(node, "a line") else { return nil }
    let known = lines.filter { $0.role == .funding || $0.role == .income }.map(\.id)
    if let id = known.first(where: { $0.name == scalar.text }) { return id }
    let isOther = lines.contains { $0.id.name == scalar.text }
    problems.add(
      isOther ? .wrongValue : .unknownName,
      isOther
        ? "'\(scalar.text)' is no line of funding or income"
        : "the plan has no line '\(scalar.text)'", at: scalar.range,
      expected: "the id of a line of council tax",
      help: NearestName.of(scalar.text, among: known.map(\.name)).map { "the nearest is '\($0)'" })
    return nil
  }

  // MARK: Services

  private func services(_ reader: MappingReader) -> [NetBudget.Service] {
    var found: [NetBudget.Service] = []
    for item in reader.items("services") {
      guard let entry = MappingReader(item, .budgetedService, problems),
        let name = entry.filled("service"), context.check(name, .service)
      else { continue }
      let text = name.text.trimmed
      if let other = found.first(where: { $0.name == text }) {
        problems.add(
          .duplicateIdentifier, "the service '\(text)' is there twice", at: name.range,
          expected: "one budget for each service",
          notes: [Diagnostic.Note("'\(text)' is first budgeted here", at: other.range)])
        continue
      }
      let titles = context.groupings.first { $0.field == .service }?.values ?? []
      let base = entry.has("base") ? amount("base", entry) : nil
      if !entry.has("base"), !hasBase(text), !entry.isMisspelt(["base"]) {
        problems.add(
          .baseMissing, "the service '\(text)' has no base budget", at: name.range,
          expected: "'base' beside it",
          help: "none of its lines has a figure in the base year; write 'base: 0' for a new service"
        )
      }
      found.append(
        NetBudget.Service(
          name: text, title: entry.text("title") ?? titles.first { $0.id == text }?.title ?? text,
          base: base, range: name.range))
    }
    return found
  }

  /// Whether a line of a service has its budget in the base year.
  private func hasBase(_ service: String) -> Bool {
    guard let base = context.years.baseColumn else { return false }
    return lines.contains { line in
      guard line.fields[.service] == service, line.role != .memorandum, !line.baseIsMemo else {
        return false
      }
      if case .blank = line.details.entries[base] { return false }
      if case .typed(let cell, _) = line.details.entries[base] { return cell.figure != nil }
      return true
    }
  }
}
