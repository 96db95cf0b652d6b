/// The words of a Markdown report: no marks, links' addresses, pictures, comments or tags.
///
/// Every cell of a table is a block. What stands between fences is text as it is.
struct MarkdownProse {
  private let bytes: [UInt8]
  private var prose: Prose
  /// The sign of the fence that is open, and how many of it there were.
  private var fence: (sign: UInt8, count: Int)?
  /// Where the next `)` and `]` are, so that none is looked for twice.
  private var closing: [UInt8: Int] = [:]

  static func prose(of file: SourceFile) -> Prose {
    var reader = MarkdownProse(Prose(file: file, format: .markdown))
    var passed = 0
    for line in file.lineStarts.indices {
      let range = file.lineBytes(line + 1)
      // A tag or comment may have run over the line's end.
      guard range.upperBound >= passed else { continue }
      passed =
        range.lowerBound < passed
        ? reader.readWords(passed..<range.upperBound) : reader.readLine(range)
    }
    return reader.prose
  }

  private init(_ prose: Prose) {
    self.prose = prose
    bytes = prose.file.bytes
  }

  /// Reads a line from its beginning, and gives the place behind what was read.
  private mutating func readLine(_ line: Range<Int>) -> Int {
    var start = line.lowerBound
    while start < line.upperBound,
      [Byte.space, Byte.tab, Byte.greater].contains(bytes[start])
    { start += 1 }
    let rest = bytes[start..<line.upperBound]
    if passFence(rest) { return line.upperBound }
    if fence != nil {
      prose.endBlock(at: line.lowerBound)
      for place in line { prose.append(bytes[place], at: place) }
      return line.upperBound
    }
    if rest.isEmpty || isRule(rest) || isDefinition(rest) {
      prose.endBlock(at: line.lowerBound)
      return line.upperBound
    }
    let hashes = rest.prefix { $0 == Byte.hash }.count
    let isHeading = (1...6).contains(hashes) && (rest.dropFirst(hashes).first ?? 32) <= Byte.space
    let isRow = rest.first == Byte.bar
    if isHeading { start += hashes }
    if let mark = ListMark.end(in: bytes, start..<line.upperBound) {
      prose.endBlock(at: start)
      start = mark
    }
    if isHeading || isRow { prose.endBlock(at: start) }
    let end = readWords(start..<line.upperBound)
    if isHeading || isRow { prose.endBlock(at: line.upperBound) }
    return end
  }

  /// Opens or closes a fence.
  private mutating func passFence(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let sign = rest.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else {
      return false
    }
    let count = rest.prefix { $0 == sign }.count
    guard count >= 3 else { return false }
    if let open = fence {
      guard open.sign == sign, count >= open.count, ListMark.isBlank(rest.dropFirst(count)) else {
        return false
      }
      fence = nil
    } else {
      guard sign != UInt8(ascii: "`") || !rest.dropFirst(count).contains(sign) else { return false }
      fence = (sign, count)
    }
    prose.endBlock(at: rest.startIndex)
    return true
  }

  /// A line of `---`, `===` or `***`, or the one between the head of a table and its rows.
  private func isRule(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.allSatisfy { "-=*_|: \t".utf8.contains($0) }
      && rest.contains { "-=*_|".utf8.contains($0) } && rest.count > 1
  }

  /// `[name]: address`, which is not shown.
  private func isDefinition(_ rest: ArraySlice<UInt8>) -> Bool {
    guard rest.first == Byte.openBracket, rest.dropFirst().first != UInt8(ascii: "^"),
      let close = rest.prefix(1000).firstIndex(of: Byte.closeBracket)
    else { return false }
    return close + 1 < rest.endIndex && bytes[close + 1] == Byte.colon
  }

  // MARK: Words

  private mutating func readWords(_ words: Range<Int>) -> Int {
    var place = words.lowerBound
    while place < words.upperBound { place = step(at: place) }
    if place == words.upperBound { prose.append(Byte.space, at: max(0, place - 1)) }
    return place
  }

  /// Reads a mark or a byte, and gives the place behind it.
  private mutating func step(at place: Int) -> Int {
    let byte = bytes[place]
    let next = place + 1 < bytes.count ? bytes[place + 1] : 0
    switch byte {
    case UInt8(ascii: "<"):
      if let tag = HTMLTag(bytes, at: place) {
        if tag.name == "br" { prose.append(Byte.space, at: place) }
        return tag.end
      }
    case UInt8(ascii: "&"):
      if let entity = HTMLEntity(bytes, at: place) {
        prose.append(entity.scalar, at: place)
        return entity.end
      }
    case Byte.backslash where next > Byte.space && next < 0x7F && !Byte.isName(next):
      prose.append(next, at: place + 1)
      return place + 2
    case Byte.backslash where next == Byte.dash || next == UInt8(ascii: "_"):
      prose.append(next, at: place + 1)
      return place + 2
    case UInt8(ascii: "*"), UInt8(ascii: "`"): return place + 1
    case UInt8(ascii: "_"):
      let before = place > 0 ? bytes[place - 1] : 0
      if !Byte.isName(before) || !Byte.isName(next) { return place + 1 }
    case Byte.bar:
      prose.endBlock(at: place)
      return place + 1
    case UInt8(ascii: "!") where next == Byte.openBracket:
      if let close = behind(Byte.closeBracket, from: place) { return behindAddress(from: close) }
    case Byte.openBracket:
      if next == UInt8(ascii: "^"), let close = behind(Byte.closeBracket, from: place) {
        return close
      }
      return place + 1
    case Byte.closeBracket: return behindAddress(from: place + 1)
    default: break
    }
    prose.append(byte, at: place)
    return place + 1
  }

  /// The place behind `(address)` or `[name]`, where one stands here.
  private mutating func behindAddress(from place: Int) -> Int {
    guard place < bytes.count else { return place }
    switch bytes[place] {
    case UInt8(ascii: "("): return behind(UInt8(ascii: ")"), from: place) ?? place
    case Byte.openBracket: return behind(Byte.closeBracket, from: place) ?? place
    default: return place
    }
  }

  /// The place behind the next such sign, where it is near.
  private mutating func behind(_ sign: UInt8, from place: Int) -> Int? {
    var found = closing[sign] ?? -1
    if found < place { found = bytes[place...].firstIndex(of: sign) ?? bytes.count }
    closing[sign] = found
    return found < min(bytes.count, place + 2000) ? found + 1 : nil
  }
}
