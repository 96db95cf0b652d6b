@testable import FinanceModel

/// The faults that are made in correct tables, each as a typist or a spreadsheet makes it.
enum MutationFault: String, CaseIterable, Sendable {
  case bracket = "a bracket or minus lost"
  case sign = "a minus put before a figure"
  case exchanged = "two digits exchanged"
  case besides = "the figure to the left or right pasted"
  case above = "the figure above or below pasted"
  case leftOut = "a total with a row left out"
  case counted = "a total with a row counted twice"
  case headings = "two year headings exchanged"
  case labels = "two row labels exchanged"
  case figureForBlank = "a figure for a blank"
  case blankForFigure = "a blank for a figure"
  case mistyped = "one digit mistyped"
  case point = "the decimal point slipped"
  case note = "the text of a note changed"

  /// A faulty table, where the fault may show, and the words that its cause must have.
  struct Made {
    let table: PublishedTable
    let places: Set<MutationTable.Place>
    /// All of these stand in one of the sentences of the right cause.
    let words: [String]
  }

  /// One fault of this kind at random; nil where the draw makes none, or none that changes a figure.
  func made(
    in table: MutationTable, places: [MutationTable.Place], by random: inout MutationRandom
  ) -> Made? {
    switch self {
    case .headings: return headings(table, &random)
    case .labels: return labels(table, &random)
    default: break
    }
    guard let place = places.randomElement(using: &random),
      let (text, words) = text(at: place, in: table, &random)
    else { return nil }
    let faulty = table.replacing(place, by: text)
    let before = table.cell(place)
    let after = faulty.rows[place.row].cells[place.cell]
    guard before.content != after.content, !isComputed(after, table, place) else { return nil }
    return Made(table: faulty, places: [place], words: words)
  }

  /// The places where a fault of this kind can be made.
  func places(in table: MutationTable) -> [MutationTable.Place] {
    table.places.filter { place in
      guard table.before(place)?.verdict == .exact else { return false }
      let cell = table.cell(place)
      switch (self, cell.content) {
      case (.note, .text): return true
      case (.note, _), (_, .text): return false
      case (.figureForBlank, _): return cell.figure == nil && table.details(place.row) != nil
      case (.leftOut, _), (.counted, _): return !self.lines(of: place, in: table).isEmpty
      default: return cell.figure != nil
      }
    }
  }

  /// Whether a published cell says what the engine has: then it is no fault.
  private func isComputed(
    _ cell: PublishedTable.Cell, _ table: MutationTable, _ place: MutationTable.Place
  ) -> Bool {
    guard case .cell(let published) = cell.content,
      case .cell(let computed)? = table.before(place)?.computed
    else { return false }
    let row = table.table.rows[place.row].row
    return [computed, table.engine.shown(row, cell.column)].contains { own in
      (own.figure?.rounded(table.style(place).lastPlace).trillionths ?? 0)
        == (published.figure?.trillionths ?? 0)
    }
  }

  // MARK: One cell

  private func text(
    at place: MutationTable.Place, in table: MutationTable, _ random: inout MutationRandom
  ) -> (String, words: [String])? {
    let text = table.cell(place).text
    switch self {
    case .bracket:
      let bare = text.filter { !"()-−".contains($0) }
      return bare == text ? nil : (bare, ["a bracket or sign is lost: "])
    case .sign:
      let isNegative = (table.cell(place).figure?.trillionths ?? 0) < 0
      return isNegative ? nil : ("-" + text, ["a bracket or sign is lost: "])
    case .exchanged, .mistyped: return digits(text, &random)
    case .besides, .above: return pasted(place, in: table, &random)
    case .leftOut, .counted: return total(place, in: table, &random)
    case .figureForBlank:
      let figure = Int128(Int.random(in: 1...9999, using: &random))
      let step = table.style(place).lastPlace.step
      return (table.text(figure * step, at: place), ["a figure where none belongs"])
    case .blankForFigure: return ("", ["the figure is missing"])
    case .point: return point(text, &random)
    case .note: return note(text, &random)
    case .headings, .labels: return nil
    }
  }

  private func digits(_ text: String, _ random: inout MutationRandom) -> (String, words: [String])?
  {
    var characters = Array(text)
    let places = characters.indices.filter { characters[$0].isNumber }
    guard let first = places.randomElement(using: &random),
      let second = places.randomElement(using: &random)
    else { return nil }
    if self == .exchanged {
      characters.swapAt(first, second)
      return (String(characters), ["two digits are exchanged: "])
    }
    characters[first] = Character(String(Int.random(in: 0...9, using: &random)))
    return (String(characters), ["one digit is mistyped: "])
  }

