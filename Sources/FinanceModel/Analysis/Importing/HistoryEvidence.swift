/// What the figures of a table say of whether its first years come before the plan.
struct HistoryEvidence {
  let grid: Grid
  let layout: TableLayout

  private var columns: [Int] { layout.years.compactMap(layout.column) }
  private var rows: ArraySlice<Grid.Row> { grid.rows[layout.band.upperBound...] }

  /// How many first years the total column can leave out: those that fit most rows; empty for none.
  func countsOutside(_ total: Int, upTo most: Int) -> [Int] {
    let counts = Array(0...min(most, columns.count - 1))
    let fits = counts.map { count in
      rows.count { row in
        guard let total = CellReading.plainFigure(row.text(total)) else { return false }
        let figures = columns.map { CellReading.plainFigure(row.text($0)) ?? 0 }
        return figures.contains { $0 != 0 } && total == figures.dropFirst(count).reduce(0, +)
      }
    }
    guard let best = fits.max(), best > 0 else { return [] }
    return counts.filter { fits[$0] == best }
  }

  /// Why a year looks as if it came before the plan; nil where it does not.
  func baseReason(_ place: Int) -> String? {
    if let reason = largerReason(place) { return reason }
    let later = rows.filter { row in
      columns.dropFirst(place + 1).contains { row.text($0).looksLikeAmount }
    }
    let bare = later.count { row in
      column(place).map { row.text($0).isEmpty } ?? true
    }
    return later.count > 2 && bare * 2 > later.count
      ? "most rows have their first figure after it" : nil
  }

  /// Why a year looks as if it were the plan's first; nil where nothing says so.
  func planReason(_ place: Int) -> String? {
    guard let column = column(place) else { return nil }
    for row in rows {
      guard let title = gapTitle(row), !row.text(column).isEmpty,
        columns.contains(where: { (size(row.text($0)) ?? 0) > 0 })
      else { continue }
      return (size(row.text(column)) ?? 0) > 0
        ? "'\(title)' has a figure in it"
        : "'\(title)' begins in it, nil as in a budget that balances"
    }
    return nil
  }

  /// Why a year looks like whole budgets before a table of changes; nil where it does not.
  func largerReason(_ place: Int) -> String? {
    guard columns.count == layout.years.count else { return nil }
    var larger = 0
    var count = 0
    for row in rows {
      let sizes = columns.dropFirst(place).map { size(row.text($0)) }
      guard let first = sizes[0], first > 0, let most = sizes.dropFirst().compactMap({ $0 }).max()
      else { continue }
      count += 1
      if first > most * 5 { larger += 1 }
    }
    return count >= 3 && larger * 2 > count
      ? "most of its figures are more than five times those of later years" : nil
  }

  /// What in the first year is like a budget that balances before whole amounts that do not.
  func nilGap() -> String? {
    guard columns.count == layout.years.count, columns.count > 1 else { return nil }
    let begun = rows.filter { (size($0.text(columns[0])) ?? 0) > 0 }
    let near = begun.count { row in
      guard let first = size(row.text(columns[0])), let second = size(row.text(columns[1])) else {
        return false
      }
      return first < second * 2 && second < first * 2
    }
    guard near > 0, near * 2 >= begun.count else { return nil }
    let gap = rows.first { row in
      gapTitle(row) != nil && (size(row.text(columns[0])) ?? 0) == 0
        && columns.dropFirst().allSatisfy { (size(row.text($0)) ?? 0) > 0 }
    }
    return gap.flatMap(gapTitle).map { "'\($0)' is nil in it and in no later year" }
  }

  private func column(_ place: Int) -> Int? {
    place < layout.years.count ? layout.column(of: layout.years[place]) : nil
  }

  /// The cell of a row that calls it a gap; nil for any other row.
  private func gapTitle(_ row: Grid.Row) -> String? {
    row.cells.first { text in
      ImportWords.holds(text, ImportWords.gap) && RoleFinder.role(of: text) == nil
        && !ImportWords.holds(text, ["collection fund", "brought forward", "b/f", "opening"])
    }?.trimmed
  }

  private func size(_ text: String) -> UInt128? { CellReading.plainFigure(text)?.magnitude }
}
