/// Records from a table whose columns are keys: pasted into the plan, or saved from a spreadsheet.
///
/// Each row becomes the mapping that it would be if it were written out, so that its cells are read,
/// and their faults reported, as those of any other.
struct RecordTable {
  /// What one row is, with its keys.
  let keySet: KeySet
  let problems: Problems

  func records(_ scalar: Node.Scalar) -> [Node] {
    let found = problems.collecting { () throws(Diagnostics) in
      try DelimitedReader.rows(in: scalar)
    }
    guard let found, let heading = found.first, hasSoundHeading(heading) else { return [] }
    let keys = heading.map(\.text.trimmed)
    return found.dropFirst().compactMap { row -> Node? in
      if row.allSatisfy(\.text.trimmed.isEmpty) { return nil }
      guard row.count == keys.count else {
        problems.add(
          .raggedRow, "the row has \(row.count) cells and the heading \(keys.count)",
          at: row[0].range, expected: "\(keys.count) cells in every row",
          help: row.count > keys.count
            ? "put a cell that holds a separator in quotes" : "keep the separators of blank cells")
        return nil
      }
      let entries = zip(keys, row).compactMap { key, cell -> Node.Entry? in
        let text = cell.text.trimmed
        if text.isEmpty { return nil }
        return Node.Entry(
          key: Node.Scalar(text: key.lowercased(), style: .plain, range: cell.range),
          value: .scalar(Node.Scalar(text: text, style: .plain, range: cell.range)))
      }
      return .mapping(entries, row[0].range)
    }
  }

  /// Whether every column is a key, and none stands twice.
  private func hasSoundHeading(_ heading: [DelimitedCell]) -> Bool {
    let count = problems.found.count
    var seen: Set<String> = []
    for cell in heading {
      let name = cell.text.trimmed
      if !keySet.names.contains(name.lowercased()) {
        problems.add(
          .tableColumn, "the column '\(name)' is no key of \(keySet.name)", at: cell.range,
          expected: "one of " + keySet.names.joined(separator: ", "),
          help: NearestName.of(name, among: keySet.names).map { "the nearest is '\($0)'" }
            ?? "take the column out of the table, or give it one of these names")
      } else if !seen.insert(name.lowercased()).inserted {
        problems.add(
          .tableColumn, "'\(name)' stands for a column that is there already", at: cell.range,
          expected: "one column for each key", help: "take one of the two out of the table")
      }
    }
    return problems.found.count == count
  }
}
