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
    for number in [20, 0, 0, 0] { append(UInt16(number), to: &header) }
    append(ZipWriter.date, to: &header)
    append(checksum ?? CRC32.checksum(part), to: &header)
    append(UInt32(part.count), to: &header)
    append(UInt32(part.count), to: &header)
    append(UInt16(name.utf8.count), to: &header)
    append(UInt16(0), to: &header)

    append(UInt32(0x0403_4B50), to: &bytes)
    bytes += header
    bytes += name.utf8
    bytes += part

    append(UInt32(0x0201_4B50), to: &contents)
    append(UInt16(20), to: &contents)
    contents += header
    // No comment, disk, or attributes.
    contents += [UInt8](repeating: 0, count: 10)
    append(UInt32(offset), to: &contents)
    contents += name.utf8
    count += 1
  }

  /// The whole file, with its table of contents.
  var archive: [UInt8] {
    var end: [UInt8] = []
    append(UInt32(0x0605_4B50), to: &end)
    append(UInt32(0), to: &end)
    append(UInt16(count), to: &end)
    append(UInt16(count), to: &end)
    append(UInt32(contents.count), to: &end)
    append(UInt32(bytes.count), to: &end)
    append(UInt16(0), to: &end)
    return bytes + contents + end
  }

  /// A number with its lowest byte first.
  private func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }
}
