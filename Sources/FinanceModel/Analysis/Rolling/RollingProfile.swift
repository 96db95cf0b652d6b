/// The figures of a row by year as a file has them, to be moved on and written again.
struct RollingProfile {
  /// Those that are written out, for the years that have one.
  private(set) var figures: [FinancialYear: Node] = [:]
  /// The formula of all other years.
  private(set) var then: Node?
  /// The keys of figures that are written by year.
  private var keys: [FinancialYear: Node.Scalar] = [:]
  private let isByYear: Bool
  /// Of the list; empty where a formula was in its place.
  private let range: SourceRange

  init(_ node: Node, then: Node?, years: [FinancialYear]) {
    switch node {
    case .scalar:
      isByYear = false
      range = node.range.start
      self.then = node
    case .sequence(let items, _):
      isByYear = false
      range = node.range
      self.then = then
      figures = Dictionary(uniqueKeysWithValues: zip(years, items))
    case .mapping(let entries, _):
      isByYear = true
      range = node.range
      self.then = then
      for entry in entries {
        guard let year = try? FinancialYear(entry.key.text) else { continue }
        figures[year] = entry.value
        keys[year] = entry.key
      }
    }
  }

  /// What a year has: its figure, or the formula that goes on.
  subscript(year: FinancialYear) -> Node? {
    get { figures[year] ?? then }
    set { figures[year] = newValue }
  }

  /// As it is written over the years of another plan. A year without anything is blank.
  func written(over years: [FinancialYear]) -> (figures: Node, then: Node?) {
    let given = years.indices.filter { figures[years[$0]] != nil }
    guard let last = given.last else { return (then ?? .made("~", at: range), nil) }
    if isByYear {
      let entries = given.map { index in
        Node.Entry(
          key: keys[years[index]] ?? .made(years[index].description, at: range),
          value: figures[years[index]] ?? .made("~", at: range))
      }
      return (.mapping(entries, range), given.count < years.count ? then : nil)
    }
    let items = years[...last].map { self[$0] ?? .made("~", at: range) }
    return (.sequence(items, range), last < years.count - 1 ? then : nil)
  }
}
