/// Asks about figures a thousand times out of scale with those beside them: another unit, or a slip.
///
/// Where nothing adds them up, no sum shows it. Only what is a thousand times off, and no other size,
/// is asked about: a small saving beside a large one is none.
struct ScaleSlips {
  let rows: [ImportedRow]
  let made: [Int: MadeRow]
  let layout: TableLayout
  let unit: Unit
  let log: ImportLog

  private struct Slip {
    let row: Int
    let column: Int
    let isLarge: Bool
  }

  /// Asks; that of the whole table only where its unit was not named with the command.
  func ask(isUnitGiven: Bool) {
    if !isUnitGiven { askUnit() }
    askRows()
    let all = money.flatMap(slips)
    let columns = Set(all.map(\.column)).sorted()
    for column in columns {
      let own = all.filter { $0.column == column }
      let withFigures = money.count { magnitude($0, column) != 0 }
      if own.count > 1, own.count * 2 > withFigures {
        askColumn(column, own[0].isLarge)
      } else {
        for slip in own where made[slip.row] == nil { askCell(slip) }
      }
    }
  }

  private var money: [Int] {
    rows.indices.filter { rows[$0].hasFigures && rows[$0].unit == unit }
  }

  private var columnCount: Int { layout.history.count + layout.years.count }

  private func magnitude(_ row: Int, _ column: Int) -> UInt128 {
    (rows[row].cells[column].figure ?? 0).magnitude
  }

  /// Whether one size is about a thousand of another.
  private func isThousandfold(_ large: UInt128, of small: UInt128) -> Bool {
    large >= small * 300 && large <= small * 3000
  }

  // MARK: The table

  /// No council spends £20bn, and no table of a medium-term plan has nothing above £5,000.
  private func askUnit() {
    // A Band D is in pounds, and small, whatever the table is in.
    let lines = money.filter {
      made[$0] == nil && !ImportWords.holds(rows[$0].title, ImportWords.memorandum)
    }
    let sizes = lines.flatMap { row in (0..<columnCount).map { (row, $0, magnitude(row, $0)) } }
    guard let most = sizes.max(by: { $0.2 < $1.2 }), most.2 > 0 else { return }
    let text = rows[most.0].cells[most.1].text
    if most.2 >= 20_000_000_000 * FixedPoint.one.magnitude {
      log.ask(
        "Are the figures in \(unit.rawValue)? '\(rows[most.0].title)' would be \(text) of them, more than any "
          + "council spends. They are read so; answer with --unit.")
    } else if unit == .pounds, most.2 < 5000 * FixedPoint.one.magnitude {
      log.ask(
        "Are the figures in whole pounds? The largest, of '\(rows[most.0].title)', would be only £\(text). "
          + "They are read so; answer with --unit.")
    }
  }

  // MARK: Rows

  private func askRows() {
    let lines = money.filter { row in
      made[row] == nil && (0..<columnCount).contains { magnitude(row, $0) != 0 }
    }
    guard lines.count > 3 else { return }
    let sizes = lines.map { row in (0..<columnCount).map { magnitude(row, $0) }.filter { $0 != 0 } }
    // The first and second of each suffice to know the first among all others.
    let largest = sizes.map { $0.max() ?? 0 }.sorted(by: >)
    let finest = lines.map { rows[$0].decimals }.sorted(by: >)
    for (place, row) in lines.enumerated() where sizes[place].count > 1 {
      guard let least = sizes[place].min(), let most = sizes[place].max(),
        let smallest = largest.last
      else { continue }
      let other = most == largest[0] ? largest[1] : largest[0]
      let isLarge =
        least >= other * 300
        && !ImportWords.holds(rows[row].title, ImportWords.level + ["base", "opening"])
      // What is printed finer than every other row, and a thousand times larger would be like them.
      let next = most == smallest ? largest[largest.count - 2] : smallest
      let isSmall =
        rows[row].decimals == finest[0] && finest[0] > finest[1] && isThousandfold(next, of: most)
      guard isLarge || isSmall else { continue }
      log.ask(
        "Is '\(rows[row].title)' in another unit than the rest? Its figures are hundreds of times "
          + "\(isLarge ? "larger" : "smaller") than those of any other line. It is read in \(unit.rawValue); write it "
          + "in the unit of the others where it is not.", row: rows[row].number)
    }
  }

  // MARK: Cells and columns

  /// The figures of a row that are about a thousand of all its others, or of which they are.
  private func slips(of row: Int) -> [Slip] {
    let sizes = (0..<columnCount).map { magnitude(row, $0) }
    return sizes.indices.compactMap { column in
      let own = sizes[column]
      let others = sizes.indices.filter { $0 != column && sizes[$0] != 0 }
      guard own != 0, others.count > 1 else { return nil }
      if others.allSatisfy({ isThousandfold(own, of: sizes[$0]) }) {
        return Slip(row: row, column: column, isLarge: true)
      }
      let cells = rows[row].cells
      let isFiner = others.allSatisfy { cells[$0].decimals < cells[column].decimals }
      return isFiner && others.allSatisfy({ isThousandfold(sizes[$0], of: own) })
        ? Slip(row: row, column: column, isLarge: false) : nil
    }
  }

  private func year(_ column: Int) -> String {
    (layout.history + layout.years)[column].description
  }

  private func askColumn(_ column: Int, _ isLarge: Bool) {
    log.ask(
      "Are the figures of \(year(column)) in another unit than the rest? They are about a thousand times "
        + "\(isLarge ? "larger" : "smaller") than those beside them, and are read in \(unit.rawValue)."
    )
  }

  private func askCell(_ slip: Slip) {
    let row = rows[slip.row]
    log.ask(
      "Is '\(row.cells[slip.column].text)' of '\(row.title)' in \(year(slip.column)) misprinted? It is about a "
        + "thousand times \(slip.isLarge ? "larger" : "smaller") than the row's other figures, and is read "
        + "in \(unit.rawValue) as it stands.", row: row.number)
  }
}
