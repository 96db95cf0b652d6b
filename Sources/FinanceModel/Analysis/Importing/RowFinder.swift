/// Reads the rows of a table below its headings.
struct RowFinder {
  let grid: Grid
  let layout: TableLayout
  let unit: Unit
  let repeatsPounds: Bool
  let log: ImportLog

  func rows() -> [ImportedRow] {
    let source = grid.rows[layout.band.upperBound...]
    let lastFigures = source.lastIndex { hasFigures($0) } ?? source.endIndex
    var rows: [ImportedRow] = []
    var below = unit
    let sections = SectionColumn(grid: grid, layout: layout, log: log).names()
    for index in source.indices where !grid.rows[index].isBlank {
      let row = row(
        grid.rows[index], in: below, section: sections[index], isAfter: index > lastFigures)
      below = unit(below: grid.rows[index], row, as: below)
      rows.append(row)
    }
    return WrappedTitles(log: log).joined(rows)
  }

  /// The unit below a row: a heading that comes again with another one begins a table of that unit.
  private func unit(below row: Grid.Row, _ read: ImportedRow, as unit: Unit) -> Unit {
    guard read.kind == .heading || read.kind == .leftOut, isRepeated(row) else { return unit }
    let named = row.cells.lazy.compactMap(UnitFinder.unit).first
    askOtherTable(row, read.title, in: named.flatMap { $0 != unit && $0 != self.unit ? $0 : nil })
    return named ?? unit
  }

  /// Asks whether another table begins at a heading that comes again, by the plainest sign of it.
  private func askOtherTable(_ row: Grid.Row, _ title: String, in named: Unit?) {
    let others = years(of: row).filter { column, year in
      if case .year(let other) = layout.columns[column] { other != year } else { false }
    }
    if let (column, year) = others.first, case .year(let first) = layout.columns[column] {
      log.ask(
        "Row \(row.number) heads with \(year) what row \(grid.rows[layout.heading].number) heads "
          + "with \(first): does another table begin there? It is read on under the first years; "
          + "import the two apart.", row: row.number)
    } else if let named {
      log.ask(
        "Does another table begin here? The heading says \(named.rawValue), and the table is in "
          + "\(unit.rawValue). Its rows are read in \(named.rawValue), beside the money; import the "
          + "two apart.", row: row.number)
    } else if isOtherTable(title) {
      log.ask(
        "Does another table begin in row \(row.number), '\(title)'? It has years above the same "
          + "columns and is read on; import the two apart.", row: row.number)
    }
  }

  private func hasFigures(_ row: Grid.Row) -> Bool {
    layout.figureColumns.contains { row.text($0).looksLikeFigure }
  }

  private func row(
    _ row: Grid.Row, in unit: Unit, section named: String?, isAfter: Bool
  ) -> ImportedRow {
    let sections = layout.columns.indices.filter { layout.columns[$0] == .section }
      .map { row.text($0) }.filter { !$0.isEmpty }
    let own = layout.columns.firstIndex(of: .title).map { row.text($0) } ?? ""
    // A total often stands under the sections.
    let title = own.isEmpty ? sections.last ?? "" : own
    let section = (own.isEmpty ? sections.dropLast().last : sections.last) ?? named
    let isUnits =
      title.isEmpty
      && layout.figureColumns.allSatisfy {
        row.text($0).isEmpty || UnitFinder.unit(in: row.text($0)) != nil
      }
    let texts = layout.texts(of: row)
    let rowUnit =
      unitBeside(row)
      ?? RowUnit(unit: unit, repeatsPounds: repeatsPounds, log: log).unit(of: title, texts)
    let cells = texts.map { CellReading($0, unit: rowUnit, repeatsPounds: repeatsPounds) }
    let notes = layout.columns.indices.filter { layout.columns[$0] == .note }
      .map { row.text($0) }.filter { !$0.isEmpty }
    var isTitleFirst = row.text(0) == title
    var kind = ImportedRow.Kind.line
    if isRepeated(row) {
      kind = isNewHeading(title) || isOtherTable(title) ? .heading : .leftOut
      isTitleFirst = false
    } else if isUnits {
      kind = .leftOut
    } else if !hasFigures(row) {
      let words = texts.filter { !$0.isEmpty }
      if (isAfter && !isLostFigures(words)) || title.isEmpty || RowFinder.isFootnote(title) {
        kind = .leftOut
      } else if words.isEmpty {
        kind = .heading
      } else if words.contains(where: { $0.contains { $0.isNumber } }) {
        kind = .line
      } else {
        kind = .leftOut
      }
      if kind == .leftOut {
        log.note("Row \(row.number) is left out: it has words and no figures.")
      }
    } else if title.isEmpty {
      log.ask("What is row \(row.number), which has figures and no title?", row: row.number)
    }
    return ImportedRow(
      number: row.number, title: title, section: section, isTitleFirst: isTitleFirst,
      kind: kind, cells: cells, note: notes.isEmpty ? nil : notes.joined(separator: "; "),
      unit: rowUnit, decimals: cells.map(\.decimals).max() ?? 0)
  }

  /// The unit that stands beside a row, in a column that has nothing else: `£000`, `FTE`.
  private func unitBeside(_ row: Grid.Row) -> Unit? {
    let column = layout.columns.indices.first { column in
      layout.columns[column] == .note || layout.columns[column] == .section
        ? layout.titles[column].lowercased().hasPrefix("unit") : false
    }
    return column.flatMap { UnitFinder.unitAlone(row.text($0)) }
  }

  // MARK: Headings that come again

  /// Whether a row heads the columns anew, as on the next page; other years than before are asked about.
  private func isRepeated(_ row: Grid.Row) -> Bool { !years(of: row).isEmpty }

  /// The years that a row names above its columns.
  private func years(of row: Grid.Row) -> [(column: Int, year: FinancialYear)] {
    layout.columns.indices.dropFirst().compactMap { column in
      let text = row.text(column)
      guard !text.looksLikeAmount, let year = YearName.only(in: text)?.year else { return nil }
      return (column, year)
    }
  }

  private func isNewHeading(_ title: String) -> Bool {
    let corner = layout.columns.firstIndex(of: .title).map { layout.headings[$0] } ?? ""
    return !title.isEmpty && title != corner && UnitFinder.unit(in: title) == nil
  }

  /// Whether a repeated heading has a unit and words that the first has not, as a second table has.
  private func isOtherTable(_ title: String) -> Bool {
    let corner = layout.columns.firstIndex(of: .title).map { layout.headings[$0] } ?? ""
    return title != corner && UnitFinder.unit(in: title) != nil
      && title.split(separator: " ").contains { $0.count { $0.isLetter } > 3 }
      && !layout.preamble.contains(title)
  }

  /// Whether every word of a row below the last figures begins with a digit, or with one in brackets,
  /// as no note does.
  private func isLostFigures(_ words: [String]) -> Bool {
    words.count > 1 && words.allSatisfy { $0.first { !"[({<".contains($0) }?.isNumber == true }
  }

  private static func isFootnote(_ title: String) -> Bool {
    ["*", "†", "‡", "#", "[", "Note", "Source", "(1)", "(a)"].contains { title.hasPrefix($0) }
  }
}
