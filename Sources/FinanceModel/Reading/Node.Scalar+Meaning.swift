extension Node.Scalar {
  /// Whether it stands for no value: `~`, `null` or nothing, unquoted.
  var isNull: Bool { style == .plain && (text.isEmpty || text == "~" || text == "null") }

  var isFormula: Bool { text.first == "=" }
}
