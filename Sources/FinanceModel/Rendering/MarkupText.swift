/// Text from a file as it may stand in HTML and SVG, between tags and in quoted attributes.
enum MarkupText {
  /// One line, safe to show, in which nothing is markup.
  static func inline(_ text: String) -> String {
    escaped(SingleLine.text(text))
  }

  /// One line for the body of a page, where words from right to left must not move their neighbours.
  ///
  /// Without `bdi`, the figure after such a title would be shown before it.
  static func isolated(_ text: String) -> String {
    let parts = parts(text)
    return escaped(parts.before)
      + (parts.rightToLeft.isEmpty ? "" : "<bdi>\(escaped(parts.rightToLeft))</bdi>")
      + escaped(parts.after)
  }

  /// One line, safe to show, with what runs from right to left apart from what is around it.
  static func parts(_ text: String) -> (before: String, rightToLeft: String, after: String) {
    let line = SingleLine.text(text)
    let scalars = line.unicodeScalars
    guard let first = scalars.firstIndex(where: isRightToLeft),
      let last = scalars.lastIndex(where: isRightToLeft)
    else { return (line, "", "") }
    return (
      String(scalars[..<first]), String(scalars[first...last]),
      String(scalars[last...].dropFirst())
    )
  }

  /// The blocks of Hebrew, Arabic and the other scripts that run from right to left.
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590..<0x900, 0xFB1D..<0xFE00, 0xFE70..<0xFF00, 0x10800..<0x11000, 0x1E800..<0x1F000:
      true
    default: false
    }
  }

  /// A text that is safe to show already, with its marks escaped.
  static func escaped(_ text: String) -> String {
    if text.bytesSatisfy(isPlain) { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      // Neither XML nor HTML may hold the code points that Unicode keeps from being characters.
      case _ where scalar.isNoncharacter: escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Most texts are figures and plain words, in which nothing is to be looked at twice.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      false
    default: byte < 0x80
    }
  }
}
