/// A workbook as Excel saves it (.xlsx): its sheets, each as rows of the texts that it shows.
///
/// Read are values, shared and inline texts, and number formats. Formulas are not computed: the value
/// that the workbook keeps for them is read. Macros, links and pictures are left alone.
struct Workbook {
  struct Sheet {
    let name: String
    let part: String
    let isHidden: Bool
  }

  /// The most rows and columns that Excel has.
  private static let (lastRow, columnLimit) = (1_048_576, 16_384)

  struct Contents {
    var rows: [Grid.Row] = []
    /// Whether rows or columns of it are hidden.
    var hasHidden = false
    /// The places of formulas of which the workbook keeps no value.
    var uncomputed: [String] = []
  }

  let sheets: [Sheet]
  var hasMacros: Bool { archive.holds("xl/vbaProject.bin") }
  private let archive: ZipArchive
  private let texts: [String]
  private let formats: [NumberFormat]

  static func isWorkbook(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 3, 4]) }

  init(_ bytes: [UInt8]) throws(WorkbookFault) {
    archive = try ZipArchive(bytes)
    guard let book = try archive.part("xl/workbook.xml") else {
      throw WorkbookFault(
        archive.holds("content.xml") || archive.holds("word/document.xml")
          ? "this is another program's document, not an .xlsx workbook"
          : "this is a zip file, not a workbook", help: "save the table as .xlsx or CSV")
    }
    let parts = try Workbook.parts(archive)
    var sheets: [Sheet] = []
    try Workbook.elements(book) { name, attributes in
      guard name == "sheet", let title = attributes["name"],
        let id = attributes["r:id"] ?? attributes["id"], let part = parts[id]
      else { return }
      sheets.append(
        Sheet(name: title, part: part, isHidden: (attributes["state"] ?? "visible") != "visible"))
    }
    self.sheets = sheets
    texts = try Workbook.sharedTexts(archive)
    formats = try Workbook.formats(archive)
  }

  private static func elements(
    _ bytes: [UInt8], _ body: (String, [String: String]) -> Void
  ) throws(WorkbookFault) {
    var reader = XMLReader(bytes)
    while let event = try reader.next() {
      if case .start(let name, let attributes) = event { body(name, attributes) }
    }
  }

  /// The names of parts by the ids that the workbook has for them.
  private static func parts(_ archive: ZipArchive) throws(WorkbookFault) -> [String: String] {
    var parts: [String: String] = [:]
    guard let relations = try archive.part("xl/_rels/workbook.xml.rels") else { return [:] }
    try elements(relations) { name, attributes in
      guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"]
      else { return }
      parts[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
    return parts
  }

  /// The texts that cells share; what is only read aloud (phonetic) is left out.
  private static func sharedTexts(_ archive: ZipArchive) throws(WorkbookFault) -> [String] {
    guard let bytes = try archive.part("xl/sharedStrings.xml") else { return [] }
    var texts: [String] = []
    var text = ""
    var isText = false
    var isPhonetic = false
    var reader = XMLReader(bytes)
    while let event = try reader.next() {
      switch event {
      case .start("si", _): text = ""
      case .start("t", _): isText = true
      case .start("rPh", _): isPhonetic = true
      case .text(let piece): if isText, !isPhonetic { text += piece }
      case .end("t"): isText = false
      case .end("rPh"): isPhonetic = false
      case .end("si"): texts.append(text)
      default: break
      }
    }
    return texts
  }

  /// The number format of each style.
  private static func formats(_ archive: ZipArchive) throws(WorkbookFault) -> [NumberFormat] {
    guard let bytes = try archive.part("xl/styles.xml") else { return [] }
    var codes = NumberFormat.builtIn
    var formats: [NumberFormat] = []
    var isOfCells = false
    var reader = XMLReader(bytes)
    while let event = try reader.next() {
      switch event {
      case .start("numFmt", let attributes):
        if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"]
        {
          codes[id] = code
        }
      case .start("cellXfs", _): isOfCells = true
      case .end("cellXfs"): isOfCells = false
      case .start("xf", let attributes):
        guard isOfCells else { continue }
        let code = attributes["numFmtId"].flatMap { Int($0) }.flatMap { codes[$0] }
        formats.append(code.map(NumberFormat.init) ?? .general)
      default: break
      }
    }
    return formats
  }

  // MARK: Cells

  /// The rows of a sheet, and what a reader of them ought to know.
  func rows(of sheet: Sheet) throws(WorkbookFault) -> Contents {
    guard let bytes = try archive.part(sheet.part) else {
      throw WorkbookFault("the sheet '\(sheet.name)' is not in the workbook")
    }
    var contents = Contents()
    var cell = SheetCell()
    var cells: [String] = []
    var number = 0
    var count = 0
    var isValue = false
    var reader = XMLReader(bytes)
    while let event = try reader.next() {
      switch event {
      case .start("col", let attributes), .start("row", let attributes):
        if ["1", "true"].contains(attributes["hidden"]) { contents.hasHidden = true }
        if case .start("row", _) = event {
          let next = attributes["r"].flatMap { Int($0) } ?? number + 1
          guard next > number, next <= Workbook.lastRow else {
            throw WorkbookFault("the rows of the sheet '\(sheet.name)' are not in order")
          }
          number = next
          cells = []
        }
      case .start("c", let attributes):
        cell = SheetCell(attributes, next: cells.count)
        // The blank cells before it are kept as well.
        count += max(1, cell.column + 1 - cells.count)
        guard count <= DelimitedReader.cellLimit, cell.column < Workbook.columnLimit else {
          throw WorkbookFault("the sheet '\(sheet.name)' has more than 1,000,000 cells")
        }
      case .start("v", _), .start("t", _): isValue = true
      case .start("f", _): cell.hasFormula = true
      case .end("v"), .end("t"): isValue = false
      case .text(let text): if isValue { cell.value += text }
      case .end("c"):
        while cells.count <= cell.column { cells.append("") }
        cells[cell.column] = shown(cell)
        if cell.hasFormula, cell.value.isEmpty, cell.kind != "str" {
          contents.uncomputed.append(cell.reference)
        }
      case .end("row"):
        if cells.contains(where: { !$0.isEmpty }) {
          contents.rows.append(Grid.Row(number: number, cells: cells))
        }
      default: break
      }
    }
    return contents
  }

  /// A cell's text as the workbook shows it.
  private func shown(_ cell: SheetCell) -> String {
    switch cell.kind {
    case "s": return Int(cell.value).flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? ""
    case "str", "inlineStr", "e": return cell.value
    case "b": return cell.value == "1" ? "TRUE" : "FALSE"
    default:
      if cell.value.isEmpty { return "" }
      let format = formats.indices.contains(cell.style) ? formats[cell.style] : .general
      return format.text(cell.value) ?? cell.value
    }
  }
}

/// A cell of a sheet while it is read.
private struct SheetCell {
  var kind = "n"
  var style = 0
  var column = 0
  var value = ""
  var hasFormula = false
  /// Its place: `B7`.
  var reference = ""

  init() {}

  init(_ attributes: [String: String], next: Int) {
    kind = attributes["t"] ?? "n"
    style = attributes["s"].flatMap { Int($0) } ?? 0
    reference = attributes["r"] ?? ""
    let letters = reference.utf8.prefix { (65...90).contains($0) }
    column =
      letters.isEmpty
      ? next : letters.prefix(4).reduce(0) { $0 * 26 + Int($1) - 64 } - 1
  }
}
