extension Node.Scalar {
  /// It as a file holds it: as it was typed where that reads the same, else in quotes if need be.
  func text(inFlow: Bool) -> String {
    if isNull { return inFlow && text.isEmpty ? "~" : text }
    let isRead = !range.bytes.isEmpty
    switch style {
    case .singleQuoted, .doubleQuoted: return isRead ? range.text : quoted
    case .literal, .folded: return quoted
    case .plain:
      let isSafe = isSafePlain(inFlow: inFlow) && (isRead || !isFormula)
      return isSafe && !["~", "null", ""].contains(text) ? text : quoted
    }
  }

  /// The header and the lines of text over several lines, without their indentation.
  ///
  /// Nil where it is no such text, or one that reads differently under another indentation.
  var blockLines: (header: String, text: [String])? {
    guard style == .literal || style == .folded, !range.bytes.isEmpty else { return nil }
    // A line end of Windows is one character, and no "\n".
    var lines = range.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let header = lines.removeFirst().prefix { $0 != " " && $0 != "#" }
    // A last line without an end, at the end of a file, would get one.
    guard !header.contains(where: { $0 == "+" || $0.isNumber }),
      text.hasSuffix("\n") != header.hasSuffix("-"),
      let first = lines.first(where: { $0.contains { $0 != " " } })
    else { return nil }
    let indent = first.prefix { $0 == " " }.count
    return (String(header), lines.map { String($0.dropFirst(indent)) })
  }

  /// It in double quotes.
  private var quoted: String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.isUnseen:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Whether it reads as itself without quotes.
  private func isSafePlain(inFlow: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first != " ", last != " ", last != ":",
      !"&*!@`%|>#\"'?:,[]{}\u{A0}".unicodeScalars.contains(first)
    else { return false }
    if text == "-" || text.hasPrefix("- ") || text.hasPrefix("---") || text.hasPrefix("...") {
      return false
    }
    if text.contains(": ") || text.contains(" #") { return false }
    if inFlow, text.unicodeScalars.contains(where: ",[]{}".unicodeScalars.contains) { return false }
    return !text.unicodeScalars.contains(where: \.isUnseen)
  }
}

extension Unicode.Scalar {
  /// Whether no file may hold it as it is.
  fileprivate var isUnseen: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
