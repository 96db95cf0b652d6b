/// Reads the rows of one table beside the sections.
struct TableRowLoader {
  let context: PlanContext
  let table: DataTable
  /// The formula of each column that has one.
  let formulas: [Formula?]

  private var problems: Problems { context.problems }

  func row(_ node: Node) -> Row? {
    if case .mapping(let entries, let range) = node,
      entries.contains(where: { $0.key.text == "heading" })
    {
      guard let reader = MappingReader(node, .heading, problems) else { return nil }
      return .heading(
        Heading(title: reader.text("heading") ?? "", table: table.id, range: range))
    }
    guard let reader = MappingReader(node, .tableRow, problems), let id = reader.identifier("id")
    else { return nil }
    let given = reader.present(["values", "figure"])
    if given.count > 1 || (given.isEmpty && !reader.isMisspelt(["values", "figure"])) {
      problems.add(
        given.isEmpty ? .missingKey : .conflictingKeys,
        given.isEmpty
          ? "a row of a table needs its figures" : "'values' and 'figure' exclude each other",
        at: reader.keyRange("id"), expected: "'values' with one figure for each column, or 'figure'"
      )
    }
    let unit = reader.has("unit") ? reader.unit("unit") : nil
    let decimals = reader.has("decimals") ? reader.integer("decimals", in: 0...6) : nil
    let styles = table.columns.map { column in
      CellStyle(
        unit: unit ?? column.style.unit,
        decimals: decimals ?? unit.map { style($0) } ?? column.style.decimals)
    }
    let cells = given == ["values"] ? values(reader, styles) : figures(reader, styles)
    let exceptions = Set(
      reader.items("except").compactMap { node in
        problems.scalar(node, "a column").flatMap { table.column($0, problems) }
      })
    let entries = cells.indices.map { index -> Entry in
      if exceptions.contains(table.firstColumn + index) { return .blank }
      guard case .formula(let formula) = cells[index] else { return cells[index] }
      return .formula(formula.inRow(id, of: table))
    }
    return .figure(
      Figure(details: details(reader, id: id, styles: styles, entries: entries), totalOf: nil))
  }

  private func style(_ unit: Unit) -> Int {
    unit == table.unit ? table.decimals : unit.defaultDecimals
  }

  /// One entry for each column, from a list with a figure for each that has no formula.
  ///
  /// A list with one for every column goes before the columns' formulas.
  private func values(_ reader: MappingReader, _ styles: [CellStyle]) -> [Entry] {
    let items = reader.items("values")
    let hasAll = items.count == formulas.count
    let typed = formulas.indices.filter { hasAll || formulas[$0] == nil }
    if items.count != typed.count, case .sequence(_, let range)? = reader.node("values") {
      problems.add(
        items.count < typed.count ? .tooFewFigures : .tooManyFigures,
        "\(context.figures(items.count)) for \(typed.count) columns", at: range,
        expected: "one figure for each column without a formula",
        help: "write ~ for a column without a figure; "
          + "a list for all columns replaces their formulas")
    }
    var entries = formulas.map { $0.map(Entry.formula) ?? .blank }
    for (column, item) in zip(typed, items) {
      entries[column] = ProfileLoader(context: context, unit: styles[column].unit).entry(item)
    }
    return entries
  }

  /// The row's formula in every column; one that is a ratio has its own formula all the same.
  private func figures(_ reader: MappingReader, _ styles: [CellStyle]) -> [Entry] {
    let formula = reader.formula("figure")
    return zip(formulas, styles).map { column, style in
      (style.unit.isMoney ? formula : column ?? formula).map(Entry.formula) ?? .blank
    }
  }

  private func details(
    _ reader: MappingReader, id: Identifier, styles: [CellStyle], entries: [Entry]
  ) -> RowDetails {
    let before = Array(repeating: Entry.blank, count: table.firstColumn)
    let rounding = reader.has("rounding") ? reader.choice("rounding", LineRounding.self) : nil
    return RowDetails(
      id: id, title: reader.has("title") ? reader.text("title") ?? "" : id.name, section: nil,
      table: table.id, unit: styles.first?.unit ?? table.unit,
      decimals: styles.first?.decimals ?? table.decimals,
      rounding: rounding == .printed ? styles.first?.lastPlace : nil,
      isPrinted: reader.flag("print") ?? true,
      columnStyles: Dictionary(
        uniqueKeysWithValues: styles.enumerated().map { (table.firstColumn + $0, $1) }),
      entries: before + entries, text: text(reader), note: reader.text("note"),
      source: reader.text("source"), inTotal: .blank, idRange: reader.valueRange("id"),
      range: reader.range)
  }

  /// Texts in place of cells, by the ids of their columns.
  private func text(_ reader: MappingReader) -> [Int: String] {
    var text: [Int: String] = [:]
    for entry in reader.entries("text") {
      guard let column = table.column(entry.key, problems),
        let value = problems.scalar(entry.value, "a text")
      else { continue }
      text[column] = value.text
    }
    return text
  }
}

extension DataTable {
  /// The position of the column that a scalar names; a diagnostic when there is none.
  func column(_ scalar: Node.Scalar, _ problems: Problems) -> Int? {
    if let index = columns.firstIndex(where: { $0.id.name == scalar.text }) {
      return firstColumn + index
    }
    let names = columns.map(\.id.name)
    problems.add(
      .unknownName, "the table '\(id)' has no column '\(scalar.text)'", at: scalar.range,
      expected: "one of " + names.joined(separator: ", "),
      help: NearestName.of(scalar.text, among: names).map { "the nearest is '\($0)'" })
    return nil
  }
}

extension Formula {
  /// A column's formula for one row.
  fileprivate func inRow(_ row: Identifier, of table: DataTable) -> Formula {
    Formula(
      text: text, expression: expression.inRow(row, columns: Set(table.columns.map(\.id))),
      range: range)
  }
}
