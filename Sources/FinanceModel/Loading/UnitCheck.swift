/// Compares the units that a published table's headings name with the unit it is read in.
struct UnitCheck {
  let problems: Problems
  let unit: Unit

  private static let names: [(text: String, unit: Unit)] = [
    ("£m", .millions), ("£million", .millions), ("£ million", .millions), ("£000", .thousands),
    ("£'000", .thousands), ("£’000", .thousands), ("£000s", .thousands), ("£k", .thousands),
    ("£", .pounds),
  ]

  func check(_ rows: [[DelimitedCell]]) {
    for cell in rows.joined() {
      let words = cell.text.lowercased().split { " ()".contains($0) }.map(String.init)
      let text = words.joined(separator: " ")
      let found = UnitCheck.names.first { $0.text == text || words.contains($0.text) }
      guard let found, found.unit != unit, unit.isMoney else { continue }
      problems.add(
        .publishedUnit,
        "the heading says '\(found.text)' and the table is read in \(unit.rawValue)",
        at: cell.range, expected: "one unit",
        help: "say so in the plan: unit: \(found.unit.rawValue) beside 'table'")
      return
    }
  }
}
