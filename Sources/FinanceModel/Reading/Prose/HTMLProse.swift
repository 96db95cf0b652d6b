/// What a page of HTML shows: no scripts, styles, comments, head, pictures or hidden parts.
///
/// Tags are passed one after another, so that no depth of nesting matters. Raised text is the mark of
/// a note, and struck text is no longer said: both are left out. So is the whole of a hidden part,
/// also where something within it says that it is shown.
struct HTMLProse {
  private let bytes: [UInt8]
  private var prose: Prose
  private var skipped: HiddenPart?

  static func prose(of file: SourceFile) -> Prose {
    var reader = HTMLProse(Prose(file: file, format: .html))
    var place = 0
    while place < file.bytes.count { place = reader.step(at: place) }
    return reader.prose
  }

  private init(_ prose: Prose) {
    self.prose = prose
    bytes = prose.file.bytes
  }

  /// Reads a tag, an entity or a byte, and gives the place behind it.
  private mutating func step(at place: Int) -> Int {
    switch bytes[place] {
    case UInt8(ascii: "<"):
      if let tag = HTMLTag(bytes, at: place) { return pass(tag, at: place) }
    case UInt8(ascii: "&"):
      if let entity = HTMLEntity(bytes, at: place) {
        if skipped == nil { prose.append(entity.scalar, at: place) }
        return entity.end
      }
    default: break
    }
    if skipped == nil { prose.append(bytes[place], at: place) }
    return place + 1
  }

  private mutating func pass(_ tag: HTMLTag, at place: Int) -> Int {
    let isBlock = HTMLProse.blocks.contains(tag.name)
    if skipped?.isEnded(by: tag, isBlock: isBlock) == true { skipped = nil }
    if skipped != nil {
      skipped?.pass(tag, isBlock: isBlock)
      if skipped?.isOver == true { skipped = nil }
    } else if isBlock {
      prose.endBlock(at: place)
    } else if tag.name == "br" || tag.name == "option" {
      prose.append(Byte.space, at: place)
    }
    guard !tag.isEnd else { return tag.end }
    if HTMLProse.raw.contains(tag.name) { return endOfRawText(tag) }
    if skipped == nil, !HTMLProse.empty.contains(tag.name),
      tag.isHidden || HTMLProse.left.contains(tag.name)
    {
      skipped = HiddenPart(tag.name, isBlock: isBlock)
    }
    return tag.end
  }

  /// The place behind a script or a style, in which nothing but its own end is a tag.
  private func endOfRawText(_ tag: HTMLTag) -> Int {
    let name = Array(tag.name.utf8)
    var place = tag.end
    while place + name.count + 2 < bytes.count {
      let behind = place + name.count + 2
      if bytes[place] == UInt8(ascii: "<"), bytes[place + 1] == UInt8(ascii: "/"),
        bytes[(place + 2)..<behind].elementsEqual(name, by: { $0 | 0x20 == $1 }),
        HTMLTag.endsName(bytes[behind]), let end = HTMLTag(bytes, at: place)
      {
        return end.end
      }
      place += 1
    }
    return bytes.count
  }

  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "search",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
  ]
  private static let raw: Set<String> = [
    "script", "style", "textarea", "xmp", "iframe", "noembed", "noframes",
  ]
  private static let left: Set<String> = [
    "head", "template", "svg", "math", "sup", "del", "s", "strike", "noscript", "select", "audio",
    "video", "canvas", "object", "datalist", "rp",
  ]
  private static let empty: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]
}
