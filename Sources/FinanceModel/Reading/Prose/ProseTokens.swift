/// A report as words, figures, years and the ends of sentences and blocks.
///
/// Case, quotes, dashes, commas, spaces and a few words that change no figure are left out, so that
/// two sentences of the same words are alike however they are set.
struct ProseTokens: Sendable {
  struct Token: Sendable {
    /// The number of a word, or one of the marks below.
    let id: Int32
    /// Which of the figures or years it is.
    let index: Int32
    let start: UInt32
    let end: UInt32

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// What a token is that is no word of the vocabulary.
  enum Mark {
    static let otherWord: Int32 = 0
    static let figure: Int32 = -1
    static let year: Int32 = -2
    static let sentenceEnd: Int32 = -3
    static let blockEnd: Int32 = -4
  }

  private(set) var tokens: [Token] = []
  private(set) var figures: [ProseFigure] = []
  /// The other end of each figure that is a range, by the figure's index.
  private(set) var uppers: [Int: ProseFigure] = [:]
  private(set) var years: [ProseYear] = []
  private let bytes: [UInt8]
  private var place = 0

  /// Reads a text; a word that the vocabulary lacks is any other word, unless it is to learn it.
  init(_ prose: Prose, _ vocabulary: inout Vocabulary) {
    bytes = prose.bytes
    while place < bytes.count { step(&vocabulary) }
  }

  private mutating func step(_ vocabulary: inout Vocabulary) {
    let byte = bytes[place]
    let isPounds = byte == 0xC2 && place + 1 < bytes.count && bytes[place + 1] == 0xA3
    if isPounds || Byte.isDigit(byte) {
      readFigure(&vocabulary)
    } else if byte == Prose.blockEnd {
      add(Mark.blockEnd, place..<place + 1)
      place += 1
    } else if byte == Byte.dot || byte == UInt8(ascii: "!") || byte == Byte.question {
      readSentenceEnd()
    } else if let letter = letter(at: place) {
      readWord(letter, &vocabulary)
    } else {
      place += scalarLength(byte)
    }
  }

  private mutating func add(_ id: Int32, _ range: Range<Int>, index: Int = 0) {
    tokens.append(
      Token(
        id: id, index: Int32(truncatingIfNeeded: index),
        start: UInt32(truncatingIfNeeded: range.lowerBound),
        end: UInt32(truncatingIfNeeded: range.upperBound)))
  }

  // MARK: Words

  private mutating func readWord(_ first: Int, _ vocabulary: inout Vocabulary) {
    let start = place
    var word: [UInt8] = []
    var length = first
    var isASCII = true
    while length > 0 {
      for byte in bytes[place..<place + length] {
        isASCII = isASCII && byte < 0x80
        let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        // No word of a claim is longer.
        if word.count < 100 { word.append(isCapital ? byte | 0x20 : byte) }
      }
      place += length
      length = apostrophe(at: place)
      if length > 0, place + length < bytes.count, letter(at: place + length) != nil {
        place += length
      }
      length =
        place < bytes.count ? letter(at: place) ?? (Byte.isDigit(bytes[place]) ? 1 : 0) : 0
    }
    addWord(word, isASCII: isASCII, start..<place, &vocabulary)
  }

  private mutating func addWord(
    _ word: [UInt8], isASCII: Bool, _ range: Range<Int>, _ vocabulary: inout Vocabulary
  ) {
    let text = String(decoding: word, as: UTF8.self)
    let id = vocabulary.id(isASCII ? text : text.lowercased())
    if let id { add(id, range) }
  }

  /// How many bytes of a letter, or of the accent on one, begin at a place; nil for any other.
  private func letter(at place: Int) -> Int? {
    let byte = bytes[place]
    if byte < 0x80 { return Byte.isLetter(byte) ? 1 : nil }
    let length = scalarLength(byte)
    guard place + length <= bytes.count,
      let scalar = String(decoding: bytes[place..<place + length], as: UTF8.self).unicodeScalars
        .first
    else { return nil }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark:
      return length
    default: return nil
    }
  }

