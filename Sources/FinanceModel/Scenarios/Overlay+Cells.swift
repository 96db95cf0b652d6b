/// The figures that a change gives, year by year.
extension Overlay {
  /// One cell for each column: one for all of them, a list, or a mapping by year.
  func cells(
    _ node: Node, unit: Unit, _ columns: [Int], _ span: Change.Span
  ) -> [Int: Cell]? {
    let profile = ProfileLoader(context: context, unit: unit)
    let before = problems.found.count
    var cells: [Int: Cell] = [:]
    switch node {
    case .scalar(let scalar):
      let cell = profile.cell(scalar)
      for column in columns { cells[column] = cell }
    case .sequence(let items, let range):
      if items.count != columns.count {
        problems.add(
          items.count < columns.count ? .tooFewFigures : .tooManyFigures,
          "\(context.figures(items.count)) for \(columns.count) years", at: range,
          expected: "one for each year of the change")
      }
      for (column, item) in zip(columns, items) {
        cells[column] = problems.scalar(item, "a figure").map(profile.cell)
      }
    case .mapping(let entries, _):
      if let first = span.first {
        problems.add(
          .conflictingKeys, "the figures already name their years", at: first.range,
          expected: "no 'in', 'from' or 'to'")
      }
      for entry in entries {
        guard let column = context.planColumn(entry.key) else { continue }
        cells[column] = problems.scalar(entry.value, "a figure").map(profile.cell)
      }
    }
    return problems.found.count == before ? cells : nil
  }
}
