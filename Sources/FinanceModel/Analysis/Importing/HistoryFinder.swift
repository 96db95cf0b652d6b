/// Finds which of a table's first columns come before the plan.
///
/// Words tell where they can: *Approved Budget* above one column and no such word above the others.
/// Where only the figures tell, it is a question.
struct HistoryFinder {
  let grid: Grid
  let options: ImportOptions
  let log: ImportLog

  /// The layout with its base years told from the years of the plan. Throws where too many are named.
  func found(in found: TableLayout) throws(Diagnostics) -> TableLayout {
    var layout = found
    if let count = options.baseYears {
      guard count < layout.years.count else { throw tooMany(count, layout) }
      split(&layout, count)
      return layout
    }
    if let year = baseWithoutYear(in: layout) {
      layout.columns[year.column] = .year(year.year)
      layout.years.insert(year.year, at: 0)
      split(&layout, 1)
      return layout
    }
    split(&layout, count(in: layout))
    return layout
  }

  private func tooMany(_ count: Int, _ layout: TableLayout) -> Diagnostics {
    let (years, most) = (layout.years.count, layout.years.count - 1)
    return Diagnostics(
      Diagnostic(
        .noTable, "--base-years \(count) leaves the plan no year",
        at: SourceRange(file: grid.file, bytes: 0..<0),
        label: "the table has \(years) \(years == 1 ? "year" : "years")",
        help: "at most \(most) can come before the plan: --base-years \(most)"))
  }

  private func split(_ layout: inout TableLayout, _ count: Int) {
    layout.history = Array(layout.years.prefix(count))
    layout.years = Array(layout.years.dropFirst(count))
  }

  // MARK: How many

  /// How many of the years come before the plan: first by words, then by what their total adds up.
  private func count(in layout: TableLayout) -> Int {
    let words = layout.years.prefix { isBefore($0, layout) }.count
    let evidence = HistoryEvidence(grid: grid, layout: layout)
    let isBudget = isPlainBudget(words, layout)
    let forecast = forecast(words, layout)
    if words > 0 || isBudget || layout.years.count > 2, let total = layout.totalColumn {
      let isDoubtful = isBudget || forecast != nil
      let counts = evidence.countsOutside(total, upTo: max(words, isDoubtful ? words + 1 : 1))
      if counts.count == 1, let proven = counts.first {
        tell(proven, words, total, layout)
        return proven
      }
      if words == 0, counts.count > 1 {
        askEither(
          0, layout,
          because: "'\(layout.titles[total])' is the sum of the years with it and without it")
        return 0
      }
    }
    if isBudget {
      let reason = evidence.baseReason(words) ?? (words == 0 ? evidence.nilGap() : nil)
      let isBase = reason != nil
      askEither(
        words, layout, isBase: isBase,
        because: reason ?? evidence.planReason(words) ?? "its figures are like those of later years"
      )
      return isBase ? words + 1 : words
    }
    if let forecast {
      askEither(
        words, layout, isBase: forecast.isBase, because: forecast.reason,
        isDespite: !forecast.isBase)
      return forecast.isBase ? words + 1 : words
    }
    if words > 0 || layout.years.count < 3 || layout.totalColumn != nil { return words }
    if let reason = evidence.largerReason(0) {
      let isBase = !isProposed(title(layout.years[0], layout))
      askEither(0, layout, isBase: isBase, because: reason)
      return isBase ? 1 : 0
    }
    if !isProposed(title(layout.years[0], layout)), let reason = evidence.nilGap() {
      askEither(0, layout, because: reason, isDespite: true)
    }
    return 0
  }

  /// Says what the total column proves, where the headings do not say the same.
  private func tell(_ proven: Int, _ words: Int, _ total: Int, _ layout: TableLayout) {
    let name = layout.titles[total]
    if proven < words {
      askEither(proven, layout, because: "'\(name)' adds it up with the later years")
    } else if proven > words {
      askEither(
        proven - 1, layout, isBase: true, because: "'\(name)' is the sum of the years after it")
    } else if isPlainBudget(words, layout) {
      log.note(
        "\(layout.years[words]) is read as a year of the plan, because '\(name)' adds it up with the "
          + "later years.")
    }
  }

