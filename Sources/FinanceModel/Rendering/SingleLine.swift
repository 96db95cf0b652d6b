/// Text from a file as it may stand within one line of a report.
enum SingleLine {
  /// A line end or tab, with the space around it, becomes one space; `Printable` makes the rest safe.
  ///
  /// Space at the ends is left out.
  static func text(_ text: String) -> String {
    let scalars = text.unicodeScalars
    if text.isPlain, scalars.first != " ", scalars.last != " " { return text }
    if scalars.first != " ", scalars.last != " ", !scalars.contains(where: isBreak) {
      return Printable.text(text)
    }
    var line = String.UnicodeScalarView()
    var spaces = 0
    var hasBreak = false
    for scalar in scalars {
      if scalar == " " {
        spaces += 1
      } else if isBreak(scalar) {
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

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\u{B}", "\u{C}", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }
}
