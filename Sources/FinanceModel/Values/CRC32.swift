/// The checksum that zip files have of their parts, as ISO 3309 and RFC 1952 define it.
enum CRC32 {
  /// What a byte makes of a remainder, and the same with one, two and three bytes of nil behind it.
  private static let tables: [UInt32] = {
    var tables: [UInt32] = (0..<256).map { start in
      (0..<8).reduce(UInt32(start)) { value, _ in
        value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
      }
    }
    for place in 256..<1_024 {
      let shorter = tables[place - 256]
      tables.append(shorter >> 8 ^ tables[Int(shorter & 0xFF)])
    }
    return tables
  }()

  /// The checksum of bytes, of which it takes four at a time.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    let tables = tables
    var rest = UInt32.max
    var place = 0
    while place + 4 <= bytes.count {
      var next = tables[768 + Int((rest ^ UInt32(bytes[place])) & 0xFF)]
      next ^= tables[512 + Int((rest >> 8 ^ UInt32(bytes[place + 1])) & 0xFF)]
      next ^= tables[256 + Int((rest >> 16 ^ UInt32(bytes[place + 2])) & 0xFF)]
      rest = next ^ tables[Int(rest >> 24 ^ UInt32(bytes[place + 3]))]
      place += 4
    }
    for byte in bytes[place...] { rest = rest >> 8 ^ tables[Int((rest ^ UInt32(byte)) & 0xFF)] }
    return ~rest
  }
}
