/// The sections that stand in a column of their own, where only the first row of each has its name.
///
/// As a spreadsheet leaves merged cells: the name is that of the rows below it too, as far as a total,
/// a heading or the next name.
struct SectionColumn {
  let grid: Grid
  let layout: TableLayout
  let log: ImportLog

  /// The section of each row that has none of its own but stands under one.
  func names() -> [Int: String] {
    guard let title = layout.columns.firstIndex(of: .title),
      let column = layout.columns.lastIndex(of: .section)
    else { return [:] }
    var names: [Int: String] = [:]
    var last: String?
    var asked: [String] = []
    for index in grid.rows.indices where index >= layout.band.upperBound {
      let row = grid.rows[index]
      let own = row.text(column)
      let hasFigures = layout.figureColumns.contains { !row.text($0).isEmpty }
      if !own.isEmpty || !hasFigures {
        // A total may stand under the sections, and is none.
        last = own.isEmpty || row.text(title).isEmpty ? nil : own
      } else if let last {
        names[index] = last
        if asked.last != last { asked.append(last) }
      }
      if ImportWords.holds(row.text(title), ImportWords.total) { last = nil }
    }
    if let first = asked.first {
      log.ask(
        "Do the rows below '\(first)' without a name in its column belong to it? They are read so"
          + (asked.count > 1 ? ", and those below \(asked.count - 1) more names." : "."))
    }
    return names
  }
}
