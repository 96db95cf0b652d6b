/// The wording of the faults inside brackets and braces.
extension NodeParser {
  private func closer(of bracket: FlowBracket) -> String {
    bytes[bracket.open] == Byte.openBracket ? "]" : "}"
  }

  func unclosedBracket(_ bracket: FlowBracket) -> Fault {
    if let hash = commentThatHides(bracket) {
      return fault(
        .unclosedBracket, "the bracket is not closed: ' #' begins a comment",
        bracket.open..<bracket.open + 1,
        label: "expected '\(closer(of: bracket))' before the next key",
        help: "text that holds ' #' is written in quotes",
        notes: [Diagnostic.Note("the comment begins here", at: range(hash..<hash + 1))])
    }
    return fault(
      .unclosedBracket, "the bracket is not closed", bracket.open..<bracket.open + 1,
      label: "expected '\(closer(of: bracket))' before the next key",
      help: "further lines inside the brackets are indented deeper than their key")
  }

  /// The `#` on the line of a bracket after which the bracket is closed, but in a comment; else nil.
  private func commentThatHides(_ bracket: FlowBracket) -> Int? {
    let end = file.lineBytes(file.line(at: bracket.open)).upperBound
    var quote: UInt8?
    for index in bracket.open + 1..<max(end, bracket.open + 1) {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == Byte.quote || byte == Byte.apostrophe {
        // An apostrophe inside a word opens nothing.
        if !Byte.isName(bytes[index - 1]) { quote = byte }
      } else if byte == Byte.hash, bytes[index - 1] == Byte.space {
        return bytes[index..<end].contains(UInt8(ascii: Unicode.Scalar(closer(of: bracket)) ?? "]"))
          ? index : nil
      }
    }
    return nil
  }

  /// A line inside brackets that stands no deeper than their key.
  func shallowFlowLine(_ next: LineScanner.Line, in bracket: FlowBracket) -> Fault {
    let first = bytes[next.content]
    guard first == Byte.closeBracket || first == Byte.closeBrace else {
      return unclosedBracket(bracket)
    }
    return fault(
      .indentation, "the closing bracket must be deeper than its key",
      next.content..<next.content + 1, help: "put a space or more before it")
  }

  func nothingBeforeComma() -> Fault {
    fault(
      .flowComma, "nothing stands before this comma", position..<position + 1,
      help: "a blank figure is written ~")
  }

  /// Where the text at the position ends: at a bracket, a comma or the end of the line.
  private func endOfPiece(_ line: LineScanner.Line) -> Int {
    var end = position
    while end < line.end, !Byte.isFlowIndicator(bytes[end]) { end += 1 }
    while end > position, bytes[end - 1] == Byte.space { end -= 1 }
    return end
  }

  /// Something after an entry in brackets that is neither a comma nor the closing bracket.
  func strayFlowText(after node: Node, in bracket: FlowBracket) -> Fault {
    let byte = bytes[position]
    let place = position..<position + 1
    let isOnNextLine = node.range.bytes.upperBound < (line?.start ?? 0)
    switch byte {
    case Byte.closeBracket, Byte.closeBrace:
      return fault(
        .unclosedBracket, "'\(UnicodeScalar(byte))' does not close this bracket", place,
        label: "expected '\(closer(of: bracket))'",
        help: "each bracket is closed by one of its own kind",
        notes: [Diagnostic.Note("it was opened here", at: range(bracket.open..<bracket.open + 1))])
    case Byte.colon where isOnNextLine:
      return fault(
        .missingColon, "a colon must stand on the line of its key", place,
        help: "put the key, the colon and the space on one line")
    case Byte.colon:
      let isInList = bytes[bracket.open] == Byte.openBracket
      let end = line.map(endOfPiece) ?? position
      let quoted = quotedForm(node.range.bytes.lowerBound..<end)
      return fault(
        .unquotedColon, isInList ? "a colon stands in a list" : "a second colon stands here", place,
        help: "text that holds a colon is written in quotes: \(quoted)"
          + (isInList ? "; keys stand in braces: { key: value }" : ""))
    default:
      break
    }
    if isOnNextLine, case .scalar(let scalar) = node, scalar.style == .plain,
      !isIndicator(byte, at: position, inFlow: true)
    {
      return fault(
        .multilineScalar, "text runs over several lines, or a comma is missing", place,
        help: "end each entry with a comma; text stays on one line")
    }
    if isOnNextLine {
      return fault(
        .flowComma, "a comma is missing before this entry", place,
        help: "end the entry above it with a comma")
    }
    return fault(
      .strayText, "text stands after a value inside brackets", place,
      label: "expected ',' or '\(closer(of: bracket))'",
      help: "put a comma between two values; text that holds brackets is written in quotes")
  }
}
