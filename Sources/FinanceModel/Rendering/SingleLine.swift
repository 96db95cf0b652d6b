/// Text from a file as it may stand within one line of a report.
enum SingleLine {
  /// Line ends and tabs become one space, the ends are trimmed, and `Printable` makes the rest safe.
  static func text(_ text: String) -> String {
    let bytes = text.utf8
    if bytes.first != 0x20, bytes.last != 0x20, bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) {
      return text
    }
    var line = ""
    var pending = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r", "\n", "\t", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
        pending = max(pending, 1)
      case " ": pending += 1
      default:
        if !line.isEmpty { line += String(repeating: " ", count: pending) }
        pending = 0
        line.unicodeScalars.append(scalar)
      }
    }
    return Printable.text(line)
  }
}
