extension NodeParser {
  /// A list `[...]` or a mapping `{...}`, over one line or several.
  mutating func flowCollection(parent: Int) throws(Fault) -> Node {
    try enter()
    defer { leave() }
    let open = position
    let isSequence = bytes[open] == Byte.openBracket
    position += 1
    let node =
      if isSequence {
        try flowSequence(FlowBracket(open: open, parent: parent))
      } else {
        try flowMapping(FlowBracket(open: open, parent: parent))
      }
    try count(at: open..<open + 1)
    return node
  }

  /// The bracket or brace that a flow entry stands in.
  struct FlowBracket {
    let open: Int
    /// The column that every further line must be deeper than.
    let parent: Int
  }

  private mutating func flowSequence(_ bracket: FlowBracket) throws(Fault) -> Node {
    var items: [Node] = []
    var hasTightComma = false
    while true {
      try flowSpace(bracket)
      if bytes[position] == Byte.closeBracket { break }
      if bytes[position] == Byte.comma { throw nothingBeforeComma() }
      items.append(try flowValue(parent: bracket.parent))
      try flowSpace(bracket)
      switch bytes[position] {
      case Byte.comma:
        if !hasTightComma, let tight = tightComma(after: items[items.count - 1]) {
          faults.record(tight.diagnostic)
          hasTightComma = true
        }
        position += 1
      case Byte.closeBracket:
        break
      default:
        throw strayFlowText(after: items[items.count - 1], in: bracket)
      }
    }
    position += 1
    return .sequence(items, range(bracket.open..<position))
  }

  mutating func flowValue(parent: Int) throws(Fault) -> Node {
    switch bytes[position] {
    case Byte.openBracket, Byte.openBrace:
      return try flowCollection(parent: parent)
    case Byte.quote, Byte.apostrophe:
      let scalar = try quotedScalar()
      try count(at: scalar.range.bytes)
      return .scalar(scalar)
    default:
      return .scalar(try plainScalar(inFlow: true))
    }
  }

  /// Passes spaces, comments and line ends inside brackets, up to the next byte of the entry.
  mutating func flowSpace(_ bracket: FlowBracket) throws(Fault) {
    while let current = line {
      let start = position
      while position < current.end, bytes[position] == Byte.space { position += 1 }
      if position < current.end {
        if bytes[position] == Byte.tab { throw tabFault(at: position) }
        let startsComment = position > start || position == current.start
        guard bytes[position] == Byte.hash, startsComment else { return }
      }
      guard let next = lines.contentLine(from: current.index + 1) else {
        throw unclosedBracket(bracket)
      }
      if lines.isDocumentMarker(next) { throw secondDocument(next) }
      if bytes[next.content] == Byte.tab { throw tabFault(at: next.content) }
      if next.indent <= bracket.parent { throw shallowFlowLine(next, in: bracket) }
      line = next
      position = next.content
    }
  }

  /// A comma with no space after it between two figures or texts, which may be a thousands comma.
  private func tightComma(after item: Node) -> Fault? {
    guard case .scalar(let scalar) = item, scalar.style == .plain, let line else { return nil }
    let next = position + 1
    guard next < line.end else { return nil }
    switch bytes[next] {
    case Byte.space, Byte.tab, Byte.hash, Byte.quote, Byte.apostrophe: return nil
    case let byte where Byte.isFlowIndicator(byte): return nil
    default: break
    }
    var help = "write '[a, b]'; text that holds a comma is written in quotes"
    let start = scalar.range.bytes.lowerBound
    if let meant = decimalMeant(start..<endOfFigure(start..<line.end)) {
      let parted = meant.split(separator: ".").joined(separator: ", ")
      help = "write \(meant) for one figure with decimals"
      if !meant.contains("(") { help += ", or \(parted) for two figures" }
    } else if let figure = figureWithThousands(start..<line.end) {
      let plain = figure.split(separator: ",").joined()
      help = "a list cannot hold thousands commas: write \(plain), or \"\(figure)\" in quotes"
    }
    return fault(
      .flowComma, "a comma in a list must be followed by a space", position..<next, help: help)
  }

  /// A figure whose decimals follow a comma, with a point in its place; nil where it is no such one.
  func decimalMeant(_ place: Range<Int>) -> String? {
    place.count > 40 ? nil : AmountFault.withDecimalPoint(text(place))
  }

  /// Where the text at the start of a stretch ends: before a space, a bracket or the comma at its end.
  private func endOfFigure(_ place: Range<Int>) -> Int {
    let ends: Set<UInt8> = [Byte.space, Byte.closeBracket, Byte.closeBrace]
    let end = place.prefix(40).first { ends.contains(bytes[$0]) } ?? place.upperBound
    return bytes[end - 1] == Byte.comma ? end - 1 : end
  }

  /// The text at the start of a stretch up to a space or bracket, where its commas group thousands.
  private func figureWithThousands(_ place: Range<Int>) -> String? {
    let figure = text(place.lowerBound..<endOfFigure(place))
    let groups = figure.split(separator: ",", omittingEmptySubsequences: false)
    let group = groups.dropFirst().map { $0.prefix { $0.isASCII && $0.isNumber }.count }
    guard group.allSatisfy({ $0 == 3 }), groups[0].last?.isNumber == true else { return nil }
    return figure
  }
}
