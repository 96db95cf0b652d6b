/// An element of a page that is left out whole, and what tells where it ends.
///
/// The ends of paragraphs, items and cells may be missing: then what may not stand in one ends it, as
/// in browsers. So does the end of something that was opened before it.
struct HiddenPart {
  private let name: String
  private let isBlock: Bool
  /// How many blocks of each name are open in it, itself included.
  private var open: [String: Int]

  init(_ name: String, isBlock: Bool) {
    self.name = name
    self.isBlock = isBlock
    open = [name: 1]
  }

  /// Whether its own end was passed.
  var isOver: Bool { open[name, default: 0] == 0 }

  /// Counts a tag that stands in it.
  mutating func pass(_ tag: HTMLTag, isBlock: Bool) {
    guard isBlock || tag.name == name, tag.name != "hr" else { return }
    open[tag.name, default: 0] += tag.isEnd ? -1 : 1
  }

  /// Whether a tag ends it that is not its own end.
  func isEnded(by tag: HTMLTag, isBlock: Bool) -> Bool {
    if name == "head" { return !HiddenPart.ofHead.contains(tag.name) }
    if tag.isEnd {
      // No block stands in a paragraph, so that the end of one ends no block.
      return isBlock && open[tag.name, default: 0] == 0 && !(self.isBlock && tag.name == "p")
    }
    if HiddenPart.endedByBlocks.contains(name) { return isBlock }
    guard let (next, around) = HiddenPart.siblings[name] else { return false }
    return next.contains(tag.name) && around.allSatisfy { open[$0, default: 0] == 0 }
  }

  /// Those that hold no block.
  private static let endedByBlocks: Set<String> = ["p", "sup", "del", "s", "strike"]

  /// What follows an element and so ends it, unless one of the others was opened between.
  private static let siblings: [String: (next: Set<String>, around: Set<String>)] = [
    "li": (["li"], ["ul", "ol"]), "dt": (["dt", "dd"], ["dl"]), "dd": (["dt", "dd"], ["dl"]),
    "td": (["td", "th", "tr", "tbody", "tfoot"], ["table"]),
    "th": (["td", "th", "tr", "tbody", "tfoot"], ["table"]),
    "tr": (["tr", "tbody", "tfoot"], ["table"]), "thead": (["tbody", "tfoot"], ["table"]),
    "tbody": (["tbody", "tfoot"], ["table"]),
  ]

  private static let ofHead: Set<String> = [
    "", "head", "title", "meta", "link", "script", "style", "base", "noscript", "template",
  ]
}
