/// A line of a page taken apart: the words of its title, and the cells at its end.
struct SpacedLine {
  struct Word {
    let text: String
    /// In characters of the line.
    let start: Int
    let end: Int
  }

  let text: String
  let title: [Word]
  let cells: [Word]
  /// Words behind the cells: a note.
  let rest: String

  init(_ text: String) {
    self.text = text
    let words = SpacedLine.joined(SpacedLine.words(text))
    let first = (words.lastIndex { !SpacedLine.isCell($0.text) } ?? -1) + 1
    title = Array(words[..<first])
    cells = Array(words[first...])
    rest = ""
  }

  private init(_ text: String, title: [Word], cells: [Word], rest: String) {
    self.text = text
    self.title = title
    self.cells = cells
    self.rest = rest
  }

  var words: String { title.map(\.text).joined(separator: " ") }

  /// How many years it names one by one, and not from one to another.
  var years: Int {
    if hasAmounts { return 0 }
    let words = title + cells
    return words.indices.count { place in
      let next = place + 1 < words.count ? words[place + 1].text : ""
      let before = place > 0 ? words[place - 1].text : ""
      return SpacedLine.isYear(words[place]) && !["to", "-", "–"].contains(next)
        && !["to", "-", "–"].contains(before)
    }
  }

  private static func isYear(_ word: Word) -> Bool { YearName.only(in: word.text) != nil }

  /// Its title and then its years, each with the words beside it, and what stands behind the last.
  ///
  /// `£m 2025/26 budget 2026/27 Total`: words belong to the year before them, unless one stands
  /// before each year and none behind the last. Nil where that does not make `count` cells.
  func yearCells(count: Int) -> [String]? {
    let words = title + cells
    let years = words.indices.filter { SpacedLine.isYear(words[$0]) }
    guard let first = years.first, years.count == count || years.count + 1 == count else {
      return nil
    }
    let gaps = zip(years, years.dropFirst()).map { $1 - $0 - 1 }
    if years.count == count, years.last == words.count - 1, first > 0, !gaps.contains(0) {
      let starts = [first - 1] + years.dropLast().map { $0 + 1 }
      let title = words[..<(first - 1)]
      return [text(title)] + zip(starts, years).map { text(words[$0...$1]) }
    }
    var ends = Array(years.dropFirst()) + [words.count]
    var total: [String] = []
    if years.count < count {
      // The last year has as many words as the one before it; what follows heads the total.
      ends[ends.count - 1] = (years.last ?? 0) + 1 + (gaps.last ?? 0)
      guard let end = ends.last, end < words.count else { return nil }
      total = [text(words[end...])]
    }
    return [text(words[..<first])] + zip(years, ends).map { text(words[$0..<$1]) } + total
  }

  private func text(_ words: ArraySlice<Word>) -> String {
    words.map(\.text).joined(separator: " ")
  }

  /// Whether a figure stands among its cells, and not only years, units and dashes.
  var hasAmounts: Bool {
    cells.contains { $0.text.looksLikeAmount && YearName.only(in: $0.text) == nil }
  }

  /// The words of its title that would be figures, percentages and years left out.
  var amountsInTitle: [Word] {
    title.dropFirst().filter { word in
      (word.text.looksLikeAmount || word.text.withLeadingMinus != nil) && !word.text.contains("%")
        && YearName.only(in: word.text) == nil
    }
  }

  /// The same line where exactly so many cells stand in its middle, with words behind them.
  func withNote(after count: Int) -> SpacedLine? {
    let words = title + cells
    guard count > 1, cells.count < count, words.count > count + 1 else { return nil }
    let runs = (1...(words.count - count - 1)).filter { start in
      let run = words[start..<start + count]
      return run.allSatisfy { SpacedLine.isCell($0.text) }
        && run.contains { $0.text.looksLikeAmount }
        && !SpacedLine.isCell(words[start - 1].text)
        && !SpacedLine.isCell(words[start + count].text)
    }
    guard runs.count == 1, let start = runs.first else { return nil }
    return SpacedLine(
      text, title: Array(words[..<start]), cells: Array(words[start..<start + count]),
      rest: words[(start + count)...].map(\.text).joined(separator: " "))
  }

  /// Its pieces that two spaces part.
  var chunks: [Word] {
    var chunks: [Word] = []
    for word in SpacedLine.words(text) {
      if let last = chunks.last, word.start - last.end < 2 {
        chunks[chunks.count - 1] = Word(
          text: last.text + " " + word.text, start: last.start, end: word.end)
      } else {
        chunks.append(word)
      }
    }
    return chunks
  }

  /// Whether it only numbers a page: `Page 3 of 40`.
  var isPageNumber: Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard words.first == "page", words.count == 2 || (words.count == 4 && words[2] == "of") else {
      return false
    }
    return words[1].allSatisfy(\.isNumber)
  }

  private static func isCell(_ text: String) -> Bool {
    text.looksLikeFigure || YearName.only(in: text) != nil || text.withLeadingMinus != nil
      || ["£m", "£000", "£000s", "£'000", "£’000", "£k", "£"].contains(text.lowercased())
      || ["total", "ref", "tba", "tbd"].contains(text.lowercased())
      || (text.hasPrefix("c. ") && text.dropFirst(3).contains(where: \.isNumber))
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

  /// Puts together what belongs to one cell: `( 4.496 )`, `£ 4.5m`, `2017/18 £m`, `c. 500`.
  private static func joined(_ words: [Word]) -> [Word] {
    var joined: [Word] = []
    for word in words {
      if let last = joined.last, word.start - last.end == 1 {
        let opens =
          ["(", "£", "(£"].contains(last.text) && YearName.only(in: word.text)?.year == nil
        let isClosed = word.text == ")" && last.text.hasPrefix("(")
        let isUnit =
          YearName.only(in: last.text) != nil && ["£m", "£000", "£k"].contains(word.text)
        let isAbout = last.text == "c." && word.text.looksLikeAmount
        let isYear =
          YearName.isBegun(by: last.text)
          && (YearName.isBegun(by: last.text + " " + word.text)
            || YearName.only(in: last.text + " " + word.text)?.year != nil)
        if opens || isClosed || isUnit || isAbout || isYear {
          joined[joined.count - 1] = Word(
            text: last.text + (isUnit || isAbout || isYear ? " " : "") + word.text,
            start: last.start, end: word.end)
          continue
        }
      }
      joined.append(word)
    }
    return joined
  }
}
