/// Writes one XML document, in which no text can become markup.
///
/// ```swift
/// var xml = XMLWriter()
/// xml.element("w:p", ["w:id": nil]) { $0.element("w:t", text: "Pay & prices") }
/// ```
///
/// An attribute that is nil is left out. What XML 1.0 forbids becomes U+FFFD.
struct XMLWriter {
  private(set) var bytes: [UInt8] = []

  /// Begins a document.
  init() {
    raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
  }

  /// An element without content.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    open(name, attributes)
    raw("/>")
  }

  /// An element with a text, of which the space at its ends is kept.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String
  ) {
    open(name, attributes)
    if text.hasPrefix(" ") || text.hasSuffix(" ") { raw(" xml:space=\"preserve\"") }
    raw(">")
    append(text, isAttribute: false)
    close(name)
  }

  /// An element with what `content` writes in it.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:],
    _ content: (inout XMLWriter) -> Void
  ) {
    open(name, attributes)
    raw(">")
    content(&self)
    close(name)
  }

  private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
    raw("<")
    raw(name)
    for (name, value) in attributes {
      guard let value else { continue }
      raw(" ")
      raw(name)
      raw("=\"")
      append(value, isAttribute: true)
      raw("\"")
    }
  }

  private mutating func close(_ name: String) {
    raw("</")
    raw(name)
    raw(">")
  }

  /// Marks and names of the format itself, never a text from a file.
  private mutating func raw(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  private mutating func append(_ text: String, isAttribute: Bool) {
    // Most texts are figures and plain words, in which nothing is to be looked at twice.
    if text.bytesSatisfy(XMLWriter.isPlain) { return raw(text) }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": raw("&amp;")
      case "<": raw("&lt;")
      case ">": raw("&gt;")
      case "\"" where isAttribute: raw("&quot;")
      // A reader would make a space of these in an attribute, and of a return a line end.
      case "\t" where isAttribute: raw("&#9;")
      case "\n" where isAttribute: raw("&#10;")
      case "\r": raw("&#13;")
      default: bytes.append(contentsOf: XMLWriter.safe(scalar).utf8)
      }
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
    default: (0x20..<0x7F).contains(byte)
    }
  }

  /// A character that a document may hold: none that controls, steers a terminal or is no character.
  private static func safe(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x9, 0xA, 0xD: scalar
    case 0..<0x20, 0x7F..<0xA0: "\u{FFFD}"
    default: scalar.isNoncharacter ? "\u{FFFD}" : scalar
    }
  }
}