  private func scalarLength(_ byte: UInt8) -> Int {
    byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  /// `'` or `’` within a word, which is left out, as is a soft hyphen or a space of no width.
  private func apostrophe(at place: Int) -> Int {
    guard place < bytes.count else { return 0 }
    if bytes[place] < 0x80 { return bytes[place] == Byte.apostrophe ? 1 : 0 }
    let rest = bytes[place...]
    if rest.starts(with: "\u{AD}".utf8) { return 2 }
    return ["’", "‘", "ʼ", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}"]
      .first { rest.starts(with: $0.utf8) }?.utf8.count ?? 0
  }

  // MARK: Figures

  private mutating func readFigure(_ vocabulary: inout Vocabulary) {
    let start = place
    var scanner = FigureScanner(bytes, at: place)
    let found = scanner.next()
    place = max(scanner.place, start + 1)
    switch found {
    case .year(let year):
      years.append(year)
      add(Mark.year, start..<place, index: years.count - 1)
    case .word:
      let word = Array(bytes[start..<min(place, start + 100)])
      addWord(word, isASCII: true, start..<place, &vocabulary)
    case .figure(var figure):
      var range = start..<place
      range = signs(of: &figure, around: range, vocabulary)
      if closeRange(with: figure, range) { return }
      figures.append(figure)
      add(Mark.figure, range, index: figures.count - 1)
    }
  }

  /// Makes a range of the figure before and this one, where the words say so: it is then one figure.
  private mutating func closeRange(with upper: ProseFigure, _ range: Range<Int>) -> Bool {
    guard let last = tokens.suffix(2).lastIndex(where: { $0.id == Mark.figure }),
      Int(tokens[last].index) == figures.count - 1, uppers[figures.count - 1] == nil,
      let found = ProseRange(
        figures[figures.count - 1], upper, between: bytes[Int(tokens[last].end)..<range.lowerBound],
        before: tokens[..<last].suffix(2).map { bytes[$0.range] })
    else { return false }
    let first = last - (found.takesWordBefore ? 1 : 0)
    let whole = Int(tokens[first].start)..<range.upperBound
    tokens.removeSubrange(first...)
    (figures[figures.count - 1], uppers[figures.count - 1]) = (found.lower, found.upper)
    add(Mark.figure, whole, index: figures.count - 1)
    return true
  }

  /// Reads a minus before a figure, or brackets around it.
  private mutating func signs(
    of figure: inout ProseFigure, around range: Range<Int>, _ vocabulary: Vocabulary
  ) -> Range<Int> {
    var lower = range.lowerBound
    if let last = tokens.last, last.id == vocabulary.minus,
      bytes[Int(last.end)..<lower].allSatisfy({ $0 == Byte.space })
    {
      tokens.removeLast()
      figure.isNegative = true
      return Int(last.start)..<range.upperBound
    }
    if lower > 0, bytes[lower - 1] == UInt8(ascii: "("), place < bytes.count,
      bytes[place] == UInt8(ascii: ")")
    {
      figure.isBracketed = true
      place += 1
      return (lower - 1)..<place
    }
    for sign in ["-", "−", "–"] where lower >= sign.utf8.count {
      let before = lower - sign.utf8.count
      guard bytes[before..<lower].elementsEqual(sign.utf8) else { continue }
      // A hyphen behind a word or a figure is no minus.
      let last = before > 0 ? bytes[before - 1] : Prose.blockEnd
      let isFree = [Byte.space, Prose.blockEnd, UInt8(ascii: "("), 0xA0].contains(last)
      if isFree {
        figure.isNegative = true
        lower = before
      }
    }
    return lower..<range.upperBound
  }

  // MARK: Sentences

  /// A full stop ends a sentence where a capital or nothing follows.
  private mutating func readSentenceEnd() {
    let start = place
    place += 1
    var next = place
    while next < bytes.count, next - place < 100 {
      let space = ProseSpace.length(bytes, at: next)
      if space > 0 {
        next += space
      } else if bytes[next] == Byte.quote || bytes[next] == UInt8(ascii: ")") {
        next += 1
      } else {
        break
      }
    }
    let follows = next < bytes.count ? bytes[next] : Prose.blockEnd
    let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(follows)
    if next > place && isCapital || follows == Prose.blockEnd || follows == 0xE2 && next > place {
      add(Mark.sentenceEnd, start..<start + 1)
    }
  }
}

/// The words of the claims, each with a number.
struct Vocabulary: Sendable {
  private var ids: [String: Int32] = [:]
  /// Whether a new word gets a number.
  var learns = true
  let minus: Int32

  init() {
    minus = 1
    ids["minus"] = 1
  }

  /// The number of a word; nil for one that changes no figure, and is left out.
  mutating func id(_ word: String) -> Int32? {
    if let id = ids[word] { return id }
    if Vocabulary.small.contains(word) { return nil }
    guard learns else { return ProseTokens.Mark.otherWord }
    let id = Int32(ids.count + 1)
    ids[word] = id
    return id
  }

  /// Words that a sentence may have or lack.
  static let small: Set<String> = [
    "a", "an", "the", "of", "in", "is", "are", "be", "that", "and", "about", "around", "some",
    "approximately", "circa",
  ]
}
