/// Finds what the column that adds the years up holds for each row.
///
/// It is the sum of the years. Only a running sum, and a row that is no money, may have its last
/// year's figure there or none. Any other row with another figure, or a dash, is left to be found
/// wrong; where it has no total at all, that is asked.
struct TotalColumnFinder {
  let rows: [ImportedRow]
  let made: [Int: MadeRow]
  let layout: TableLayout
  let unit: Unit
  let log: ImportLog

  /// The rows whose total is no sum, each with what it is: `last` or `blank`.
  func exceptions() -> [Int: String] {
    guard layout.totalColumn != nil else { return [:] }
    let withFigures = rows.indices.filter { rows[$0].hasFigures }
    let isLast = withFigures.count(where: isLastOnly) > withFigures.count(where: isSumOnly)
    var exceptions: [Int: String] = [:]
    var bare: [Int] = []
    for row in withFigures {
      if isLastOnly(row) {
        if isLast || isNoSum(row) {
          exceptions[row] = "last"
        } else {
          log.ask(
            "Is the total of '\(rows[row].title)' meant to be its last year's figure? Other rows have "
              + "the sum of their years there, and it is held to that; 'in-total: last' says otherwise.",
            row: rows[row].number)
        }
      } else if let total = rows[row].cells.last, total.figure == nil, total.form != .dash,
        sum(row) != 0
      {
        exceptions[row] = "blank"
        if !isNoSum(row) { bare.append(row) }
      }
    }
    if !bare.isEmpty { ask(bare) }
    return exceptions
  }

  private func ask(_ bare: [Int]) {
    log.ask(
      "\(bare.count == 1 ? "Is" : "Are") \(rows.titles(bare)) without a total on purpose? Their years do "
        + "not come to nil. They are read so: 'in-total: blank'.",
      row: bare.count == 1 ? rows[bare[0]].number : nil)
  }

  /// Whether the years of a row do not add up to anything: percentages, Band D, a running sum.
  private func isNoSum(_ row: Int) -> Bool {
    if case .running = made[row] { return true }
    return rows[row].unit != unit
  }

  private func years(_ row: Int) -> ArraySlice<CellReading> {
    layout.years(of: rows[row])
  }

  private func sum(_ row: Int) -> Int128 {
    years(row).sum
  }

  private func isLastOnly(_ row: Int) -> Bool {
    guard let total = rows[row].cells.last?.figure, total != sum(row) else { return false }
    return total == years(row).last?.figure
  }

  private func isSumOnly(_ row: Int) -> Bool {
    guard let total = rows[row].cells.last?.figure, total == sum(row) else { return false }
    return total != years(row).last?.figure
  }
}
