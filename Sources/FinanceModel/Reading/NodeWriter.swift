/// Writes nodes as the text of a file, in the layout in which plans are kept.
///
/// What was read on one line is written on one, blocks as blocks two spaces deeper, scalars as they
/// were typed. What was made is a row on one line, or a list of rows. Comments and blank lines stay
/// above, or behind, what they stood at.
struct NodeWriter {
  private let file: SourceFile
  /// Those that are not written yet, in order.
  private var comments: ArraySlice<SourceComments.Comment>
  /// Comments to be put above the rows with these ids.
  private let notes: [String: [String]]
  private var lines: [String]

  /// The text of a file; `head` holds comments for its first lines.
  static func text(
    _ node: Node, comments: SourceComments, head: [String] = [], notes: [String: [String]] = [:]
  ) -> String {
    var writer = NodeWriter(
      file: node.range.file, comments: comments.all[...], notes: notes, lines: head)
    writer.block(node, indent: 0)
    writer.above(.max, indent: 0)
    while writer.lines.last == "" { writer.lines.removeLast() }
    return writer.lines.map { $0 + "\n" }.joined()
  }

  // MARK: Blocks

  /// Writes a block; `start` stands for the spaces and dashes before its first line.
  private mutating func block(_ node: Node, indent: Int, start: String? = nil) {
    let spaces = String(repeating: " ", count: indent)
    var start = start
    switch node {
    case .scalar(let scalar): lines.append((start ?? spaces) + scalar.text(inFlow: false))
    case .mapping(let entries, _):
      for entry in entries {
        if start == nil { above(offset(entry.key.range), indent: indent) }
        write(entry, after: start ?? spaces, indent: indent)
        start = nil
      }
    case .sequence(let items, _):
      for item in items {
        if start == nil { above(offset(item.range), indent: indent) }
        if let id = item["id"]?.text {
          lines += (notes[id] ?? []).map { spaces + $0 }
        }
        let dash = (start ?? spaces) + "-"
        if item.isBlock {
          block(item, indent: indent + 2, start: dash + " ")
        } else {
          value(item, after: dash, indent: indent, from: item.range)
        }
        start = nil
      }
    }
  }

  private mutating func write(_ entry: Node.Entry, after start: String, indent: Int) {
    let start = start + entry.key.text(inFlow: false) + ":"
    guard entry.value.isBlock else {
      return value(entry.value, after: start, indent: indent, from: entry.key.range)
    }
    lines.append(start + trailing(after: entry.key.range))
    block(entry.value, indent: indent + 2)
  }

  /// A value that goes on with the line that `start` begins; `first` is what begins it in the file.
  private mutating func value(
    _ node: Node, after start: String, indent: Int, from first: SourceRange
  ) {
    if case .scalar(let scalar) = node, let block = scalar.blockLines {
      let spaces = String(repeating: " ", count: indent + 2)
      lines.append(start + " " + block.header)
      lines += block.text.map { $0.isEmpty ? "" : spaces + $0 }
      return
    }
    above(offset(node.range, \.upperBound), indent: indent)
    let text = node.flowText(inFlow: false)
    lines.append(
      start + (text.isEmpty ? "" : " " + text) + trailing(after: node.isMade ? first : node.range))
  }

  // MARK: Comments

  private func offset(_ range: SourceRange, _ end: KeyPath<Range<Int>, Int> = \.lowerBound) -> Int {
    range.file == file ? range.bytes[keyPath: end] : 0
  }

  /// Writes the comments and blank lines before an offset of the file.
  private mutating func above(_ offset: Int, indent: Int) {
    while let comment = comments.first, comment.offset < offset {
      comments.removeFirst()
      if !comment.text.isEmpty {
        lines.append(String(repeating: " ", count: indent) + comment.text)
      } else if let last = lines.last, !last.isEmpty {
        lines.append("")
      }
    }
  }

  /// The comment behind something on its own line.
  private mutating func trailing(after range: SourceRange) -> String {
    guard range.file == file, let comment = comments.first, comment.isTrailing,
      comment.line == file.line(at: max(range.bytes.upperBound - 1, range.bytes.lowerBound))
    else { return "" }
    comments.removeFirst()
    return "  " + comment.text
  }
}

extension Node {
  /// Whether it is written over several lines: it was read so, or is a list of rows that was made.
  fileprivate var isBlock: Bool {
    switch self {
    case .scalar: return false
    case .sequence(let items, let range):
      if items.isEmpty { return false }
      guard isMade else { return range.file.bytes[range.bytes.lowerBound] != Byte.openBracket }
      return items.contains { if case .mapping = $0 { true } else { false } }
    case .mapping(let entries, let range):
      if entries.isEmpty || isMade { return false }
      return range.file.bytes[range.bytes.lowerBound] != Byte.openBrace
    }
  }

  /// It on one line.
  fileprivate func flowText(inFlow: Bool = true) -> String {
    switch self {
    case .scalar(let scalar): return scalar.text(inFlow: inFlow)
    case .sequence(let items, _):
      return "[" + items.map { $0.flowText() }.joined(separator: ", ") + "]"
    case .mapping(let entries, _):
      if entries.isEmpty { return "{}" }
      let pairs = entries.map { "\($0.key.text(inFlow: true)): \($0.value.flowText())" }
      return "{ " + pairs.joined(separator: ", ") + " }"
    }
  }
}
