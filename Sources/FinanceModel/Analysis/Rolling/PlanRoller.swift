/// Writes the file of a plan moved on by one year.
struct PlanRoller {
  let node: Node
  let years: RolledYears
  let plan: Plan
  let evaluator: Evaluator
  let edits: RollEdits
  /// What the plan's file is called.
  let name: String
  var rows: RowRoller
  private var comments: SourceComments

  init(
    node: Node, years: RolledYears, plan: Plan, evaluator: Evaluator, edits: RollEdits, name: String
  ) {
    self.node = node
    self.years = years
    self.plan = plan
    self.evaluator = evaluator
    self.edits = edits
    self.name = name
    rows = RowRoller(years: years, plan: plan, evaluator: evaluator, edits: edits)
    comments = SourceComments(of: node.range.file, around: node)
  }

  /// The text of the new file, and what was done to make it.
  mutating func rolled() -> (text: String, log: RollLog) {
    guard case .mapping(var entries, let range) = node else { return ("", RollLog()) }
    drop("published", &entries) { count in "the published table\(count == 1 ? "" : "s")" }
    drop("claims", &entries) { count in "\(count) claim\(count == 1 ? "" : "s")" }
    rollYears(&entries)
    rollChecks(&entries)
    rollAssumptions(&entries)
    rollCouncilTax(&entries)
    rollSupport(&entries)
    rollNetBudget(&entries)
    rollRisks(&entries)
    rollSavingsDelivery(&entries)
    rollReserves(&entries)
    for key in ["sections", "tables"] {
      guard let value = entries[key] else { continue }
      let moved = key == "sections" ? sections(value) : value
      entries.set(key, FormulaRoller.replacing(edits.amounts, in: moved, years))
    }
    let texts = rows.log.textsLeftOut
    if texts > 0 {
      rows.log.leftOut.append("\(texts) text\(texts == 1 ? "" : "s") in place of cells")
    }
    let own = RollComments(years: years)
    comments.replace(by: own.kept)
    let text = NodeWriter.text(
      .mapping(entries, range), comments: comments, head: own.head(from: name), notes: rows.notes)
    return (text, rows.log)
  }

  // MARK: The keys of the plan

  /// Leaves out a list that belongs to the old table.
  private mutating func drop(
    _ key: String, _ entries: inout [Node.Entry], words: (Int) -> String
  ) {
    guard let entry = entries.first(where: { $0.key.text == key }) else { return }
    if case .sequence(let items, _) = entry.value, !items.isEmpty {
      rows.log.leftOut.append(words(items.count))
    }
    comments.remove(entry.key.range.through(entry.value.range))
    entries.remove(key)
  }

  /// The figures of a row that another part of the plan states, moved on.
  mutating func figures(_ node: Node, of id: String) -> Node {
    let range = node.range.start
    let row = rows.row(
      .mapping(
        [
          Node.Entry(key: .made("id", at: range), value: .made(id, at: range)),
          Node.Entry(key: .made("figure", at: range), value: node),
        ], range))
    return row["figure"] ?? node
  }

  /// Takes down what is not in the new file.
  mutating func leaveOut(_ words: String) { rows.log.leftOut.append(words) }

  /// Leaves out a key with the comments in its value, and takes it down.
  mutating func leaveOut(_ key: String, of entries: inout [Node.Entry], _ words: String) {
    guard let entry = entries.first(where: { $0.key.text == key }) else { return }
    comments.remove(entry.key.range.through(entry.value.range))
    entries.remove(key)
    leaveOut(words)
  }

  /// Takes down what a reader has to see to.
  mutating func see(_ words: String) { rows.log.notes.append(words) }

  private func rollYears(_ entries: inout [Node.Entry]) {
    guard case .sequence(let items, let range)? = entries["years"] else { return }
    let added = Node.made(years.added.description, at: range)
    entries.set("years", .sequence(items.dropFirst() + [added], range))
    if case .sequence(let history, let range)? = entries["base-years"] {
      let base = Node.made(years.base.description, at: range)
      let kept = history.isEmpty ? [] : history.dropFirst()
      entries.set("base-years", .sequence(kept + [base], range))
    } else {
      let place = entries["base-year"]?.range ?? range
      entries.set("base-year", .made(years.base.description, at: place), before: ["years"])
    }
    entries.remove("base-gap")
    if let gap = edits.baseGap {
      let text = Cell.money(gap).typed(in: plan.unit, decimals: plan.decimals)
      entries.set("base-gap", .made(text, at: range.start), before: ["years"])
    }
  }

