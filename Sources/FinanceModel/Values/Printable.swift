/// Makes text from a file safe to show: no control characters, terminal escapes or hidden marks.
package enum Printable {
  /// Each character that could steer a terminal, reorder the line or hide becomes U+FFFD.
  ///
  /// The count of characters stays, so that a caret below the text still points at its place.
  package static func text(_ text: String, keepingTabs: Bool = false) -> String {
    if text.isPlain { return text }
    guard text.unicodeScalars.contains(where: isHostile) else { return text }
    return String(
      text.map { character in
        guard character.unicodeScalars.contains(where: isHostile) else { return character }
        return character == "\t" ? (keepingTabs ? character : " ") : "\u{FFFD}"
      })
  }

  /// The lines of a text over several lines, each made safe.
  package static func lines(_ lines: String) -> [String] {
    let all = lines.split(separator: "\n", omittingEmptySubsequences: false)
    return (all.last == "" ? all.dropLast() : all[...]).map { text(String($0)) }
  }

  private static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true  // controls
    case 0x61C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // direction marks
    case 0x2028, 0x2029: true  // line ends
    case 0xAD, 0x180E, 0x200B...0x200D, 0x2060...0x2065, 0xFEFF: true  // no width
    case 0x206A...0x206F, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF: true  // deprecated formats and tags
    default: false
    }
  }
}
