/// The text of a table's bytes, in whichever encoding a spreadsheet saved it.
///
/// UTF-8 is read as it is. UTF-16, which Excel calls Unicode text, and Windows-1252, its plain CSV,
/// are recognised and said. What is no text at all is refused, with what to do instead.
struct TableText {
  enum Encoding: String {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    case windows1252 = "Windows-1252"
  }

  let encoding: Encoding
  let file: SourceFile

  /// Throws one diagnostic where the bytes are no table's text.
  init(_ bytes: [UInt8], path: String) throws(Diagnostics) {
    if let fault = TableText.knownFormat(bytes, path: path) { throw Diagnostics(fault) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      encoding = .utf16
      file = TableText.file(utf16: bytes.dropFirst(2), isBigEndian: bytes[0] == 0xFE, path: path)
    } else if TableText.isUTF16WithoutMark(bytes) {
      encoding = .utf16
      file = TableText.file(utf16: bytes[...], isBigEndian: bytes[0] == 0, path: path)
    } else {
      let file = SourceFile(path: path, bytes: bytes)
      if let fault = TextCheck.encodingFault(in: file) {
        guard let text = TableText.windows1252(bytes) else { throw Diagnostics(fault) }
        encoding = .windows1252
        self.file = SourceFile(path: path, text: text)
      } else {
        encoding = .utf8
        self.file = file
      }
    }
    try TextCheck.hold(self.file)
  }

  private static func file(
    utf16 bytes: ArraySlice<UInt8>, isBigEndian: Bool, path: String
  ) -> SourceFile {
    var units: [UInt16] = []
    var place = bytes.startIndex
    while place + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      place += 2
    }
    return SourceFile(path: path, text: String(decoding: units, as: UTF16.self))
  }

  /// Text of plain letters in UTF-16 has a nil in every other byte.
  private static func isUTF16WithoutMark(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 8, bytes.count.isMultiple(of: 2) else { return false }
    let sample = bytes.prefix(512)
    let nils = sample.indices.filter { sample[$0] == 0 }
    guard nils.count * 3 > sample.count else { return false }
    return nils.allSatisfy { $0.isMultiple(of: 2) } || nils.allSatisfy { !$0.isMultiple(of: 2) }
  }

  /// The letters of the bytes 0x80 to 0x9F; nil for the five that stand for none.
  private static let special: [UInt32?] = [
    0x20AC, nil, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, nil, 0x017D, nil, nil, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, nil, 0x017E, 0x0178,
  ]

  private static func windows1252(_ bytes: [UInt8]) -> String? {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      var value = UInt32(byte)
      if (0x80..<0xA0).contains(byte) {
        guard let letter = special[Int(byte) - 0x80] else { return nil }
        value = letter
      }
      if byte < 0x20, ![9, 10, 13].contains(byte) { return nil }
      guard let scalar = Unicode.Scalar(value) else { return nil }
      text.append(scalar)
    }
    return String(text)
  }

  /// What is wrong with a file that is some other program's, or empty; nil for anything else.
  private static func knownFormat(_ bytes: [UInt8], path: String) -> Diagnostic? {
    let place = SourceRange(file: SourceFile(path: path, bytes: []), bytes: 0..<0)
    func fault(_ message: String, _ help: String) -> Diagnostic {
      Diagnostic(
        .noTable, message, at: place, label: "expected a table as text, or an .xlsx workbook",
        help: help)
    }
    let isBlank = bytes.allSatisfy { [9, 10, 13, 32].contains($0) }
    if isBlank {
      return Diagnostic(
        .fileEmpty, "the table is empty", at: place,
        label: "expected a row with the years and rows with figures")
    }
    let head = String(decoding: bytes.prefix(256), as: UTF8.self).lowercased().trimmed
    if bytes.starts(with: Array("%PDF".utf8)) {
      return fault(
        "this is a PDF", "select the table in it, copy it, and paste it into a text file")
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return fault(
        "this is a workbook of an old Excel (.xls), or one with a password",
        "save it as .xlsx without a password, or the sheet as CSV")
    }
    if head.hasPrefix("<!doctype") || head.hasPrefix("<html") || head.hasPrefix("<table")
      || head.hasPrefix("<?xml")
    {
      return fault("this is a page of markup, not a table", "copy the table from it as text")
    }
    if bytes.contains(0), !isUTF16WithoutMark(bytes), !bytes.starts(with: [0xFF, 0xFE]),
      !bytes.starts(with: [0xFE, 0xFF])
    {
      return fault("the file is not text", "save the table as .xlsx, CSV or tab-separated text")
    }
    return nil
  }
}
