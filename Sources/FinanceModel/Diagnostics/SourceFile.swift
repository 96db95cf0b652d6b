/// A text file that was read, and where its lines start.
public final class SourceFile: Sendable, Hashable {
  /// The path as the user gave it.
  public let path: String
  /// The text in UTF-8, without a byte order mark.
  public let bytes: [UInt8]
  /// Whether a byte order mark stood before it.
  let hasByteOrderMark: Bool
  /// The offset at which each line starts.
  let lineStarts: [Int]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    hasByteOrderMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let text = hasByteOrderMark ? Array(bytes.dropFirst(3)) : bytes
    self.bytes = text
    var starts = [0]
    for (offset, byte) in text.enumerated() where byte == 10 { starts.append(offset + 1) }
    lineStarts = starts
  }

  /// A file whose text is already at hand.
  public convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  public static func == (left: SourceFile, right: SourceFile) -> Bool {
    left === right
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(self))
  }

  /// The line that holds an offset, counted from 1.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line, counted from 1, without its line end.
  func lineBytes(_ line: Int) -> Range<Int> {
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == 13 { end -= 1 }
    return start..<end
  }

  /// The text of a range of bytes.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
