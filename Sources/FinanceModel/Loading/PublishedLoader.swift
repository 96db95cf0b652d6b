/// Reads the published tables that a plan must agree with, and matches their rows and columns.
struct PublishedLoader {
  let context: PlanContext
  let rows: [Row]
  let totalColumn: TotalColumn?
  let plan: SourceFile

  private var problems: Problems { context.problems }

  func tables(_ items: [Node]) -> [PublishedTable] {
    items.compactMap { item -> PublishedTable? in
      guard let reader = MappingReader(item, .published, problems),
        let path = reader.scalar("table")
      else { return nil }
      let file = problems.collecting { () throws(Diagnostics) in
        try SourceFile.reading(path: plan.sibling(path.text), named: path.range)
      }
      guard let file else { return nil }
      let cells = problems.collecting { () throws(Diagnostics) in
        try DelimitedReader.rows(of: file, separator: Separator(path: path.text) ?? .tab)
      }
      return cells.map { table(reader, cells: $0, file: file) }
    }
  }

  private func table(
    _ reader: MappingReader, cells: [[DelimitedCell]], file: SourceFile
  ) -> PublishedTable {
    let skipped = Set(reader.items("skip").compactMap { rowNumber($0, count: cells.count) })
    let columns = columns(cells.first ?? [], reader)
    var matcher = RowMatcher(rows: rows, problems: problems)
    matcher.readOverrides(reader)
    var matched: [PublishedTable.Row] = []
    for (index, row) in cells.enumerated().dropFirst() where !skipped.contains(index + 1) {
      guard let title = row.first else { continue }
      if row.count != cells[0].count {
        problems.add(
          .publishedRagged, "the row has \(row.count) cells and the heading \(cells[0].count)",
          at: title.range, expected: "\(cells[0].count) cells in every row")
        continue
      }
      guard let position = matcher.match(title, number: index + 1) else { continue }
      matched.append(
        PublishedTable.Row(
          title: title.text, row: position,
          cells: columns.map { cell(row[$0.index], in: position, column: $0.column) }))
    }
    let noted = NotedLoader(context: context, rows: rows, totalColumn: totalColumn)
    return PublishedTable(
      name: String(file.path.split(separator: "/").last ?? ""), rows: matched,
      noted: noted.differences(reader.items("noted")))
  }

  private func rowNumber(_ node: Node, count: Int) -> Int? {
    guard let scalar = problems.scalar(node, "a row number") else { return nil }
    if let number = Int(scalar.text), (1...max(count, 1)).contains(number) { return number }
    problems.add(
      .wrongValue, "'\(scalar.text)' is no row of the table", at: scalar.range,
      expected: "a row number from 2 to \(count), the heading being row 1")
    return nil
  }

  /// The columns after the titles that stand for a year or the total.
  private func columns(
    _ heading: [DelimitedCell], _ reader: MappingReader
  ) -> [(index: Int, column: PublishedTable.Column)] {
    var overrides: [String: Node.Scalar] = [:]
    for entry in reader.entries("column") {
      overrides[entry.key.text] = problems.scalar(entry.value, "a column")
    }
    return heading.enumerated().dropFirst().compactMap { index, cell in
      column(cell, overrides[cell.text.trimmed]).map { (index, $0) }
    }
  }

  private func column(
    _ heading: DelimitedCell, _ override: Node.Scalar?
  ) -> PublishedTable.Column? {
    if let override {
      if override.text == "skip" { return nil }
      if override.text == totalColumn?.id.name { return .total }
      return context.column(override).map(PublishedTable.Column.year)
    }
    let title = heading.text.trimmed
    if let totalColumn, title == totalColumn.title { return .total }
    if let year = FinancialYear.first(in: title), let column = context.years.column(of: year) {
      return .year(column)
    }
    let years = context.years.columns
    problems.add(
      .publishedColumn, "the column '\(title)' is no year of the plan", at: heading.range,
      expected: "a year from \(years[0]) to \(years[years.count - 1]) in the heading",
      help: "say which it is: column: { \"\(title)\": 2017-18 }, or skip to leave it out")
    return nil
  }

  /// A cell is text where the plan has text, or where it has letters and no digit.
  private func cell(
    _ cell: DelimitedCell, in row: Int, column: PublishedTable.Column
  ) -> PublishedTable.Cell {
    let details = rows[row].details
    func published(_ content: PublishedTable.Content) -> PublishedTable.Cell {
      PublishedTable.Cell(column: column, text: cell.text, content: content, range: cell.range)
    }
    if case .year(let year) = column, details?.text[year] != nil {
      return published(.text(cell.text.trimmed))
    }
    do {
      let amount = try AmountText(
        cell.text, unit: details?.unit ?? context.unit, footnotes: true)
      return published(.cell(amount.cell))
    } catch let fault {
      let hasDigit = cell.text.contains(where: \.isNumber)
      if hasDigit || !cell.text.contains(where: \.isLetter) {
        problems.add(fault, in: cell.text, at: cell.range, isVerbatim: true)
      }
      return published(.text(cell.text.trimmed))
    }
  }
}

extension FinancialYear {
  /// The first year named anywhere in a text.
  static func first(in text: String) -> FinancialYear? {
    text.split { !("0"..."9" ~= $0 || "-/–".contains($0)) }.lazy
      .compactMap { try? FinancialYear(String($0)) }.first
  }
}

extension String {
  /// Without white space at either end, and with single spaces inside.
  var trimmed: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension SourceFile {
  /// The path of a file named in this one, from the folder that this one is in.
  func sibling(_ name: String) -> String {
    guard !name.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return name }
    return path[...slash] + name
  }
}
