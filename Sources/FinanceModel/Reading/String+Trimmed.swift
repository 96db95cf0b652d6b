extension String {
  /// Without white space at either end, and with single spaces inside.
  var trimmed: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
