/// Makes a proposed plan of a table's rows: its sections, roles, signs and ids.
struct DraftBuilder {
  let layout: TableLayout
  let unit: Unit
  let made: [Int: MadeRow]
  let log: ImportLog
  let basis: Basis
  /// Lines that are changes whatever the basis of the others.
  let changes: Set<Int>
  /// The gap that the table prints; nil where none was found.
  let gap: GapFinder.Found?
  let savings: Set<Int>
  private(set) var rows: [ImportedRow]
  /// The total that counts a row.
  private let totals: [Int: Int]
  private var ids = IdentifierMaker()
  private(set) var hasGap = true

  init(
    rows: [ImportedRow], made: [Int: MadeRow], layout: TableLayout, unit: Unit, basis: Basis,
    changes: Set<Int>, log: ImportLog
  ) {
    self.rows = rows
    self.made = made
    self.layout = layout
    self.unit = unit
    self.basis = basis
    self.changes = changes
    totals = made.sorted { $0.key < $1.key }.reduce(into: [:]) { totals, item in
      guard case .sum(let terms) = item.value, terms.allSatisfy({ !$0.isNegative }) else { return }
      for term in terms where totals[term.row] == nil { totals[term.row] = item.key }
    }
    self.log = log
    let finder = GapFinder(
      rows: rows, made: made, isLevel: basis == .level, historyCount: layout.history.count,
      yearCount: layout.years.count)
    gap = finder.gap()
    savings = Set(
      gap.map { finder.mirrors(of: $0).flatMap { finder.leaves(of: $0).keys } } ?? [])
  }

  /// The items of the plan, with roles, ids and formulas in `rows`.
  mutating func items(planID: String) -> [PlanDraft.Item] {
    ids.take(planID)
    for row in made.keys { rows[row].kind = .total }
    let turned = Set(rows.indices.filter { rows[$0].kind == .line && isTurned($0) })
    let blocks = SectionFinder(rows: rows, made: made) { turned.contains($0) }.blocks()
    findRoles(blocks)
    var items: [PlanDraft.Item] = []
    var sections: [Int: PlanDraft.Section] = [:]
    var inside: Set<Int> = []
    for block in blocks {
      let lines = block.rows.filter { rows[$0].kind == .line }
      let needsSection =
        block.total != nil || block.title != nil || lines.contains(where: turned.contains)
      guard needsSection, let first = block.rows.first else { continue }
      let name = block.title ?? block.total.map { rows[$0].title } ?? rows[lines[0]].title
      let counts = Dictionary(lines.map { (rows[$0].role, 1) }, uniquingKeysWith: +)
      let role = counts.max { ($0.value, "\($1.key as Any)") < ($1.value, "\($0.key as Any)") }?.key
      let plain = name.lowercased().hasPrefix("total ") ? String(name.dropFirst(6)) : name
      // A total that is not called one keeps its name for itself.
      let isNameOfTotal = block.title == nil && block.total != nil && plain == name
      let id = ids.id(
        for: isNameOfTotal ? plain + " lines" : plain, else: "section-\(rows[first].number)")
      sections[first] = PlanDraft.Section(
        id: id, title: block.title, role: role ?? nil,
        isIncomePositive: lines.contains(where: turned.contains), rows: block.rows,
        total: block.total)
      inside.formUnion(block.rows + [block.heading, block.total].compactMap { $0 })
    }
    nameRows(sections)
    for row in rows.indices {
      if let section = sections[row] {
        items.append(.section(section))
      } else if !inside.contains(row), rows[row].kind != .leftOut {
        items.append(.row(row))
        if hasGap, case .previous? = made[row] {
          items.append(.opening(id: ids.id(for: "budget to start from", else: "opening"), of: row))
        }
      }
    }
    return items
  }

  // MARK: Ids

  private mutating func nameRows(_ sections: [Int: PlanDraft.Section]) {
    var names: [Int: String] = [:]
    for section in sections.values {
      for row in section.rows + [section.total].compactMap({ $0 }) {
        names[row] = section.title ?? section.id
      }
    }
    for row in rows.indices where rows[row].hasFigures {
      rows[row].id = ids.id(
        for: rows[row].title, in: names[row], else: "row-\(rows[row].number)")
    }
  }

  // MARK: Signs

  private func sum(_ row: Int) -> Int128 {
    rows[row].cells[layout.history.count...].prefix(layout.years.count)
      .reduce(Int128(0)) { $0 + ($1.figure ?? 0) }
  }

  /// Whether a line prints as positive what lowers the gap.
  private func isTurned(_ row: Int) -> Bool {
    if let effect = gap?.effects[row] { return effect < 0 }
    guard rows[row].unit.isMoney, groupSum(row) > 0 else { return false }
    if savings.contains(row) { return true }
    switch RoleFinder.role(of: rows[row].title, in: sectionRole(above: row)) {
    case .saving: return true
    case .funding, .income, .reserves: return basis == .level
    default: return false
    }
  }

