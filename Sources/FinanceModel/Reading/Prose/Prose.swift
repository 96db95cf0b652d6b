/// The words of a report without its markup, each byte knowing where in the file it stood.
///
/// Paragraphs, headings, list items and cells are blocks of their own, with a nil between them: no
/// sentence runs over two.
struct Prose: Sendable {
  /// What the report was written in.
  enum Format: String, CaseIterable, Sendable {
    case text
    case markdown
    case html
    case word
  }

  /// The file that places point into; of a Word document, its paragraphs, one to a line.
  let file: SourceFile
  let format: Format
  /// The words in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// Where in the file each of them stood.
  private(set) var places: [UInt32] = []

  /// The parts of a Word document beside its text, with the line of the file where each begins.
  private(set) var parts: [(name: String, line: Int)] = []

  init(file: SourceFile, format: Format) {
    self.file = file
    self.format = format
    bytes.reserveCapacity(file.bytes.count)
    places.reserveCapacity(file.bytes.count)
  }

  /// A sentence by itself, as a claim has it.
  init(sentence: String) {
    self.init(file: SourceFile(path: "", text: sentence), format: .text)
    for place in file.bytes.indices { append(file.bytes[place], at: place) }
  }

  /// The byte between two blocks.
  static let blockEnd: UInt8 = 0

  /// A byte of the report as it stands; one that is no part of a text is a space.
  mutating func append(_ byte: UInt8, at place: Int) {
    let isControl = byte < 0x20 || byte == 0x7F
    bytes.append(isControl ? Byte.space : byte)
    places.append(UInt32(truncatingIfNeeded: place))
  }

  /// A character that the markup only names.
  mutating func append(_ scalar: Unicode.Scalar, at place: Int) {
    for byte in String(scalar).utf8 { append(byte, at: place) }
  }

  mutating func endBlock(at place: Int) {
    guard let last = bytes.last, last != Prose.blockEnd else { return }
    bytes.append(Prose.blockEnd)
    places.append(UInt32(truncatingIfNeeded: place))
  }

  mutating func beginPart(_ name: String, line: Int) {
    parts.append((name, line))
  }

  /// The part that a line of the file is in, nil for the text itself, and its number there.
  func part(ofLine line: Int) -> (name: String?, line: Int) {
    var (low, high) = (0, parts.count)
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].line <= line { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return (nil, line) }
    return (parts[low - 1].name, line - parts[low - 1].line + 1)
  }

  /// Where a stretch of the words stands in the file.
  func range(_ words: Range<Int>) -> SourceRange {
    guard let last = words.last else { return SourceRange(file: file, bytes: 0..<0) }
    let start = Int(places[words.lowerBound])
    var end = Int(places[last]) + 1
    while end < file.bytes.count, file.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return SourceRange(file: file, bytes: start..<max(start, end))
  }

  /// A stretch of the words with one space for each gap.
  func text(_ words: Range<Int>) -> String {
    let text = String(decoding: bytes[words], as: UTF8.self)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
