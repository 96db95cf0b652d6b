/// Reads a table of which every cell stands on a line of its own, as some pages give it away.
///
/// Years on lines that follow each other head its columns; below them a line of words is a title,
/// and as many lines of figures as there are columns are its row. A row with other than so many is a
/// doubt.
struct StackedGrid {
  private(set) var rows: [Grid.Row] = []
  private(set) var doubts: [String] = []
  private var count = 0

  private struct Line {
    let number: Int
    let text: String

    var isYear: Bool { text.count < 24 && YearName.only(in: text)?.year != nil }
    var isTotal: Bool { text.lowercased() == "total" }
    var isUnit: Bool {
      text.count < 10 && (text == "%" || ["£m", "£k", "£"].contains(text) || isThousands)
    }
    private var isThousands: Bool {
      ["£000", "£'000", "£’000", "£000s", "£'000s", "£ million", "£million"].contains(text)
    }
    var isCell: Bool {
      text.looksLikeFigure || text.withLeadingMinus != nil
        || ["tba", "tbd"].contains(text.lowercased())
        || (text.hasPrefix("c. ") && text.contains(where: \.isNumber))
    }
  }

  init(of file: SourceFile) {
    let lines = file.lineStarts.indices.map { index in
      Line(number: index + 1, text: file.text(file.lineBytes(index + 1)).trimmed)
    }.filter { !$0.text.isEmpty }
    guard zip(lines, lines.dropFirst()).contains(where: { $0.isYear && $1.isYear }) else { return }
    var place = 0
    while place < lines.count { place = read(lines, from: place) }
    if count == 0 { rows = [] }
  }

  /// Reads the row that begins at a place, and returns the place behind it.
  private mutating func read(_ lines: [Line], from place: Int) -> Int {
    let first = lines[place]
    let years = lines[place...].prefix { $0.isYear }.count
    if years > 1 {
      let end = place + years + (lines[(place + years)...].first?.isTotal == true ? 1 : 0)
      if count == 0 { count = end - place }
      add(first, [""] + lines[place..<end].map(\.text))
      return end
    }
    guard count > 0 else {
      add(first, [first.text])
      return place + 1
    }
    let units = lines[place...].prefix { $0.isUnit }.count
    if units > 0 {
      add(first, [""] + lines[place..<place + units].prefix(count).map(\.text))
      return place + units
    }
    let start = first.isCell ? place : place + 1
    let cells = lines[start...].prefix { $0.isCell }.map(\.text)
    let title = first.isCell ? "" : first.text
    if !cells.isEmpty, cells.count != count {
      doubts.append(
        "Line \(first.number), '\(title)', is followed by \(cells.count) figures for \(count) columns: "
          + "in which do they stand? They are read into the first.")
    }
    add(first, [title] + cells.prefix(count))
    return start + cells.count
  }

  private mutating func add(_ line: Line, _ cells: [String]) {
    rows.append(Grid.Row(number: line.number, cells: cells))
  }
}
