/// A cell of a delimited table, with the place where it stands.
public struct DelimitedCell: Hashable, Sendable {
  /// The text without the quotes of the format.
  public let text: String
  /// The cell as it stands in the file, quotes included.
  public let range: SourceRange
}

/// What parts the cells of a row.
public enum Separator: Hashable, Sendable {
  case tab
  case comma
  case semicolon
  case bar

  /// The separator that a file's name tells: a comma for `.csv`, a tab for `.tsv`, else none.
  public init?(path: String) {
    let name = path.lowercased()
    if name.hasSuffix(".csv") {
      self = .comma
    } else if name.hasSuffix(".tsv") {
      self = .tab
    } else {
      return nil
    }
  }

  fileprivate var byte: UInt8 {
    switch self {
    case .tab: Byte.tab
    case .comma: Byte.comma
    case .semicolon: Byte.semicolon
    case .bar: Byte.bar
    }
  }
}

/// Reads tables saved from a spreadsheet, or pasted into a plan, into rows of cells.
///
/// A cell that begins with a double quote ends at the next single one, and `""` in it is a quote
/// (RFC 4180); it may hold separators and line ends. A quote elsewhere is a letter like any other.
/// Between bars no cell is quoted, and spaces around cells are left out. An empty line is a row of
/// one empty cell, so that rows keep their numbers. Rows may differ in length.
public struct DelimitedReader {
  /// The most cells in one table.
  static let cellLimit = 1_000_000

  /// The rows of a file.
  ///
  /// - Throws: Every quote that is misplaced, or the first that is never closed.
  public static func rows(
    of file: SourceFile, separator: Separator
  ) throws(Diagnostics) -> [[DelimitedCell]] {
    try TextCheck.hold(file)
    let lines = (1...file.lineStarts.count).map { file.lineBytes($0) }
    return try rows(of: file, lines: lines, separator: separator)
  }

  /// The rows of a table pasted into a plan as a literal block, which keep their places in the file.
  ///
  /// Any other scalar gives no rows.
  public static func rows(
    of block: Node.Scalar, separator: Separator
  ) throws(Diagnostics) -> [[DelimitedCell]] {
    guard block.style == .literal else { return [] }
    let file = block.range.file
    let texts = block.text.utf8.split(separator: 10, omittingEmptySubsequences: false)
    let first = block.range.line + 1
    var lines: [Range<Int>] = []
    for (index, text) in texts.enumerated() where first + index <= file.lineStarts.count {
      let line = file.lineBytes(first + index)
      // The text is the end of the line: what stands before it is the block's indentation.
      lines.append(max(line.lowerBound, line.upperBound - text.count)..<line.upperBound)
    }
    return try rows(of: file, lines: lines, separator: separator)
  }

  private static func rows(
    of file: SourceFile, lines: [Range<Int>], separator: Separator
  ) throws(Diagnostics) -> [[DelimitedCell]] {
    var reader = DelimitedReader(file: file, lines: lines, separator: separator)
    do throws(Fault) {
      try reader.readRows()
    } catch {
      reader.faults.record(error.diagnostic)
    }
    try reader.faults.throwAny()
    return reader.rows
  }

  private let file: SourceFile
  private let bytes: [UInt8]
  private let lines: [Range<Int>]
  private let separator: Separator
  private var rows: [[DelimitedCell]] = []
  private var faults = FaultList()
  private var line = 0
  private var position = 0
  private var cellCount = 0

  private init(file: SourceFile, lines: [Range<Int>], separator: Separator) {
    self.file = file
    bytes = file.bytes
    // What follows the last line end is no row.
    self.lines = lines.last?.isEmpty == true ? lines.dropLast() : lines
    self.separator = separator
  }

  private mutating func readRows() throws(Fault) {
    while line < lines.count {
      position = lines[line].lowerBound
      var row: [DelimitedCell] = []
      repeat {
        row.append(try readCell())
      } while passSeparator()
      rows.append(row)
      line += 1
    }
  }

  /// Passes a separator, or says that the row is at its end.
  private mutating func passSeparator() -> Bool {
    guard position < lines[line].upperBound else { return false }
    position += 1
    return true
  }

  private mutating func readCell() throws(Fault) -> DelimitedCell {
    cellCount += 1
    if cellCount > DelimitedReader.cellLimit {
      throw fault(
        .tooManyCells, "the table has more than 1,000,000 cells", position..<position,
        help: "leave out the rows and columns that the plan does not use")
    }
    let start = position
    if separator != .bar, start < lines[line].upperBound, bytes[start] == Byte.quote {
      return try readQuotedCell()
    }
    passText()
    var place = start..<position
    if separator == .bar { place = trimmed(place) }
    return DelimitedCell(text: file.text(place), range: SourceRange(file: file, bytes: place))
  }

  private mutating func passText() {
    while position < lines[line].upperBound, bytes[position] != separator.byte { position += 1 }
  }

  private func trimmed(_ place: Range<Int>) -> Range<Int> {
    var place = place
    while let first = place.first, bytes[first] == Byte.space { place = place.dropFirst() }
    while let last = place.last, bytes[last] == Byte.space { place = place.dropLast() }
    return place
  }

  private mutating func readQuotedCell() throws(Fault) -> DelimitedCell {
    let start = position
    let firstLine = line
    var text = ""
    position += 1
    while true {
      let piece = position
      while position < lines[line].upperBound, bytes[position] != Byte.quote { position += 1 }
      text += file.text(piece..<position)
      if position == lines[line].upperBound {
        guard line + 1 < lines.count else {
          throw fault(
            .unclosedQuote, "the quote that opens this cell is never closed",
            start..<lines[firstLine].upperBound,
            help: "close it, or double it where it is part of the text")
        }
        text += "\n"
        line += 1
        position = lines[line].lowerBound
        continue
      }
      position += 1
      guard position < lines[line].upperBound, bytes[position] == Byte.quote else { break }
      text += "\""
      position += 1
    }
    if position < lines[line].upperBound, bytes[position] != separator.byte {
      let stray = position
      passText()
      faults.record(
        fault(
          .strayText, "text stands after the quote that closes this cell", stray..<position,
          help: "put the whole cell in quotes, and double each quote inside it"
        ).diagnostic)
    }
    return DelimitedCell(
      text: text, range: SourceRange(file: file, bytes: start..<position))
  }

  private func fault(
    _ code: DiagnosticCode, _ message: String, _ place: Range<Int>, help: String
  ) -> Fault {
    Fault(
      diagnostic: Diagnostic(
        code, message, at: SourceRange(file: file, bytes: place), help: help))
  }
}
