extension Spreadsheet {
  /// The workbook as an `.xlsx` file; the same spreadsheet gives the same bytes.
  public func rendered() -> [UInt8] {
    WorkbookRenderer(self).bytes
  }
}

/// Writes a spreadsheet as an Office Open XML workbook.
struct WorkbookRenderer {
  let spreadsheet: Spreadsheet
  /// For what all plans share, and for each of several plans.
  private let addresses: [Int?: SheetAddresses]

  init(_ spreadsheet: Spreadsheet) {
    self.spreadsheet = spreadsheet
    let sheets = spreadsheet.sheets
    let places = SheetAddresses(sheets)
    addresses = Dictionary(
      uniqueKeysWithValues: Set(sheets.map(\.plan)).map { ($0, places.among(sheets, of: $0)) })
  }

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let ties = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  var bytes: [UInt8] {
    var package = OpenXMLPackage(title: SingleLine.text(spreadsheet.title))
    let book = "xl/workbook.xml"
    package.relate(to: book, as: "officeDocument")
    let sheets = spreadsheet.sheets
    let styles = WorkbookStyles(sheets.mappedConcurrently(\.looks).flatMap { $0 })
    var writers: [@Sendable () -> [UInt8]] = []
    var tables = 0
    var charts = 0
    for (position, sheet) in sheets.enumerated() {
      let name = WorkbookRenderer.name(ofSheet: position)
      let addresses = addresses[sheet.plan] ?? SheetAddresses([])
      package.relate(book, to: name, as: "worksheet")
      var parts = SheetParts()
      if !sheet.headings.isEmpty, !sheet.rows.isEmpty {
        tables += 1
        let table = "xl/tables/table\(tables).xml"
        parts.table = package.relate(name, to: table, as: "table")
        package.add(
          table, type: OpenXMLPackage.office + "spreadsheetml.table+xml",
          TablePart(sheet, number: tables).bytes)
      }
      if !sheet.charts.isEmpty {
        parts.drawing = SheetDrawing(sheet: sheet, addresses: addresses).add(
          to: &package, of: name, position + 1, &charts)
      }
      writers.append { [parts] in
        SheetWriter(sheet, addresses, styles, isFirst: position == 0).bytes(parts)
      }
    }
    for (position, bytes) in writers.mappedConcurrently({ $0() }).enumerated() {
      package.add(
        WorkbookRenderer.name(ofSheet: position),
        type: OpenXMLPackage.office + "spreadsheetml.worksheet+xml", bytes)
    }
    package.relate(book, to: "xl/styles.xml", as: "styles")
    package.add(
      "xl/styles.xml", type: OpenXMLPackage.office + "spreadsheetml.styles+xml", styles.bytes)
    package.add(book, type: OpenXMLPackage.office + "spreadsheetml.sheet.main+xml", workbook)
    return package.bytes
  }

  private static func name(ofSheet position: Int) -> String {
    "xl/worksheets/sheet\(position + 1).xml"
  }

  /// What the workbook is made of: its sheets, and the row that prints on every page of each.
  ///
  /// A page is as wide as its sheet, so that no column needs to be repeated.
  private var workbook: [UInt8] {
    var xml = XMLWriter()
    xml.element("workbook", ["xmlns": WorkbookRenderer.main, "xmlns:r": WorkbookRenderer.ties]) {
      $0.element("bookViews") { $0.element("workbookView", ["activeTab": "0"]) }
      $0.element("sheets") {
        for (position, sheet) in spreadsheet.sheets.enumerated() {
          $0.element(
            "sheet",
            ["name": sheet.name, "sheetId": "\(position + 1)", "r:id": "rId\(position + 1)"])
        }
      }
      let repeated = spreadsheet.sheets.enumerated().filter { !$0.element.headings.isEmpty }
      if !repeated.isEmpty {
        $0.element("definedNames") {
          for (position, sheet) in repeated {
            let row = sheet.rowsAbove
            $0.element(
              "definedName", ["name": "_xlnm.Print_Titles", "localSheetId": "\(position)"],
              text: "\(SheetAddresses.quoted(sheet.name))!$\(row):$\(row)")
          }
        }
      }
      $0.element("calcPr", ["calcMode": "auto"])
    }
    return xml.bytes
  }
}

/// The parts beside a sheet, by the name of its tie to each.
struct SheetParts {
  var table: String?
  var drawing: String?
}
