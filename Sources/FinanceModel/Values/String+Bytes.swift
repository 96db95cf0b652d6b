extension String {
  /// Whether each of its bytes in UTF-8 is so: the quickest way to look through a text.
  func bytesSatisfy(_ isSo: (UInt8) -> Bool) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isSo) } ?? utf8.allSatisfy(isSo)
  }

  /// Whether it is made of printable ASCII alone, in which nothing hides, steers or wraps.
  var isPlain: Bool { bytesSatisfy { (0x20..<0x7F).contains($0) } }
}

extension Unicode.Scalar {
  /// Whether Unicode keeps it from ever being a character.
  var isNoncharacter: Bool { value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value) }
}
