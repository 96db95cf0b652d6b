/// Lines from a table: pasted into the plan as a block, or saved from a spreadsheet as CSV or TSV.
///
/// Each row becomes the mapping that it would be if it were written out, so that its cells are read,
/// and their faults reported, as those of any other line.
struct LineTable {
  let context: PlanContext
  /// The basis of a row that has none of its own.
  let defaultBasis: Basis

  /// The columns beside the years.
  static let columns = [
    "id", "title", "base", "basis", "role", "owner", "service", "priority", "status", "delivery",
    "full-year", "starts", "funding", "ends", "source", "note",
  ]

  private var problems: Problems { context.problems }

  func lines(_ scalar: Node.Scalar) -> [Node] {
    let found = problems.collecting { () throws(Diagnostics) in
      try DelimitedReader.rows(in: scalar)
    }
    guard let found, let heading = found.first else {
      problems.silence(.unknownName, .publishedRow)
      return []
    }
    let columns = heading.map(column)
    guard !columns.contains(where: { $0 == nil }), hasEveryYear(columns, heading),
      hasEachOnce(columns, heading)
    else { return [] }
    return found.dropFirst().compactMap { row -> Node? in
      if row.allSatisfy({ $0.text.isEmpty }) { return nil }
      guard row.count == heading.count else {
        problems.add(
          .raggedRow, "the row has \(row.count) cells and the heading \(heading.count)",
          at: row[0].range, expected: "\(heading.count) cells in every row",
          help: row.count > heading.count
            ? "put a cell that holds a separator in quotes" : "keep the separators of blank cells")
        problems.silence(.unknownName, .publishedRow)
        return nil
      }
      return line(row, columns.compactMap { $0 })
    }
  }

  private enum Column: Equatable {
    case key(String)
    case year(Int)

    var isYear: Bool { if case .year = self { true } else { false } }
  }

  private func isPhased(_ row: [DelimitedCell], _ columns: [Column]) -> Bool {
    zip(row, columns).contains { $1 == .key("full-year") && !$0.text.trimmed.isEmpty }
  }

  private func column(_ cell: DelimitedCell) -> Column? {
    let name = cell.text.trimmed
    if LineTable.columns.contains(name.lowercased()) { return .key(name.lowercased()) }
    if let year = FinancialYear.first(in: name), let column = context.years.column(of: year) {
      if context.years.planColumns.contains(column) { return .year(column) }
      if column == context.years.baseColumn { return .key("base") }
    }
    problems.add(
      .tableColumn, "the column '\(name)' is neither a year of the plan nor a key of a line",
      at: cell.range, expected: "a year, or one of " + LineTable.columns.joined(separator: ", "),
      help: NearestName.of(name, among: LineTable.columns).map { "the nearest is '\($0)'" }
        ?? "take the column out of the table, or give it one of these names")
    problems.silence(.unknownName, .publishedRow)
    return nil
  }

  private func hasEveryYear(_ columns: [Column?], _ heading: [DelimitedCell]) -> Bool {
    // A register of full-year effects needs no figures by year.
    if columns.contains(.key("full-year")), !columns.contains(where: { $0?.isYear ?? false }) {
      return true
    }
    let missing = context.years.planColumns.filter { !columns.contains(.year($0)) }
    guard let first = missing.first, let cell = heading.first else { return true }
    problems.add(
      .yearMissing, "the table has no column for \(context.years.columns[first])", at: cell.range,
      expected: "a column for every year of the plan")
    return false
  }

  private func hasEachOnce(_ columns: [Column?], _ heading: [DelimitedCell]) -> Bool {
    let again = columns.indices.first { columns[..<$0].contains(columns[$0]) }
    guard let again else { return true }
    problems.add(
      .tableColumn, "'\(heading[again].text.trimmed)' stands for a column that is there already",
      at: heading[again].range, expected: "one column for each year and key",
      help: "take one of the two out of the table")
    problems.silence(.unknownName, .publishedRow)
    return false
  }

  /// The mapping that a row stands for.
  private func line(_ row: [DelimitedCell], _ columns: [Column]) -> Node {
    var entries: [Node.Entry] = []
    var figures: [Int: Node] = [:]
    var basis = defaultBasis.rawValue
    for (cell, column) in zip(row, columns) {
      let scalar = Node.Scalar(text: cell.text.trimmed, style: .plain, range: cell.range)
      switch column {
      case .year(let column): figures[column] = .scalar(scalar)
      case .key("basis"):
        if !scalar.text.isEmpty { basis = checkedBasis(scalar) }
      case .key(let key):
        if !scalar.text.isEmpty { entries.append(entry(key, .scalar(scalar), at: cell.range)) }
      }
    }
    let range = row[0].range
    let list = context.years.planColumns.compactMap { figures[$0] }
    if !list.isEmpty, list.contains(where: \.isFilled) || !isPhased(row, columns) {
      entries.append(entry(basis, .sequence(list, range), at: range))
    }
    return .mapping(entries, range)
  }

  private func checkedBasis(_ scalar: Node.Scalar) -> String {
    if Basis(rawValue: scalar.text) == nil {
      problems.wrongValue(scalar, "'basis'", among: Basis.allCases.map(\.rawValue))
      return defaultBasis.rawValue
    }
    return scalar.text
  }

  private func entry(_ key: String, _ value: Node, at range: SourceRange) -> Node.Entry {
    Node.Entry(key: Node.Scalar(text: key, style: .plain, range: range), value: value)
  }
}

extension Node {
  /// Whether it is a scalar with a text.
  fileprivate var isFilled: Bool {
    if case .scalar(let scalar) = self { !scalar.text.isEmpty } else { false }
  }
}
