/// Holds Band D and the tax base against the council tax, and asks about rows that nothing holds.
///
/// No sum adds up a Band D, a tax base or a percentage: where one is misprinted, arithmetic sees it
/// only if the table prints what they make.
struct UnheldRows {
  let rows: [ImportedRow]
  let made: [Int: MadeRow]
  let layout: TableLayout
  let unit: Unit
  let log: ImportLog

  func ask() {
    let beside = rows.indices.filter {
      rows[$0].kind == .line && rows[$0].unit != unit && made[$0] == nil
        && rows[$0].cells.contains { $0.figure != nil }
    }
    let held = Set(beside.flatMap { products(of: $0, among: beside) })
    let unheld = beside.filter { !held.contains($0) }
    guard let first = unheld.first else { return }
    log.ask(
      "Are the figures of \(rows.titles(unheld)) printed right? Nothing in the table is made of them, so that "
        + "no sum shows a misprint in \(unheld.count == 1 ? "it" : "them").",
      row: unheld.count == 1 ? rows[first].number : nil)
  }

  /// The Band D and the tax base that make a row of council tax in most columns; empty where none do.
  ///
  /// Where they do not in every column, it is asked which of the three is misprinted.
  private func products(of band: Int, among beside: [Int]) -> [Int] {
    guard rows[band].unit == .pounds, ImportWords.holds(rows[band].title, ["band d"]) else {
      return []
    }
    let bases = beside.filter { rows[$0].unit == .number }
    let taxes = rows.indices.filter {
      rows[$0].hasFigures && rows[$0].unit == unit
        && ImportWords.holds(rows[$0].title, ["council tax", "precept", "ctax", "demand on"])
    }
    for base in bases {
      for tax in taxes {
        let columns = (0..<layout.history.count + layout.years.count).compactMap { column in
          agrees(band, base, tax, column).map { (column, $0) }
        }
        let wrong = columns.filter { !$0.1 }.map(\.0)
        guard columns.count > 1, wrong.count * 2 < columns.count else { continue }
        tell(band, base, tax, wrong: wrong)
        return [band, base]
      }
    }
    return []
  }

  private func tell(_ band: Int, _ base: Int, _ tax: Int, wrong: [Int]) {
    let product = "'\(rows[band].title)' times '\(rows[base].title)'"
    guard !wrong.isEmpty else {
      log.note("\(product) is '\(rows[tax].title)' in every column.")
      return
    }
    let all = layout.history + layout.years
    let years = wrong.map { all[$0].description }.joined(separator: ", ")
    log.ask(
      "Which of '\(rows[band].title)', '\(rows[base].title)' and '\(rows[tax].title)' is misprinted "
        + "in \(years)? The first times the second is the third in every other column. All three are "
        + "kept as printed.", row: rows[band].number)
  }

  /// Whether a product is as near to a figure as rounding lets it be; nil where a figure is missing.
  private func agrees(_ band: Int, _ base: Int, _ tax: Int, _ column: Int) -> Bool? {
    guard let rate = figure(band, column), let count = figure(base, column),
      let whole = figure(tax, column), rate > 0, count > 0, whole != 0
    else { return nil }
    let (product, isTooLarge) = rate.multipliedReportingOverflow(by: count)
    guard !isTooLarge else { return nil }
    let slack = (rate / 2).multipliedReportingOverflow(by: step(base))
    let other = (count / 2).multipliedReportingOverflow(by: step(band))
    guard !slack.overflow, !other.overflow else { return nil }
    let room = (slack.partialValue + other.partialValue) / FixedPoint.one + step(tax)
    let difference = Int128(whole.magnitude) - product / FixedPoint.one
    return difference.magnitude <= room.magnitude
  }

  private func figure(_ row: Int, _ column: Int) -> Int128? { rows[row].cells[column].figure }

  private func step(_ row: Int) -> Int128 {
    Rounding(decimals: min(rows[row].decimals, 6), unit: rows[row].unit).step
  }
}
