/// Reads the XML of a workbook: elements, attributes and text, and nothing that XML can do besides.
///
/// A document type, and with it every entity of its own, is refused; so are more than 64 levels. The
/// five named characters and numbered ones are understood. Names lose their prefix.
struct XMLReader {
  enum Event {
    case start(name: String, attributes: [String: String])
    case text(String)
    case end(name: String)
  }

  private let bytes: [UInt8]
  private var position = 0
  private var open: [String] = []
  /// The end of an element that closes itself.
  private var pending: String?
  static let deepest = 64

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  private var broken: WorkbookFault { WorkbookFault("a part of the workbook is no sound XML") }

  /// The next event; nil at the end.
  mutating func next() throws(WorkbookFault) -> Event? {
    if let name = pending {
      pending = nil
      return .end(name: name)
    }
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        let text = try text(until: UInt8(ascii: "<"))
        if !open.isEmpty { return .text(text) }
        continue
      }
      if starts("<?") {
        try skip(past: "?>")
      } else if starts("<!--") {
        try skip(past: "-->")
      } else if starts("<![CDATA[") {
        position += 9
        let start = position
        try skip(past: "]]>")
        return .text(String(decoding: bytes[start..<(position - 3)], as: UTF8.self))
      } else if starts("<!") {
        throw WorkbookFault("a part of the workbook has a document type, which is not read")
      } else if starts("</") {
        position += 2
        let name = local(name())
        passSpace()
        guard starts(">"), open.popLast() == name else { throw broken }
        position += 1
        return .end(name: name)
      } else {
        return try start()
      }
    }
    guard open.isEmpty else { throw broken }
    return nil
  }

  private mutating func start() throws(WorkbookFault) -> Event {
    position += 1
    let name = local(name())
    guard !name.isEmpty else { throw broken }
    var attributes: [String: String] = [:]
    while true {
      passSpace()
      if starts("/>") {
        position += 2
        pending = name
        return .start(name: name, attributes: attributes)
      }
      if starts(">") {
        position += 1
        guard open.count < XMLReader.deepest else {
          throw WorkbookFault("a part of the workbook is nested too deep")
        }
        open.append(name)
        return .start(name: name, attributes: attributes)
      }
      let key = self.name()
      passSpace()
      guard !key.isEmpty, starts("=") else { throw broken }
      position += 1
      passSpace()
      guard position < bytes.count, [34, 39].contains(bytes[position]) else { throw broken }
      let quote = bytes[position]
      position += 1
      let value = try text(until: quote)
      guard position < bytes.count else { throw broken }
      position += 1
      attributes[key == "r:id" ? key : local(key)] = value
    }
  }

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  private mutating func skip(past end: StaticString) throws(WorkbookFault) {
    while position < bytes.count, !starts(end) { position += 1 }
    guard position < bytes.count else { throw broken }
    position += end.utf8CodeUnitCount
  }

  private mutating func passSpace() {
    while position < bytes.count, [32, 9, 10, 13].contains(bytes[position]) { position += 1 }
  }

  private mutating func name() -> String {
    let start = position
    while position < bytes.count, ![32, 9, 10, 13, 47, 62, 61, 60].contains(bytes[position]) {
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private func local(_ name: String) -> String {
    name.split(separator: ":").last.map(String.init) ?? name
  }

  /// The text up to a byte, its entities read.
  private mutating func text(until end: UInt8) throws(WorkbookFault) -> String {
    var text: [UInt8] = []
    while position < bytes.count, bytes[position] != end {
      if bytes[position] == UInt8(ascii: "&") {
        text += Array(String(try entity()).utf8)
      } else {
        text.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func entity() throws(WorkbookFault) -> Character {
    let start = position + 1
    while position < bytes.count, bytes[position] != UInt8(ascii: ";"), position - start < 12 {
      position += 1
    }
    guard position < bytes.count, bytes[position] == UInt8(ascii: ";") else { throw broken }
    let name = String(decoding: bytes[start..<position], as: UTF8.self)
    position += 1
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    let number =
      name.hasPrefix("#x")
      ? UInt32(name.dropFirst(2), radix: 16)
      : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
    guard let number, let scalar = Unicode.Scalar(number) else {
      throw WorkbookFault("a part of the workbook has an entity of its own, which is not read")
    }
    return Character(scalar)
  }
}
