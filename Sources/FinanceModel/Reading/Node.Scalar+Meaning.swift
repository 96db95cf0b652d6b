extension Node.Scalar {
  /// Whether it stands for no value: `~`, `null` or nothing, unquoted.
  var isNull: Bool { style == .plain && (text.isEmpty || text == "~" || text == "null") }

  var isFormula: Bool { text.first == "=" }

  /// A formula that stands in the curly quotes of a word processor, without them; nil for any other.
  var formulaInCurlyQuotes: String? {
    let marks = "“”„‟‘’‚‛"
    guard let first = text.first, marks.contains(first) else { return nil }
    let inner = text.dropFirst().drop { $0 == " " }
    guard inner.first == "=" else { return nil }
    return inner.last.map(marks.contains) == true ? String(inner.dropLast()) : String(inner)
  }

  /// Whether it was probably meant as a formula, though it does not begin with an equals sign.
  var looksLikeFormula: Bool {
    text.contains { $0 >= "a" && $0 <= "z" } && text.contains { "*/(".contains($0) || $0 == "+" }
  }
}
