/// Makes text from a file safe to show: no control characters, terminal escapes or hidden direction marks.
package enum Printable {
  /// Each character that could steer a terminal or reorder the line becomes U+FFFD, one for one.
  package static func text(_ text: String, keepingTabs: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: isHostile) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          if !isHostile(scalar) { return scalar }
          return scalar == "\t" ? (keepingTabs ? scalar : " ") : "\u{FFFD}"
        }))
  }

  private static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
