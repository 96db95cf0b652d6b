/// Text from a file as it may stand within one line of a report.
enum SingleLine {
  /// A line end or tab, with the space around it, becomes one space; `Printable` makes the rest safe.
  ///
  /// Space at the ends is left out.
  static func text(_ text: String) -> String {
    let bytes = text.utf8
    if bytes.first != 0x20, bytes.last != 0x20, bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) {
      return text
    }
    var line = String.UnicodeScalarView()
    var spaces = 0
    var hasBreak = false
    for scalar in text.unicodeScalars {
      if scalar == " " {
        spaces += 1
      } else if breaks.contains(scalar) {
        hasBreak = true
      } else {
        if !line.isEmpty {
          line.append(contentsOf: repeatElement(" ", count: hasBreak ? 1 : spaces))
        }
        (spaces, hasBreak) = (0, false)
        line.append(scalar)
      }
    }
    return Printable.text(String(line))
  }

  private static let breaks: Set<Unicode.Scalar> = [
    "\t", "\n", "\u{B}", "\u{C}", "\r", "\u{85}", "\u{2028}", "\u{2029}",
  ]
}
