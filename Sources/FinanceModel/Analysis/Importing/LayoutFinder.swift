/// Finds the headings of a grid and what its columns hold.
struct LayoutFinder {
  let grid: Grid
  let options: ImportOptions
  let log: ImportLog

  /// The most columns of a table that are told apart.
  static let mostColumns = 500

  func layout() throws(Diagnostics) -> TableLayout {
    guard grid.width <= LayoutFinder.mostColumns else {
      throw tooLarge("the table has more than \(LayoutFinder.mostColumns) columns")
    }
    let heading = try heading()
    let band = band(around: heading)
    let titles = (0..<grid.width).map { column in
      band.map { grid.rows[$0].text(column) }.filter { !$0.isEmpty }.joined(separator: " ")
    }
    var layout = TableLayout(
      heading: heading, band: band,
      columns: Array(repeating: .leftOut, count: grid.width),
      headings: (0..<grid.width).map { grid.rows[heading].text($0) }, titles: titles,
      preamble: grid.rows[..<band.lowerBound].flatMap { row in
        row.cells.map { grid.format == .markdown ? $0.withoutMarks : $0.trimmed }
          .filter { !$0.isEmpty }
      })
    try placeYears(in: &layout)
    placeTitles(in: &layout)
    placeOthers(in: &layout)
    askPartedFigures(layout)
    return layout
  }

  // MARK: The heading

  /// How many cells behind the first name one year each.
  private func yearCount(_ row: Grid.Row) -> Int {
    let cells = row.cells.dropFirst().filter { !$0.trimmed.isEmpty }
    // A row of nothing but 2026, 2027 is a heading that does not say which years it means.
    let isCalendar = cells.allSatisfy {
      if case .single? = YearName.only(in: $0) { true } else { false }
    }
    return cells.count { YearName.only(in: $0) != nil && (isCalendar || !$0.looksLikeAmount) }
  }

  private func heading() throws(Diagnostics) -> Int {
    if options.years != nil {
      let firstFigures = grid.rows.firstIndex { row in
        row.cells.dropFirst().contains { $0.looksLikeAmount && YearName.only(in: $0) == nil }
      }
      let before = grid.rows[..<(firstFigures ?? 0)].indices.filter { row in
        grid.rows[row].cells.dropFirst().contains { !$0.trimmed.isEmpty }
      }
      if let widest = before.max(by: { nonBlank($0) < nonBlank($1) }) { return widest }
      if let firstFigures, firstFigures > 0 { return firstFigures - 1 }
      throw noYears(
        "no row of headings stands above the figures",
        help: "type one, such as the years, above the columns")
    }
    let counts = grid.rows.map(yearCount)
    guard let most = counts.max(), most > 0, let first = counts.firstIndex(of: most) else {
      throw noHeading()
    }
    return first
  }

  private func nonBlank(_ row: Int) -> Int {
    grid.rows[row].cells.count { !$0.trimmed.isEmpty }
  }

  /// The heading and the rows of words around it that say more of its columns.
  private func band(around heading: Int) -> Range<Int> {
    var lower = heading
    while lower > 0, isBandRow(lower - 1), heading - lower < 3 { lower -= 1 }
    var upper = heading + 1
    while upper < grid.rows.count, isBandRow(upper), upper - heading < 4 { upper += 1 }
    return lower..<upper
  }

  /// Whether a row says something of columns and has no figure, no mark and no title of its own.
  private func isBandRow(_ index: Int) -> Bool {
    let row = grid.rows[index]
    let words = row.cells.dropFirst().filter { !$0.trimmed.isEmpty }
    // `£m` alone under the title of the table.
    if words.isEmpty, UnitFinder.unit(in: row.text(0)) != nil, row.text(0).count < 12 {
      return true
    }
    guard !words.isEmpty, words.allSatisfy({ !$0.looksLikeFigure }) else { return false }
    let allUnits = words.allSatisfy { UnitFinder.unit(in: $0) != nil || $0.trimmed == "%" }
    guard row.text(0).isEmpty else { return allUnits }
    return words.count > 1 || allUnits
      || words.allSatisfy { ImportWords.holds($0, ImportWords.year) }
  }

  // MARK: Years

