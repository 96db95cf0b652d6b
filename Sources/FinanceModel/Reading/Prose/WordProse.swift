/// The words of a Word document's body, one line for each of its paragraphs, cells included.
///
/// Hidden and deleted words, instructions of fields and raised marks are left out, and so are heads,
/// feet, notes and comments, which stand in parts of their own.
struct WordProse {
  private var paragraphs: [[UInt8]] = []
  /// The paragraphs that are open: one may stand in a text box of another.
  private var open: [Int] = []
  private var isText = false
  private var isHidden = false
  /// How many elements are open that are left out whole.
  private var skipped = 0

  static func prose(_ bytes: [UInt8], path: String) throws(WorkbookFault) -> Prose {
    let archive = try ZipArchive(bytes)
    guard let body = try archive.part("word/document.xml") else {
      throw WorkbookFault(
        archive.holds("xl/workbook.xml")
          ? "this is an Excel file, not a Word one" : "this is a zip file, not a Word one")
    }
    var words = WordProse()
    var reader = XMLReader(body)
    while let event = try reader.next() { words.read(event) }
    let text = Array(words.paragraphs.joined(separator: [10]))
    let file = SourceFile(path: path, bytes: text)
    guard TextCheck.encodingFault(in: file) == nil else {
      throw WorkbookFault("a part of the workbook is not UTF-8 text")
    }
    var prose = Prose(file: file, format: .word)
    for place in text.indices {
      if text[place] == 10 {
        prose.endBlock(at: place)
      } else {
        prose.append(text[place], at: place)
      }
    }
    return prose
  }

  private mutating func read(_ event: XMLReader.Event) {
    switch event {
    case .start(let name, let attributes): start(name, attributes)
    case .end(let name): end(name)
    case .text(let text): if isText, !isHidden { append(text) }
    }
  }

  private mutating func start(_ name: String, _ attributes: [String: String]) {
    if WordProse.left.contains(name) { skipped += 1 }
    guard skipped == 0 else { return }
    switch name {
    case "p":
      open.append(paragraphs.count)
      paragraphs.append([])
    case "r": isHidden = false
    case "vanish": if !["0", "false", "off"].contains(attributes["val"]) { isHidden = true }
    case "vertAlign": if attributes["val"] == "superscript" { isHidden = true }
    case "t": isText = true
    case "tab", "br", "cr": append(" ")
    case "noBreakHyphen": append("-")
    default: break
    }
  }

  private mutating func end(_ name: String) {
    if WordProse.left.contains(name) { skipped -= 1 }
    guard skipped == 0 else { return }
    switch name {
    case "p": _ = open.popLast()
    case "r": isHidden = false
    case "t": isText = false
    default: break
    }
  }

  /// A line end within a paragraph is a space: a paragraph is a line.
  private mutating func append(_ text: String) {
    guard skipped == 0, let paragraph = open.last else { return }
    paragraphs[paragraph] += text.utf8.map { $0 == 10 || $0 == 13 ? Byte.space : $0 }
  }

  /// The same words once more for old programs; deleted words; the styles of whole paragraphs.
  private static let left: Set<String> = ["Fallback", "del", "moveFrom", "pPr"]
}
