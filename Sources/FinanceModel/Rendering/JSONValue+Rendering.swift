extension JSONValue {
  /// The value as JSON text: two spaces for each level, an array of scalars on one line.
  ///
  /// Text stays UTF-8, but characters that could steer a terminal are escaped.
  public func rendered() -> String {
    var text = ""
    write(to: &text, indent: 0)
    return text + "\n"
  }

  private var isScalar: Bool {
    switch self {
    case .object, .array: false
    case .string, .integer, .bool, .null: true
    }
  }

  private func write(to text: inout String, indent: Int) {
    switch self {
    case .object(let members):
      JSONValue.write("{", members, "}", to: &text, indent: indent) { member, text in
        text += JSONValue.quoted(member.0) + ": "
        member.1.write(to: &text, indent: indent + 1)
      }
    case .array(let elements) where elements.allSatisfy(\.isScalar):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += ", " }
        element.write(to: &text, indent: indent)
      }
      text += "]"
    case .array(let elements):
      JSONValue.write("[", elements, "]", to: &text, indent: indent) { element, text in
        element.write(to: &text, indent: indent + 1)
      }
    case .string(let string): text += JSONValue.quoted(string)
    case .integer(let integer): text += String(integer)
    case .bool(let bool): text += bool ? "true" : "false"
    case .null: text += "null"
    }
  }

  /// Items between brackets, each on its own line.
  private static func write<Item>(
    _ open: String, _ items: [Item], _ close: String, to text: inout String, indent: Int,
    item: (Item, inout String) -> Void
  ) {
    text += open
    for (index, element) in items.enumerated() {
      text += index > 0 ? ",\n" : "\n"
      text += String(repeating: "  ", count: indent + 1)
      item(element, &text)
    }
    if !items.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
    text += close
  }

  private static func quoted(_ string: String) -> String {
    if string.bytesSatisfy(isPlain) { return "\"\(string)\"" }
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        if steersTerminal(scalar) {
          text += escape(scalar)
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    return text + "\""
  }

  /// Most texts are figures and plain words, in which nothing is to be looked at twice.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): false
    default: (0x20..<0x7F).contains(byte)
    }
  }

  private static func steersTerminal(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    // A joiner holds an emoji together.
    case .format: return scalar != "\u{200C}" && scalar != "\u{200D}"
    default: return false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}
