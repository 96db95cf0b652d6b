/// The name by which files and formulas refer to a row, a section or an assumption.
///
/// Lower-case letters, digits and hyphens: `council-tax`. It starts with a letter, does not end with
/// a hyphen, and has at most 80 characters. The letters are a to z: no two names look the same.
public struct Identifier: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let name: String

  /// The most characters of an identifier.
  public static let longest = 80

  /// Nil when the text is no identifier.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, (97...122).contains(first), bytes.count <= Identifier.longest,
      bytes.last != 45, bytes.allSatisfy(Identifier.allows)
    else { return nil }
    name = text
  }

  private static func allows(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte) || byte == 45
  }

  public static func < (left: Identifier, right: Identifier) -> Bool {
    left.name < right.name
  }

  public var description: String { name }
}