  private func askEither(
    _ place: Int, _ layout: TableLayout, isBase: Bool = false, because reason: String,
    isDespite: Bool = false
  ) {
    let year = layout.years[place]
    let heading = title(year, layout)
    let headed = heading.contains(where: \.isLetter) ? ", headed '\(heading)'," : ""
    log.ask(
      isBase
        ? "Is \(year)\(headed) the year before the plan? It is read so, because \(reason). "
          + "Answer with --base-years \(place + 1), or \(place) for the plan's first year."
        : "Is \(year)\(headed) the plan's first year, and not the year before the plan? It is read so, "
          + "\(isDespite ? "though" : "because") \(reason). Answer with --base-years \(place), or "
          + "\(place + 1) for the year before.")
  }

  // MARK: Words

  private func title(_ year: FinancialYear, _ layout: TableLayout) -> String {
    layout.column(of: year).map { layout.titles[$0] } ?? ""
  }

  /// Whether the words above a column say that it comes before the plan, and others have no such words.
  private func isBefore(_ year: FinancialYear, _ layout: TableLayout) -> Bool {
    guard let last = layout.years.last, year != last else { return false }
    let own = title(year, layout)
    // A year with a column of its outturn besides is before the plan, whatever the first is called.
    let besides = layout.columns.indices.filter { column in
      layout.columns[column] == .leftOut && YearName.only(in: layout.titles[column])?.year == year
    }.map { layout.titles[$0] }
    return ([own] + besides).contains { ImportWords.holds($0, ImportWords.base) }
      && !isProposed(own)
      && !ImportWords.holds(title(last, layout), ImportWords.base)
  }

  /// Whether a heading speaks of a budget that nobody has approved, which is the plan's first.
  private func isProposed(_ title: String) -> Bool {
    ImportWords.holds(title, ["proposed", "draft"])
  }

  /// Whether `Budget` and no more stands above a year, and no such word above the last: either is meant.
  private func isPlainBudget(_ place: Int, _ layout: TableLayout) -> Bool {
    guard place < layout.years.count - 1, let last = layout.years.last else { return false }
    let own = title(layout.years[place], layout)
    return ImportWords.holds(own, ["budget"]) && !isProposed(own)
      && !ImportWords.holds(title(last, layout), ["budget"])
  }

  /// Whether a year alone is headed by a forecast or an estimate, and what that makes it.
  ///
  /// Before a budget, or years without a word, a forecast is of the year that runs; an estimate is more
  /// often the budget. A word that stands over the first column, and not beside its year, may be of all.
  private func forecast(_ place: Int, _ layout: TableLayout) -> (isBase: Bool, reason: String)? {
    guard layout.years.count > 2, place < layout.years.count - 1 else { return nil }
    let own = title(layout.years[place], layout)
    let later = layout.years.dropFirst(place + 1).map { title($0, layout) }
    guard !isProposed(own), !ImportWords.holds(own, ["budget"]) else { return nil }
    let running = ["forecast", "projected", "projection", "probable"]
    if ImportWords.holds(own, running + ["estimated"]), ImportWords.holds(later[0], ["budget"]) {
      return (true, "the year after it has the budget")
    }
    if ImportWords.holds(own, running) {
      let alike = running + ["indicative", "provisional"]
      guard !later.contains(where: { ImportWords.holds($0, alike) }) else { return nil }
    } else if !ImportWords.holds(own, ["estimate"])
      || later.contains(where: { ImportWords.holds($0, ImportWords.year) })
    {
      return nil
    }
    let isBeside =
      layout.column(of: layout.years[place])
      .map { ImportWords.holds(layout.headings[$0], running) } ?? false
    return (isBeside, "no later year has such a word")
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
    if !ImportWords.holds(title, ImportWords.base + ["budget"]) || isProposed(title) {
      log.ask(
        "Is the column '\(title)', which stands before \(first), the year before the plan? "
          + "It is read as \(year).")
    } else {
      log.note("The column '\(title)' is read as \(year), the year before the first.")
    }
    return (column, year)
  }
}
