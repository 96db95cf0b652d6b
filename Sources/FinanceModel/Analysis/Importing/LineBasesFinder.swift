/// Parts the lines that are no whole amounts, or no changes, from a table's others, and asks about those
/// that only words part.
struct LineBasesFinder {
  let rows: [ImportedRow]
  let made: [Int: MadeRow]
  let layout: TableLayout
  let unit: Unit
  /// The gap that the table prints; nil where none was found.
  let gap: GapFinder.Found?
  let log: ImportLog

  private static let yearly = [
    "in year", "in-year", "annual", "new", "additional", "each year", "per year", "per annum",
    "incremental", "year on year",
  ]
  private static let whole = ["cumulative", "to date", "running total"]

  func found(_ basis: Basis, rolling: Set<Int>) -> LineBases {
    var bases = LineBases(basis: basis, rolling: rolling)
    let kinds = RowKinds(rows: rows, made: made)
    // Lists without a gap, and budgets that roll forward, are told apart elsewhere.
    guard let gap, rolling.isEmpty else { return bases }
    let own = kinds.isLevel(gap.row)
    guard own == nil || own == (basis == .level) else { return bases }
    let beside = rows.indices.filter { row in
      rows[row].kind == .line && made[row] == nil && rows[row].unit == unit
        && !kinds.areTied(row, gap.row)
    }
    let proven = beside.filter { kinds.isLevel($0).map { $0 != (basis == .level) } ?? false }
    for row in proven { bases.part(row) }
    tell(proven, basis)
    let savings = groups(beside.filter { kinds.isLevel($0) == nil }, kinds).filter { group in
      RoleFinder.role(of: group.words) == .saving && !rows[group.head].isPart
        && !isGap(group.head, gap)
        && layout.years(of: rows[group.head]).count { ($0.figure ?? 0) != 0 } > 1
    }
    let words = basis == .level ? LineBasesFinder.yearly : LineBasesFinder.whole
    let named = savings.filter { ImportWords.holds($0.words, words) }
    for row in named.flatMap(\.lines) { bases.part(row) }
    ask(named.map(\.head), basis)
    if basis == .level {
      let unnamed = savings.filter { !ImportWords.holds($0.words, words) }
      // What is saved to date does not fall.
      let falls = fall(unnamed.map(\.head))
      if falls { for row in unnamed.flatMap(\.lines) { bases.part(row) } }
      askUnnamed(unnamed.map(\.head), falls: falls)
      askUnwinding(bases)
    }
    return bases
  }

  /// Lines that a total adds up, or a line by itself.
  private struct Group {
    /// The total, or the line.
    let head: Int
    let lines: [Int]
    /// What the head, and the heading above the first line, call them.
    let words: String
  }

  private func groups(_ lines: [Int], _ kinds: RowKinds) -> [Group] {
    var headings: [String] = []
    var heading = ""
    for (place, row) in rows.enumerated() {
      if row.kind == .heading { heading = row.title }
      headings.append(row.section ?? heading)
      if made[place] != nil { heading = "" }
    }
    let heads = Dictionary(made.keys.map { (kinds.root($0), $0) }, uniquingKeysWith: max)
    let tied = Dictionary(grouping: lines) { kinds.root($0) }
    return tied.sorted { $0.value[0] < $1.value[0] }.map { root, lines in
      let head = heads[root] ?? lines[0]
      return Group(
        head: head, lines: lines, words: "\(rows[head].title) \(headings[lines[0]])")
    }
  }

  private func tell(_ proven: [Int], _ basis: Basis) {
    guard !proven.isEmpty else { return }
    let isOne = proven.count == 1
    log.note(
      "\(rows.titles(proven)) \(isOne ? "is" : "are") read as "
        + (basis == .level
          ? "what each year adds beside whole amounts, because a cumulative row adds \(isOne ? "it" : "them") up."
          : "whole amounts beside what each year adds, because \(isOne ? "it is" : "they are") added to a "
            + "cumulative row."))
  }

  private func ask(_ named: [Int], _ basis: Basis) {
    guard let first = named.first else { return }
    let isOne = named.count == 1
    let phrases = ["what each year adds", "whole amounts"]
    let read = basis == .level ? 0 : 1
    log.ask(
      "\(isOne ? "Is" : "Are") \(rows.titles(named)) \(phrases[read]), beside \(phrases[1 - read])? The "
        + "\(isOne ? "title says" : "titles say") so and no sum shows it; \(isOne ? "it is" : "they are") read "
        + "as '\(basis == .level ? Basis.recurring : .level)', and '\(basis.rawValue)' says otherwise.",
      row: isOne ? rows[first].number : nil)
  }

  private func askUnnamed(_ doubtful: [Int], falls: Bool) {
    guard let first = doubtful.first else { return }
    let isOne = doubtful.count == 1
    log.ask(
      "\(isOne ? "Is" : "Are") \(rows.titles(doubtful)) what is saved to date, or what each year adds to it? "
        + "No sum shows it; \(isOne ? "it is" : "they are") read as "
        + (falls
          ? "what each year adds, 'recurring', because the figures fall, and 'level' says otherwise."
          : "what is saved to date, 'level', and 'recurring' says otherwise."),
      row: isOne ? rows[first].number : nil)
  }

  /// Asks about savings called those of a year that a sum has as whole amounts, where they then unwind.
  private func askUnwinding(_ bases: LineBases) {
    let savings = rows.indices.filter { row in
      rows[row].kind == .line && made[row] == nil && rows[row].unit == unit && bases.isLevel(row)
        && RoleFinder.role(of: rows[row].title) == .saving
    }
    let named = savings.filter { ImportWords.holds(rows[$0].title, LineBasesFinder.yearly) }
    guard let first = named.first, fall(savings) else { return }
    let isOne = named.count == 1
    log.ask(
      "\(isOne ? "Is" : "Are") \(rows.titles(named)) what each year adds, as the "
        + "\(isOne ? "title says" : "titles say")? A sum has \(isOne ? "it" : "them") beside whole amounts, so "
        + "that \(isOne ? "it is" : "they are") read as one, 'level', and what one year saves is lost in the next.",
      row: isOne ? rows[first].number : nil)
  }

  /// Whether rows together are less in some year than in the year before.
  private func fall(_ places: [Int]) -> Bool {
    let sums = (0..<layout.years.count).map { year in
      places.reduce(Int128(0)) { $0 + (rows[$1].cells[layout.history.count + year].figure ?? 0) }
    }
    return zip(sums, sums.dropFirst()).contains { $1.magnitude < $0.magnitude }
  }

  /// Whether a row is as large as the gap in every year, as what closes it is.
  private func isGap(_ row: Int, _ gap: GapFinder.Found) -> Bool {
    zip(layout.years(of: rows[row]), layout.years(of: rows[gap.row])).allSatisfy {
      ($0.figure ?? 0).magnitude == ($1.figure ?? 0).magnitude
    }
  }
}
