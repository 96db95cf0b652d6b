/// How a workbook shows a number: decimals, brackets, per cent, thousands left out.
///
/// A workbook keeps 4.496 as 4.4960000000000004 and shows 4.496; what is shown is what a council
/// publishes, so that the shown text is what is read. The arithmetic is on decimal digits throughout.
struct NumberFormat {
  private let sections: [Substring]

  init(_ code: String) {
    var sections: [String] = [""]
    var isQuoted = false
    for character in code {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted {
        sections.append("")
      } else {
        sections[sections.count - 1].append(character)
      }
    }
    self.sections = sections.map { $0[...] }
  }

  static let general = NumberFormat("General")

  /// The formats that have numbers and no text in the file.
  static let builtIn: [Int: String] = [
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "£#,##0;-£#,##0", 6: "£#,##0;-£#,##0",
    7: "£#,##0.00;-£#,##0.00", 8: "£#,##0.00;-£#,##0.00", 9: "0%", 10: "0.00%",
    14: "dd/mm/yyyy", 15: "d-mmm-yy", 17: "mmm-yy", 22: "dd/mm/yyyy",
    37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)",
    41: "#,##0;(#,##0);\"-\"", 42: "£#,##0;(£#,##0);\"-\"", 43: "#,##0.00;(#,##0.00);\"-\"",
    44: "£#,##0.00;(£#,##0.00);\"-\"",
  ]

  /// A number as it is shown; nil for what is no decimal number.
  func text(_ typed: String) -> String? {
    guard let number = DecimalDigits(typed) else { return nil }
    var section = number.isZero && sections.count > 2 ? sections[2] : sections[0]
    let hasOwnNegative = number.isNegative && sections.count > 1
    if hasOwnNegative { section = sections[1] }
    let plain = NumberFormat.withoutWords(section)
    guard plain.contains(where: { "0#".contains($0) }) else {
      if plain.lowercased().contains("general") || sections[0].lowercased() == "general" {
        return number.text(decimals: nil)
      }
      if let date = SheetDate(typed, format: plain) { return date.text }
      // A section of words alone: `"-"` for nil.
      return NumberFormat.words(of: section)
    }
    let isPercent = plain.contains("%")
    let digits = plain.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let decimals = digits.count > 1 ? digits[1].prefix { "0#?".contains($0) }.count : 0
    let whole = digits[0] + (digits.count > 1 ? digits[1].drop { "0#?".contains($0) } : "")
    let scale = NumberFormat.commasBehindDigits(String(digits.count > 1 ? whole : digits[0]))
    let shifted = number.shifted(by: (isPercent ? 2 : 0) - 3 * scale)
    var text = shifted.magnitude.text(decimals: decimals)
    if isPercent { text += "%" }
    if section.contains("£") || section.contains("[$£") { text = "£" + text }
    let isNil = shifted.magnitude.text(decimals: decimals).allSatisfy { "0.".contains($0) }
    guard number.isNegative, !isNil else { return text }
    return hasOwnNegative && plain.contains("(") ? "(\(text))" : "-\(text)"
  }

  /// Thousands that the format leaves out: the commas behind its last digit.
  private static func commasBehindDigits(_ text: String) -> Int {
    guard let last = text.lastIndex(where: { "0#?".contains($0) }) else {
      return text.count { $0 == "," }
    }
    return text[text.index(after: last)...].prefix { $0 == "," }.count
  }

  /// What a section without digits shows: its words, without paddings.
  private static func words(of code: Substring) -> String {
    var words = ""
    var skips = false
    for character in code {
      if skips {
        skips = false
      } else if character == "_" || character == "*" {
        skips = true
      } else if !"\"\\?".contains(character) {
        words.append(character)
      }
    }
    return words.trimmed
  }

  /// A format without quoted words, colours, locales, paddings and escapes.
  private static func withoutWords(_ code: Substring) -> String {
    var plain = ""
    var isQuoted = false
    var isBracketed = false
    var skips = false
    for character in code {
      if skips {
        skips = false
      } else if character == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if character == "[" || character == "]" {
        isBracketed = character == "["
      } else if isBracketed {
        continue
      } else if "\\_*".contains(character) {
        // An escaped bracket is a bracket that is shown.
        skips = character != "\\"
      } else {
        plain.append(character)
      }
    }
    return plain
  }
}