  private func placeYears(in layout: inout TableLayout) throws(Diagnostics) {
    if let years = options.years { return try place(years, in: &layout) }
    var short: [Int: FinancialYear] = [:]
    var single: [Int] = []
    for column in layout.columns.indices.dropFirst() {
      let own = YearName.only(in: grid.rows[layout.heading].text(column))
      switch own ?? YearName.only(in: layout.titles[column]) {
      case .full(let year)?: place(year, at: column, in: &layout)
      case .short(let year)?: short[column] = year
      case .single(let number)?: single.append(number)
      case nil: break
      }
    }
    let ends = layout.columns.indices.dropFirst().map { grid.rows[layout.heading].text($0) }
    if let end = ends.first(where: YearName.isByEndAlone), let year = YearName.only(in: end)?.year {
      log.ask(
        "Is '\(end)' the year that ends then, \(year)? It is read so, and the others like it.")
    }
    let hasFull = layout.columns.contains { if case .year = $0 { true } else { false } }
    for (column, year) in short.sorted(by: { $0.key < $1.key }) {
      place(year, at: column, in: &layout)
    }
    if !short.isEmpty, !hasFull, short.count == 1 {
      log.ask("Is '\(short.values.first?.description ?? "")' the year that the heading means?")
    }
    guard hasFull || !short.isEmpty else {
      if let first = single.first {
        throw noYears(
          "the heading '\(first)' may be \(first - 1)-\(twoDigits(first)) or \(first)-"
            + "\(twoDigits(first + 1))")
      }
      throw noYears("no column is headed by one year")
    }
    try order(&layout)
  }

  private func twoDigits(_ year: Int) -> String {
    (year % 100 < 10 ? "0" : "") + String(year % 100)
  }

  private func place(_ year: FinancialYear, at column: Int, in layout: inout TableLayout) {
    if let first = layout.column(of: year) {
      log.ask(
        "Two columns are of \(year), '\(layout.titles[first])' and '\(layout.titles[column])': "
          + "which is the plan's? The first is read and the second left out.")
      return
    }
    layout.columns[column] = .year(year)
  }

  /// Gives the columns with figures the years that were named, in their order.
  private func place(_ years: [FinancialYear], in layout: inout TableLayout) throws(Diagnostics) {
    let columns = layout.columns.indices.dropFirst().filter { figureCount($0, layout) > 0 }
    guard columns.count >= years.count else {
      throw noYears("\(years.count) years are named, and \(columns.count) columns have figures")
    }
    if columns.count > years.count {
      log.ask(
        "\(columns.count) columns have figures and \(years.count) years are named: the first "
          + "columns are read as these years. Is that right?")
    }
    for (column, year) in zip(columns, years) { layout.columns[column] = .year(year) }
    try order(&layout)
  }

  /// The years in order; those that the table leaves out between two are there, with no figures.
  private func order(_ layout: inout TableLayout) throws(Diagnostics) {
    let found = layout.columns.compactMap { if case .year(let year) = $0 { year } else { nil } }
      .sorted()
    guard let first = found.first, let last = found.last else {
      throw noYears("no column is headed by one year")
    }
    guard last.start - first.start < 60 else {
      throw noYears("the headings name years from \(first) to \(last)")
    }
    layout.years = (first.start...last.start).compactMap(FinancialYear.init(start:))
    askOrder(layout)
    let missing = layout.years.filter { !found.contains($0) }
    if !missing.isEmpty {
      log.ask(
        "The table has no column for \(missing.map(\.description).joined(separator: ", ")): is "
          + "that so? The plan's years follow each other, and those have no figures.")
    }
  }

  /// Asks about years that do not follow each other across the table, as one misprint makes them.
  private func askOrder(_ layout: TableLayout) {
    let printed = layout.columns.compactMap { if case .year(let year) = $0 { year } else { nil } }
    if printed == printed.sorted() { return }
    if printed == printed.sorted(by: >) {
      log.ask(
        "Do the years stand from the last to the first? Each column is read as it is headed, from "
          + "\(printed.last?.description ?? "") on.")
      return
    }
    log.ask(
      "Is a year above the columns misprinted? They stand in the order "
        + "\(printed.map(\.description).joined(separator: ", ")), and each is read as it is headed."
    )
  }
}

extension String {
  /// A line of Markdown without the marks of a heading, or of stress, around it.
  fileprivate var withoutMarks: String {
    var text = trimmed[...]
    while let mark = text.first, "#*_ ".contains(mark) { text.removeFirst() }
    while let mark = text.last, "#*_ ".contains(mark) { text.removeLast() }
    return String(text)
  }
}
