/// Writes nodes as the text of a file, in the layout in which plans are kept.
///
/// What was read on one line is written on one, blocks as blocks two spaces deeper, scalars as they
/// were typed. What was made is a row on one line, or a list of rows. Comments and blank lines stay
/// above, or behind, what they stood at, also where the entries of a mapping have changed places. A
/// comment deeper than what follows it ends the block before.
struct NodeWriter {
  private let file: SourceFile
  private let scanner: LineScanner
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
      file: node.range.file, scanner: LineScanner(node.range.file), comments: comments.all[...],
      notes: notes, lines: head)
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
      if !isInFileOrder(entries) { return reordered(node, entries, indent: indent, start: start) }
      for entry in entries {
        if start == nil { above(offset(entry.key.range), indent: indent) }
        write(entry, after: start ?? spaces, indent: indent)
        start = nil
      }
      below(node, indent: indent)
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
      below(node, indent: indent)
    }
  }

  private func isInFileOrder(_ entries: [Node.Entry]) -> Bool {
    zip(entries, entries.dropFirst()).allSatisfy {
      offset($0.key.range) <= offset($1.key.range)
    }
  }

  /// Writes the entries of a mapping that have changed places, each with the comments above it.
  ///
  /// They are written in the order of the file, as the comments are, and then put in theirs. What
  /// stands at the start of the file, or above the first entry and a blank line, stays there.
  private mutating func reordered(
    _ node: Node, _ entries: [Node.Entry], indent: Int, start: String?
  ) {
    let before = lines
    var parts: [Part] = entries.map { _ in Part() }
    var head: [String] = []
    let spaces = String(repeating: " ", count: indent)
    let fileOrder = entries.indices.sorted {
      (offset(entries[$0].key.range), $0) < (offset(entries[$1].key.range), $1)
    }
    for index in fileOrder {
      // A line that is not blank, so that a blank line between entries is kept with its entry.
      lines = ["-"]
      if start == nil || index != fileOrder.first {
        above(offset(entries[index].key.range), indent: indent)
      }
      parts[index].above = Array(lines.dropFirst())
      if index == fileOrder.first {
        let end = before.isEmpty ? nil : parts[index].above.lastIndex(of: "").map { $0 + 1 }
        let count = before.isEmpty ? parts[index].above.count : end ?? 0
        head = Array(parts[index].above.prefix(count))
        parts[index].above.removeFirst(count)
      }
      lines = []
      write(entries[index], after: spaces, indent: indent)
      parts[index].lines = lines
    }
    lines = []
    below(node, indent: indent)
    let rest = lines
    lines = before + head
    for (index, var part) in parts.enumerated() {
      if index == 0 {
        if head.last?.isEmpty != false { part.above = Array(part.above.drop { $0.isEmpty }) }
        if let start { part.start(with: start, replacing: indent) }
      }
      lines += part.above + part.lines
    }
    lines += rest
  }

  /// The lines of one entry, and those of the comments above it.
  private struct Part {
    var above: [String] = []
    var lines: [String] = []

    /// Makes it the first of its mapping, after the spaces and dashes of `start`.
    mutating func start(with start: String, replacing indent: Int) {
      let spaces = String(repeating: " ", count: start.prefix { $0 == " " }.count)
      above = above.map { $0.isEmpty ? "" : spaces + $0.drop { $0 == " " } }
      lines[0] = start + lines[0].dropFirst(indent)
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

  /// Writes the comments that end a block: those that are deeper than what follows it.
  private mutating func below(_ node: Node, indent: Int) {
    guard node.range.file == file, !node.isMade else { return }
    let column = column(node.range.bytes.lowerBound)
    let next = scanner.contentLine(from: file.line(at: node.range.bytes.upperBound - 1))
    while let comment = comments.first(where: { !$0.text.isEmpty }), !comment.isTrailing {
      let depth = self.column(comment.offset)
      guard depth > next?.indent ?? 0, depth >= column, comment.offset < next?.start ?? .max,
        comment.offset >= node.range.bytes.upperBound
      else { return }
      above(comment.offset + 1, indent: indent)
    }
  }

  /// How many bytes stand before an offset on its line.
  private func column(_ offset: Int) -> Int {
    offset - file.lineBytes(file.line(at: offset)).lowerBound
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
