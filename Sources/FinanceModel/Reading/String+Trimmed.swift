extension String {
  /// Without white space at either end, and with single spaces inside.
  var trimmed: String {
    isTrimmed ? self : split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether its bytes alone show that it is trimmed: printable ASCII, with single spaces inside.
  private var isTrimmed: Bool {
    let space = UInt8(ascii: " ")
    var last = space
    for byte in utf8 {
      if byte < space || byte > 0x7E || (byte == space && last == space) { return false }
      last = byte
    }
    return last != space
  }
}
