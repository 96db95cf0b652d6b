/// Asks about cells that were read neither as a figure nor as one of the marks for none.
///
/// Those with one doubt are one question: `[3.9]` and `[4.0]` differ in their digits alone.
struct UnreadCells {
  let rows: [ImportedRow]
  let made: [Int: MadeRow]
  let layout: TableLayout
  let log: ImportLog

  private struct Doubt: Hashable {
    let shape: String
    let isMade: Bool
  }

  private struct Place {
    let text: String
    let row: Int
    let year: String

    /// As a question names it: of a text without end the beginning.
    func words(of title: String) -> String {
      let shown = text.count > 60 ? text.prefix(60) + "…" : text[...]
      return "'\(shown)' of '\(title)' in \(year)"
    }
  }

  func ask() {
    let years = (layout.history + layout.years).map(\.description) + ["the total"]
    var order: [Doubt] = []
    var places: [Doubt: [Place]] = [:]
    for (row, read) in rows.enumerated() where read.kind == .line {
      for (cell, year) in zip(read.cells, years) where cell.isText {
        let place = Place(text: cell.text, row: row, year: year)
        guard cell.form == .unread else {
          log.note("\(place.words(of: read.title)) is kept as words.")
          continue
        }
        let doubt = Doubt(shape: UnreadCells.shape(cell.text), isMade: made[row] != nil)
        if places[doubt] == nil { order.append(doubt) }
        places[doubt, default: []].append(place)
      }
    }
    for doubt in order { ask(doubt, places[doubt] ?? []) }
  }

  private func ask(_ doubt: Doubt, _ places: [Place]) {
    let named = places.prefix(3).map { $0.words(of: rows[$0.row].title) }.joined(separator: ", ")
    let more = places.count > 3 ? " and \(places.count - 3) more cells" : ""
    let isOne = places.count == 1
    let kept =
      doubt.isMade
      ? "not held against what \(isOne ? "its" : "their") rows come to."
      : isOne ? "counts as nothing." : "count as nothing."
    log.ask(
      isOne
        ? "What figure is \(named)? It is none as it stands, is kept as words and \(kept)"
        : "What figures are \(named)\(more)? They are none as they stand, are kept as words and \(kept)",
      row: Set(places.map(\.row)).count == 1 ? rows[places[0].row].number : nil)
  }

  /// A text with one digit for each of its numbers.
  private static func shape(_ text: String) -> String {
    var shape = ""
    for character in text {
      if !character.isNumber {
        shape.append(character)
      } else if shape.last != "0" {
        shape.append("0")
      }
    }
    return shape
  }
}
