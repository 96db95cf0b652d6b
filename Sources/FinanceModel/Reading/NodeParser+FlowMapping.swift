extension NodeParser {
  /// The entries of a mapping in braces; the position is after the opening brace.
  mutating func flowMapping(_ bracket: FlowBracket) throws(Fault) -> Node {
    var entries = EntryList()
    while true {
      try flowSpace(bracket)
      if bytes[position] == Byte.closeBrace { break }
      if bytes[position] == Byte.comma { throw nothingBeforeComma() }
      let keyLine = line?.index
      let key = try flowKey(bracket)
      guard bytes[position] == Byte.colon, line?.index == keyLine else {
        try keyWithoutValue(key, after: &entries, in: bracket)
        continue
      }
      let value = try flowMappingValue(of: key, in: bracket)
      if let earlier = entries.add(Node.Entry(key: key, value: value)) {
        faults.record(duplicate(key, of: earlier))
      }
      try flowSpace(bracket)
      switch bytes[position] {
      case Byte.comma: position += 1
      case Byte.closeBrace: break
      default: throw strayFlowText(after: value, in: bracket)
      }
    }
    position += 1
    return .mapping(entries.all, range(bracket.open..<position))
  }

  /// The key that starts here; the position is then at its colon, or at what stands in its place.
  private mutating func flowKey(_ bracket: FlowBracket) throws(Fault) -> Node.Scalar {
    let start = position
    let key: Node.Scalar
    switch bytes[start] {
    case Byte.openBracket, Byte.openBrace:
      throw complexKey(start..<start + 1)
    case Byte.quote, Byte.apostrophe:
      key = try quotedScalar()
    case Byte.question, Byte.colon:
      if lines.isBreakOrBlank(start + 1, end: line?.end ?? start) {
        throw complexKey(start..<start + 1)
      }
      fallthrough
    default:
      try refuseIndicator(inFlow: true)
      let extent = try plainExtent(inFlow: true)
      key = plainScalar(start..<extent.end)
      position = extent.end
    }
    try flowSpace(bracket)
    return try checked(key, colonAt: min(position, key.range.bytes.upperBound))
  }

  private mutating func flowMappingValue(
    of key: Node.Scalar, in bracket: FlowBracket
  ) throws(Fault) -> Node {
    let colon = position
    let end = line?.end ?? colon
    position += 1
    let isAdjacent = key.style != .plain && colon == key.range.bytes.upperBound
    if !isAdjacent, !lines.isBreakOrBlank(position, end: end) {
      throw missingSpace(afterColonAt: colon)
    }
    try flowSpace(bracket)
    if bytes[position] == Byte.comma || bytes[position] == Byte.closeBrace {
      return try emptyScalar(at: colon + 1)
    }
    return try flowValue(parent: bracket.parent)
  }

  /// Records a key that has no value, most often text that an unquoted comma has split.
  ///
  /// Leaves the position at the next comma or brace, so that the rest of the row is read.
  private mutating func keyWithoutValue(
    _ key: Node.Scalar, after entries: inout EntryList, in bracket: FlowBracket
  ) throws(Fault) {
    if key.style == .plain, let colon = colonWithoutSpace(in: key.range.bytes) {
      throw missingSpace(afterColonAt: colon)
    }
    guard bytes[position] == Byte.comma || bytes[position] == Byte.closeBrace else {
      throw strayFlowText(after: .scalar(key), in: bracket)
    }
    let start = key.range.bytes.lowerBound
    let end = try endOfSplitText(key.range.bytes.upperBound)
    var help = "write '\(short(start..<end)): ' and a value"
    var isMended = false
    if let previous = entries.all.last, case .scalar(let split) = previous.value,
      split.style == .plain,
      !split.text.isEmpty
    {
      let whole = split.range.bytes.lowerBound..<end
      let key = previous.key.range.text
      if let meant = decimalMeant(whole) {
        help = "decimals follow a point, not a comma: write \(key): \(meant)"
        entries.replaceLast(
          by: .scalar(Node.Scalar(text: meant, style: .plain, range: range(whole))))
        isMended = true
      } else {
        help = "text that holds a comma is written in quotes: \(key): \(quotedForm(whole))"
      }
    }
    faults.record(
      fault(
        .flowComma, "'\(short(start..<end))' is not a key with a value", start..<end,
        label: "expected 'key: value'", help: help
      ).diagnostic, isMended: isMended)
    if bytes[position] == Byte.comma { position += 1 }
  }

  /// Passes further pieces of the same split text, and gives the end of the last.
  private mutating func endOfSplitText(_ keyEnd: Int) throws(Fault) -> Int {
    var end = keyEnd
    guard let line else { return end }
    while bytes[position] == Byte.comma {
      let comma = position
      position += 1
      while position < line.end, bytes[position] == Byte.space { position += 1 }
      let isPlain =
        position < line.end && !isIndicator(bytes[position], at: position, inFlow: true)
      let extent = try plainExtent(inFlow: true)
      guard isPlain, !extent.endsAtColon, extent.stop < line.end,
        Byte.isFlowIndicator(bytes[extent.stop])
      else {
        position = comma
        return end
      }
      end = extent.end
      position = extent.stop
    }
    return end
  }
}
