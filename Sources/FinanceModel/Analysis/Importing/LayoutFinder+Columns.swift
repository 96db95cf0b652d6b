/// What the columns hold that no year heads.
extension LayoutFinder {
  /// How many cells of a column below the headings are figures.
  func figureCount(_ column: Int, _ layout: TableLayout) -> Int {
    grid.rows[layout.band.upperBound...].count { $0.text(column).looksLikeAmount }
  }

  private func textCount(_ column: Int, _ layout: TableLayout) -> Int {
    grid.rows[layout.band.upperBound...].count {
      let text = $0.text(column)
      return !text.isEmpty && !text.looksLikeFigure && text.contains { $0.isLetter }
    }
  }

  private func differentTexts(_ column: Int, _ layout: TableLayout) -> Int {
    Set(grid.rows[layout.band.upperBound...].map { $0.text(column) }).count
  }

  private func firstFigureColumn(_ layout: TableLayout) -> Int {
    layout.columns.firstIndex { if case .year = $0 { true } else { false } } ?? 0
  }

  /// The column of titles is that on the left with most different words, of several the last.
  ///
  /// Columns before it that repeat their words name sections; those behind it are notes.
  func placeTitles(in layout: inout TableLayout) {
    let left = 0..<firstFigureColumn(layout)
    let texts = left.filter { column in
      let words = grid.rows[layout.band.upperBound...].map { $0.text(column) }
        .filter { !$0.isEmpty }
      let long = words.filter { $0.count > 4 }
      return words.count > 0 && long.count * 2 >= words.count
        && textCount(column, layout) > figureCount(column, layout)
    }
    let title = texts.max { left, right in
      (differentTexts(left, layout), left) < (differentTexts(right, layout), right)
    }
    guard let title = title ?? left.first else { return }
    for column in texts { layout.columns[column] = column < title ? .section : .note }
    layout.columns[title] = .title
  }

  func placeOthers(in layout: inout TableLayout) {
    let first = firstFigureColumn(layout)
    for column in layout.columns.indices where layout.columns[column] == .leftOut {
      let texts = grid.rows[layout.band.upperBound...].map { $0.text(column) }
      if texts.allSatisfy(\.isEmpty) {
        layout.columns[column] = .blank
      } else if isReference(column, layout) {
        layout.columns[column] = .note
      } else if figureCount(column, layout) * 3 < texts.count(where: { !$0.isEmpty }) {
        layout.columns[column] = .note
      } else if column > first, layout.totalColumn == nil, isTotal(column, layout) {
        layout.columns[column] = .total
      }
    }
  }

  /// Asks about figures under no heading: commas that group thousands may have parted them.
  func askPartedFigures(_ layout: TableLayout) {
    guard grid.format == .commas else { return }
    let bare = layout.columns.indices.dropFirst().filter {
      layout.titles[$0].isEmpty && layout.columns[$0] != .title
    }
    let row = grid.rows[layout.band.upperBound...].first { row in
      bare.contains { row.text($0).looksLikeAmount }
    }
    guard let row else { return }
    log.ask(
      "Row \(row.number) has figures in columns without a heading: do the commas of figures such as "
        + "1,250 part them? Then save the table with tabs, or with its figures in quotes.",
      row: row.number)
  }

  /// Whether a column numbers the rows: it stands before their titles, or is called so.
  private func isReference(_ column: Int, _ layout: TableLayout) -> Bool {
    if let title = layout.columns.firstIndex(of: .title), column < title { return true }
    let words = layout.titles[column].lowercased()
    return [
      "ref", "ref.", "reference", "note", "notes", "no", "no.", "line", "row", "item", "code",
    ]
    .contains(words)
  }

  /// Whether most rows have the sum of their years in a column.
  private func isTotal(_ column: Int, _ layout: TableLayout) -> Bool {
    let years = layout.columns.indices.filter {
      if case .year = layout.columns[$0] { true } else { false }
    }
    // Another column of one of the years is none.
    if YearName.only(in: layout.titles[column])?.year != nil { return false }
    var agree = 0
    var differ = 0
    for row in grid.rows[layout.band.upperBound...] {
      guard let total = CellReading.plainFigure(row.text(column)), total != 0 else { continue }
      let sum = years.reduce(Int128(0)) { $0 + (CellReading.plainFigure(row.text($1)) ?? 0) }
      let withoutFirst = sum - (years.first.flatMap { CellReading.plainFigure(row.text($0)) } ?? 0)
      let place = (try? AmountText(row.text(column), unit: .number, footnotes: true))?.place
      let most = (place?.step ?? 0).magnitude * UInt128(years.count) / 2
      if (sum - total).magnitude <= most || (withoutFirst - total).magnitude <= most {
        agree += 1
      } else {
        differ += 1
      }
    }
    return agree > differ || (ImportWords.holds(layout.titles[column], ["total"]) && differ == 0)
  }
}
