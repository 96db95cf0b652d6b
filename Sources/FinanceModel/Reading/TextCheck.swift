/// Finds the bytes that no text file of ours may hold: broken UTF-8 and unseen control characters.
///
/// Line and paragraph separators are refused too, because older parsers end a line at them.
struct TextCheck {
  private let file: SourceFile
  private let bytes: [UInt8]
  private var position = 0

  private init(_ file: SourceFile) {
    self.file = file
    bytes = file.bytes
  }

  /// The first byte that is not UTF-8, as a fault, or nil.
  static func encodingFault(in file: SourceFile) -> Diagnostic? {
    var check = TextCheck(file)
    while let next = check.next() {
      if next.scalar == nil { return check.notUTF8(at: next.start) }
    }
    return nil
  }

  /// Throws every fault of a file's text, or only the first that is not UTF-8.
  static func hold(_ file: SourceFile) throws(Diagnostics) {
    var check = TextCheck(file)
    var faults = FaultList()
    var hasLoneReturn = false
    while !faults.isFull, let next = check.next() {
      guard let scalar = next.scalar else { throw Diagnostics(check.notUTF8(at: next.start)) }
      // A file with the line ends of old Macs has one at every line: one fault says it all.
      if scalar == 13, hasLoneReturn { continue }
      hasLoneReturn = hasLoneReturn || scalar == 13
      faults.record(check.controlCharacter(scalar, next.start..<check.position))
    }
    try faults.throwAny()
  }

  /// The first character of a text that no file of ours may hold, by its number: `U+001B`.
  static func refused(in text: String) -> String? {
    var check = TextCheck(SourceFile(path: "", text: text))
    return check.next()?.scalar.map { "U+" + hexadecimal($0, digits: 4) }
  }

  /// The next character that is refused, or a place that is not UTF-8 where its scalar is nil.
  private mutating func next() -> (scalar: UInt32?, start: Int)? {
    while position < bytes.count {
      let start = position
      let byte = bytes[start]
      position += 1
      if byte < 0x80 {
        if byte >= 0x20, byte != 0x7F { continue }
        if byte == 10 || byte == 9 { continue }
        if byte == 13, position < bytes.count, bytes[position] == 10 { continue }
        return (UInt32(byte), start)
      }
      guard let scalar = scalar(after: byte) else { return (nil, start) }
      if TextCheck.isRefused(scalar) { return (scalar, start) }
    }
    return nil
  }

  private mutating func scalar(after first: UInt8) -> UInt32? {
    let (count, lowest): (Int, UInt32)
    switch first {
    case 0xC2...0xDF: (count, lowest) = (1, 0x80)
    case 0xE0...0xEF: (count, lowest) = (2, 0x800)
    case 0xF0...0xF4: (count, lowest) = (3, 0x10000)
    default: return nil
    }
    var value = UInt32(first) & (0x3F >> UInt32(count))
    for _ in 0..<count {
      guard position < bytes.count, bytes[position] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(bytes[position] & 0x3F)
      position += 1
    }
    guard value >= lowest, Unicode.Scalar(value) != nil else { return nil }
    return value
  }

  private static func isRefused(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private func notUTF8(at offset: Int) -> Diagnostic {
    let name = TextCheck.hexadecimal(UInt32(bytes[offset]), digits: 2)
    return Diagnostic(
      .notUTF8, "the file is not UTF-8 text",
      at: SourceRange(file: file, bytes: offset..<offset + 1),
      label: "the byte \(name) cannot stand here",
      help: "save the file again with the encoding UTF-8")
  }

  private func controlCharacter(_ scalar: UInt32, _ range: Range<Int>) -> Diagnostic {
    let place = SourceRange(file: file, bytes: range)
    if scalar == 13 {
      return Diagnostic(
        .controlCharacter, "a carriage return stands without a line feed", at: place,
        help: "save the file with the line ends of Unix (LF) or Windows (CRLF)")
    }
    let name = "U+" + TextCheck.hexadecimal(scalar, digits: 4)
    return Diagnostic(
      .controlCharacter, "the unseen character \(name) cannot stand in this file", at: place,
      help: "delete it; retyping the words around it is the surest way")
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
