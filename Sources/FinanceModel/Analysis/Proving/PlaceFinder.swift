/// Says where tokens of a report stand: line, column, words and the sentence around them.
///
/// Asked in the order of the text, it counts the characters of a line only once, however long it is.
struct PlaceFinder {
  let prose: Prose
  private let tokens: [ProseTokens.Token]
  /// How far the columns of the current line are counted.
  private var counted = (line: 0, offset: 0, characters: 0)

  /// How much of a long sentence is shown on either side of a figure.
  private static let reach = 200

  init(_ prose: Prose, _ tokens: [ProseTokens.Token]) {
    self.prose = prose
    self.tokens = tokens
  }

  mutating func place(_ found: Range<Int>) -> ProofPlace {
    let words = Int(tokens[found.lowerBound].start)..<Int(tokens[found.upperBound - 1].end)
    let range = prose.range(words)
    let (line, column) = position(range.bytes.lowerBound)
    let (stretch, isCut) = sentence(found, words)
    let before =
      (isCut.before ? "…" : "") + text(stretch.lowerBound..<words.lowerBound, isBefore: true)
    let after = text(words.upperBound..<stretch.upperBound, isBefore: false)
    let (part, number) = prose.part(ofLine: line)
    return ProofPlace(
      part: part, line: number, column: column, text: shown(words),
      sentence: before + prose.text(words) + after + (isCut.after ? "…" : ""),
      indent: before.count, range: range)
  }

  private mutating func position(_ offset: Int) -> (line: Int, column: Int) {
    let line = prose.file.line(at: offset)
    if line != counted.line || offset < counted.offset {
      counted = (line, prose.file.lineStarts[line - 1], 0)
    }
    let between = counted.offset..<offset
    let isASCII = prose.file.bytes[between].allSatisfy { $0 < 0x80 }
    counted.characters += isASCII ? between.count : prose.file.text(between).count
    counted.offset = offset
    return (line, counted.characters + 1)
  }

  /// Words of the report, not more than a reader takes in.
  private func shown(_ words: Range<Int>) -> String {
    let most = PlaceFinder.reach * 2
    return words.count <= most
      ? prose.text(words) : prose.text(words.lowerBound..<words.lowerBound + most) + "…"
  }

  /// From the end of the sentence before to its own end, as far as it is near.
  private func sentence(
    _ found: Range<Int>, _ words: Range<Int>
  ) -> (stretch: Range<Int>, isCut: (before: Bool, after: Bool)) {
    let (least, most) = (
      words.lowerBound - PlaceFinder.reach, words.upperBound + PlaceFinder.reach
    )
    var first = found.lowerBound
    while first > 0, !tokens[first - 1].endsSentence, Int(tokens[first - 1].start) >= least {
      first -= 1
    }
    var last = found.upperBound
    while last < tokens.count, !tokens[last].endsSentence, Int(tokens[last].end) <= most {
      last += 1
    }
    let isCut = (
      before: first > 0 && !tokens[first - 1].endsSentence,
      after: last < tokens.count && !tokens[last].endsSentence
    )
    // What is no word, a quote or a bracket, belongs to the sentence that it stands in.
    let start = first == 0 ? 0 : Int(isCut.before ? tokens[first].start : tokens[first - 1].end)
    let end =
      last == tokens.count
      ? prose.bytes.count : isCut.after ? Int(tokens[last - 1].end) : Int(tokens[last].end)
    return (max(start, least)..<max(words.upperBound, min(end, most)), isCut)
  }

  /// What stands on one side of the words, with a space where there is one between.
  private func text(_ range: Range<Int>, isBefore: Bool) -> String {
    var (start, end) = (range.lowerBound, max(range.lowerBound, range.upperBound))
    // Without half a character, or the end of the block.
    while start < end, prose.bytes[start] & 0xC0 == 0x80 { start += 1 }
    while end > start, end < prose.bytes.count, prose.bytes[end] & 0xC0 == 0x80 { end -= 1 }
    while end > start, prose.bytes[end - 1] == Prose.blockEnd { end -= 1 }
    let raw = String(decoding: prose.bytes[start..<end], as: UTF8.self)
    let text = raw.trimmed
    guard !text.isEmpty, let edge = isBefore ? raw.last : raw.first, edge.isWhitespace else {
      return text
    }
    return isBefore ? text + " " : " " + text
  }
}

extension ProseTokens.Token {
  var endsSentence: Bool {
    id == ProseTokens.Mark.sentenceEnd || id == ProseTokens.Mark.blockEnd
  }
}
