/// Reads the YAML of a plan or scenario into nodes, or into everything that is wrong with it.
///
/// The subset is strict: what is accepted reads the same in any YAML 1.2 parser, the rest is refused
/// with its place and a remedy. The work grows in proportion to the file.
struct NodeParser {
  /// The deepest nesting of lists and mappings.
  static let depthLimit = 64
  /// The most values and keys in one file.
  static let nodeLimit = 1_000_000

  let file: SourceFile
  let bytes: [UInt8]
  let lines: LineScanner
  var faults = FaultList()
  /// The line that is being read, or nil at the end of the file.
  var line: LineScanner.Line?
  /// The offset of the next byte to be read.
  var position = 0
  private var depth = 0
  private var nodeCount = 0

  /// The one value that a file holds.
  ///
  /// - Throws: Every fault that can be told apart, at most a hundred, sorted by place.
  static func parse(_ file: SourceFile) throws(Diagnostics) -> Node {
    let (node, faults) = try readable(file)
    if !faults.isEmpty { throw Diagnostics(faults) }
    return node
  }

  /// The same, with the faults of a file in which it is plain what was meant, such as `2,99%`.
  ///
  /// So what else is wrong with the file can be said together with them.
  ///
  /// - Throws: Every fault of a file in which something cannot be read.
  static func readable(
    _ file: SourceFile
  ) throws(Diagnostics) -> (node: Node, faults: [Diagnostic]) {
    try TextCheck.hold(file)
    if Separator(path: file.path) != nil {
      throw Diagnostics(
        Diagnostic(
          .missingColon, "the file is a table, and no plan or scenario",
          at: SourceRange(file: file, bytes: 0..<0), label: "expected 'key: value'",
          help: "'mtfs import' makes a plan of a table"))
    }
    var parser = NodeParser(file)
    let node = parser.document()
    do throws(Diagnostics) {
      try parser.faults.throwAny()
      guard let node else { throw Diagnostics([]) }
      return (node, [])
    } catch {
      guard let node, parser.faults.areAllMended else { throw error }
      return (node, error.all)
    }
  }

  private init(_ file: SourceFile) {
    self.file = file
    bytes = file.bytes
    lines = LineScanner(file)
  }

  private mutating func document() -> Node? {
    do throws(Fault) {
      try startDocument()
      guard line != nil else { throw emptyFile() }
    } catch {
      faults.record(error.diagnostic)
      return nil
    }
    var root: Node?
    while let first = line {
      do throws(Fault) {
        if root != nil { throw outsideRoot(first) }
        root = try blockNode(column: first.indent, parent: -1)
      } catch {
        faults.record(error.diagnostic)
        if error.isFatal || root != nil || faults.isFull { return nil }
        skip(from: first.index + 1, column: first.indent)
      }
    }
    return root
  }

  /// Passes a leading `---` and refuses directives.
  private mutating func startDocument() throws(Fault) {
    guard let first = lines.contentLine(from: 0) else { return }
    if bytes[first.start] == UInt8(ascii: "%") {
      throw fault(
        .unsupportedDirective, "directives are not supported", first.content..<first.end,
        help: "delete this line; plans are always YAML 1.2")
    }
    guard lines.isDocumentMarker(first), bytes[first.start] == Byte.dash else {
      return advance(from: 0)
    }
    line = first
    position = first.start + 3
    if try !isAtEndOfLine() {
      throw fault(
        .strayText, "text stands after '---'", position..<first.end,
        help: "start it on the next line")
    }
    advance(from: first.index + 1)
  }

  /// Moves to the first line from an index on that holds something.
  ///
  /// A line indented with tabs is recorded as a fault and passed; `---` or `...` ends the reading.
  /// Where a faulty entry is being passed, tabs in lines deeper than its column are its own.
  mutating func advance(from index: Int, skippingDeeperThan column: Int? = nil) {
    var index = index
    while let next = lines.contentLine(from: index) {
      index = next.index + 1
      if bytes[next.content] == Byte.tab {
        if next.indent <= column ?? .max { faults.record(tabFault(at: next.content).diagnostic) }
        continue
      }
      if lines.isDocumentMarker(next) {
        faults.record(secondDocument(next).diagnostic)
        break
      }
      line = next
      position = next.content
      return
    }
    line = nil
    position = bytes.count
  }

  /// Records the fault of an entry of a block, and goes on with the next entry of the same block.
  mutating func recover(
    from fault: Fault, of first: LineScanner.Line, column: Int
  ) throws(Fault) {
    if fault.isFatal { throw fault }
    if faults.isFull { throw Fault(diagnostic: fault.diagnostic, isFatal: true) }
    faults.record(fault.diagnostic)
    skip(from: first.index + 1, column: column)
  }

  /// Passes the lines that belong to a faulty entry: those deeper than its column.
  private mutating func skip(from index: Int, column: Int) {
    advance(from: index, skippingDeeperThan: column)
    while let next = line {
      guard next.indent > column || (next.indent == column && isRest(next)) else { return }
      advance(from: next.index + 1, skippingDeeperThan: column)
    }
  }

  /// Whether a line can only be the rest of the entry before: a closing bracket or a lone colon.
  private func isRest(_ line: LineScanner.Line) -> Bool {
    switch bytes[line.content] {
    case Byte.closeBracket, Byte.closeBrace: true
    case Byte.colon: lines.isBreakOrBlank(line.content + 1, end: line.end)
    default: false
    }
  }

  /// Counts one more level of nesting, which the caller takes off again.
  mutating func enter() throws(Fault) {
    depth += 1
    if depth > NodeParser.depthLimit {
      throw fault(
        .tooDeep, "the nesting is deeper than \(NodeParser.depthLimit) levels",
        position..<position + 1, help: "no plan needs so many; look for an unclosed bracket",
        isFatal: true)
    }
  }

  mutating func leave() {
    depth -= 1
  }

  /// Counts one more key or value.
  mutating func count(at range: Range<Int>) throws(Fault) {
    nodeCount += 1
    if nodeCount > NodeParser.nodeLimit {
      throw fault(
        .tooManyNodes, "the file holds more than 1,000,000 values", range,
        help: "split it, or take the lines from a CSV or TSV file", isFatal: true)
    }
  }

  func range(_ bytes: Range<Int>) -> SourceRange {
    SourceRange(file: file, bytes: bytes)
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
