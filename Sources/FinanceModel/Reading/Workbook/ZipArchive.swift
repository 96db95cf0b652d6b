/// The parts of a zip file by name, each unpacked when it is asked for.
///
/// Bounded: at most so many parts, of so many bytes each and together, and no more than a thousandfold of
/// its packed size. Encrypted parts, split archives and parts that overlap the file are refused.
struct ZipArchive {
  private struct Part {
    let offset: Int
    let packed: Int
    let size: Int
    let method: Int
    let checksum: UInt32
  }

  static let mostParts = 10_000
  /// The largest part that is unpacked: 64 MB.
  static let largest = 64 << 20
  /// The most that all parts unpack to: 256 MB.
  static let largestTogether = 256 << 20

  private let bytes: [UInt8]
  private var parts: [String: Part] = [:]

  init(_ bytes: [UInt8]) throws(WorkbookFault) {
    self.bytes = bytes
    guard let end = ZipArchive.end(bytes) else {
      throw WorkbookFault("the workbook is cut short: it has no table of contents")
    }
    let count = read(end + 10, 2)
    var place = read(end + 16, 4)
    guard count <= ZipArchive.mostParts, count != 0xFFFF else {
      throw WorkbookFault("the workbook has more than \(ZipArchive.mostParts) parts")
    }
    for _ in 0..<count {
      guard place + 46 <= bytes.count, read(place, 4) == 0x0201_4B50 else { throw broken }
      let (name, extra, comment) = (read(place + 28, 2), read(place + 30, 2), read(place + 32, 2))
      guard place + 46 + name <= bytes.count else { throw broken }
      if read(place + 8, 2) & 1 == 1 {
        throw WorkbookFault("the workbook has a password", help: "save it without one")
      }
      let title = String(decoding: bytes[(place + 46)..<(place + 46 + name)], as: UTF8.self)
      let part = Part(
        offset: read(place + 42, 4), packed: read(place + 20, 4), size: read(place + 24, 4),
        method: read(place + 10, 2), checksum: UInt32(read(place + 16, 4)))
      guard parts.updateValue(part, forKey: title) == nil else { throw broken }
      place += 46 + name + extra + comment
    }
    guard parts.values.reduce(0, { $0 + $1.size }) <= ZipArchive.largestTogether else {
      throw WorkbookFault(
        "the workbook would unpack to more than 256 MB",
        help: "copy the table into a workbook of its own")
    }
  }

  private var broken: WorkbookFault { WorkbookFault("the workbook is damaged") }

  /// The end of the table of contents, in the last 64 KB.
  private static func end(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let first = max(0, bytes.count - 22 - 0xFFFF)
    return (first...(bytes.count - 22)).last { place in
      bytes[place] == 0x50 && bytes[place + 1] == 0x4B && bytes[place + 2] == 5
        && bytes[place + 3] == 6
    }
  }

  /// A number of so many bytes, the lowest first; 0 beyond the end.
  private func read(_ place: Int, _ count: Int) -> Int {
    guard place >= 0, place + count <= bytes.count else { return 0 }
    return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  func holds(_ name: String) -> Bool { parts[name] != nil }

  /// The bytes of a part; nil where there is none of that name.
  func part(_ name: String) throws(WorkbookFault) -> [UInt8]? {
    guard let part = parts[name] else { return nil }
    guard part.size <= ZipArchive.largest, part.size <= max(part.packed, 1) * 1100 else {
      throw WorkbookFault(
        "a part of the workbook would unpack to \(part.size) bytes",
        help: "copy the table into a workbook of its own")
    }
    guard read(part.offset, 4) == 0x0403_4B50 else { throw broken }
    let start = part.offset + 30 + read(part.offset + 26, 2) + read(part.offset + 28, 2)
    guard start + part.packed <= bytes.count else { throw broken }
    let packed = bytes[start..<(start + part.packed)]
    let found: [UInt8]
    switch part.method {
    case 0:
      guard part.packed == part.size else { throw broken }
      found = Array(packed)
    case 8: found = try Inflate.bytes(packed, size: part.size)
    default: throw WorkbookFault("the workbook is packed in a way that is not read")
    }
    guard CRC32.checksum(found) == part.checksum else { throw broken }
    return found
  }
}
