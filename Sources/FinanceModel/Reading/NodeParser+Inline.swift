extension NodeParser {
  /// A value that starts on this line and is no block list or mapping, then the next line.
  mutating func inlineValue(parent: Int) throws(Fault) -> Node {
    guard line != nil else { return try emptyScalar(at: position) }
    let start = position
    let node: Node
    switch bytes[start] {
    case Byte.openBracket, Byte.openBrace:
      node = try flowCollection(parent: parent)
    case Byte.bar, Byte.greater:
      let scalar = try blockScalar(parent: parent)
      try refuseContinuation(of: .scalar(scalar), parent: parent)
      return .scalar(scalar)
    case Byte.quote, Byte.apostrophe:
      let scalar = try quotedScalar()
      try count(at: scalar.range.bytes)
      node = .scalar(scalar)
    default:
      node = .scalar(try plainScalar(inFlow: false))
    }
    guard let last = line else { return node }
    if try !isAtEndOfLine() { throw strayText(after: node, from: start) }
    advance(from: last.index + 1)
    try refuseContinuation(of: node, parent: parent)
    return node
  }

  /// Refuses deeper lines after a value that is already complete.
  private mutating func refuseContinuation(of node: Node, parent: Int) throws(Fault) {
    guard let next = line, next.indent > parent else { return }
    let place = next.content..<next.end
    let isKey = try isAtKey()
    let nextIsEntry = isKey || isAtDash()
    guard case .scalar(let scalar) = node, scalar.style == .plain else {
      throw fault(
        nextIsEntry ? .indentation : .strayText, "this line belongs to no key", place,
        help: "the value above it is complete; check the spaces before this line")
    }
    if let colon = colonWithoutSpace(in: scalar.range.bytes) {
      throw missingSpace(afterColonAt: colon)
    }
    if nextIsEntry, startsLine(scalar) {
      throw fault(
        .missingColon, "this line has no colon", scalar.range.bytes,
        help: "a key is written 'key: value', or 'key:' with its entries below")
    }
    if nextIsEntry {
      throw fault(
        .indentation, "this line is deeper than the key above, which already has a value", place,
        help: "line it up with the key above, or take the value away from that key")
    }
    throw fault(
      .multilineScalar, "text runs over several lines", place,
      help: "put it on one line, or put '>' after the key and all of the text below it")
  }

  private mutating func isAtKey() throws(Fault) -> Bool {
    let start = position
    defer { position = start }
    if isIndicator(bytes[start], at: start, inFlow: false) { return false }
    return try plainExtent(inFlow: false).endsAtColon
  }

  /// Whether nothing but spaces and the dashes of lists stand before a scalar on its line.
  private func startsLine(_ scalar: Node.Scalar) -> Bool {
    guard let line = lines.line(at: scalar.range.line - 1) else { return false }
    return bytes[line.content..<scalar.range.bytes.lowerBound].allSatisfy {
      $0 == Byte.space || $0 == Byte.dash
    }
  }

  /// The colon of `key:value`, where a space was surely meant, or nil.
  func colonWithoutSpace(in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    var hasLetter = false
    while index < range.upperBound, Byte.isName(bytes[index]) {
      hasLetter = hasLetter || !(Byte.isDigit(bytes[index]) || bytes[index] == Byte.dash)
      index += 1
    }
    let isColon = index < range.upperBound && bytes[index] == Byte.colon
    let isAddress = index + 1 < range.upperBound && bytes[index + 1] == UInt8(ascii: "/")
    return isColon && hasLetter && !isAddress ? index : nil
  }
}
