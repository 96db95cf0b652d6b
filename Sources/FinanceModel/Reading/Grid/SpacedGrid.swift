/// Reads a table whose columns are kept apart by spaces, as a page or a PDF gives it away.
///
/// The figures at the end of a line are its cells, whatever stands before them its title. A line
/// with fewer figures than the others has blanks: where they lie, the places of its figures say,
/// held against the right edges of the full lines. Where those say nothing, it is a doubt.
struct SpacedGrid {
  private(set) var rows: [Grid.Row] = []
  private(set) var doubts: [String] = []
  private(set) var notes: [String] = []
  /// How many cells a line has behind its title.
  private let count: Int
  /// Where the columns end, in characters; nil where the lines are not aligned.
  private let edges: [Int]?
  /// The place of the line with the most years.
  private let heading: Int

  init(of file: SourceFile) {
    let lines = file.lineStarts.indices.map { SpacedLine(file.text(file.lineBytes($0 + 1))) }
    let years = lines.map(\.years)
    heading = years.firstIndex(of: years.max() ?? 0) ?? 0
    count = SpacedGrid.count(lines, heading: lines.isEmpty ? nil : lines[heading])
    edges = SpacedGrid.edges(lines.filter(\.hasAmounts), count: count)
    for (index, line) in lines.enumerated() {
      rows.append(Grid.Row(number: index + 1, cells: cells(of: line, at: index)))
    }
  }

  /// As many cells as years are named, unless most lines have more figures.
  private static func count(_ lines: [SpacedLine], heading: SpacedLine?) -> Int {
    let counts = lines.filter(\.hasAmounts).map(\.cells.count)
    let most = mostCommon(counts)
    let named =
      (heading?.years ?? 0) + (heading?.cells.count { $0.text.lowercased() == "total" } ?? 0)
    if counts.contains(named), counts.count(where: { $0 == most }) * 2 <= counts.count {
      return named
    }
    return most
  }

  private static func edges(_ lines: [SpacedLine], count: Int) -> [Int]? {
    let full = lines.filter { $0.cells.count == count }
    guard count > 0, full.count > 1 else { return nil }
    let edges = (0..<count).map { column in mostCommon(full.map { $0.cells[column].end }) }
    let near = full.reduce(0) { sum, line in
      sum + zip(line.cells, edges).count { abs($0.end - $1) <= 2 }
    }
    return near * 10 >= full.count * count * 9 ? edges : nil
  }

  /// The value that stands most often; of several the largest.
  private static func mostCommon(_ values: [Int]) -> Int {
    var counts: [Int: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  private mutating func cells(of line: SpacedLine, at index: Int) -> [String] {
    guard count > 0 else { return [line.text.trimmed] }
    if line.isPageNumber {
      notes.append("Line \(index + 1), '\(line.text.trimmed)', is left out: it numbers a page.")
      return []
    }
    if !line.hasAmounts, let heading = headings(of: line, at: index) { return heading }
    // Above the years stand titles: `Fund £000 2026 to 2029` has no note.
    if index > heading, let noted = line.withNote(after: count) {
      return [noted.words] + noted.cells.map(\.text) + [noted.rest]
    }
    let cells = line.cells.map(\.text)
    if cells.count > count {
      if index == heading {
        doubts.append(
          "Line \(index + 1), '\(line.text.trimmed)', has more headings than there are figures below: "
            + "which belongs to which? The last ones are read.")
      }
      // `Phase 2 1.000 1.000`: what is too much belongs to the title.
      let title = ([line.words] + cells.dropLast(count)).joined(separator: " ").trimmed
      return [title] + cells.suffix(count)
    }
    if cells.count == count { return [line.words] + cells }
    if index < heading || (!line.hasAmounts && line.cells.allSatisfy { !$0.text.looksLikeFigure }) {
      return [line.text.trimmed]
    }
    return placed(line, at: index)
  }

  /// A line with fewer figures than there are columns.
  private mutating func placed(_ line: SpacedLine, at index: Int) -> [String] {
    let inside = line.amountsInTitle
    if line.cells.isEmpty {
      if inside.count > 1 {
        doubts.append(
          "Line \(index + 1), '\(line.text.trimmed)', has figures among its words: what are they? "
            + "It is read as words alone.")
      }
      return [line.words]
    }
    if count > 1, line.words.isEmpty, line.cells.count == 1, line.text.trimmed.count < 4,
      line.text.trimmed.allSatisfy(\.isNumber)
    {
      doubts.append(
        "Is '\(line.text.trimmed)' alone on line \(index + 1) the number of a page? It is left out."
      )
      return []
    }
    if isMark(line) { return [line.text.trimmed] }
    var placed = Array(repeating: "", count: count)
    var isPlain = edges != nil
    for word in line.cells {
      let edges = edges ?? []
      let near = edges.indices.min { abs(edges[$0] - word.end) < abs(edges[$1] - word.end) } ?? 0
      if edges.isEmpty || abs(edges[near] - word.end) > 2 || !placed[near].isEmpty {
        isPlain = false
      }
      placed[near] = word.text
    }
    let isInside = inside.contains { word in
      edges?.contains { abs($0 - word.end) <= 2 } ?? true
    }
    if isPlain, !isInside { return [line.words] + placed }
    doubts.append(
      "Line \(index + 1), '\(line.words)', has \(line.cells.count) of \(count) figures: in which "
        + "columns do they stand? They are read into the first.")
    return [line.words] + line.cells.map(\.text)
  }

  /// Whether a line's one cell is the mark of a note at the end of its title, under no column.
  private func isMark(_ line: SpacedLine) -> Bool {
    guard let edges, line.cells.count == 1, let cell = line.cells.first,
      let word = line.title.last, cell.start - word.end == 1
    else { return false }
    let digits = cell.text.hasPrefix("(") ? cell.text.dropFirst().dropLast() : cell.text[...]
    return digits.count == 1 && digits.allSatisfy(\.isNumber)
      && !edges.contains { abs($0 - cell.end) <= 2 }
  }

  /// The cells of a line of headings: what two spaces part, or each year with the words beside it.
  private func headings(of line: SpacedLine, at index: Int) -> [String]? {
    let hasYears = !YearName.all(in: line.text).isEmpty
    guard hasYears || (abs(index - heading) <= 3 && line.text.first?.isWhitespace == true) else {
      return nil
    }
    let chunks = line.chunks.map(\.text)
    if chunks.count == count { return [""] + chunks }
    if hasYears, chunks.count == count + 1 { return chunks }
    if index == heading, let cells = line.yearCells(count: count) { return cells }
    return hasYears ? nil : columns(under: line)
  }

  /// Words under some of the columns, each over or under the end of its own: `budget` under a year.
  private func columns(under line: SpacedLine) -> [String]? {
    guard let edges else { return nil }
    var cells = Array(repeating: "", count: count)
    for chunk in line.chunks {
      guard let column = edges.firstIndex(where: { abs($0 - chunk.end) <= 2 }) else { return nil }
      cells[column] = chunk.text
    }
    return [""] + cells
  }
}