  /// Leaves out the checks that read a year before the new plan, and such years of others.
  private mutating func rollChecks(_ entries: inout [Node.Entry]) {
    guard case .sequence(let items, let range)? = entries["checks"] else { return }
    var kept: [Node] = []
    for item in items {
      guard case .mapping(var check, let place) = item else { continue }
      let id = check["id"]?.text ?? ""
      let holds = check["holds"]?.text ?? ""
      let equation = Node.made(holds.hasPrefix("=") ? holds : "= if(\(holds), 0, 0)", at: place)
      var isHeld = FormulaRoller.parts(in: equation, years).allSatisfy { $0.year > years.base }
      if case .sequence(let named, let place)? = check["in"] {
        let left = named.filter { year in
          year.text.flatMap { try? FinancialYear($0) }.map { $0 > years.base } ?? true
        }
        if left.isEmpty { isHeld = false }
        check.set("in", .sequence(left, place))
      }
      if isHeld {
        kept.append(.mapping(check, place))
      } else {
        rows.log.leftOut.append("the check '\(id)', which is of \(years.base) or before")
        comments.remove(item.range)
      }
    }
    if kept.isEmpty {
      entries.remove("checks")
    } else {
      entries.set("checks", .sequence(kept, range))
    }
  }

  // MARK: Assumptions

  private mutating func rollAssumptions(_ entries: inout [Node.Entry]) {
    guard case .mapping(let given, let range)? = entries["assumptions"] else { return }
    let moved = given.map { entry in
      Node.Entry(key: entry.key, value: assumption(entry.value, id: entry.key.text))
    }
    entries.set("assumptions", .mapping(moved, range))
  }

  mutating func assumption(_ node: Node, id: String) -> Node {
    guard case .mapping(var entries, let range) = node, let values = entries["values"] else {
      return node
    }
    var profile = RollingProfile(values, then: nil, years: years.old.years)
    let (rule, added) = extended(profile[years.last], by: entries["extends"])
    let base = profile[years.base].flatMap { $0.isNull ? nil : $0 }
    if base != nil || entries["base"] != nil {
      let value = base.map(\.remade) ?? .made("~", at: values.range)
      entries.set("base", rows.history(entries["base"], value), before: ["values"])
    }
    if profile.then != nil, rule != .last {
      for year in years.common { profile[year] = profile.then?.remade }
    }
    let isConstant = profile.then != nil && rule == .last
    if !isConstant { profile[years.added] = added }
    entries.set("values", profile.written(over: years.new.years).figures)
    if !isConstant { mark(rule, added, &entries) }
    rows.log.assumed.append(
      RollForward.Assumed(
        id: id, title: entries["title"]?.text ?? id, rule: isConstant ? .constant : rule,
        value: added.text))
    return .mapping(entries, range)
  }

  /// The value of the added year, by the assumption's own rule.
  private func extended(_ last: Node?, by rule: Node?) -> (RollForward.Rule, Node) {
    let last = last ?? .made("~", at: node.range)
    switch rule?.text {
    case nil, "last": return (.last, last.remade)
    case "blank": return (.blank, .made("~", at: last.range))
    case let amount?: return (.amount, .made(amount, at: last.range))
    }
  }

  /// Says in the source of an assumption that its last value is assumed, and how.
  private func mark(_ rule: RollForward.Rule, _ value: Node, _ entries: inout [Node.Entry]) {
    let how =
      switch rule {
      case .blank: "left blank"
      case .amount: value.text ?? ""
      default: "the value of \(years.last) repeated"
      }
    let mark = "\(years.added) assumed: \(how)"
    let old = entries["source"]
    let source = old.flatMap { $0.isNull ? nil : $0.text?.trimmed }.map { "\($0); \(mark)" } ?? mark
    let place = old?.range ?? entries["values"]?.range ?? node.range
    entries.set("source", .made(source, at: place))
  }

  // MARK: Sections

  private mutating func sections(_ node: Node) -> Node {
    guard case .sequence(let items, let range) = node else { return node }
    return .sequence(items.map { section($0) }, range)
  }

  private mutating func section(_ node: Node) -> Node {
    guard case .mapping(var entries, let range) = node, let lines = entries["lines"] else {
      return rows.row(node)
    }
    switch lines {
    case .sequence(let items, let place):
      entries.set("lines", .sequence(items.map { rows.row($0) }, place))
    case .scalar(let table) where !table.isNull:
      let items = table.lines(of: plan, basis: entries["basis"]?.text)
      let place = table.range.start
      entries.set("lines", .sequence(items.map { rows.row($0.remade) }, place))
      entries.remove("basis")
    default: break
    }
    if let total = entries["total"] { entries.set("total", rows.row(total)) }
    return .mapping(entries, range)
  }
}

extension Node.Scalar {
  /// The lines of a table, pasted here or in the file that it names, as they would be written out.
  fileprivate func lines(of plan: Plan, basis: String?) -> [Node] {
    let context = PlanContext(
      unit: plan.unit, decimals: plan.decimals, years: plan.years, rounding: plan.rounding,
      hasGap: plan.gap != .none, problems: Problems())
    return LineTable(context: context, defaultBasis: basis.flatMap(Basis.init) ?? .recurring)
      .lines(self)
  }
}

extension SourceRange {
  /// From the start of this range to the end of a later one.
  fileprivate func through(_ end: SourceRange) -> SourceRange {
    SourceRange(
      file: file, bytes: bytes.lowerBound..<max(bytes.upperBound, end.bytes.upperBound))
  }
}
