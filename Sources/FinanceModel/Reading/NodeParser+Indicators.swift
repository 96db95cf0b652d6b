extension NodeParser {
  /// Whether a byte at an offset means something to YAML, so that no plain text starts with it.
  func isIndicator(_ byte: UInt8, at offset: Int, inFlow: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "@"),
      UInt8(ascii: "`"), UInt8(ascii: "%"), Byte.bar, Byte.greater, Byte.hash, Byte.quote,
      Byte.apostrophe, Byte.question, Byte.colon, Byte.tab:
      true
    case Byte.dash: isBareDash(at: offset, inFlow: inFlow)
    case 0xC2: startsWithNoBreakSpace(offset)
    default: Byte.isFlowIndicator(byte)
    }
  }

  private func isBareDash(at offset: Int, inFlow: Bool) -> Bool {
    guard let line else { return false }
    return lines.isBreakOrBlank(offset + 1, end: line.end)
      || (inFlow && Byte.isFlowIndicator(bytes[offset + 1]))
  }

  private func startsWithNoBreakSpace(_ offset: Int) -> Bool {
    offset + 1 < bytes.count && bytes[offset] == 0xC2 && bytes[offset + 1] == 0xA0
  }

  /// Refuses what starts here where it cannot start a text without quotes.
  func refuseIndicator(inFlow: Bool) throws(Fault) {
    guard let line, isIndicator(bytes[position], at: position, inFlow: inFlow) else { return }
    let byte = bytes[position]
    let sign = String(UnicodeScalar(byte))
    let place = position..<wordEnd(line)
    let quoting = "text that starts with '\(sign)' is written in quotes"
    switch byte {
    case UInt8(ascii: "&"):
      throw fault(
        .unsupportedAnchor, "anchors are not supported", place,
        help: "delete the anchor; \(quoting)")
    case UInt8(ascii: "*"):
      throw fault(
        .unsupportedAlias, "aliases are not supported", place,
        help: "write the value out again here; \(quoting)")
    case UInt8(ascii: "!"):
      throw fault(
        .unsupportedTag, "tags are not supported", place,
        help: "delete the tag: the key decides what a value means; \(quoting)")
    case Byte.dash:
      throw bareDash(line, inFlow: inFlow)
    case Byte.tab:
      throw tabFault(at: position)
    case 0xC2:
      throw fault(
        .indentation, "a no-break space stands before this text", position..<position + 2,
        help: "put an ordinary space in its place")
    case Byte.hash:
      throw fault(
        .strayText, "a comment needs a space before its '#'", place,
        help: "put a space before it, or quote the text")
    case Byte.closeBracket, Byte.closeBrace:
      throw fault(
        .strayText, "'\(sign)' closes nothing here", position..<position + 1,
        help: "delete it, or quote the text that it belongs to")
    default:
      throw fault(
        .reservedIndicator, "'\(sign)' cannot start text without quotes", position..<position + 1,
        help: "put the text in quotes")
    }
  }

  private func bareDash(_ line: LineScanner.Line, inFlow: Bool) -> Fault {
    var end = position + 1
    while end < line.end, bytes[end] != Byte.hash, !(inFlow && Byte.isFlowIndicator(bytes[end])) {
      end += 1
    }
    while end > position + 1, bytes[end - 1] == Byte.space { end -= 1 }
    let place = position..<end
    return fault(
      .bareDash, "a dash by itself is not a value", place,
      help: inFlow || place.count == 1
        ? "a dash is written in quotes: \(quotedForm(place))"
        : "a dash is written in quotes: \(quotedForm(place)); a list starts on the line below its key"
    )
  }

  private func wordEnd(_ line: LineScanner.Line) -> Int {
    var end = position + 1
    while end < line.end, bytes[end] != Byte.space, !Byte.isFlowIndicator(bytes[end]) { end += 1 }
    return end
  }
}
