/// A table of which it is known what each row and column is.
struct RecognisedTable {
  let layout: TableLayout
  let unit: Unit
  /// Whether a `£` in its cells only repeats that they are money.
  let repeatsPounds: Bool
  let log: ImportLog
  let rows: [ImportedRow]
  let made: [Int: MadeRow]
  let figures: TotalFigures
  private let decimals: Int
  /// The most rows of a table that are told apart.
  static let mostRows = 3000

  init(_ grid: Grid, options: ImportOptions, log: ImportLog) throws(Diagnostics) {
    self.log = log
    let finder = LayoutFinder(grid: grid, options: options, log: log)
    guard grid.rows.lazy.filter({ !$0.isBlank }).count <= RecognisedTable.mostRows else {
      throw finder.tooLarge("the table has more than \(RecognisedTable.mostRows) rows")
    }
    let found = try finder.layout()
    layout = try HistoryFinder(grid: grid, options: options, log: log).found(in: found)
    let unit = UnitFinder(grid: grid, layout: layout, options: options, log: log).unit()
    self.unit = unit.unit
    repeatsPounds = unit.repeatsPounds
    let read = RowFinder(
      grid: grid, layout: layout, unit: unit.unit, repeatsPounds: unit.repeatsPounds, log: log
    ).rows()
    guard read.contains(where: { $0.kind == .line }) else {
      throw finder.noFigures("no row below the headings has a figure")
    }
    rows = read
    let money = read.filter { $0.kind == .line && $0.unit == unit.unit }
    decimals = min(money.map(\.decimals).max() ?? 0, 6)
    figures = TotalFigures(
      rows: rows, historyCount: layout.history.count,
      columnCount: layout.history.count + layout.years.count,
      step: Rounding(decimals: decimals, unit: unit.unit).step)
    var totals = TotalFinder(figures, unit: unit.unit, log: log)
    totals.find()
    made = totals.made
    askCells(grid)
    UnheldRows(rows: rows, made: made, layout: layout, unit: unit.unit, log: log).ask()
    ScaleSlips(rows: rows, made: made, layout: layout, unit: unit.unit, log: log)
      .ask(isUnitGiven: options.unit != nil)
  }

  /// The plan that is proposed for it.
  mutating func draft(path: String, options: ImportOptions) -> PlanDraft {
    // What the sum of the years is called says nothing of them.
    let titles = layout.columns.indices.filter { layout.columns[$0] != .total }
      .map { layout.titles[$0] }
    let words = (layout.preamble + titles).joined(separator: " ")
    let rolls = levelGap.rolls()
    let bases = bases(words: words, rolls: rolls)
    var builder = DraftBuilder(
      rows: rows, made: made, layout: layout, unit: unit, bases: bases, rolls: rolls, log: log)
    let title = title(path: path, options: options)
    let id = Identifier(options.id ?? "")?.name ?? planID(title)
    let items = builder.items(planID: id)
    var rows = builder.rows
    let sections = items.compactMap { item -> PlanDraft.Section? in
      if case .section(let section) = item { section } else { nil }
    }
    let formulas = FormulaText(rows: rows, sections: sections)
    for (row, how) in made { rows[row].formula = formulas.text(how, of: row) }
    return PlanDraft(
      id: id, title: title, authority: options.authority ?? authority, unit: unit,
      decimals: decimals,
      history: layout.history, years: layout.years,
      totalTitle: layout.totalColumn.map { column in
        let title = layout.headings[column]
        return title.isEmpty ? "Total" : title
      },
      totalExceptions: TotalColumnFinder(
        rows: rows, made: made, layout: layout, unit: unit, log: log
      ).exceptions(),
      hasGap: builder.hasGap, bases: bases,
      basesAreChanges: bases.basis == .recurring && basesAreChanges(), rows: rows, made: made,
      items: items, gap: builder.gap.flatMap { $0.isPaid ? nil : ($0.row, $0.isTurned) })
  }

