extension Node {
  /// It with the keys of every mapping in the order of their `KeySet`.
  ///
  /// Keys that the file chooses, as those of assumptions and years, stay in theirs, and so does what
  /// has no form: their order is the file's own.
  func ordered(as form: KeyForm?) -> Node {
    switch self {
    case .scalar: return self
    case .sequence(let items, let range):
      let inner = form?.inner.item
      return .sequence(items.map { $0.ordered(as: inner) }, range)
    case .mapping(let entries, let range):
      guard let keySet = form?.keySet(of: entries) else {
        let inner = form?.inner.entry
        return .mapping(
          entries.map { Entry(key: $0.key, value: $0.value.ordered(as: inner)) }, range)
      }
      let places = Dictionary(
        uniqueKeysWithValues: keySet.keys.enumerated().map { ($1.name, (place: $0, key: $1)) })
      let sorted = entries.enumerated().sorted { left, right in
        let (one, other) = (places[left.element.key.text], places[right.element.key.text])
        return (one?.place ?? .max, left.offset) < (other?.place ?? .max, right.offset)
      }
      return .mapping(
        sorted.map { _, entry in
          Entry(
            key: entry.key, value: entry.value.ordered(as: places[entry.key.text]?.key.form))
        }, range)
    }
  }

  /// Whether two files say the same: the same structure, and the same text of every scalar.
  func reads(as other: Node) -> Bool {
    switch (self, other) {
    case (.scalar(let one), .scalar(let two)):
      return one.isNull ? two.isNull : one.text == two.text && !two.isNull
    case (.sequence(let one, _), .sequence(let two, _)):
      return one.count == two.count && zip(one, two).allSatisfy { $0.reads(as: $1) }
    case (.mapping(let one, _), .mapping(let two, _)):
      return one.count == two.count
        && zip(one, two).allSatisfy { $0.key.text == $1.key.text && $0.value.reads(as: $1.value) }
    default: return false
    }
  }
}
