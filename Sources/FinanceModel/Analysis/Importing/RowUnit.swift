/// Finds the unit of a row: the table's, a percentage, a plain number, or pounds in a coarser table.
///
/// A title alone decides nothing that its figures speak against: *Council tax base and rate* in
/// brackets is money, and so is *Pay award at 3%*.
struct RowUnit {
  let unit: Unit
  let repeatsPounds: Bool
  let log: ImportLog

  func unit(of title: String, _ texts: [String]) -> Unit {
    let amounts = texts.filter(\.looksLikeAmount)
    if amounts.isEmpty { return unit }
    // One `120%` among pounds is a slip of that cell, and is asked about as such.
    if amounts.count(where: { $0.contains("%") }) * 2 >= amounts.count { return .percent }
    if let own = inBrackets(title) ?? atEnd(title), own != unit {
      log.ask(
        "Is '\(title)' in \(own.rawValue), as its title says, and the table in \(unit.rawValue)? It is "
          + "read so, and stands beside the money.")
      return own
    }
    let isPlain = !amounts.contains { $0.contains("£") }
    if isPlain, isPercentage(title) { return .percent }
    if isPlain, isNumber(title, amounts) {
      log.note("'\(title)' is read as a number, not as money.")
      return .number
    }
    // In a table of thousands or millions, Band D is in pounds and pence.
    if unit != .pounds, ImportWords.holds(title, ["band d"]), hasPence(amounts) {
      log.note("'\(title)' is read in pounds.")
      return .pounds
    }
    if unit != .pounds, !repeatsPounds, !isPlain,
      amounts.contains(where: { $0.contains("£") && !$0.contains(where: \.isLetter) })
    {
      log.ask("Is '\(title)' in whole pounds, as the £ in its cells says? It is read so.")
      return .pounds
    }
    return unit
  }

  /// The unit of money that a title names in brackets at its end: `Council tax income (£m)`.
  private func inBrackets(_ title: String) -> Unit? {
    guard title.hasSuffix(")"), let open = title.lastIndex(of: "(") else { return nil }
    let unit = UnitFinder.unitAlone(title[title.index(after: open)...].dropLast().description)
    return unit?.isMoney == true ? unit : nil
  }

  /// The thousands or millions that a title ends in: `Council tax income £000`.
  private func atEnd(_ title: String) -> Unit? {
    let words = title.split(separator: " ")
    guard words.count > 1, let last = words.last, last.hasPrefix("£") else { return nil }
    let unit = UnitFinder.unitAlone(String(last))
    return unit == .thousands || unit == .millions ? unit : nil
  }

  /// Whether a title ends in a `%` of its own: in *Pay award at 3%* it belongs to the 3.
  private func isPercentage(_ title: String) -> Bool {
    let words = title.lowercased()
    if words.hasPrefix("% ") { return true }
    guard words.hasSuffix("%") || words.hasSuffix("(%)") else { return false }
    let before = words.filter { !"%() ".contains($0) }.last
    return before?.isNumber == false
  }

  private func isNumber(_ title: String, _ amounts: [String]) -> Bool {
    guard !title.contains("£"),
      !ImportWords.holds(title, ["growth", "increase", "change", "saving", "cost", "income"])
    else { return false }
    let figures = amounts.compactMap { try? AmountText($0, unit: .number, footnotes: true) }
      .compactMap { $0.cell.figure?.trillionths }
    guard figures.allSatisfy({ $0 >= 0 }) else { return false }
    if ImportWords.holds(title, ["fte", "number of", "headcount", "population"]) { return true }
    // A tax base counts dwellings, thousands of them.
    return ImportWords.holds(title, ["tax base", "taxbase"])
      && figures.allSatisfy { $0 >= 1000 * FixedPoint.one }
  }

  private func hasPence(_ amounts: [String]) -> Bool {
    let typed = amounts.compactMap { try? AmountText($0, unit: .pounds, footnotes: true) }
    return amounts.contains { $0.contains("£") }
      || typed.allSatisfy { amount in
        (amount.cell.figure?.trillionths ?? 0) >= 10 * FixedPoint.one
          && (amount.place?.step ?? FixedPoint.one) < FixedPoint.one
      }
  }
}
