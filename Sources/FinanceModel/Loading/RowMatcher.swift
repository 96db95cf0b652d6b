/// Finds the plan's row for each published one: by title, in order, or as the plan says.
struct RowMatcher {
  private let rows: [Row]
  private let table: Identifier?
  private let problems: Problems
  /// The printed rows that are not matched yet, by title.
  private var open: [String: [Int]] = [:]
  private var overrides: [String: Int] = [:]
  /// The titles in `overrides` that are used up.
  private var used: Set<String> = []
  private var last = -1

  /// Matches the rows of one table; nil is the plan's own.
  init(rows: [Row], table: Identifier?, problems: Problems) {
    self.rows = rows
    self.table = table
    self.problems = problems
    for (index, row) in rows.enumerated() where row.isPrinted && row.table == table {
      open[row.title.trimmed, default: []].append(index)
    }
  }

  /// Takes `row: { published title or row number: id }`; `titles` has one for each published row.
  mutating func readOverrides(_ reader: MappingReader, titles: [String]) {
    for entry in reader.entries("row") {
      let name = entry.key.text.trimmed
      if !titles.contains(name), Int(name).map((1...max(titles.count, 1)).contains) != true {
        problems.add(
          .publishedRow, "the published table has no row '\(name)'", at: entry.key.range,
          expected: "a title of the table, or a row number from 1 to \(titles.count)",
          help: NearestName.of(name, among: titles).map { "the nearest title is '\($0)'" })
      }
      guard let scalar = problems.scalar(entry.value, "a row") else { continue }
      let position = rows.firstIndex { $0.id?.name == scalar.text && $0.table == table }
      if let position {
        overrides[name] = position
      } else {
        let ids = rows.filter { $0.table == table }.compactMap { $0.id?.name }
        problems.add(
          .unknownName, "there is no row '\(scalar.text)'", at: scalar.range,
          expected: "the id of a row" + (table.map { " of the table '\($0)'" } ?? ""),
          help: NearestName.of(scalar.text, among: ids).map { "the nearest is '\($0)'" })
      }
    }
  }

  /// The position of the plan's row; a diagnostic when there is none.
  mutating func match(_ title: DelimitedCell, number: Int) -> Int? {
    let text = title.text.trimmed
    if let position = overrides["\(number)"] { return taken(position) }
    if let position = overrides[text] {
      if used.insert(text).inserted { return taken(position) }
      problems.add(
        .publishedAmbiguous, "the title '\(text)' of row \(number) stands in an earlier row too",
        at: title.range, expected: "one row for each",
        help: "say which is which by their numbers: row: { \(number): its-id }")
      return nil
    }
    let candidates = open[text] ?? []
    guard let index = candidates.firstIndex(where: { $0 > last }) ?? candidates.indices.first else {
      problems.add(
        .publishedRow, "the plan has no row '\(text)' left for row \(number) of the table",
        at: title.range, expected: "the title of a printed row",
        help: nearest(to: text).map { "the nearest title is '\($0)'" }
          ?? "say which it is: row: { \(number): its-id }")
      return nil
    }
    if candidates.count - index > 1, let skipped = skippedRow(before: candidates[index]) {
      problems.add(
        .publishedAmbiguous,
        "row \(number) of the table may be one of \(candidates.count - index) rows '\(text)'",
        at: title.range, expected: "the row after '\(rows[last].title)' to be '\(skipped)'",
        help: "say which it is: row: { \(number): its-id }")
      return nil
    }
    last = candidates[index]
    open[text]?.remove(at: index)
    return last
  }

  /// Takes a row that the plan names out of those that titles are matched with.
  ///
  /// The rows below it go on from there only where it follows the last: it may stand out of order.
  private mutating func taken(_ position: Int) -> Int {
    open[rows[position].title.trimmed]?.removeAll { $0 == position }
    if position > last, skippedRow(before: position) == nil { last = position }
    return position
  }

  /// The title that is probably meant; nil after many faults, as looking for it takes time.
  private func nearest(to text: String) -> String? {
    guard problems.found.count <= NameCheck.mostHelped else { return nil }
    return NearestName.of(text, among: open.filter { !$0.value.isEmpty }.keys.sorted())
  }

  /// The title of a row with figures that a match would leave out; nil where it follows the last.
  private func skippedRow(before position: Int) -> String? {
    guard last >= 0, last < position else { return nil }
    return rows[(last + 1)..<position].first { $0.isPrinted && $0.details != nil }?.title
  }
}
