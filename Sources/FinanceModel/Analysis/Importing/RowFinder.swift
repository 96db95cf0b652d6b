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
    for index in source.indices where !grid.rows[index].isBlank {
      rows.append(row(grid.rows[index], isAfter: index > lastFigures))
    }
    return rows
  }

  private func hasFigures(_ row: Grid.Row) -> Bool {
    layout.figureColumns.contains { row.text($0).looksLikeFigure }
  }

  private func row(_ row: Grid.Row, isAfter: Bool) -> ImportedRow {
    var titles = layout.columns.indices.filter {
      layout.columns[$0] == .section || layout.columns[$0] == .title
    }.map { row.text($0) }.filter { !$0.isEmpty }
    let isTitleFirst = row.text(0) == titles.last
    let title = titles.popLast() ?? ""
    let isRepeated =
      row.cells.dropFirst().contains { YearName.only(in: $0)?.year != nil && !$0.looksLikeAmount }
    let isUnits =
      title.isEmpty
      && layout.figureColumns.allSatisfy {
        row.text($0).isEmpty || UnitFinder.unit(in: row.text($0)) != nil
      }
    let texts = layout.figureColumns.map { row.text($0) }
    let rowUnit = unit(of: title, texts)
    let cells = texts.map { CellReading($0, unit: rowUnit, repeatsPounds: repeatsPounds) }
    let notes = layout.columns.indices.filter { layout.columns[$0] == .note }
      .map { row.text($0) }.filter { !$0.isEmpty }
    var kind = ImportedRow.Kind.line
    if isRepeated || isUnits {
      kind = .leftOut
    } else if !hasFigures(row) {
      let words = texts.filter { !$0.isEmpty }
      if isAfter || title.isEmpty || RowFinder.isFootnote(title) {
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
      number: row.number, title: title, section: titles.last, isTitleFirst: isTitleFirst,
      kind: kind, cells: cells, note: notes.isEmpty ? nil : notes.joined(separator: "; "),
      unit: rowUnit, decimals: cells.map(\.decimals).max() ?? 0)
  }

  private static func isFootnote(_ title: String) -> Bool {
    ["*", "†", "‡", "#", "[", "Note", "Source", "(1)", "(a)"].contains { title.hasPrefix($0) }
  }

  /// The unit of a row: the table's, a percentage, a plain number, or pounds inside a coarser table.
  private func unit(of title: String, _ texts: [String]) -> Unit {
    let amounts = texts.filter(\.looksLikeAmount)
    if amounts.isEmpty { return unit }
    if amounts.contains(where: { $0.contains("%") }) { return .percent }
    let isPlain = !amounts.contains { $0.contains("£") }
    let words = title.lowercased()
    if isPlain, words.hasSuffix("%") || words.hasSuffix("(%)") || words.hasPrefix("% ") {
      return .percent
    }
    if isPlain, !words.contains("£"),
      ImportWords.holds(
        title, ["tax base", "taxbase", "fte", "number of", "headcount", "population"]),
      !ImportWords.holds(title, ["growth", "increase", "change"])
    {
      return .number
    }
    // In a table of thousands or millions, Band D is in pounds and pence.
    if ImportWords.holds(title, ["band d"]), unit != .pounds { return .pounds }
    if unit != .pounds, !repeatsPounds, !isPlain,
      amounts.contains(where: { $0.contains("£") && !$0.contains(where: \.isLetter) })
    {
      log.ask("Is '\(title)' in whole pounds, as the £ in its cells says? It is read so.")
      return .pounds
    }
    return unit
  }
}
