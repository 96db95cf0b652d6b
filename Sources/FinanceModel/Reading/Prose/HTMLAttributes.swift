/// What the attributes of a tag say of its being shown, and where the tag ends.
///
/// Only what stands in the tag itself counts. A style sheet may hide a part as well, and no sheet is
/// read.
struct HTMLAttributes {
  private let bytes: [UInt8]
  private(set) var end: Int
  /// Those that decide whether an element is shown, by name; of two alike the first counts.
  private var found: [String: ArraySlice<UInt8>] = [:]

  /// Behind the name of a tag.
  init(_ bytes: [UInt8], at place: Int) {
    self.bytes = bytes
    end = place
  }

  /// Reads to the end of the tag, as browsers do.
  mutating func read() {
    while end < bytes.count {
      pass { $0 <= Byte.space || $0 == UInt8(ascii: "/") }
      guard end < bytes.count, bytes[end] != Byte.greater else { break }
      let start = end
      end += 1
      pass { !HTMLTag.endsName($0) && $0 != HTMLAttributes.equals }
      let name = start..<end
      pass { $0 <= Byte.space }
      var value: ArraySlice<UInt8> = []
      if end < bytes.count, bytes[end] == HTMLAttributes.equals {
        end += 1
        value = readValue()
      }
      keep(name, value)
    }
    // Behind the closing bracket, where there is one.
    end = min(end + 1, bytes.count)
  }

  private mutating func readValue() -> ArraySlice<UInt8> {
    pass { $0 <= Byte.space }
    guard end < bytes.count, bytes[end] != Byte.greater else { return [] }
    let quote = bytes[end]
    guard quote == Byte.quote || quote == Byte.apostrophe else {
      let start = end
      pass { $0 > Byte.space && $0 != Byte.greater }
      return bytes[start..<end]
    }
    end += 1
    let start = end
    pass { $0 != quote }
    let value = bytes[start..<end]
    end = min(end + 1, bytes.count)
    return value
  }

  private mutating func pass(_ isPassed: (UInt8) -> Bool) {
    while end < bytes.count, isPassed(bytes[end]) { end += 1 }
  }

  private mutating func keep(_ name: Range<Int>, _ value: ArraySlice<UInt8>) {
    guard name.count <= 8 else { return }
    let name = String(decoding: bytes[name], as: UTF8.self).lowercased()
    guard ["hidden", "popover", "open", "style"].contains(name), found[name] == nil else { return }
    found[name] = value
  }

  /// Whether an element of a name is not shown.
  ///
  /// A style outweighs the attribute `hidden`, as in browsers.
  func hides(_ name: String) -> Bool {
    let style = found["style"].map(HTMLAttributes.hidden) ?? [:]
    let isHidden =
      found["hidden"] != nil || found["popover"] != nil
      || (name == "dialog" && found["open"] == nil)
    return style["display"] ?? isHidden || style["visibility"] == true
  }

  /// Of the properties that can hide, those that a style written into a tag sets, and whether it does.
  private static func hidden(_ style: ArraySlice<UInt8>) -> [String: Bool] {
    var isImportant: Set<String> = []
    var hides: [String: Bool] = [:]
    for part in String(decoding: style, as: UTF8.self).lowercased().split(separator: ";") {
      let halves = part.split(separator: ":", maxSplits: 1)
      guard halves.count == 2, let values = hiding[String(halves[0]).trimmed] else { continue }
      let property = String(halves[0]).trimmed
      let words = halves[1].split { $0.isWhitespace || $0 == "!" }
      let weighs = words.last == "important"
      // What is important outweighs what follows it.
      guard let value = words.first, weighs || !isImportant.contains(property) else { continue }
      hides[property] = values.contains(String(value))
      if weighs { isImportant.insert(property) }
    }
    return hides
  }

  /// The values that hide, by property.
  private static let hiding: [String: Set<String>] = [
    "display": ["none"], "visibility": ["hidden", "collapse"],
  ]

  private static let equals = UInt8(ascii: "=")
}
