/// Finds the plan's row for each published one: by title, in order, or as the plan says.
struct RowMatcher {
  private let rows: [Row]
  private let problems: Problems
  /// The printed rows that are not matched yet, by title.
  private var open: [String: [Int]] = [:]
  private var overrides: [String: Int] = [:]
  private var last = -1

  /// Matches the rows of one table; nil is the plan's own.
  init(rows: [Row], table: Identifier?, problems: Problems) {
    self.rows = rows
    self.problems = problems
    for (index, row) in rows.enumerated() where row.isPrinted && row.table == table {
      open[row.title.trimmed, default: []].append(index)
    }
  }

  /// Takes `row: { published title or row number: id }`.
  mutating func readOverrides(_ reader: MappingReader) {
    for entry in reader.entries("row") {
      guard let scalar = problems.scalar(entry.value, "a row") else { continue }
      let position = rows.firstIndex { $0.id?.name == scalar.text }
      if let position {
        overrides[entry.key.text.trimmed] = position
      } else {
        problems.add(
          .unknownName, "there is no row '\(scalar.text)'", at: scalar.range,
          expected: "the id of a row",
          help: NearestName.of(scalar.text, among: rows.compactMap { $0.id?.name })
            .map { "the nearest is '\($0)'" })
      }
    }
  }

  /// The position of the plan's row; a diagnostic when there is none.
  mutating func match(_ title: DelimitedCell, number: Int) -> Int? {
    let text = title.text.trimmed
    if let position = overrides[text] ?? overrides["\(number)"] { return position }
    let candidates = open[text] ?? []
    guard let index = candidates.firstIndex(where: { $0 > last }) ?? candidates.indices.first else {
      problems.add(
        .publishedRow, "the plan has no row '\(text)' left for row \(number) of the table",
        at: title.range, expected: "the title of a printed row",
        help: NearestName.of(text, among: open.filter { !$0.value.isEmpty }.keys.sorted())
          .map { "the nearest title is '\($0)'" } ?? "say which it is: row: { \(number): its-id }")
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

  /// The title of a row with figures that a match would leave out; nil where it follows the last.
  private func skippedRow(before position: Int) -> String? {
    guard last >= 0, last < position else { return nil }
    return rows[(last + 1)..<position].first { $0.isPrinted && $0.details != nil }?.title
  }
}
