/// Walks over the lines of a file and stops at those that hold more than a comment.
struct LineScanner {
  /// One line: its number from 0, and the offsets of its start, first character and end.
  struct Line {
    let index: Int
    let start: Int
    let content: Int
    let end: Int

    /// The spaces before the first character.
    var indent: Int { content - start }
    var isBlank: Bool { content == end }
  }

  let file: SourceFile
  let bytes: [UInt8]

  init(_ file: SourceFile) {
    self.file = file
    bytes = file.bytes
  }

  /// The line at an index, or nil past the last.
  func line(at index: Int) -> Line? {
    guard index < file.lineStarts.count else { return nil }
    let range = file.lineBytes(index + 1)
    guard !range.isEmpty || index + 1 < file.lineStarts.count else { return nil }
    var content = range.lowerBound
    while content < range.upperBound, bytes[content] == Byte.space { content += 1 }
    return Line(index: index, start: range.lowerBound, content: content, end: range.upperBound)
  }

  /// The first line from an index on that is neither blank nor only a comment.
  func contentLine(from index: Int) -> Line? {
    var index = index
    while let line = line(at: index) {
      if !line.isBlank, bytes[line.content] != Byte.hash { return line }
      index += 1
    }
    return nil
  }

  /// Whether a line is `---` or `...`, which part documents.
  func isDocumentMarker(_ line: Line) -> Bool {
    guard line.indent == 0, line.end - line.start >= 3 else { return false }
    let first = bytes[line.start]
    guard first == Byte.dash || first == Byte.dot else { return false }
    return bytes[line.start + 1] == first && bytes[line.start + 2] == first
      && isBreakOrBlank(line.start + 3, end: line.end)
  }

  /// Whether an offset is at the end of its line or at a space or tab.
  func isBreakOrBlank(_ offset: Int, end: Int) -> Bool {
    offset >= end || bytes[offset] == Byte.space || bytes[offset] == Byte.tab
  }
}
