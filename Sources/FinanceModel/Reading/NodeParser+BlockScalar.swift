extension NodeParser {
  /// What follows `|` or `>`: how deep the text is, and what becomes of its last line ends.
  private struct BlockHeader {
    enum Chomping {
      case clip
      case strip
      case keep
    }

    var chomping = Chomping.clip
    var indent: Int?
  }

  /// Text over several lines after `|` (as it stands) or `>` (folded), then the next line.
  mutating func blockScalar(parent: Int) throws(Fault) -> Node.Scalar {
    let start = position
    let isFolded = bytes[start] == Byte.greater
    guard let headerLine = line else { throw blockHeader(start..<start) }
    guard parent >= 0 else {
      throw fault(
        .blockHeader, "the whole file is one text", start..<headerLine.end,
        help: "a plan or scenario starts with a key: 'plan: name'")
    }
    let header = try blockHeader(end: headerLine.end)
    let first = headerLine.index + 1
    let indent =
      if let given = header.indent { parent + given } else {
        try detectedIndent(from: first, parent: parent)
      }
    var content = BlockText(isFolded: isFolded)
    var end = position
    var index = first
    while let next = lines.line(at: index), next.isBlank || next.indent >= indent {
      let hasBreak = next.end < bytes.count
      if next.end - next.start > indent || (!next.isBlank && next.indent >= indent) {
        content.add(bytes[next.start + indent..<next.end], hasBreak: hasBreak)
        end = next.end
      } else if hasBreak {
        content.addBlank()
      }
      index += 1
    }
    advance(from: index)
    let place = start..<end
    try count(at: place)
    return Node.Scalar(
      text: content.text(
        clipping: header.chomping == .clip, keeping: header.chomping == .keep),
      style: isFolded ? .folded : .literal, range: range(place))
  }

  /// Reads the signs after `|` or `>`, and leaves the position after them.
  private mutating func blockHeader(end: Int) throws(Fault) -> BlockHeader {
    let start = position
    var header = BlockHeader()
    position += 1
    var hasChomping = false
    while position < end {
      let byte = bytes[position]
      if !hasChomping, byte == Byte.plus || byte == Byte.dash {
        header.chomping = byte == Byte.plus ? .keep : .strip
        hasChomping = true
      } else if header.indent == nil, Byte.isDigit(byte), byte != UInt8(ascii: "0") {
        header.indent = Int(byte - UInt8(ascii: "0"))
      } else {
        break
      }
      position += 1
    }
    let headerEnd = position
    guard try isAtEndOfLine() else { throw blockHeader(start..<end) }
    position = headerEnd
    return header
  }

  private func blockHeader(_ place: Range<Int>) -> Fault {
    fault(
      .blockHeader, "'\(short(place))' does not start a block of text", place,
      label: "expected '|' or '>', then at most '+' or '-' and one digit",
      help: "put the text on the lines below, or in quotes")
  }

  /// The indentation of the first line of a text that says something.
  private func detectedIndent(from first: Int, parent: Int) throws(Fault) -> Int {
    var index = first
    var deepest: LineScanner.Line?
    while let next = lines.line(at: index), next.isBlank {
      if next.indent > deepest?.indent ?? 0 { deepest = next }
      index += 1
    }
    guard let next = lines.line(at: index), next.indent > parent else {
      return max(parent + 1, deepest?.indent ?? 0)
    }
    if bytes[next.content] == Byte.tab { throw tabFault(at: next.content) }
    if let deepest, deepest.indent > next.indent {
      throw fault(
        .indentation, "an empty line before the text is deeper than the text",
        deepest.start..<deepest.end, help: "take the spaces out of the empty line")
    }
    return next.indent
  }
}

/// The text of a literal or folded block as its lines are added.
private struct BlockText {
  let isFolded: Bool
  private var text = ""
  private var endsWithBreak = false
  private var blankLines = 0
  private var lastIsSpaced = false

  init(isFolded: Bool) {
    self.isFolded = isFolded
  }

  mutating func addBlank() {
    blankLines += 1
  }

  mutating func add(_ line: ArraySlice<UInt8>, hasBreak: Bool) {
    let isSpaced = line.first == Byte.space || line.first == Byte.tab
    if isFolded, endsWithBreak, !isSpaced, !lastIsSpaced {
      if blankLines == 0 { text += " " }
    } else if endsWithBreak {
      text += "\n"
    }
    text += String(repeating: "\n", count: blankLines)
    text += String(decoding: line, as: UTF8.self)
    blankLines = 0
    endsWithBreak = hasBreak
    lastIsSpaced = isSpaced
  }

  func text(clipping: Bool, keeping: Bool) -> String {
    let lineEnd = endsWithBreak && (clipping || keeping) ? "\n" : ""
    return text + lineEnd + String(repeating: "\n", count: keeping ? blankLines : 0)
  }
}
