/// Reads the published tables that a plan must agree with.
struct PublishedLoader {
  let context: PlanContext
  let rows: [Row]
  let tables: [DataTable]
  let totalColumn: TotalColumn?
  let plan: SourceFile
  /// Tables that need not be read from a file, by the names that the plan has for them.
  var beside: [String: SourceFile] = [:]

  private var problems: Problems { context.problems }

  func tables(_ items: [Node]) -> [PublishedTable] {
    items.compactMap { item -> PublishedTable? in
      guard let reader = MappingReader(item, .published, problems),
        let path = reader.filled("table")
      else { return nil }
      let file = problems.collecting { () throws(Diagnostics) -> SourceFile in
        if let file = beside[path.text] { return file }
        return try SourceFile.reading(path: plan.sibling(path.text), named: path.range)
      }
      guard let file else { return nil }
      let cells = problems.collecting { () throws(Diagnostics) in
        try DelimitedReader.rows(of: file, separator: Separator(path: path.text) ?? .tab)
      }
      guard let cells, let chosen = chosen(reader) else { return nil }
      return published(reader, of: chosen.table, cells: cells, file: file)
    }
  }

  /// The table that `of` names; the plan's own where there is none.
  private func chosen(_ reader: MappingReader) -> (table: DataTable?, Void)? {
    guard let scalar = reader.scalar("of") else { return (nil, ()) }
    if let table = tables.first(where: { $0.id.name == scalar.text }) { return (table, ()) }
    problems.add(
      .unknownName, "the plan has no table '\(scalar.text)'", at: scalar.range,
      expected: "the id of one of its 'tables'",
      help: NearestName.of(scalar.text, among: tables.map(\.id.name)).map {
        "the nearest is '\($0)'"
      })
    return nil
  }

  private func published(
    _ reader: MappingReader, of table: DataTable?, cells: [[DelimitedCell]], file: SourceFile
  ) -> PublishedTable? {
    if cells.allSatisfy({ $0.allSatisfy(\.text.trimmed.isEmpty) }) {
      problems.add(
        .fileEmpty, "the table is empty", at: SourceRange(file: file, bytes: 0..<0),
        expected: "a row with the years above their columns",
        help: "put the published table back, or take it out of 'published'",
        notes: [Diagnostic.Note("the table is named here", at: reader.valueRange("table"))])
      return nil
    }
    let heading = reader.integer("heading", in: 1...max(cells.count, 1)) ?? 1
    let skipped = Set(reader.items("skip").compactMap { rowNumber($0, count: cells.count) })
    let style = style(reader)
    let columnMatcher = ColumnMatcher(context: context, table: table, totalColumn: totalColumn)
    let headings = cells.indices.contains(heading - 1) ? cells[heading - 1] : []
    if headings.allSatisfy(\.text.trimmed.isEmpty) {
      problems.add(
        .fileEmpty, "the table has no heading", at: SourceRange(file: file, bytes: 0..<0),
        expected: "a row with the years above their columns")
      return nil
    }
    let blank = headings.indices.filter { index in
      cells.allSatisfy { $0.count <= index || $0[index].text.trimmed.isEmpty }
    }
    let columns = columnMatcher.columns(headings, reader, blank: Set(blank))
    let unitRows = cells.indices.filter { $0 + 1 == heading || skipped.contains($0 + 1) }
    UnitCheck(problems: problems, unit: style?.unit ?? table?.unit ?? context.unit)
      .check(
        unitRows.flatMap { row in
          cells[row].prefix(1).map { (cell: $0, unit: nil) }
            + columns.filter { $0.index < cells[row].count }.map {
              (cell: cells[row][$0.index], unit: ownUnit($0.column, table))
            }
        })
    var matcher = RowMatcher(rows: rows, table: table?.id, problems: problems)
    matcher.readOverrides(reader, titles: cells.map { $0.first?.text.trimmed ?? "" })
    var matched: [PublishedTable.Row] = []
    for (index, row) in cells.enumerated().dropFirst(heading) where !skipped.contains(index + 1) {
      if row.allSatisfy(\.text.trimmed.isEmpty) { continue }
      guard let title = row.first, row.count == headings.count else {
        problems.add(
          .raggedRow, "the row has \(row.count) cells and the heading \(headings.count)",
          at: row.first?.range ?? SourceRange(file: file, bytes: 0..<0),
          expected: "\(headings.count) cells in every row",
          help: (row.count > headings.count
            ? "put a cell that holds a separator in quotes" : "keep the separators of blank cells")
            + ", or leave the row out: skip: [\(index + 1)]")
        continue
      }
      guard let position = matcher.match(title, number: index + 1) else { continue }
      let reader = PublishedCellReader(
        problems: problems, row: rows[position], style: style,
        planUnit: table?.unit ?? context.unit)
      matched.append(
        PublishedTable.Row(
          title: title.text, row: position,
          cells: columns.map { reader.cell(row[$0.index], column: $0.column) }))
    }
    let noted = NotedLoader(
      context: context, rows: rows, table: table, totalColumn: totalColumn)
    return PublishedTable(
      name: reader.text("table") ?? "", rows: matched, style: style,
      noted: noted.differences(reader.items("noted")))
  }

  /// The unit of a column that has another than its table.
  private func ownUnit(_ column: PublishedTable.Column, _ table: DataTable?) -> Unit? {
    guard let table, case .position(let position) = column else { return nil }
    let unit = table.columns[position - table.firstColumn].style.unit
    return unit == table.unit ? nil : unit
  }

  /// The unit and decimals that the table was published in, where they are not the plan's.
  private func style(_ reader: MappingReader) -> CellStyle? {
    guard reader.has("unit") || reader.has("decimals") else { return nil }
    let unit = (reader.has("unit") ? reader.unit("unit") : nil) ?? context.unit
    let decimals =
      (reader.has("decimals") ? reader.integer("decimals", in: 0...6) : nil)
      ?? (unit == context.unit ? context.decimals : unit.planDecimals)
    return CellStyle(unit: unit, decimals: decimals)
  }

  private func rowNumber(_ node: Node, count: Int) -> Int? {
    guard let scalar = problems.scalar(node, "a row number") else { return nil }
    if let number = Int(scalar.text), (1...max(count, 1)).contains(number) { return number }
    problems.add(
      .wrongValue, "'\(scalar.text)' is no row of the table", at: scalar.range,
      expected: "a row number from 1 to \(count)")
    return nil
  }
}

extension SourceFile {
  /// The path of a file named in this one, from the folder that this one is in.
  func sibling(_ name: String) -> String {
    guard !name.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return name }
    return path[...slash] + name
  }
}
