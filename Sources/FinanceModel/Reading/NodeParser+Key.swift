extension NodeParser {
  /// A key of a block mapping and the offset after its colon.
  struct BlockKey {
    let key: Node.Scalar
    let colonEnd: Int
  }

  /// The longest key, quotes included, that YAML reads without a `?`.
  private static let keyLimit = 1024

  /// The key that starts here, or nil where what starts here is no key.
  mutating func blockKey() throws(Fault) -> BlockKey? {
    guard let line else { return nil }
    let start = position
    let key: Node.Scalar
    switch bytes[start] {
    case Byte.quote, Byte.apostrophe:
      key = try quotedScalar()
      while position < line.end, bytes[position] == Byte.space { position += 1 }
      guard position < line.end, bytes[position] == Byte.colon else { return nil }
      guard lines.isBreakOrBlank(position + 1, end: line.end) else {
        throw missingSpace(afterColonAt: position)
      }
    case Byte.question, Byte.colon:
      guard lines.isBreakOrBlank(start + 1, end: line.end) else { return nil }
      throw complexKey(start..<line.end)
    case let first where isIndicator(first, at: start, inFlow: false):
      return nil
    default:
      let extent = try plainExtent(inFlow: false)
      guard extent.endsAtColon else { return nil }
      key = plainScalar(start..<extent.end)
      position = extent.stop
    }
    return BlockKey(key: try checked(key, colonAt: position), colonEnd: position + 1)
  }

  /// Refuses merge keys and keys that are too long for other parsers, and counts the rest.
  mutating func checked(_ key: Node.Scalar, colonAt colon: Int) throws(Fault) -> Node.Scalar {
    let place = key.range.bytes
    if key.style == .plain, key.text == "<<" {
      throw fault(
        .unsupportedMerge, "merge keys are not supported", place,
        help: "write out the keys that it would bring in")
    }
    if colon - place.lowerBound > NodeParser.keyLimit {
      throw fault(
        .unsupportedKey, "the key is longer than \(NodeParser.keyLimit) bytes",
        place.lowerBound..<place.lowerBound + 20, help: "shorten it")
    }
    try count(at: place)
    return key
  }
}

/// The entries of a mapping so far, which knows a key it already has.
struct EntryList {
  private(set) var all: [Node.Entry] = []
  private var places: [String: Int] = [:]

  /// Adds an entry, or gives the earlier key with the same text and leaves the entry out.
  mutating func add(_ entry: Node.Entry) -> Node.Scalar? {
    if let earlier = place(of: entry.key.text) { return all[earlier].key }
    all.append(entry)
    if all.count > 8 { places[entry.key.text] = all.count - 1 }
    if all.count == 8 {
      for (index, entry) in all.enumerated() { places[entry.key.text] = index }
    }
    return nil
  }

  /// Puts another value in the place of the last entry's.
  mutating func replaceLast(by value: Node) {
    guard let last = all.popLast() else { return }
    all.append(Node.Entry(key: last.key, value: value))
  }

  private func place(of key: String) -> Int? {
    // A search through a few keys is faster than hashing them.
    places.isEmpty ? all.firstIndex { $0.key.text == key } : places[key]
  }
}
