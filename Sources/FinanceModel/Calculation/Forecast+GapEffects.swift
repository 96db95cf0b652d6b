extension Forecast {
  /// What each line adds to the gap in each plan year, with the sign that it has there.
  ///
  /// Their sum is the annual remaining gap. Lines of role memorandum are left out: they are in no gap.
  public var gapEffects: [Identifier: [Cell]] {
    var found: [Identifier: [Cell]] = [:]
    for row in index.gapLines {
      guard let id = plan.rows[row].id, let effects = effects[row] else { continue }
      let isTurned = index.lines[row]?.isTurned ?? false
      found[id] = isTurned ? effects.annual.map(turned) : effects.annual
    }
    return found
  }

  private func turned(_ cell: Cell) -> Cell {
    cell.figure.map { .figure($0.with(trillionths: -$0.trillionths)) } ?? cell
  }
}
