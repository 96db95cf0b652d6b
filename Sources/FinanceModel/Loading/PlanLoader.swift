extension Plan {
  /// Reads a plan file and everything it names. Throws `Diagnostics` with all that is wrong in it.
  ///
  /// `path` is as a user types it; `-` is standard input.
  public init(contentsOf path: String) throws(Diagnostics) {
    self = try PlanLoader.plan(try SourceFile.reading(path: path))
  }

  /// Reads a plan from text that is already at hand.
  public init(_ file: SourceFile) throws(Diagnostics) {
    self = try PlanLoader.plan(file)
  }
}

/// Turns the nodes of a plan file into a `Plan`.
enum PlanLoader {
  static func plan(_ file: SourceFile) throws(Diagnostics) -> Plan {
    let (node, faults) = try NodeParser.readable(file)
    return try plan(node, after: faults)
  }

  /// A plan whose published tables are at hand, by the names that it has for them.
  static func plan(
    _ file: SourceFile, beside files: [String: SourceFile]
  ) throws(Diagnostics) -> Plan {
    try plan(try NodeParser.parse(file), beside: files)
  }

  /// A plan of nodes; `faults` are those that reading found, to be thrown with the others.
  static func plan(
    _ node: Node, beside files: [String: SourceFile] = [:], after faults: [Diagnostic] = []
  ) throws(Diagnostics) -> Plan {
    let problems = Problems()
    faults.forEach(problems.add)
    try FileKind.require(.plan, node)
    let loaded = MappingReader(node, .plan, problems).flatMap { load($0, beside: files) }
    try problems.throwIfAny()
    guard let loaded else { throw Diagnostics([]) }
    return loaded
  }

  private static func load(_ reader: MappingReader, beside files: [String: SourceFile]) -> Plan? {
    let problems = reader.problems
    let id = reader.identifier("plan")
    let title = reader.text("title")
    let authority = reader.text("authority")
    let source = reader.text("source")
    let unit = reader.unit("unit") ?? .millions
    let rounding = reader.choice("rounding", LineRounding.self) ?? .printed
    let decimals =
      reader.has("decimals") ? reader.integer("decimals", in: 0...6) : unit.planDecimals
    requireRows(reader)
    let hasYears = reader.has("years") || reader.has("sections")
    let gap = hasYears ? gap(reader, unit: unit) : .none
    let years = hasYears ? YearsLoader.years(reader) : PlanYears(history: [], years: [])
    let groups = GroupingLoader(problems: problems)
    let context = PlanContext(
      unit: unit, decimals: decimals ?? 0, years: years, rounding: rounding, hasGap: gap != .none,
      groupings: groups.groupings(reader.entries("groups")),
      statusDelivery: groups.statusDelivery(reader.entries("delivery-by-status")),
      problems: problems)
    var made = MadeRows(
      items: reader.items("sections"),
      assumptions: AssumptionLoader(context: context).assumptions(reader.entries("assumptions")))
    let councilTax = reader.node("council-tax").flatMap {
      CouncilTaxLoader(context: context, assumptions: made.assumptions, sections: made.items)
        .load($0, at: reader.keyRange("council-tax"))
    }
    if let councilTax {
      made.assumptions += councilTax.assumptions
      made.items = councilTax.sections
    }
    let support = SupportLoader(context: context).support(reader, &made)
    let accounts = MemorandumLoader(context: context).accounts(reader, &made)
    var sections = SectionLoader(context: context)
    sections.load(made.items)
    let risks = reader.node("risks").flatMap {
      RiskLoader(context: context).register($0, at: reader.keyRange("risks"))
    }
    let reserves = sections.loadReserves(reader, risks)
    RiskLoader(context: context).check(risks, beside: reserves)
    let total = reader.node("total-column").flatMap { totalColumn($0, problems) }
    var tables = TableLoader(context: context)
    tables.load(reader.items("tables"))
    if let risks, RiskRows.areAsked(by: reader) { tables.load([RiskRows(register: risks).table]) }
    let netBudget = NetBudgetLoader(context: context, lines: sections.rows.compactMap(\.line))
      .load(reader, hasCouncilTax: councilTax != nil)
    let rows =
      sections.rows + [netBudget?.row(context)].compactMap { $0 } + tables.rows
    let published = PublishedLoader(
      context: context, rows: rows, tables: tables.tables, totalColumn: total,
      plan: reader.range.file, beside: files)
    let claims = ClaimLoader(context: context)
    let delivery = reader.node("savings-delivery").flatMap {
      SavingsDeliveryLoader(context: context, rows: rows)
        .delivery($0, at: reader.keyRange("savings-delivery"))
    }
    guard let id = id ?? Identifier("unread") else { return nil }
    var plan = Plan(
      id: id, title: title ?? "", authority: authority, unit: unit, decimals: context.decimals,
      years: years, source: source, rounding: rounding, gap: gap, assumptions: made.assumptions,
      groupings: context.groupings, statusDelivery: context.statusDelivery,
      sections: sections.sections, rows: rows, tables: tables.tables, totalColumn: total,
      councilTax: councilTax?.councilTax, reserves: reserves, risks: risks,
      savingsDelivery: delivery,
      published: published.tables(reader.items("published")),
      identities: claims.identities(reader.items("checks")),
      claims: claims.claims(reader.items("claims")), exceptionalSupport: support,
      memorandumAccounts: accounts, netBudget: netBudget, range: reader.range)
    plan.writeNetBudgetRequirement()
    NameCheck(plan: plan, problems: problems).check()
    return plan
  }

  /// A plan has sections and years, or it consists of tables or risks alone.
  private static func requireRows(_ reader: MappingReader) {
    let isAlone = !reader.present(["tables", "risks"]).isEmpty && !reader.has("sections")
    reader.require(
      isAlone ? [] : ["years", "sections"],
      help: "only a plan of 'tables' or 'risks' alone needs neither years nor sections")
  }

  private static func gap(_ reader: MappingReader, unit: Unit) -> GapBasis {
    if let scalar = reader.scalar("gap") {
      if scalar.text == "none" {
        if reader.has("base-gap") {
          reader.problems.add(
            .conflictingKeys, "'gap: none' and 'base-gap' exclude each other",
            at: reader.keyRange("base-gap"), expected: "one of them")
        }
        return .none
      }
      reader.problems.wrongValue(scalar, "'gap'", among: ["none"])
    }
    if let base = reader.figure("base-gap", unit: unit)?.quantity, case .money(let money) = base {
      return .stated(money)
    }
    return .computed
  }

  private static func totalColumn(_ node: Node, _ problems: Problems) -> TotalColumn? {
    guard let reader = MappingReader(node, .totalColumn, problems), let id = reader.identifier("id")
    else { return nil }
    return TotalColumn(
      id: id, title: reader.text("title") ?? "Total", range: reader.valueRange("id"))
  }
}
