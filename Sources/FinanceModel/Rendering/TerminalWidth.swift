/// How many cells of a terminal a text takes.
///
/// East Asian wide characters and emoji take two, combining marks and joiners none.
package enum TerminalWidth {
  package static func of(_ text: String) -> Int {
    if text.bytesSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    let first = scalars[scalars.startIndex]
    if first.value < 0x300 && scalars.count == 1 { return 1 }
    if isEmoji(first, in: scalars) { return 2 }
    return scalars.reduce(0) { $0 + of($1) }
  }

  /// The longest start of the text that fits, ending in … where something is cut.
  static func shortened(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    var taken = 0
    var end = text.startIndex
    for index in text.indices {
      taken += of(text[index])
      guard taken <= width - 1 else { break }
      end = text.index(after: index)
    }
    return String(text[..<end]).trimmingSpaces + "…"
  }

  /// The text over lines of at most `width` cells; a longer word has a line of its own.
  package static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var taken = 0
    for word in text.split(separator: " ") {
      let needed = of(String(word))
      if taken > 0, taken + 1 + needed > width {
        lines.append(line)
        (line, taken) = (String(word), needed)
      } else {
        line += (taken > 0 ? " " : "") + word
        taken += (taken > 0 ? 1 : 0) + needed
      }
    }
    return taken > 0 || lines.isEmpty ? lines + [line] : lines
  }

  private static func isEmoji(
    _ first: Unicode.Scalar, in scalars: Character.UnicodeScalarView
  ) -> Bool {
    if first.properties.isEmojiPresentation { return true }
    return first.properties.isEmoji && scalars.contains("\u{FE0F}")
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    // The vowels and finals of Hangul join the consonant before them.
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// The blocks that Unicode's East Asian Width calls wide or full-width, emoji apart.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB,
    0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}

extension String {
  /// With spaces after it, up to `width` terminal cells.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - TerminalWidth.of(self)))
  }

  /// With spaces before it, up to `width` terminal cells.
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - TerminalWidth.of(self))) + self
  }

  /// Without spaces at its end.
  var trimmingSpaces: String {
    var bytes = utf8[...]
    while bytes.last == 0x20 { bytes = bytes.dropLast() }
    return String(Substring(bytes))
  }
}
