extension Node.Scalar {
  /// Whether it stands for no value: `~`, `null` or nothing, unquoted.
  var isNull: Bool { style == .plain && (text.isEmpty || text == "~" || text == "null") }

  var isFormula: Bool { text.first == "=" }

  /// Whether it was probably meant as a formula, though it does not begin with an equals sign.
  var looksLikeFormula: Bool {
    text.contains { $0 >= "a" && $0 <= "z" } && text.contains { "*/(".contains($0) || $0 == "+" }
  }
}
