/// Moves the rows of a plan file on by one year.
struct RowRoller {
  let years: RolledYears
  let plan: Plan
  /// The figures of the old plan.
  let evaluator: Evaluator
  let edits: RollEdits
  var log = RollLog()
  /// Comments for the file, by the id of the row that they stand above.
  var notes: [String: [String]] = [:]
  private let positions: [String: Int]

  init(years: RolledYears, plan: Plan, evaluator: Evaluator, edits: RollEdits) {
    self.years = years
    self.plan = plan
    self.evaluator = evaluator
    self.edits = edits
    positions = Dictionary(
      plan.rows.indices.compactMap { row in plan.rows[row].id.map { ($0.name, row) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// A row of `sections`, of a section or of its total; a heading stays as it is.
  mutating func row(_ node: Node) -> Node {
    guard case .mapping(var entries, let range) = node, let id = entries["id"]?.text,
      let position = positions[id], let details = plan.rows[position].details
    else { return node }
    if let line = plan.rows[position].line {
      roll(line, at: position, &entries)
    } else {
      roll(figure: details, at: position, &entries)
    }
    dropText(&entries)
    return .mapping(entries, range)
  }

  // MARK: Lines

  private mutating func roll(_ line: Line, at row: Int, _ entries: inout [Node.Entry]) {
    let isKept = keepFullYear(line, &entries)
    let key = isKept ? "full-year" : line.basis.rawValue
    let rest = isKept ? nil : writeOutFullYear(line, &entries)
    rollFunding(line, &entries)
    dropCarriedGap(line, &entries)
    guard let node = entries[key] else { return }
    let details = line.details
    let base = newBase(of: line, at: row)
    if base == .blank, line.basis != .level, years.new.history.count == 1 {
      entries.remove("base")
    } else if base != .blank || entries["base"] != nil || line.basis == .level {
      let typed = Node.made(
        base.typed(in: details.unit, decimals: details.decimals), at: node.range)
      entries.set("base", history(entries["base"], typed), before: [key])
    }
    entries.remove("base-memo")
    if edits.delivered.contains(line.id) {
      entries.set("delivery", .made("100%", at: range(after: node)))
    }
    if isKept { return assume(line) }
    let isLast = line.funding.ends == years.last
    let standsStill = (line.basis == .level || !details.unit.isMoney) && !isLast
    move(details, key, node, &entries) { last in
      if let rest { return (.fullYear, rest) }
      if standsStill { return (.standsStill, last) }
      let stops = line.basis == .level && isLast
      return (stops ? .ends : .noChange, .made("~", at: node.range))
    }
  }

  /// The figure of the new base year: the level that the line has reached in it.
  private func newBase(of line: Line, at row: Int) -> Cell {
    let old = evaluator.index.planColumns.lowerBound
    let own = evaluator.resolved { evaluator.raw(row, old) }.cell
    if line.basis != .recurring || !line.details.unit.isMoney { return own }
    let level = evaluator.resolved { evaluator.line(row, .level, old) }.cell
    if level != .blank { return level }
    return own != .blank || old == 0 ? own : evaluator.resolved { evaluator.raw(row, old - 1) }.cell
  }

  // MARK: Figures

  private mutating func roll(
    figure details: RowDetails, at row: Int, _ entries: inout [Node.Entry]
  ) {
    let old = evaluator.index.planColumns.lowerBound
    let reached = evaluator.resolved { evaluator.raw(row, old) }.cell
    let node = entries["figure"]
    let isList = node.map { if case .scalar = $0 { false } else { true } } ?? false
    let stated = plan.years.baseColumn.flatMap { typed(details.entries[$0])?.figure }
    if stated != nil || (isList && entries["base"] == nil && reached != .blank) {
      let base = node == nil ? total(details, at: row, stated: stated) : reached
      let place = entries["base"]?.range ?? node?.range ?? details.range
      let text = base.typed(in: details.unit, decimals: details.decimals)
      entries.set("base", history(entries["base"], .made(text, at: place)), before: ["figure"])
    } else if let base = entries["base"], case .sequence(let items, _) = base, let last = items.last
    {
      entries.set("base", history(base, last))
    }
    guard let node else { return }
    move(details, "figure", node, &entries) { (.standsStill, $0) }
  }

  /// The stated base of a total, moved on by what the first year adds to its section.
  private func total(_ details: RowDetails, at row: Int, stated: Quantity?) -> Cell {
    let column = evaluator.index.planColumns.lowerBound
    let added = evaluator.resolved {
      evaluator.series(
        Evaluator.SeriesCell(target: .row(row), reading: .series(.cumulative), column: column))
    }
    guard let stated else { return added.cell }
    return evaluator.cell(evaluator.added(Value(stated), Value(added))).cell
  }

  private func typed(_ entry: Entry) -> Cell? {
    if case .typed(let cell, _) = entry { cell } else { nil }
  }

  // MARK: What lines and figures have in common

  /// Moves the figures on: the first goes, what is held takes its place, and the last is added.
  private mutating func move(
    _ details: RowDetails, _ key: String, _ node: Node, _ entries: inout [Node.Entry],
    extending: (Node) -> (RollForward.Rule, Node)
  ) {
    var profile = RollingProfile(node, then: entries["then"], years: years.old.years)
    let last = profile[years.last] ?? .made("~", at: node.range)
    var rule = RollForward.Rule.formula
    var value: String?
    if profile.then == nil {
      let (found, figure) = extending(last)
      profile[years.added] = figure
      rule = figure.isFormula ? .formula : found
      value = figure.isFormula ? nil : figure.text
    }
    if edits.blank.contains(details.id) {
      profile[years.added] = .made("~", at: node.range)
      rule = .noValue
    }
    for year in years.common {
      guard let cell = edits.frozen[details.id]?[year] else { continue }
      profile[year] = .made(
        cell.typed(in: details.unit, decimals: details.decimals), at: node.range)
    }
    note(details.id)
    let written = profile.written(over: years.new.years)
    entries.set(key, written.figures)
    entries.remove("then")
    if let then = written.then, let index = entries.firstIndex(where: { $0.key.text == key }) {
      let place = range(after: node)
      entries.insert(Node.Entry(key: .made("then", at: place), value: then), at: index + 1)
    }
    // That the formula of a figure goes on needs no saying.
    if rule == .formula, key == "figure" { return }
    log.assumed.append(
      RollForward.Assumed(id: details.id.name, title: details.title, rule: rule, value: value))
  }

  private mutating func note(_ id: Identifier) {
    guard let frozen = edits.frozen[id]?.keys.sorted(), !frozen.isEmpty else { return }
    notes[id.name] = [RollComments.held(frozen)]
  }

  /// The figures of the columns before the plan: the oldest goes, the new base year's is added.
  func history(_ old: Node?, _ base: Node) -> Node {
    guard years.new.history.count > 1, let old else { return base }
    var items: [Node]
    if case .sequence(let given, _) = old {
      items = Array(given.dropFirst())
    } else {
      items = years.old.history.dropFirst(2).map { _ in .made("~", at: old.range) } + [old]
    }
    items.append(base)
    return .sequence(items, old.range.start)
  }

  private mutating func dropText(_ entries: inout [Node.Entry]) {
    guard case .mapping(let texts, let range)? = entries["text"] else { return }
    let kept = texts.filter { entry in
      (try? FinancialYear(entry.key.text)).map { !years.isGone($0) } ?? true
    }
    if kept.count == texts.count { return }
    log.textsLeftOut += texts.count - kept.count
    if kept.isEmpty { entries.remove("text") } else { entries.set("text", .mapping(kept, range)) }
  }

  private func range(after node: Node) -> SourceRange {
    SourceRange(
      file: node.range.file, bytes: node.range.bytes.upperBound..<node.range.bytes.upperBound)
  }
}
