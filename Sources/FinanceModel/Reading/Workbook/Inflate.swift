/// Unpacks the deflate format (RFC 1951), never beyond the size that was announced.
///
/// A piece that unpacks to more than was announced is refused at the first byte too many, so that a
/// small file cannot fill the memory. Broken data is a fault, never a trap.
struct Inflate {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var hold: UInt32 = 0
  private var held = 0
  private var output: [UInt8] = []
  private let limit: Int

  /// The `size` bytes that are packed in `bytes`.
  static func bytes(
    _ bytes: ArraySlice<UInt8>, size: Int
  ) throws(WorkbookFault) -> [UInt8] {
    var inflate = Inflate(bytes, limit: size)
    while try !inflate.readBlock() {}
    guard inflate.output.count == size else { throw Inflate.broken }
    return inflate.output
  }

  private init(_ bytes: ArraySlice<UInt8>, limit: Int) {
    self.bytes = bytes
    position = bytes.startIndex
    self.limit = limit
    output.reserveCapacity(min(limit, 1 << 20))
  }

  private static let broken = WorkbookFault("a part of the workbook is damaged")

  // MARK: Bits

  private mutating func bits(_ count: Int) throws(WorkbookFault) -> Int {
    while held < count {
      guard position < bytes.endIndex else { throw Inflate.broken }
      hold |= UInt32(bytes[position]) << UInt32(held)
      position += 1
      held += 8
    }
    let value = hold & ((1 << UInt32(count)) - 1)
    hold >>= UInt32(count)
    held -= count
    return Int(value)
  }

  private mutating func append(_ byte: UInt8) throws(WorkbookFault) {
    guard output.count < limit else {
      throw WorkbookFault("a part of the workbook unpacks to more than it announces")
    }
    output.append(byte)
  }

  // MARK: Blocks

  /// Reads one block, and says whether it was the last.
  private mutating func readBlock() throws(WorkbookFault) -> Bool {
    let isLast = try bits(1) == 1
    switch try bits(2) {
    case 0: try readStored()
    case 1: try readCodes(.fixedLiterals, .fixedDistances)
    case 2:
      let (literals, distances) = try readTables()
      try readCodes(literals, distances)
    default: throw Inflate.broken
    }
    return isLast
  }

  private mutating func readStored() throws(WorkbookFault) {
    hold = 0
    held = 0
    guard position + 4 <= bytes.endIndex else { throw Inflate.broken }
    let count = Int(bytes[position]) | Int(bytes[position + 1]) << 8
    let check = Int(bytes[position + 2]) | Int(bytes[position + 3]) << 8
    guard count == ~check & 0xFFFF, position + 4 + count <= bytes.endIndex else {
      throw Inflate.broken
    }
    position += 4
    for place in position..<position + count { try append(bytes[place]) }
    position += count
  }

  private static let lengths: [(base: Int, extra: Int)] = zip(
    [
      3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
      163, 195, 227, 258,
    ], [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
  ).map { ($0, $1) }

  private static let distances: [(base: Int, extra: Int)] = zip(
    [
      1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
      2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
    ],
    [
      0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
      13,
    ]
  ).map { ($0, $1) }

  private mutating func readCodes(
    _ literals: Huffman, _ distances: Huffman
  ) throws(WorkbookFault) {
    while true {
      let symbol = try symbol(literals)
      if symbol < 256 {
        try append(UInt8(symbol))
      } else if symbol == 256 {
        return
      } else {
        guard symbol - 257 < Inflate.lengths.count else { throw Inflate.broken }
        let length = Inflate.lengths[symbol - 257]
        let count = length.base + (try bits(length.extra))
        let code = try self.symbol(distances)
        guard code < Inflate.distances.count else { throw Inflate.broken }
        let distance = Inflate.distances[code].base + (try bits(Inflate.distances[code].extra))
        guard distance <= output.count else { throw Inflate.broken }
        for _ in 0..<count { try append(output[output.count - distance]) }
      }
    }
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private mutating func readTables() throws(WorkbookFault) -> (Huffman, Huffman) {
    let literalCount = try bits(5) + 257
    let distanceCount = try bits(5) + 1
    let codeCount = try bits(4) + 4
    var codeLengths = Array(repeating: 0, count: 19)
    for index in 0..<codeCount { codeLengths[Inflate.order[index]] = try bits(3) }
    let codes = Huffman(codeLengths)
    var lengths: [Int] = []
    while lengths.count < literalCount + distanceCount {
      let symbol = try symbol(codes)
      let (length, count): (Int, Int)
      switch symbol {
      case 0..<16: (length, count) = (symbol, 1)
      case 16:
        guard let last = lengths.last else { throw Inflate.broken }
        (length, count) = (last, 3 + (try bits(2)))
      case 17: (length, count) = (0, 3 + (try bits(3)))
      default: (length, count) = (0, 11 + (try bits(7)))
      }
      lengths += Array(repeating: length, count: count)
    }
    guard lengths.count == literalCount + distanceCount else { throw Inflate.broken }
    return (Huffman(Array(lengths[..<literalCount])), Huffman(Array(lengths[literalCount...])))
  }

  private mutating func symbol(_ codes: Huffman) throws(WorkbookFault) -> Int {
    var code = 0
    var first = 0
    var index = 0
    for length in 1...15 {
      code |= try bits(1)
      let count = codes.counts[length]
      if code - count < first { return codes.symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    throw Inflate.broken
  }
}

/// A canonical code: how many codes there are of each length, and their symbols in order.
private struct Huffman {
  var counts = Array(repeating: 0, count: 16)
  var symbols: [Int] = []

  init(_ lengths: [Int]) {
    for length in lengths where length > 0 { counts[length] += 1 }
    for length in 1...15 {
      symbols += lengths.indices.filter { lengths[$0] == length }
    }
  }

  static let fixedLiterals = Huffman(
    (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  static let fixedDistances = Huffman(Array(repeating: 5, count: 30))
}
