/// A tag of HTML, or a comment or declaration, which has no name.
struct HTMLTag {
  let name: String
  let isEnd: Bool
  /// Whether it says that what it holds is not shown.
  let isHidden: Bool
  /// The place behind it.
  let end: Int

  /// The tag that begins at a `<`; nil where that is only a sign in the text.
  ///
  /// A tag or comment that does not end runs to the end of the file, as browsers have it.
  init?(_ bytes: [UInt8], at start: Int) {
    let next = start + 1 < bytes.count ? bytes[start + 1] : 0
    if next == UInt8(ascii: "!") || next == Byte.question {
      let isComment = bytes[start...].starts(with: "<!--".utf8)
      let end =
        isComment
        ? HTMLTag.place(of: "-->", in: bytes, from: start + 4)
        : HTMLTag.place(of: ">", in: bytes, from: start)
      self.init(name: "", isEnd: false, isHidden: false, end: end)
      return
    }
    let isEnd = next == UInt8(ascii: "/")
    var place = start + (isEnd ? 2 : 1)
    let first = place
    guard place < bytes.count, Byte.isLetter(bytes[place]) else { return nil }
    while place < bytes.count, !HTMLTag.endsName(bytes[place]) { place += 1 }
    // No element has a name as long as a hostile one may be.
    let name = String(decoding: bytes[first..<min(place, first + 24)], as: UTF8.self).lowercased()
    var attributes = HTMLAttributes(bytes, at: place)
    attributes.read()
    self.init(
      name: name, isEnd: isEnd, isHidden: !isEnd && attributes.hides(name), end: attributes.end)
  }

  private init(name: String, isEnd: Bool, isHidden: Bool, end: Int) {
    self.name = name
    self.isEnd = isEnd
    self.isHidden = isHidden
    self.end = end
  }

  static func endsName(_ byte: UInt8) -> Bool {
    byte <= Byte.space || byte == Byte.greater || byte == UInt8(ascii: "/")
  }

  /// The place behind the next such text; the end where there is none.
  static func place(of text: StaticString, in bytes: [UInt8], from start: Int) -> Int {
    text.withUTF8Buffer { text in
      var place = start
      while place + text.count <= bytes.count {
        if bytes[place] == text[0], bytes[place...].starts(with: text) {
          return place + text.count
        }
        place += 1
      }
      return bytes.count
    }
  }
}
