extension CheckRule {
  static let textCutShort = CheckRule(
    "text-cut-short",
    finds: "text without quotes that ends before a `#` with no space after it, as in `Plan #2`",
    why: "the plan's file takes what follows a space and a # for a comment, so nobody is shown it",
    mending: "put the whole text in quotes, or a space after the # where a comment is meant",
    faulty: "title: Medium Term Plan #2 of the council",
    mended: "title: \"Medium Term Plan #2 of the council\""
  ) { subject in
    let file = subject.plan.range.file
    guard let node = try? NodeParser.parse(file) else { return [] }
    let texts = node.texts().filter { $0.style == .plain && $0.text.contains(where: \.isLetter) }
    return SourceComments(of: file, around: node).all.compactMap { comment in
      guard comment.isTrailing,
        comment.text.dropFirst().first.map({ $0.isLetter || $0.isNumber }) == true,
        let text = texts.last(where: { $0.range.bytes.upperBound < comment.offset }),
        file.bytes[text.range.bytes.upperBound..<comment.offset].allSatisfy({ $0 == Byte.space })
      else { return nil }
      let whole = text.range.bytes.lowerBound..<comment.offset + comment.text.utf8.count
      return Finding.Place(
        "the text ends at '\(text.text.suffix(40))', because ' #' begins a comment",
        at: SourceRange(file: file, bytes: whole))
    }
  }
}

/// The keys whose values are words for readers; after any other a comment is surely meant.
private let wordKeys: Set = [
  "title", "authority", "source", "note", "notes", "heading", "text", "says", "because", "name",
  "owner", "service", "priority", "mitigation", "titles",
]

extension Node {
  /// Every value under a key that takes words, in the order of the file.
  fileprivate func texts(areWords: Bool = false) -> [Scalar] {
    switch self {
    case .scalar(let scalar): areWords ? [scalar] : []
    case .sequence(let items, _): items.flatMap { $0.texts(areWords: areWords) }
    case .mapping(let entries, _):
      entries.flatMap { $0.value.texts(areWords: areWords || wordKeys.contains($0.key.text)) }
    }
  }
}