  /// The sum of the lines that stand together with a line: of their total, or else their run.
  private func groupSum(_ row: Int) -> Int128 {
    if let total = totals[row] { return sum(total) }
    var first = row
    while first > 0, rows[first - 1].kind == .line { first -= 1 }
    var last = row
    while last + 1 < rows.count, rows[last + 1].kind == .line { last += 1 }
    return (first...last).reduce(0) { $0 + sum($1) }
  }

  /// The role that the nearest heading above a row names.
  private func sectionRole(above row: Int) -> Role? {
    if let section = rows[row].section { return RoleFinder.role(of: section) }
    let heading = rows[..<row].lastIndex { $0.kind == .heading || $0.kind == .total }
    guard let heading, rows[heading].kind == .heading else { return nil }
    return RoleFinder.role(of: rows[heading].title)
  }

  // MARK: Roles

  private mutating func findRoles(_ blocks: [SectionFinder.Block]) {
    var unsure: [Int] = []
    var outside: [Int] = []
    for block in blocks {
      let lines = block.rows.filter { rows[$0].kind == .line }
      let named = RoleFinder.role(
        ofSection: block.title, total: block.total.map { rows[$0].title })
      let most = RoleFinder.role(ofMost: lines.map { rows[$0].title })
      for row in lines {
        let role = named ?? RoleFinder.role(of: rows[row].title) ?? most
        rows[row].role = self.role(row, in: role, unsure: &unsure, outside: &outside)
      }
    }
    let roles = Set(rows.compactMap(\.role))
    hasGap =
      gap != nil || roles.contains(.funding) || roles.contains(.saving)
      || (basis == .recurring && roles.contains(.pressure))
    if !hasGap {
      for row in rows.indices { rows[row].role = nil }
      log.ask(
        "Is there a gap in this table? No row is one and no title speaks of funding or savings, so "
          + "the plan only lists: gap: none.")
    } else {
      askRoles(unsure)
      askMemoranda(outside)
      askOneOffs()
    }
  }

  /// Asks about lines that come in one year and go in the next, as money for one year does.
  private func askOneOffs() {
    guard basis == .recurring else { return }
    for row in rows where row.kind == .line && row.role != .reserves && row.role != .memorandum {
      let figures = row.cells[layout.history.count...].prefix(layout.years.count)
        .map { $0.figure ?? 0 }
      guard let first = figures.firstIndex(where: { $0 != 0 }), first + 1 < figures.count,
        figures[first + 1] == -figures[first],
        figures[(first + 2)...].allSatisfy({ $0 == 0 })
      else { continue }
      log.ask(
        "Is '\(row.title)' money for one year only, which unwinds in the next? It is read as two "
          + "changes; a one-off would be 'one-off' with the first figure alone.", row: row.number)
    }
  }

  private func role(
    _ row: Int, in section: Role?, unsure: inout [Int], outside: inout [Int]
  ) -> Role? {
    if !rows[row].unit.isMoney || rows[row].unit != unit {
      return .memorandum
    }
    if savings.contains(row) { return .saving }
    let named = RoleFinder.role(of: rows[row].title, in: section)
    guard let gap else {
      if named == nil { unsure.append(row) }
      return adapted(named ?? .pressure, row)
    }
    guard let effect = gap.effects[row] else {
      if named == .saving || named == .reserves { return named }
      outside.append(row)
      return .memorandum
    }
    let lowers = Int(sum(row).signum()) * effect < 0
    guard let named else {
      if isLevel(row), lowers { return .funding }
      // In a table of whole budgets what adds to the gap is a cost.
      if !isLevel(row) { unsure.append(row) }
      return adapted(.pressure, row)
    }
    if isLevel(row), lowers, named == .pressure { return .income }
    return adapted(named, row)
  }

  /// In a table of whole budgets what costs is a cost.
  private func adapted(_ role: Role, _ row: Int) -> Role {
    isLevel(row) && role == .pressure ? .cost : role
  }

  private func isLevel(_ row: Int) -> Bool { basis == .level && !changes.contains(row) }

  /// The titles of rows, as questions name them.
  private func names(_ rows: [Int]) -> String {
    let names = rows.prefix(6).map { "'\(self.rows[$0].title)'" }.joined(separator: ", ")
    return names + (rows.count > 6 ? " and \(rows.count - 6) more" : "")
  }

  private func askMemoranda(_ outside: [Int]) {
    guard let first = outside.first, let gap else { return }
    let isOne = outside.count == 1
    log.ask(
      "\(isOne ? "Does" : "Do") \(names(outside)) belong to the gap? \(isOne ? "It is" : "They are") "
        + "in no sum that leads to '\(rows[gap.row].title)', and \(isOne ? "is" : "are") read as "
        + "\(isOne ? "a memorandum" : "memoranda").", row: isOne ? rows[first].number : nil)
  }

  private func askRoles(_ unsure: [Int]) {
    guard let first = unsure.first else { return }
    log.ask(
      "What \(unsure.count == 1 ? "is" : "are") \(names(unsure)) to the gap: a cost, funding, income, "
        + "a saving or reserves? No word says; \(unsure.count == 1 ? "it is" : "they are") read as "
        + "\(adapted(.pressure, first).rawValue).",
      row: unsure.count == 1 ? rows[first].number : nil)
  }
}