  private func point(_ text: String, _ random: inout MutationRandom) -> (String, words: [String])? {
    let digits = text.filter(\.isNumber)
    let after = text.split(separator: ".").dropFirst().first?.filter(\.isNumber).count ?? 0
    let slip = [-2, -1, 1, 2, 3].randomElement(using: &random) ?? 1
    let decimals = max(0, after + slip)
    let padded =
      String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
      + String(repeating: "0", count: max(0, -(after + slip)))
    let figure = padded.dropLast(decimals) + (decimals > 0 ? "." + padded.suffix(decimals) : "")
    let isNegative = text.contains("(") || text.contains("-")
    return (isNegative ? "(\(figure))" : "\(figure)", ["the decimal point has slipped: "])
  }

  private func note(_ text: String, _ random: inout MutationRandom) -> (String, words: [String])? {
    var characters = Array(text)
    guard let place = characters.indices.randomElement(using: &random) else { return nil }
    if Bool.random(using: &random) {
      characters.remove(at: place)
    } else {
      characters[place] = "abcdefghij".randomElement(using: &random) ?? "a"
    }
    return (String(characters), ["the text is not the plan's"])
  }

  private func pasted(
    _ place: MutationTable.Place, in table: MutationTable, _ random: inout MutationRandom
  ) -> (String, words: [String])? {
    let step = Bool.random(using: &random) ? 1 : -1
    if self == .besides {
      let other = MutationTable.Place(row: place.row, cell: place.cell + step)
      guard table.table.rows[place.row].cells.indices.contains(other.cell),
        table.cell(other).figure != nil
      else { return nil }
      let column = table.plan.title(of: table.cell(other).column)
      return (table.cell(other).text, ["it is the figure of ", column, " in the same row"])
    }
    var row = place.row + step
    while table.table.rows.indices.contains(row) {
      let other = MutationTable.Place(row: row, cell: place.cell)
      if table.cell(other).figure != nil {
        return (
          table.cell(other).text, ["it is the figure of ", "'\(table.table.rows[row].title)'"]
        )
      }
      row += step
    }
    return nil
  }

  // MARK: Totals

  /// The published lines of the section that a cell is the total of.
  private func lines(
    of place: MutationTable.Place, in table: MutationTable
  ) -> [MutationTable.Place] {
    guard case .figure(let figure) = table.plan.rows[table.table.rows[place.row].row],
      let section = figure.totalOf, table.cell(place).figure != nil
    else { return [] }
    let lines = table.index.linesOfSection[section] ?? []
    return table.table.rows.indices
      .filter { lines.contains(table.table.rows[$0].row) }
      .map { MutationTable.Place(row: $0, cell: place.cell) }
      .filter { table.cell($0).figure.map { !$0.isZero } ?? false }
  }

  private func total(
    _ place: MutationTable.Place, in table: MutationTable, _ random: inout MutationRandom
  ) -> (String, words: [String])? {
    let lines = lines(of: place, in: table)
    guard lines.count > 1, let line = lines.randomElement(using: &random),
      let figure = table.cell(line).figure, let total = table.cell(place).figure
    else { return nil }
    let sign: Int128 = self == .leftOut ? -1 : 1
    let title = "'\(table.table.rows[line.row].title)'"
    return (
      table.text(total.trillionths + sign * figure.trillionths, at: place),
      [title, self == .leftOut ? " is left out" : " is counted twice"]
    )
  }

  // MARK: Headings and labels

  private func headings(_ table: MutationTable, _ random: inout MutationRandom) -> Made? {
    let columns = table.table.rows.first?.cells.map(\.column) ?? []
    guard let first = columns.indices.randomElement(using: &random),
      let second = columns.indices.randomElement(using: &random), first != second,
      columns[first] != .total, columns[second] != .total
    else { return nil }
    let faulty = table.exchangingHeadings(columns[first], columns[second])
    let places = table.places.filter { $0.cell == first || $0.cell == second }
    let names = [columns[first], columns[second]].map(table.plan.title(of:))
    let isChange = table.table.rows.contains {
      ($0.cells[first].figure?.trillionths ?? 0) != ($0.cells[second].figure?.trillionths ?? 0)
    }
    guard isChange else { return nil }
    return Made(table: faulty, places: Set(places), words: ["the headings "] + names)
  }

  private func labels(_ table: MutationTable, _ random: inout MutationRandom) -> Made? {
    let rows = table.table.rows.indices.filter { row in
      let cells = table.table.rows[row].cells
      return cells.contains { $0.figure != nil }
        && cells.indices.allSatisfy {
          table.before(MutationTable.Place(row: row, cell: $0))?.verdict == .exact
        }
    }
    guard let first = rows.randomElement(using: &random),
      let second = rows.randomElement(using: &random), first != second,
      table.details(first)?.text.isEmpty ?? false, table.details(second)?.text.isEmpty ?? false
    else { return nil }
    let (left, right) = (table.table.rows[first], table.table.rows[second])
    let values = [left, right].map { $0.cells.map { $0.figure?.trillionths ?? 0 } }
    guard values[0] != values[1] else { return nil }
    return Made(
      table: table.exchangingLabels(first, second),
      places: Set(table.places.filter { $0.row == first || $0.row == second }),
      words: ["'\(left.title)'", "'\(right.title)'", "labels"])
  }
}
