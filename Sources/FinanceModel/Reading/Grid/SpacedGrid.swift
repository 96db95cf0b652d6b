/// Reads a table whose columns are kept apart by spaces, as a page or a PDF gives it away.
///
/// The figures at the end of a line are its cells, whatever stands before them its title. A line
/// with fewer figures than the others has blanks: where they lie, the places of its figures say,
/// held against the right edges of the full lines. Where those say nothing, it is a doubt.
struct SpacedGrid {
  private struct Word {
    let text: String
    /// In characters of the line.
    let start: Int
    let end: Int
  }

  private struct Line {
    let title: String
    let words: [Word]
  }

  static func grid(of file: SourceFile) -> (rows: [Grid.Row], doubts: [String]) {
    let texts = file.lineStarts.indices.map { file.text(file.lineBytes($0 + 1)) }
    let lines = texts.map(line)
    let counts = lines.map(\.words.count)
    let count = mostCommon(counts.filter { $0 > 0 })
    guard count > 0 else {
      return (
        lines.enumerated().map { Grid.Row(number: $0 + 1, cells: [$1.title]) }, []
      )
    }
    let full = lines.filter { $0.words.count == count }
    let edges = (0..<count).map { column in
      mostCommon(full.map { $0.words[column].end })
    }
    var doubts: [String] = []
    let rows = lines.enumerated().map { number, line -> Grid.Row in
      if let heading = heading(texts[number], count: count) {
        return Grid.Row(number: number + 1, cells: heading)
      }
      let cells = line.words.map(\.text)
      if cells.count > count {
        // `Phase 2 1.000 1.000`: what is too much belongs to the title.
        let title = ([line.title] + cells.dropLast(count)).joined(separator: " ").trimmed
        return Grid.Row(number: number + 1, cells: [title] + cells.suffix(count))
      }
      if cells.isEmpty || cells.count == count {
        return Grid.Row(number: number + 1, cells: [line.title] + cells)
      }
      var placed = Array(repeating: "", count: count)
      var isPlain = true
      for word in line.words {
        let near = edges.indices.min { abs(edges[$0] - word.end) < abs(edges[$1] - word.end) } ?? 0
        if abs(edges[near] - word.end) > 2 || !placed[near].isEmpty { isPlain = false }
        placed[near] = placed[near].isEmpty ? word.text : placed[near] + " " + word.text
      }
      if isPlain { return Grid.Row(number: number + 1, cells: [line.title] + placed) }
      doubts.append(
        "Line \(number + 1), '\(line.title)', has \(cells.count) of \(count) figures: in which "
          + "columns do they stand? They are read into the first.")
      return Grid.Row(number: number + 1, cells: [line.title] + cells)
    }
    return (rows, doubts)
  }

  /// The cells of a line with years that two spaces part: headings may have several words.
  private static func heading(_ text: String, count: Int) -> [String]? {
    guard !YearName.all(in: text).isEmpty else { return nil }
    var chunks: [String] = []
    var chunk = ""
    var spaces = 2
    for character in text {
      spaces = character.isWhitespace ? spaces + 1 : 0
      if spaces == 2, !chunk.trimmed.isEmpty {
        chunks.append(chunk.trimmed)
        chunk = ""
      }
      chunk.append(character)
    }
    if !chunk.trimmed.isEmpty { chunks.append(chunk.trimmed) }
    if chunks.count == count { return [""] + chunks }
    return chunks.count == count + 1 ? chunks : nil
  }

  /// The value that stands most often; of several the largest.
  private static func mostCommon(_ values: [Int]) -> Int {
    var counts: [Int: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  private static func line(_ text: String) -> Line {
    var words = joined(words(text))
    var cells: [Word] = []
    while let last = words.last, isCell(last.text) {
      // A lone dash inside a title is no cell: `Inflation - general`.
      cells.insert(last, at: 0)
      words.removeLast()
    }
    return Line(title: words.map(\.text).joined(separator: " "), words: cells)
  }

  private static func isCell(_ text: String) -> Bool {
    text.looksLikeFigure || YearName.only(in: text) != nil
      || ["£m", "£000", "£000s", "£'000", "£’000", "£k", "£"].contains(text.lowercased())
      || ["total", "ref"].contains(text.lowercased())
  }

  private static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    var word = ""
    var start = 0
    var place = 0
    for character in text + " " {
      if character.isWhitespace {
        if !word.isEmpty { words.append(Word(text: word, start: start, end: place)) }
        word = ""
        start = place + 1
      } else {
        word.append(character)
      }
      place += 1
    }
    return words
  }

  /// Puts together what belongs to one cell: `2017 - 18`, `( 4.496 )`, `£ 4.5m`, `2017/18 £m`.
  private static func joined(_ words: [Word]) -> [Word] {
    var joined: [Word] = []
    for word in words {
      if let last = joined.last {
        let text = last.text + word.text
        let isNear = word.start - last.end == 1
        let opens = ["(", "£", "(£"].contains(last.text)
        if isNear, opens || (word.text == ")" && last.text.hasPrefix("(")),
          text.contains("(") || opens
        {
          joined[joined.count - 1] = Word(text: text, start: last.start, end: word.end)
          continue
        }
        if isNear, YearName.only(in: last.text) != nil, ["£m", "£000", "£k"].contains(word.text) {
          joined[joined.count - 1] = Word(
            text: last.text + " " + word.text, start: last.start, end: word.end)
          continue
        }
      }
      joined.append(word)
    }
    return joined
  }
}
