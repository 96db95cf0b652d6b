/// The comments and blank lines of a file that was read into nodes, in order.
struct SourceComments {
  struct Comment: Hashable {
    /// From the `#` on; empty for a blank line.
    let text: String
    let offset: Int
    /// Its line, counted from 1.
    let line: Int
    /// Whether something stands before it on its line.
    let isTrailing: Bool
  }

  private(set) var all: [Comment] = []

  /// The comments of a file, whose one value `node` is.
  init(of file: SourceFile, around node: Node) {
    let scalars = node.scalars.filter { $0.range.file == file && !$0.range.bytes.isEmpty }
      .map(\.range.bytes)
    let lines = LineScanner(file)
    var next = 0
    var index = 0
    while let line = lines.line(at: index) {
      index += 1
      while next < scalars.count, scalars[next].upperBound <= line.start { next += 1 }
      var position = line.content
      var scalar = next
      scan: while position < line.end {
        while scalar < scalars.count, scalars[scalar].upperBound <= position { scalar += 1 }
        if scalar < scalars.count, scalars[scalar].contains(position) {
          position = scalars[scalar].upperBound
        } else if file.bytes[position] == Byte.hash {
          break scan
        } else {
          position += 1
        }
      }
      let isInside = next < scalars.count && scalars[next].contains(line.start)
      guard position < line.end || (line.isBlank && !isInside) else { continue }
      var end = line.end
      while end > position, [Byte.space, Byte.tab].contains(file.bytes[end - 1]) { end -= 1 }
      all.append(
        Comment(
          text: file.text(position..<end), offset: position, line: index,
          isTrailing: position > line.content))
    }
  }

  /// Puts another text in the place of each, or takes it out.
  mutating func replace(by change: (String) -> String?) {
    all = all.compactMap { comment in
      change(comment.text).map {
        Comment(
          text: $0, offset: comment.offset, line: comment.line, isTrailing: comment.isTrailing)
      }
    }
  }

  /// Takes out what stands in a node's range, and the comments and blank lines directly above it.
  mutating func remove(_ range: SourceRange) {
    let line = range.line
    let end = range.file.line(at: max(range.bytes.upperBound - 1, range.bytes.lowerBound))
    var first = line
    while all.contains(where: { $0.line == first - 1 && !$0.isTrailing }) { first -= 1 }
    all.removeAll { (first...end).contains($0.line) }
  }
}

extension Node {
  /// Every key and value that is no list or mapping, in the order of the file.
  var scalars: [Scalar] {
    var found: [Scalar] = []
    collect(&found)
    return found
  }

  private func collect(_ found: inout [Scalar]) {
    switch self {
    case .scalar(let scalar): found.append(scalar)
    case .sequence(let items, _):
      for item in items { item.collect(&found) }
    case .mapping(let entries, _):
      for entry in entries {
        found.append(entry.key)
        entry.value.collect(&found)
      }
    }
  }
}
