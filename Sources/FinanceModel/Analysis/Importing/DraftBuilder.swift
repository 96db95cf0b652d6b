/// Makes a proposed plan of a table's rows: its sections, roles, signs and ids.
struct DraftBuilder {
  let layout: TableLayout
  let unit: Unit
  let made: [Int: MadeRow]
  let log: ImportLog
  let bases: LineBases
  /// The openings that a budget starts from.
  let rolls: Set<Int>
  /// The rows from which a balance that is brought forward beside the gap is closed.
  let balances: Set<Int>
  /// The gap that the table prints; nil where none was found.
  let gap: GapFinder.Found?
  let savings: Set<Int>
  var rows: [ImportedRow]
  /// The role that the words above the table name: *Savings proposals*.
  let words: Role?
  /// Whether the table lists savings and nothing else, whatever words its lines hold.
  let isSavings: Bool
  /// The total that counts a row.
  let totals: [Int: Int]
  private var ids = IdentifierMaker()
  var hasGap = true

  init(
    rows: [ImportedRow], made: [Int: MadeRow], layout: TableLayout, unit: Unit, bases: LineBases,
    rolls: Set<Int>, log: ImportLog
  ) {
    self.rows = rows
    self.made = made
    self.layout = layout
    self.unit = unit
    self.bases = bases
    self.rolls = rolls
    balances = Set(
      made.flatMap { row, how -> [Int] in
        guard case .previous(let closing) = how, !rolls.contains(row) else { return [] }
        return made[closing.row]?.terms.map(\.row) ?? []
      })
    let titles =
      layout.columns.firstIndex(of: .title).map { [layout.titles[$0]] + layout.preamble } ?? []
    words = titles.compactMap(RoleFinder.role(of:)).first { $0 == .saving }
    totals = made.sorted { $0.key < $1.key }.reduce(into: [:]) { totals, item in
      guard case .sum(let terms) = item.value, terms.allSatisfy({ !$0.isNegative }) else { return }
      for term in terms where totals[term.row] == nil { totals[term.row] = item.key }
    }
    self.log = log
    isSavings = DraftBuilder.listsSavings(rows, made, words)
    let finder = GapFinder(
      rows: rows, made: made, isLevel: bases.basis == .level, historyCount: layout.history.count,
      yearCount: layout.years.count, isSavings: isSavings)
    gap = finder.gap()
    savings = Set(
      gap.map { gap in
        finder.mirrors(of: gap).flatMap { finder.leaves(of: $0).keys } + finder.after(savings: gap)
      } ?? [])
  }

  /// The items of the plan, with roles, ids and formulas in `rows`.
  mutating func items(planID: String) -> [PlanDraft.Item] {
    ids.take(planID)
    for row in made.keys { rows[row].kind = .total }
    let groups = LineGroups(rows: rows) { sum($0) }
    let turned = Set(rows.indices.filter { rows[$0].kind == .line && isTurned($0, groups) })
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
        for: isNameOfTotal && !plain.isEmpty ? plain + " lines" : plain,
        else: "section-\(rows[first].number)")
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
        if hasGap, rolls.contains(row), case .previous(let closing)? = made[row],
          !hasBase(closing, opening: row)
        {
          items.append(.opening(id: ids.id(for: "budget to start from", else: "opening"), of: row))
        }
      }
    }
    return items
  }

  /// Whether the lines of a closing balance have base figures that add up to its opening.
  private func hasBase(_ closing: MadeRow.Term, opening: Int) -> Bool {
    let count = layout.history.count
    guard count > 0, let first = rows[opening].cells[count].figure else { return false }
    let finder = GapFinder(
      rows: rows, made: made, isLevel: true, historyCount: count, yearCount: layout.years.count)
    let bases = finder.leaves(of: closing.row).map { row, sign in
      Int128(sign) * (rows[row].cells[count - 1].figure ?? 0)
    }
    return bases.reduce(0, +) == (closing.isNegative ? -first : first)
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

  func sum(_ row: Int) -> Int128 { layout.years(of: rows[row]).sum }

  /// Whether the words above a table name savings, and no heading or total of it anything else.
  private static func listsSavings(
    _ rows: [ImportedRow], _ made: [Int: MadeRow], _ words: Role?
  ) -> Bool {
    let groups = rows.indices.filter { rows[$0].kind == .heading || made[$0] != nil }
    return words == .saving
      && groups.allSatisfy { row in
        let role = RoleFinder.role(ofGroup: rows[row].title)
        return !ImportWords.holds(rows[row].title, ImportWords.gap)
          && (role == nil || role == .saving)
      }
  }

  /// Whether a total of what is spent counts a line as it is printed, whatever the line is.
  func isSpent(_ row: Int) -> Bool {
    var next = totals[row]
    var steps = 0
    while let total = next, steps < 20 {
      if let role = RoleFinder.role(ofGroup: rows[total].title) { return role == .cost }
      next = totals[total]
      steps += 1
    }
    return false
  }

  /// Whether a line prints as positive what lowers the gap.
  private func isTurned(_ row: Int, _ groups: LineGroups) -> Bool {
    if let effect = gap?.effects[row] { return effect < 0 }
    // What is left of a gap says nothing of the sign of what closes it.
    let total = totals[row].flatMap {
      ImportWords.holds(rows[$0].title, ImportWords.gap) ? nil : $0
    }
    let together = total.map(sum) ?? groups.sums[row]
    guard rows[row].unit.isMoney, together > 0, !isSpent(row) else { return false }
    if savings.contains(row) { return true }
    let group = isSavings ? .saving : totalRole(of: row)
    switch group.flatMap({ RoleFinder.role(of: rows[row].title, in: $0) }) ?? groups.roles[row]
      ?? words
    {
    case .saving: return true
    case .funding, .income, .reserves: return bases.isLevel(row)
    default: return false
    }
  }
}
