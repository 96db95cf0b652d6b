/// Writes parts into a zip file, the same bytes on every day: there is no clock in it.
///
/// Parts are stored as they are, in the order in which they were added. Every program reads that, and
/// what they hold is small. It has the plain format's bound: 4 GB in all, and 65,535 parts.
struct ZipWriter {
  private(set) var bytes: [UInt8] = []
  private var contents: [UInt8] = []
  private var count = 0

  /// The first day that a zip file can name, 1 January 1980, at midnight.
  private static let date: UInt16 = 1 << 5 | 1

  /// With room for so many bytes of parts, so that they are not moved as the file grows.
  init(room: Int = 0) {
    bytes.reserveCapacity(room)
  }

  mutating func add(_ name: String, _ part: [UInt8], checksum: UInt32? = nil) {
    let offset = bytes.count
    var header: [UInt8] = []
    // Version 2.0, no flags, stored, midnight.
    for number in [20, 0, 0, 0] { header.add(UInt16(number)) }
    header.add(ZipWriter.date)
    header.add(checksum ?? CRC32.checksum(part))
    header.add(UInt32(part.count))
    header.add(UInt32(part.count))
    header.add(UInt16(name.utf8.count))
    header.add(UInt16(0))

    bytes.add(UInt32(0x0403_4B50))
    bytes += header
    bytes += name.utf8
    bytes += part

    contents.add(UInt32(0x0201_4B50))
    contents.add(UInt16(20))
    contents += header
    // No comment, disk, or attributes.
    contents += [UInt8](repeating: 0, count: 10)
    contents.add(UInt32(offset))
    contents += name.utf8
    count += 1
  }

  /// The whole file, with its table of contents.
  consuming func archive() -> [UInt8] {
    let start = bytes.count
    bytes += contents
    bytes.add(UInt32(0x0605_4B50))
    bytes.add(UInt32(0))
    bytes.add(UInt16(count))
    bytes.add(UInt16(count))
    bytes.add(UInt32(contents.count))
    bytes.add(UInt32(start))
    bytes.add(UInt16(0))
    return bytes
  }
}

extension [UInt8] {
  /// Adds a number with its lowest byte first.
  fileprivate mutating func add(_ number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { self += $0 }
  }
}
