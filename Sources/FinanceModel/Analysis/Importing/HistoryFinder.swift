/// Finds which of a table's first columns come before the plan.
///
/// Words tell where they can: *Approved Budget* above one column and no such word above the others.
/// Where only the figures tell, it is a question.
struct HistoryFinder {
  let grid: Grid
  let options: ImportOptions
  let log: ImportLog

  /// The layout with its base years told from the years of the plan.
  func found(in found: TableLayout) -> TableLayout {
    var layout = found
    if let count = options.baseYears {
      split(&layout, count)
      return layout
    }
    if let year = baseWithoutYear(in: layout) {
      layout.columns[year.column] = .year(year.year)
      layout.years.insert(year.year, at: 0)
      split(&layout, 1)
      return layout
    }
    let words = layout.years.prefix { isBefore($0, layout) }
    if !words.isEmpty, words.count < layout.years.count {
      split(&layout, words.count)
      return layout
    }
    guard layout.years.count > 2 else { return layout }
    let reason =
      if let total = layout.totalColumn { isOutside(total, layout) } else { looksLikeBase(layout) }
    if let reason {
      log.ask(
        "Is \(layout.years[0]) the year before the plan? It is read so, because \(reason). "
          + "Answer with --base-years 0 or 1.")
      split(&layout, 1)
    }
    return layout
  }

  /// Why the first year looks as if it were outside what the total column adds up; nil where not.
  private func isOutside(_ total: Int, _ layout: TableLayout) -> String? {
    let years = layout.years.compactMap { layout.column(of: $0) }
    var inside = 0
    var outside = 0
    for row in grid.rows[layout.band.upperBound...] {
      guard let total = CellReading.plainFigure(row.text(total)), let first = years.first,
        let base = CellReading.plainFigure(row.text(first)), base != 0
      else { continue }
      let rest = years.dropFirst().reduce(Int128(0)) {
        $0 + (CellReading.plainFigure(row.text($1)) ?? 0)
      }
      if total == rest { outside += 1 }
      if total == rest + base { inside += 1 }
    }
    guard outside > inside else { return nil }
    return "'\(layout.titles[total])' is the sum of the years after it"
  }

  private func split(_ layout: inout TableLayout, _ count: Int) {
    let all = layout.history + layout.years
    let count = min(max(count, 0), all.count - 1)
    layout.history = Array(all.prefix(count))
    layout.years = Array(all.dropFirst(count))
  }

  /// Whether the words above a column say that it comes before the plan, and others have no such words.
  private func isBefore(_ year: FinancialYear, _ layout: TableLayout) -> Bool {
    func words(_ year: FinancialYear) -> String {
      layout.column(of: year).map { layout.titles[$0] } ?? ""
    }
    guard let last = layout.years.last, year != last else { return false }
    let own = ImportWords.holds(words(year), ImportWords.base)
    let others = ImportWords.holds(words(last), ImportWords.base)
    if own { return !others }
    // `Budget` above the first and `Forecast`, or nothing, above the rest.
    let budget = ImportWords.holds(words(year), ["budget"])
    return budget && !ImportWords.holds(words(last), ["budget"]) && year == layout.years.first
  }

  /// A column of figures directly before the first year that names none: `Current Budget`.
  private func baseWithoutYear(in layout: TableLayout) -> (column: Int, year: FinancialYear)? {
    guard let first = layout.years.first, let place = layout.column(of: first),
      let year = FinancialYear(start: first.start - 1)
    else { return nil }
    let figures = layout.columns.indices.filter { column in
      column < place && layout.columns[column] == .leftOut
        && grid.rows[layout.band.upperBound...].contains { $0.text(column).looksLikeAmount }
    }
    guard let column = figures.last else { return nil }
    let title = layout.titles[column]
    if !ImportWords.holds(title, ImportWords.base + ["budget"]) {
      log.ask(
        "Is the column '\(title)', which stands before \(first), the year before the plan? "
          + "It is read as \(year).")
    } else {
      log.note("The column '\(title)' is read as \(year), the year before the first.")
    }
    return (column, year)
  }

  /// Why the first year looks like whole budgets before a table of changes; nil where it does not.
  private func looksLikeBase(_ layout: TableLayout) -> String? {
    let years = layout.years.compactMap { layout.column(of: $0) }
    guard years.count == layout.years.count else { return nil }
    var larger = 0
    var rows = 0
    for row in grid.rows[layout.band.upperBound...] {
      let sizes = years.map { size(row.text($0)) }
      guard let first = sizes[0], first > 0 else { continue }
      let rest = sizes.dropFirst().compactMap { $0 }
      guard let most = rest.max() else { continue }
      rows += 1
      if first > most * 5 { larger += 1 }
    }
    if rows >= 3, larger * 2 > rows {
      return "most of its figures are more than five times those of later years"
    }
    return balances(years)
  }

  /// Why the first year looks like a budget that balances before whole amounts that do not.
  private func balances(_ years: [Int]) -> String? {
    let rows = grid.rows.filter { row in years.contains { row.text($0).looksLikeAmount } }
    let begun = rows.filter { (size($0.text(years[0])) ?? 0) > 0 }
    let near = begun.count { row in
      guard let first = size(row.text(years[0])), let second = size(row.text(years[1])) else {
        return false
      }
      return first < second * 2 && second < first * 2
    }
    guard near > 0, near * 2 >= begun.count else { return nil }
    let gap = rows.first { row in
      row.cells.contains { text in
        ImportWords.holds(text, ImportWords.gap) && RoleFinder.role(of: text) == nil
          && !ImportWords.holds(text, ["collection fund", "brought forward", "b/f", "opening"])
      }
        && (size(row.text(years[0])) ?? 0) == 0
        && years.dropFirst().allSatisfy { (size(row.text($0)) ?? 0) > 0 }
    }
    return gap.map { row in
      let title = row.cells.first { ImportWords.holds($0, ImportWords.gap) } ?? ""
      return "'\(title.trimmed)' is nil in it and in no later year"
    }
  }

  private func size(_ text: String) -> UInt128? { CellReading.plainFigure(text)?.magnitude }
}
