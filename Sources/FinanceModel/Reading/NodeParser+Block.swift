extension NodeParser {
  /// The value that starts at the position: a list, a mapping, or anything on one line.
  ///
  /// Its column counts the spaces and dashes before it; the parent's is -1 outside all.
  mutating func blockNode(column: Int, parent: Int) throws(Fault) -> Node {
    if isAtDash() { return try blockSequence(column: column) }
    let start = position
    if let key = try blockKey() { return try blockMapping(column: column, first: key, at: start) }
    position = start
    return try inlineValue(parent: parent)
  }

  /// What stands after `key:` or `- `, on the same line or on deeper lines below.
  ///
  /// The position is just after the colon or dash; a list below a key need not be deeper.
  mutating func blockValue(column: Int, belowKey: Bool) throws(Fault) -> Node {
    guard let first = line else { return try emptyScalar(at: position) }
    let indicatorEnd = position
    if try isAtEndOfLine() {
      advance(from: first.index + 1)
      if let next = line, next.indent > column {
        return try blockNode(column: next.indent, parent: column)
      }
      if belowKey, let next = line, next.indent == column, isAtDash() {
        return try blockSequence(column: column, isLevelWithKey: true)
      }
      return try emptyScalar(at: indicatorEnd)
    }
    if belowKey { return try inlineValue(parent: column) }
    return try blockNode(column: position - first.start, parent: column)
  }

  mutating func blockSequence(
    column: Int, isLevelWithKey: Bool = false
  ) throws(Fault) -> Node {
    try enter()
    defer { leave() }
    let start = position
    var items: [Node] = []
    var end = start + 1
    while let first = line {
      do throws(Fault) {
        guard isAtDash() else { throw notADash(first) }
        position += 1
        let item = try blockValue(column: column, belowKey: false)
        items.append(item)
        end = item.range.bytes.upperBound
        try refuseDeeperLine(than: column)
      } catch {
        try recover(from: error, of: first, column: column)
      }
      guard let next = line, next.indent == column, !isLevelWithKey || isAtDash() else { break }
    }
    try count(at: start..<start + 1)
    return .sequence(items, range(start..<end))
  }

  mutating func blockMapping(
    column: Int, first key: BlockKey, at start: Int
  ) throws(Fault) -> Node {
    try enter()
    defer { leave() }
    var entries = EntryList()
    var known: BlockKey? = key
    var end = key.key.range.bytes.upperBound
    while let first = line {
      do throws(Fault) {
        let key = if let known { known } else { try keyOfNextEntry(first) }
        position = key.colonEnd
        let value = try blockValue(column: column, belowKey: true)
        end = value.range.bytes.upperBound
        if let earlier = entries.add(Node.Entry(key: key.key, value: value)) {
          faults.record(duplicate(key.key, of: earlier))
        }
        try refuseDeeperLine(than: column)
      } catch {
        try recover(from: error, of: first, column: column)
      }
      known = nil
      guard let next = line, next.indent == column else { break }
    }
    try count(at: start..<start + 1)
    return .mapping(entries.all, range(start..<end))
  }

  private mutating func keyOfNextEntry(_ first: LineScanner.Line) throws(Fault) -> BlockKey {
    if isAtDash() { throw dashAmongKeys(first) }
    if let key = try blockKey() { return key }
    position = first.content
    throw notAKey(first)
  }

  /// Refuses a line that is deeper than its neighbours but level with nothing above it.
  private func refuseDeeperLine(than column: Int) throws(Fault) {
    guard let next = line, next.indent > column else { return }
    throw fault(
      .indentation, "this line is level with no line above it", next.content..<next.end,
      help: "put \(spaces(column)) before it, or as many as the lines have that it belongs with")
  }

  private func spaces(_ count: Int) -> String {
    count == 0 ? "no space" : count == 1 ? "1 space" : "\(count) spaces"
  }

  /// Whether `- ` stands here, which starts an entry of a list.
  func isAtDash() -> Bool {
    guard let line else { return false }
    return bytes[position] == Byte.dash && lines.isBreakOrBlank(position + 1, end: line.end)
  }

  /// Passes spaces; true when nothing but a comment is left on the line.
  mutating func isAtEndOfLine() throws(Fault) -> Bool {
    guard let line else { return true }
    let start = position
    while position < line.end, bytes[position] == Byte.space { position += 1 }
    if position == line.end { return true }
    if bytes[position] == Byte.tab { throw tabFault(at: position) }
    return bytes[position] == Byte.hash && position > start
  }
}
