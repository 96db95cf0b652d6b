/// The wording of the faults of block structure and scalars.
extension NodeParser {
  func fault(
    _ code: DiagnosticCode, _ message: String, _ place: Range<Int>, label: String? = nil,
    help: String, notes: [Diagnostic.Note] = [], isFatal: Bool = false
  ) -> Fault {
    let diagnostic = Diagnostic(
      code, message, at: range(place), label: label, help: help, notes: notes)
    return Fault(diagnostic: diagnostic, isFatal: isFatal)
  }

  /// A stretch of the file, cut short where it would fill the screen.
  func short(_ place: Range<Int>) -> String {
    place.count <= 100 ? text(place) : text(place.prefix(200)).prefix(60) + "…"
  }

  /// A stretch of the file in the quotes that make it one text.
  func quotedForm(_ place: Range<Int>) -> String {
    let text = short(place)
    if !text.contains("\""), !text.contains("\\") { return "\"\(text)\"" }
    let pieces = text.split(separator: "'", omittingEmptySubsequences: false)
    return "'\(pieces.joined(separator: "''"))'"
  }

  /// A place without the spaces or comment at its end.
  private func trimmed(_ place: Range<Int>) -> Range<Int> {
    var end = place.upperBound
    var index = place.lowerBound + 1
    while index < end {
      if bytes[index] == Byte.hash, bytes[index - 1] == Byte.space { end = index }
      index += 1
    }
    while end > place.lowerBound, bytes[end - 1] == Byte.space { end -= 1 }
    return place.lowerBound..<end
  }

  func emptyFile() -> Fault {
    let isBlank = !bytes.contains { $0 != Byte.space && $0 != 10 && $0 != 13 }
    return fault(
      .fileEmpty, isBlank ? "the file is empty" : "the file holds nothing but comments", 0..<0,
      help: file.path.hasSuffix(".layout")
        ? "a layout starts with 'layout: name'"
        : "a plan starts with 'plan: name', a scenario with 'scenario: name'")
  }

  func outsideRoot(_ line: LineScanner.Line) -> Fault {
    fault(
      .indentation, "this line stands further left than the first line", line.content..<line.end,
      help: "line it up with the first key of the file")
  }

  func secondDocument(_ line: LineScanner.Line) -> Fault {
    fault(
      .unsupportedDocuments, "a file holds one document", line.start..<line.start + 3,
      help: "delete this line, or put what follows it into a file of its own")
  }

  func tabFault(at offset: Int) -> Fault {
    fault(
      .tab, "a tab stands where only spaces may", offset..<offset + 1,
      help: "put spaces in its place; text that holds a tab is written in quotes")
  }

  func notADash(_ line: LineScanner.Line) -> Fault {
    fault(
      .indentation, "this line is level with a list but is no entry of it",
      trimmed(line.content..<line.end),
      help: "start it with '- ', or line it up with the key it belongs to")
  }

  func dashAmongKeys(_ line: LineScanner.Line) -> Fault {
    fault(
      .indentation, "an entry of a list stands among keys", trimmed(line.content..<line.end),
      help: "put it below the key it belongs to, which must have no other value")
  }

  /// A line among the keys of a mapping that is none.
  func notAKey(_ line: LineScanner.Line) -> Fault {
    let place = trimmed(line.content..<line.end)
    if let colon = colonWithoutSpace(in: place) { return missingSpace(afterColonAt: colon) }
    do throws(Fault) {
      let first = bytes[position]
      if first != Byte.openBracket, first != Byte.openBrace, first != Byte.quote,
        first != Byte.apostrophe
      {
        try refuseIndicator(inFlow: false)
      }
    } catch {
      return error
    }
    return fault(
      .missingColon, "this line has no colon", place, label: "expected 'key: value'",
      help: "text that runs over several lines starts with '>' after its key")
  }

  func missingSpace(afterColonAt colon: Int) -> Fault {
    var start = colon
    while start > 0, Byte.isName(bytes[start - 1]) { start -= 1 }
    let key = start == colon ? "key" : short(start..<colon)
    return fault(
      .missingSpace, "the colon has no space after it", colon..<colon + 1,
      help: "write '\(key): ' and then the value; text that holds a colon is written in quotes")
  }

  func duplicate(_ key: Node.Scalar, of earlier: Node.Scalar) -> Diagnostic {
    Diagnostic(
      .duplicateKey, "the key '\(key.text)' stands twice", at: key.range,
      help: "delete one of the two",
      notes: [Diagnostic.Note("the first one is here", at: earlier.range)])
  }

  func complexKey(_ place: Range<Int>) -> Fault {
    fault(
      .unsupportedKey, "this is no plain key", trimmed(place),
      help: "a key is one word or quoted text before a colon")
  }

  func unclosedQuote(from start: Int) -> Fault {
    let mark = String(UnicodeScalar(bytes[start]))
    return fault(
      .unclosedQuote, "the quote is not closed on its line", start..<(line?.end ?? start + 1),
      help: bytes[start] == Byte.quote
        ? "close it with \(mark) (inside, \\\(mark)); text of several lines starts with '>'"
        : "close it with \(mark) (inside, \(mark)\(mark)); text of several lines starts with '>'")
  }

  func badEscape(_ place: Range<Int>) -> Fault {
    fault(
      .badEscape, "'\(text(place))' is not an escape", place,
      help: "a backslash is written \\\\, or the whole text in single quotes")
  }

  /// Text after a value that is already complete, on the same line.
  func strayText(after node: Node, from start: Int) -> Fault {
    let end = line?.end ?? position
    let isColon = bytes[position] == Byte.colon && lines.isBreakOrBlank(position + 1, end: end)
    guard case .scalar(let scalar) = node else {
      return isColon
        ? complexKey(position..<position + 1)
        : fault(
          .strayText, "text stands after the closing bracket", trimmed(position..<end),
          help: "put it on its own line, or quote the whole value")
    }
    if isColon {
      return fault(
        .unquotedColon, "a second colon stands in this line", position..<position + 1,
        help: scalar.style == .plain
          ? "text that holds a colon is written in quotes: \(quotedForm(trimmed(start..<end)))"
          : "put the key on its own line")
    }
    return fault(
      .strayText, "text stands after the closing quote", trimmed(position..<end),
      help: "put all of the text inside the quotes")
  }
}
