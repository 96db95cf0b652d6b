/// Text from a file written so that Markdown shows it as it is.
enum MarkdownText {
  /// The characters that mean something within a line; `$` is mathematics on GitHub.
  private static let marks: Set<Unicode.Scalar> = [
    "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "#", "!", "$",
  ]

  /// Text within a line or a table's cell.
  static func inline(_ text: String) -> String {
    let scalars = Array(trimmed(SingleLine.text(text)))
    var line = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if marks.contains(scalar) || startsLink(scalars, at: index) { line.append("\\") }
      line.append(scalar)
    }
    return String(line)
  }

  /// Text that starts a line, where a few more characters would start a list.
  static func paragraph(_ text: String) -> String {
    let line = inline(text)
    let digits = line.utf8.prefix { (48...57).contains($0) }.count
    let rest = line.unicodeScalars.dropFirst(digits)
    guard let first = rest.first else { return line }
    let startsList =
      digits > 0 ? ".)".unicodeScalars.contains(first) : "-+=".unicodeScalars.contains(first)
    guard startsList else { return line }
    return String(line.unicodeScalars.prefix(digits)) + "\\" + String(rest)
  }

  /// An address becomes a link on GitHub by its colon or by the full stop of its www.
  ///
  /// A colon also starts the name of a picture: `:+1:`.
  private static func startsLink(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    switch scalars[index] {
    case ":":
      index + 1 < scalars.count && !" 0123456789".unicodeScalars.contains(scalars[index + 1])
    case ".": index >= 3 && scalars[(index - 3)..<index].allSatisfy { $0 == "w" || $0 == "W" }
    default: false
    }
  }

  /// Without white space of any kind at the ends, beside which a mark would not be emphasis.
  private static func trimmed(_ text: String) -> Substring.UnicodeScalarView {
    var scalars = text.unicodeScalars[...]
    while scalars.first?.properties.isWhitespace == true { scalars = scalars.dropFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars = scalars.dropLast() }
    return scalars
  }
}
