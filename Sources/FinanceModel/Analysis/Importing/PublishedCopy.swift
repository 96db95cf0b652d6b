/// How a plan names the table that it was imported from, and the files that keep it.
struct PublishedCopy {
  /// Files beside the plan, each with its name.
  let files: [(name: String, bytes: [UInt8])]
  /// The lines under `published:`.
  let lines: [String]
  /// The name of the table that the plan is held against.
  let name: String

  /// The table as it is, where the plan can be held against its own bytes; nil where it cannot.
  ///
  /// It has to be UTF-8 with tabs or commas, with every title in the first column and rows as long
  /// as their heading.
  static func asItIs(
    _ grid: Grid, _ layout: TableLayout, rows: [ImportedRow], bytes: [UInt8], isUTF8: Bool,
    repeats: Unit?
  ) -> PublishedCopy? {
    guard isUTF8, !grid.isChanged, grid.format == .tabs || grid.format == .commas else {
      return nil
    }
    let headings = grid.rows[layout.heading]
    let kept = rows.filter { $0.kind != .leftOut }
    let lengths = Dictionary(
      grid.rows.map { ($0.number, $0.cells.count) }, uniquingKeysWith: { first, _ in first })
    guard
      kept.allSatisfy({ $0.isTitleFirst && $0.isWhole && !$0.title.isEmpty && $0.section == nil }),
      kept.allSatisfy({ lengths[$0.number] == headings.cells.count })
    else { return nil }
    let name = grid.format == .tabs ? "published.tsv" : "published.csv"
    var keys = ["table: \(name)"]
    if headings.number != 1 { keys.append("heading: \(headings.number)") }
    let band = layout.band.filter { $0 > layout.heading }.map { grid.rows[$0].number }
    let skipped = band + rows.filter { $0.kind == .leftOut }.map(\.number)
    if !skipped.isEmpty {
      keys.append("skip: [\(skipped.sorted().map(String.init).joined(separator: ", "))]")
    }
    let columns = columns(grid, layout, headings)
    if !columns.isEmpty { keys.append("column: { \(columns.joined(separator: ", ")) }") }
    if let repeats { keys.append("unit: \(repeats.rawValue)") }
    return PublishedCopy(
      files: [(name, bytes)], lines: ["  - { \(keys.joined(separator: ", ")) }"], name: name)
  }

  /// What each column is where its heading does not say so by itself.
  private static func columns(
    _ grid: Grid, _ layout: TableLayout, _ headings: Grid.Row
  ) -> [String] {
    layout.columns.indices.dropFirst().compactMap { index in
      let heading = headings.text(index)
      switch layout.columns[index] {
      case .year(let year):
        return FinancialYear.first(in: heading) == year ? nil : "\(index + 1): \(year)"
      case .total: return heading.isEmpty ? "\(index + 1): all-years" : nil
      case .title: return nil
      default:
        let isEmpty = grid.rows.allSatisfy { $0.text(index).isEmpty }
        return isEmpty ? nil : "\(index + 1): skip"
      }
    }
  }

  /// The cells of the table written anew with tabs, and beside them the table as it was.
  static func rewritten(
    _ layout: TableLayout, rows: [ImportedRow], unit: Unit,
    original: (name: String, bytes: [UInt8])?,
    repeats: Unit?, totalTitle: String?
  ) -> PublishedCopy {
    let name = "published.tsv"
    // A year that the table leaves out has no column here either.
    let isPrinted = (layout.history + layout.years).map { layout.column(of: $0) != nil } + [true]
    var years = zip(layout.history + layout.years, isPrinted).filter(\.1).map(\.0.description)
    if let totalTitle { years.append(totalTitle) }
    var table = [([unit.rawValue] + years).joined(separator: "\t")]
    var titles: [String: Int] = [:]
    var named: [String] = []
    for row in rows where row.kind != .leftOut {
      let title = row.title.isEmpty ? "Row \(row.number), without a title" : row.title
      titles[title, default: 0] += 1
      let printed = zip(row.cells, isPrinted).filter(\.1).map(\.0)
      let cells = printed.map { row.kind == .heading ? "" : $0.text }
      table.append(([quoted(title)] + cells.map(quoted)).joined(separator: "\t"))
      if let id = row.id, row.section != nil { named.append("\(table.count): \(id)") }
    }
    var keys = ["table: \(name)"]
    if let repeats { keys.append("unit: \(repeats.rawValue)") }
    if !named.isEmpty { keys.append("row: { \(named.joined(separator: ", ")) }") }
    var files: [(String, [UInt8])] = [(name, Array(table.map { $0 + "\n" }.joined().utf8))]
    if let original { files.append(original) }
    return PublishedCopy(
      files: files, lines: ["  - { \(keys.joined(separator: ", ")) }"], name: name)
  }

  private static func quoted(_ text: String) -> String {
    guard text.hasPrefix("\"") else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