  /// Whether most lines have before the plan what they have in a year of it, and no whole amount.
  ///
  /// Asks, whichever it is.
  private func basesAreChanges() -> Bool {
    guard let base = layout.history.last else { return false }
    let count = layout.history.count
    var small = 0
    var large = 0
    for (row, line) in rows.enumerated()
    where line.kind == .line && made[row] == nil && line.unit == unit {
      let years = layout.years(of: line).map { ($0.figure ?? 0).magnitude }
      guard let before = line.cells[count - 1].figure, before != 0, let most = years.max(), most > 0
      else { continue }
      if before.magnitude > most * 5 { large += 1 } else { small += 1 }
    }
    guard small > 0 else { return false }
    let areChanges = small > large
    log.ask(
      "Are the figures of \(base) what that year added, or the amounts that lines start from? They are "
        + "read as \(areChanges ? "what it added ('base-memo: yes')" : "amounts ('base')"), because "
        + "\(areChanges ? "most are of the size of a year of the plan" : "most are far larger than any year of the plan")."
    )
    return areChanges
  }

  var levelGap: GapFinder {
    GapFinder(
      rows: rows, made: made, isLevel: true, historyCount: layout.history.count,
      yearCount: layout.years.count)
  }

  private func title(path: String, options: ImportOptions) -> String {
    if let title = options.title { return title }
    let corner = layout.columns.firstIndex(of: .title).map { layout.headings[$0] } ?? ""
    let names = (layout.preamble.filter { $0 != authority } + [corner]).filter { !$0.isBareName }
    if let name = names.first(where: { $0.count > 8 && UnitFinder.unit(in: $0) == nil }) {
      return name
    }
    if let name = names.first(where: { $0.count > 14 }) { return name }
    // `Changes £m`: a word beside the unit.
    let words = names.first { name in
      UnitFinder.unit(in: name) != nil
        && name.split(separator: " ").contains { word in
          word.count { $0.isLetter } > 3 && UnitFinder.unit(in: String(word)) == nil
            && !["million", "millions", "thousand", "thousands", "figures"].contains(
              word.lowercased())
        }
    }
    if let words { return words }
    let file = path.shownName.split(separator: ".").first.map(String.init) ?? "plan"
    log.note("The table has no title and is called after its file; --title names it.")
    return file
  }

  /// A council that stands by itself above the table.
  private var authority: String? {
    layout.preamble.first { text in
      text.count <= 60 && text.split(separator: " ").last?.lowercased() == "council"
    }
  }

  private func planID(_ title: String) -> String {
    var maker = IdentifierMaker()
    return maker.id(for: title, else: "imported")
  }

  /// Asks about what is left of the table: cells that are no figures, and columns of nothing known.
  private func askCells(_ grid: Grid) {
    UnreadCells(rows: rows, made: made, layout: layout, log: log).ask()
    let leftOut = layout.columns.indices.filter { layout.columns[$0] == .leftOut }
    // Of a column that names a year it was asked which of two is the plan's.
    for column in leftOut where YearName.only(in: layout.titles[column]) == nil {
      log.ask(
        "What is the column '\(layout.titles[column])'? Its heading is no year and its figures are "
          + "no sum of the years; it is left out of the plan.")
    }
  }
}

extension String {
  /// Whether it only says where a table stands, or what its titles are: `Table 3`, `Description`.
  fileprivate var isBareName: Bool {
    let words = lowercased().split { " .:()".contains($0) }.map(String.init)
      .filter { UnitFinder.unit(in: $0) == nil }
    guard let first = words.first else { return false }
    let parts = ["appendix", "table", "annex", "schedule", "figure", "section", "page"]
    if parts.contains(first) {
      return words.dropFirst().allSatisfy { $0.count < 3 || $0.allSatisfy(\.isNumber) }
    }
    return words.count == 1
      && ["description", "item", "category", "heading", "detail", "details", "title"].contains(
        first)
  }
}
