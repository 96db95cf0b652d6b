extension Node {
  /// A value that is made and not read: its range is empty, at the place of what it stands for.
  static func made(_ text: String, at range: SourceRange) -> Node {
    .scalar(Scalar.made(text, at: range))
  }

  /// Whether it was made: nothing stands in its range.
  var isMade: Bool { range.bytes.isEmpty }

  /// A copy that counts as made, so that the writer decides how it is laid out.
  var remade: Node {
    let place = range.start
    switch self {
    case .scalar(let scalar):
      return .scalar(Scalar(text: scalar.text, style: scalar.style, range: place))
    case .sequence(let items, _): return .sequence(items.map(\.remade), place)
    case .mapping(let entries, _):
      return .mapping(
        entries.map { Entry(key: .made($0.key.text, at: $0.key.range), value: $0.value.remade) },
        place)
    }
  }

  /// The value at a key of a mapping.
  subscript(key: String) -> Node? {
    if case .mapping(let entries, _) = self { entries[key] } else { nil }
  }

  /// The text of a scalar.
  var text: String? {
    if case .scalar(let scalar) = self { scalar.text } else { nil }
  }

  var isNull: Bool {
    if case .scalar(let scalar) = self { scalar.isNull } else { false }
  }

  var isFormula: Bool {
    if case .scalar(let scalar) = self { scalar.isFormula } else { false }
  }
}

extension Node.Scalar {
  static func made(_ text: String, at range: SourceRange) -> Node.Scalar {
    Node.Scalar(text: text, style: .plain, range: range.start)
  }
}

extension SourceRange {
  /// The empty range where it begins.
  var start: SourceRange {
    SourceRange(file: file, bytes: bytes.lowerBound..<bytes.lowerBound)
  }
}

extension [Node.Entry] {
  /// The value at a key.
  subscript(key: String) -> Node? { first { $0.key.text == key }?.value }

  /// Gives a key a value; a new key goes before the first of `keys` that is there, or to the end.
  mutating func set(_ key: String, _ value: Node, before keys: [String] = []) {
    if let index = firstIndex(where: { $0.key.text == key }) {
      self[index] = Node.Entry(key: self[index].key, value: value)
      return
    }
    let index = firstIndex { keys.contains($0.key.text) } ?? endIndex
    let place = index < endIndex ? self[index].key.range.start : value.range.start
    insert(Node.Entry(key: .made(key, at: place), value: value), at: index)
  }

  mutating func remove(_ key: String) {
    removeAll { $0.key.text == key }
  }
}
