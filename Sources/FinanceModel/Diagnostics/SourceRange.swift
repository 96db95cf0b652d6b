/// A stretch of a source file.
public struct SourceRange: Hashable, Sendable {
  public let file: SourceFile
  /// Offsets in the file's bytes.
  public let bytes: Range<Int>

  public init(file: SourceFile, bytes: Range<Int>) {
    self.file = file
    self.bytes = bytes
  }

  /// The line of its start, counted from 1.
  public var line: Int { file.line(at: bytes.lowerBound) }

  /// The column of its start in characters, counted from 1.
  public var column: Int {
    let before = file.lineStarts[line - 1]..<bytes.lowerBound
    // Counting characters is slow, and the lines of a hostile file are long.
    let isASCII = file.bytes[before].allSatisfy { $0 < 0x80 }
    return (isASCII ? before.count : file.text(before).count) + 1
  }

  /// The text that stands there.
  public var text: String { file.text(bytes) }

  /// `path:line`.
  public var place: String { "\(file.path):\(line)" }

  /// The part of this range at a range of its characters.
  public func characters(_ characters: Range<Int>) -> SourceRange {
    let text = self.text
    let start =
      text.index(
        text.startIndex, offsetBy: characters.lowerBound, limitedBy: text.endIndex) ?? text.endIndex
    let end =
      text.index(start, offsetBy: characters.count, limitedBy: text.endIndex) ?? text.endIndex
    let lower = bytes.lowerBound + text.utf8.distance(from: text.startIndex, to: start)
    return SourceRange(
      file: file, bytes: lower..<(lower + text.utf8.distance(from: start, to: end)))
  }
}
