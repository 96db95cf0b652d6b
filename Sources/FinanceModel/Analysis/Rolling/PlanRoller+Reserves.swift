/// The reserves of a plan moved on by one year: each opens with what it was planned to close with.
extension PlanRoller {
  mutating func rollReserves(_ entries: inout [Node.Entry]) {
    guard !plan.reserves.isEmpty, case .sequence(let items, let range)? = entries["reserves"] else {
      return
    }
    let moved = items.map { item in
      plan.reserves.first { $0.id.name == item["id"]?.text }.map { reserve($0, item) } ?? item
    }
    entries.set(
      "reserves", FormulaRoller.replacing(edits.amounts, in: .sequence(moved, range), years))
    noteGapMet()
  }

  private mutating func reserve(_ reserve: Reserve, _ node: Node) -> Node {
    guard case .mapping(var entries, let range) = node else { return node }
    reach("opening", reserve.id.name, &entries)
    // Money of single years: none is known yet for the added one.
    for key in ["contributions", "use"] { move(key, &entries) { .made("~", at: $0.range) } }
    move("minimum", &entries) { $0.remade }
    return .mapping(entries, range)
  }

  /// Drops the figure of the first year, and adds that of the last by what it was the year before.
  private func move(
    _ key: String, _ entries: inout [Node.Entry], extending: (Node) -> Node
  ) {
    guard let node = entries[key], !node.isNull else { return }
    if case .scalar = node { return }
    var profile = RollingProfile(node, then: nil, years: years.old.years)
    profile[years.added] = profile[years.last].map { $0.isFormula ? $0.remade : extending($0) }
    entries.set(key, profile.written(over: years.new.years).figures)
  }

  /// A balance as planned has no gap taken off, which a reader has to see to.
  private mutating func noteGapMet() {
    let gap = try? plan.gapStatement()?.cumulative[.remaining]?[years.base]
    let titles = plan.reserves.filter(\.meetsGap).map { "'\($0.title)'" }
    guard let gap = gap ?? nil, gap > .zero, !titles.isEmpty else { return }
    see(
      "The remaining gap of \(years.base) is not taken off the opening balance of "
        + "\(titles.listed()): take off what was drawn for it")
  }
}
