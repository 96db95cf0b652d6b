extension NodeParser {
  /// Where a plain scalar ends, and what ends it.
  struct PlainExtent {
    /// The end of its text.
    let end: Int
    /// The offset of the byte that stopped it, after any spaces.
    let stop: Int
    let endsAtColon: Bool
  }

  /// A value that is left out, which reads as plain text of no length.
  mutating func emptyScalar(at offset: Int) throws(Fault) -> Node {
    try count(at: offset..<offset)
    return .scalar(plainScalar(offset..<offset))
  }

  /// Text without quotes, up to a comment, `: ` or the end of the line.
  mutating func plainScalar(inFlow: Bool) throws(Fault) -> Node.Scalar {
    let start = position
    try refuseIndicator(inFlow: inFlow)
    let extent = try plainExtent(inFlow: inFlow)
    position = extent.end
    try count(at: start..<extent.end)
    return plainScalar(start..<extent.end)
  }

  func plainScalar(_ place: Range<Int>) -> Node.Scalar {
    Node.Scalar(text: text(place), style: .plain, range: range(place))
  }

  /// Measures the plain scalar at the position, which stays where it is.
  func plainExtent(inFlow: Bool) throws(Fault) -> PlainExtent {
    guard let line else { return PlainExtent(end: position, stop: position, endsAtColon: false) }
    var index = position
    var end = position
    var tab: Int?
    var endsAtColon = false
    scan: while index < line.end {
      let byte = bytes[index]
      switch byte {
      case Byte.space:
        break
      case Byte.tab:
        tab = tab ?? index
      case Byte.colon where endsKey(index, end: line.end, inFlow: inFlow):
        endsAtColon = true
        break scan
      case Byte.hash where index > end:
        break scan
      case _ where inFlow && Byte.isFlowIndicator(byte):
        break scan
      default:
        end = index + 1
      }
      index += 1
    }
    if let tab { throw tabFault(at: tab) }
    return PlainExtent(end: end, stop: index, endsAtColon: endsAtColon)
  }

  private func endsKey(_ colon: Int, end: Int, inFlow: Bool) -> Bool {
    lines.isBreakOrBlank(colon + 1, end: end) || (inFlow && Byte.isFlowIndicator(bytes[colon + 1]))
  }

  /// Text between quotes, which open and close on the same line.
  ///
  /// It is not counted yet, because it may turn out to be a key that is read again.
  mutating func quotedScalar() throws(Fault) -> Node.Scalar {
    let start = position
    let isDouble = bytes[start] == Byte.quote
    position += 1
    let text = try isDouble ? doubleQuotedText(from: start) : singleQuotedText(from: start)
    return Node.Scalar(
      text: text, style: isDouble ? .doubleQuoted : .singleQuoted, range: range(start..<position))
  }

  private mutating func singleQuotedText(from start: Int) throws(Fault) -> String {
    var result = ""
    var piece = position
    while position < (line?.end ?? position) {
      guard bytes[position] == Byte.apostrophe else {
        position += 1
        continue
      }
      position += 1
      let isDoubled = position < (line?.end ?? position) && bytes[position] == Byte.apostrophe
      result += text(piece..<(isDoubled ? position : position - 1))
      if !isDoubled { return result }
      position += 1
      piece = position
    }
    throw unclosedQuote(from: start)
  }

  private mutating func doubleQuotedText(from start: Int) throws(Fault) -> String {
    var result = ""
    var piece = position
    while let end = line?.end, position < end {
      switch bytes[position] {
      case Byte.quote:
        result += text(piece..<position)
        position += 1
        return result
      case Byte.backslash:
        result += text(piece..<position)
        result.unicodeScalars.append(try escapedScalar(end: end, quote: start))
        piece = position
      default:
        position += 1
      }
    }
    throw unclosedQuote(from: start)
  }

  /// The character that an escape stands for.
  private mutating func escapedScalar(end: Int, quote: Int) throws(Fault) -> Unicode.Scalar {
    let start = position
    guard start + 1 < end else { throw unclosedQuote(from: quote) }
    position += 2
    let digits: Int
    switch bytes[start + 1] {
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    case let letter:
      guard let scalar = NodeParser.escapes[letter] else {
        throw badEscape(start..<scalarEnd(start + 1, end: end))
      }
      return scalar
    }
    var value: UInt32 = 0
    var read = 0
    while read < digits, position < end, let digit = hexadecimalDigit(bytes[position]) {
      value = value << 4 | digit
      position += 1
      read += 1
    }
    guard read == digits, let scalar = Unicode.Scalar(value) else {
      throw badEscape(start..<position)
    }
    return scalar
  }

  private func scalarEnd(_ start: Int, end: Int) -> Int {
    var index = start + 1
    while index < end, bytes[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }

  private func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// The escapes of one letter (YAML 1.2, section 5.7).
  private static let escapes: [UInt8: Unicode.Scalar] = {
    let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
      ("0", "\0"), ("a", "\u{07}"), ("b", "\u{08}"), ("t", "\t"), ("n", "\n"), ("v", "\u{0B}"),
      ("f", "\u{0C}"), ("r", "\r"), ("e", "\u{1B}"), (" ", " "), ("\"", "\""), ("/", "/"),
      ("\\", "\\"), ("N", "\u{85}"), ("_", "\u{A0}"), ("L", "\u{2028}"), ("P", "\u{2029}"),
    ]
    return Dictionary(uniqueKeysWithValues: pairs.map { (UInt8($0.value), $1) })
  }()
}
