/// What comes and goes, what pays under an odd name, and tables of one side of a budget.
extension DraftBuilder {
  /// Whether a line adds to the gap, 1, or lowers it, -1: where it is taken back, what it did first.
  func direction(of row: Int, _ effect: Int) -> Int {
    let sum = sum(row)
    if sum != 0 || isLevel(row) { return Int(sum.signum()) * effect }
    let first = layout.years(of: rows[row]).lazy.compactMap(\.figure).first { $0 != 0 } ?? 0
    return Int(first.signum()) * effect
  }

  /// Whether a line that lowers the gap is funding, though its title speaks of a cost or of nothing.
  ///
  /// A levy is what one authority pays to another, which is paid by it; a base that grows and brings
  /// money is the tax base.
  func pays(_ row: Int, _ named: Role?) -> Bool {
    guard named == nil || named == .pressure else { return false }
    return isLevy(row)
      || ImportWords.holds(
        rows[row].title, ["base growth", "growth in base", "growth in the base"])
  }

  func isLevy(_ row: Int) -> Bool {
    isLevel(row) && ImportWords.holds(rows[row].title, ["levy", "levies"])
  }

  /// Whether a line that adds to the gap is no funding, though a word of it may be.
  ///
  /// *Resources* among what is spent is a directorate; less grant is a pressure, as its heading says.
  func isNoFunding(_ row: Int, in section: Role) -> Bool {
    let title = rows[row].title
    guard let effect = gap?.effects[row], direction(of: row, effect) > 0 else { return false }
    let words = ImportWords.funding.filter { $0 != "resources" }
    if isLevel(row) { return !ImportWords.holds(title, words) }
    let losses = [
      "reduction", "reduced", "loss", "fall", "removal", "end of", "cessation", "lower",
    ]
    return section == .pressure && losses.contains(where: title.lowercased().hasPrefix)
  }

  /// Asks about lines that come in one year and go in a later one, as money for a time does.
  func askOneOffs() {
    guard bases.basis == .recurring else { return }
    for (place, row) in rows.enumerated()
    where row.kind == .line && row.role != .reserves && row.role != .memorandum
      && !bases.isLevel(place)
    {
      guard let count = yearsOfOneOff(place) else { continue }
      log.ask(
        count == 1
          ? "Is '\(row.title)' money for one year only, which unwinds in the next? It is read as two "
            + "changes; a one-off would be 'one-off' with the first figure alone."
          : "Is '\(row.title)' money for \(count) years only, which is then taken back? It is read as two "
            + "changes; a one-off would be 'one-off' with the first figure in each of those years.",
        row: row.number)
    }
  }

  func isOneOff(_ row: Int) -> Bool { yearsOfOneOff(row) != nil }

  /// How many years the money of a line lasts that is taken back later; nil for any other line.
  private func yearsOfOneOff(_ row: Int) -> Int? {
    let figures = layout.years(of: rows[row]).map { $0.figure ?? 0 }
    let moved = figures.indices.filter { figures[$0] != 0 }
    guard moved.count == 2, figures[moved[1]] == -figures[moved[0]] else { return nil }
    return moved[1] - moved[0]
  }

  /// Asks about a table that lists what pays or what costs and nothing else, which has no gap.
  func askOneSide() {
    guard gap == nil else { return }
    let roles = Set(rows.compactMap(\.role)).subtracting([.memorandum])
    let pays = roles.isSubset(of: [.funding, .income])
    guard !roles.isEmpty, pays || roles.isSubset(of: [.pressure, .cost]) else { return }
    log.ask(
      "Is this one side of a budget? The table lists only what \(pays ? "pays" : "costs"), so that the gap "
        + "of the plan is the sum of it, and no gap of the council's. Add the lines of the other side, or "
        + "write 'gap: none' and take the roles out.")
  }
}
