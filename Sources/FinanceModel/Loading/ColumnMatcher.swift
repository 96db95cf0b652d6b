/// Finds the plan's column for each published one: by the year or title in its heading, or as the plan says.
struct ColumnMatcher {
  let context: PlanContext
  /// The table beside the sections; nil for the plan's own.
  let table: DataTable?
  let totalColumn: TotalColumn?

  private var problems: Problems { context.problems }

  /// The columns after the titles that stand for one of the plan's, with their positions.
  ///
  /// Those in `blank`, which have nothing in any row, stand for none.
  func columns(
    _ heading: [DelimitedCell], _ reader: MappingReader, blank: Set<Int>
  ) -> [(index: Int, column: PublishedTable.Column)] {
    let overrides = overrides(reader, heading)
    var matched: Set<PublishedTable.Column> = []
    return heading.enumerated().dropFirst().compactMap { index, cell in
      if blank.contains(index) { return nil }
      let override = overrides[cell.text.trimmed] ?? overrides["\(index + 1)"]
      guard let column = column(cell, override, matched: matched) else { return nil }
      guard matched.insert(column).inserted else {
        problems.add(
          .publishedColumn, "two columns stand for the same column of the plan", at: cell.range,
          expected: "one column for each",
          help: "leave one out: column: { \(index + 1): skip }, which counts from 1")
        return nil
      }
      return (index, column)
    }
  }

  /// `column: { published heading or number: year, column or skip }`.
  private func overrides(
    _ reader: MappingReader, _ heading: [DelimitedCell]
  ) -> [String: Node.Scalar] {
    var overrides: [String: Node.Scalar] = [:]
    let titles = heading.map(\.text.trimmed)
    for entry in reader.entries("column") {
      let name = entry.key.text.trimmed
      if !titles.contains(name), Int(name).map((2...max(heading.count, 2)).contains) != true {
        problems.add(
          .publishedColumn, "the published table has no column '\(name)'", at: entry.key.range,
          expected: "a heading of the table, or a number from 2 to \(heading.count)",
          help: NearestName.of(name, among: titles).map { "the nearest is '\($0)'" })
      }
      overrides[name] = problems.scalar(entry.value, "a column")
    }
    return overrides
  }

  private func column(
    _ heading: DelimitedCell, _ override: Node.Scalar?, matched: Set<PublishedTable.Column>
  ) -> PublishedTable.Column? {
    if let override {
      if override.text == "skip" { return nil }
      if table == nil, override.text == totalColumn?.id.name { return .total }
      let column = table.map { $0.column(override, problems) } ?? context.column(override)
      return column.map(PublishedTable.Column.position)
    }
    let title = heading.text.trimmed
    if let table { return column(titled: title, in: table, at: heading.range, matched: matched) }
    if let totalColumn, title == totalColumn.title { return .total }
    if let year = FinancialYear.first(in: title), let column = context.years.column(of: year) {
      return .position(column)
    }
    let years = context.years.columns
    let span = "\(years.first?.description ?? "") to \(years.last?.description ?? "")"
    // A year that no column before this one has.
    let free = context.years.planColumns.first { !matched.contains(.position($0)) }
    let example = (free.map { years[$0] } ?? context.years.years.first)?.description ?? "2017-18"
    problems.add(
      .publishedColumn, "the column '\(title)' is no year of the plan", at: heading.range,
      expected: "a year from \(span) in the heading",
      help: "say which it is: column: { \"\(title)\": \(example) }, or skip to leave it out")
    return nil
  }

  private func column(
    titled title: String, in table: DataTable, at range: SourceRange,
    matched: Set<PublishedTable.Column>
  ) -> PublishedTable.Column? {
    let places = table.columns.indices.filter { table.columns[$0].title.trimmed == title }
      .map { PublishedTable.Column.position(table.firstColumn + $0) }
    // Titles that stand several times match in order, as those of rows do.
    if let place = places.first(where: { !matched.contains($0) }) ?? places.first { return place }
    problems.add(
      .publishedColumn, "the table '\(table.id)' has no column titled '\(title)'", at: range,
      expected: "one of " + table.columns.map { "'\($0.title)'" }.joined(separator: ", "),
      help: "say which it is: column: { \"\(title)\": its-id }, or skip to leave it out")
    return nil
  }
}

extension FinancialYear {
  /// The first year named anywhere in a text.
  static func first(in text: String) -> FinancialYear? {
    text.split { !("0"..."9" ~= $0 || "-/–".contains($0)) }.lazy
      .compactMap { try? FinancialYear(String($0)) }.first
  }
}
