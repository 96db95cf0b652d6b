/// Compares the units that a published table's headings name with those that it is read in.
struct UnitCheck {
  let problems: Problems
  /// The unit of the table's money where a column has none of its own.
  let unit: Unit

  private static let names: [(text: String, unit: Unit)] = [
    ("£million", .millions), ("£m", .millions), ("£thousand", .thousands), ("£000s", .thousands),
    ("£000", .thousands), ("£'000", .thousands), ("£’000", .thousands), ("£k", .thousands),
    ("£", .pounds),
  ]

  /// Checks the cells of headings, each with the unit of its own column where it has one.
  func check(_ cells: [(cell: DelimitedCell, unit: Unit?)]) {
    for (cell, own) in cells {
      let unit = own ?? self.unit
      guard unit.isMoney, let found = UnitCheck.unit(in: cell.text), found.unit != unit else {
        continue
      }
      problems.add(
        .publishedUnit,
        "the heading says '\(found.text)' and the table is read in \(unit.rawValue)",
        at: cell.range, expected: "one unit",
        help: "say so in the plan: unit: \(found.unit.rawValue) beside 'table'")
      return
    }
  }

  /// The first unit of money that a heading names as a word of its own, or nil.
  private static func unit(in heading: String) -> (text: String, unit: Unit)? {
    let words = heading.lowercased().split { " ()".contains($0) }.map(String.init)
    let pairs = zip(words, words.dropFirst()).map { $0 + $1 }
    return names.first { words.contains($0.text) || pairs.contains($0.text) }
  }
}
