/// Writes one sheet: its title in A1, the lines under it, its headings and its rows.
struct SheetWriter {
  let sheet: Sheet
  let addresses: SheetAddresses
  /// Whether it is the one that is shown first.
  let isFirst: Bool
  private let cells: SheetCellWriter
  private let widths: [Int]

  init(_ sheet: Sheet, _ addresses: SheetAddresses, _ styles: WorkbookStyles, isFirst: Bool) {
    self.sheet = sheet
    self.addresses = addresses
    self.isFirst = isFirst
    cells = SheetCellWriter(sheet: sheet, addresses: addresses, styles: styles)
    widths = sheet.columnWidths
  }

  private var lastCell: String {
    SheetAddresses.cell(sheet.rowsAbove + max(sheet.rows.count, 1) - 1, sheet.width - 1)
  }

  func bytes(_ parts: SheetParts) -> [UInt8] {
    var xml = XMLWriter()
    xml.element("worksheet", ["xmlns": WorkbookRenderer.main, "xmlns:r": WorkbookRenderer.ties]) {
      $0.element("sheetPr") { $0.element("pageSetUpPr", ["fitToPage": "1"]) }
      $0.element("dimension", ["ref": "A1:\(lastCell)"])
      view(&$0)
      $0.element("sheetFormatPr", ["defaultRowHeight": "15"])
      columns(&$0)
      $0.element("sheetData") { data(&$0) }
      links(&$0)
      page(&$0)
      if !sheet.headings.isEmpty {
        $0.element("ignoredErrors") {
          $0.element(
            "ignoredError",
            [
              "sqref": "A1:\(lastCell)", "numberStoredAsText": "1", "formula": "1",
              "formulaRange": "1",
            ])
        }
      }
      if let drawing = parts.drawing { $0.element("drawing", ["r:id": drawing]) }
      if let table = parts.table {
        $0.element("tableParts", ["count": "1"]) { $0.element("tablePart", ["r:id": table]) }
      }
    }
    return xml.bytes
  }

  // MARK: How it is shown

  private func view(_ xml: inout XMLWriter) {
    xml.element("sheetViews") {
      $0.element(
        "sheetView",
        ["showGridLines": "0", "tabSelected": isFirst ? "1" : nil, "workbookViewId": "0"]
      ) {
        guard !sheet.headings.isEmpty else { return }
        $0.element(
          "pane",
          [
            "xSplit": "1", "ySplit": "\(sheet.rowsAbove)",
            "topLeftCell": SheetAddresses.cell(sheet.rowsAbove, 1), "activePane": "bottomRight",
            "state": "frozen",
          ])
        for pane in ["topRight", "bottomLeft", "bottomRight"] {
          $0.element("selection", ["pane": pane])
        }
      }
    }
  }

  private func columns(_ xml: inout XMLWriter) {
    xml.element("cols") {
      for (column, width) in widths.enumerated() {
        $0.element(
          "col",
          [
            "min": "\(column + 1)", "max": "\(column + 1)", "width": "\(width)",
            "customWidth": "1",
          ])
      }
    }
  }

  private func links(_ xml: inout XMLWriter) {
    let targets = sheet.rows.enumerated().compactMap { position, row -> (Int, String)? in
      guard case .link(_, let target) = row.label else { return nil }
      return (position, addresses.top(of: target))
    }
    guard !targets.isEmpty else { return }
    xml.element("hyperlinks") {
      for (position, target) in targets {
        $0.element(
          "hyperlink",
          ["ref": SheetAddresses.cell(sheet.rowsAbove + position, 0), "location": target])
      }
    }
  }

  private func page(_ xml: inout XMLWriter) {
    xml.element(
      "pageMargins",
      [
        "left": "0.5", "right": "0.5", "top": "0.6", "bottom": "0.7", "header": "0.3",
        "footer": "0.3",
      ])
    xml.element(
      "pageSetup",
      ["paperSize": "9", "orientation": "landscape", "fitToWidth": "1", "fitToHeight": "0"])
    let title = SingleLine.text(sheet.title).prefix(100)
      .split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
    xml.element("headerFooter") {
      $0.element("oddFooter", text: "&L\(title)&RPage &P of &N")
    }
  }

  // MARK: Cells

  private typealias Look = WorkbookStyles.Look

  private func data(_ xml: inout XMLWriter) {
    row(&xml, 0, height: 26) { cells.write(sheet.title, (0, 0), Look(.title), &$0) }
    for (position, line) in sheet.lines.enumerated() {
      row(&xml, position + 1) { cells.write(line, (position + 1, 0), Look(.line), &$0) }
    }
    if !sheet.headings.isEmpty {
      let above = sheet.rowsAbove - 1
      let headings = sheet.tableHeadings
      let lines = sheet.lineCount(headings.map(SpreadsheetCell.text), 0, widths)
      row(&xml, above, height: Sheet.height(lines)) {
        for (column, heading) in headings.enumerated() {
          cells.write(heading, (above, column), sheet.look(ofHeading: column), &$0)
        }
      }
    }
    for (position, line) in sheet.rows.enumerated() {
      let number = sheet.rowsAbove + position
      let lines = sheet.lineCount([line.label] + line.cells, line.indent, widths)
      row(&xml, number, height: Sheet.height(lines)) { cells.write(line, number, &$0) }
    }
  }

  private func row(
    _ xml: inout XMLWriter, _ number: Int, height: Int? = nil,
    _ content: (inout XMLWriter) -> Void
  ) {
    xml.element(
      "row",
      [
        "r": "\(number + 1)", "ht": height.map { "\($0)" },
        "customHeight": height == nil ? nil : "1",
      ], content)
  }
}

extension Sheet {
  /// The headings of the table: one for each column, each only once, as a table of a workbook needs.
  var tableHeadings: [String] {
    var taken: Set<String> = []
    return (0..<width).map { column in
      let text = headings.indices.contains(column) ? SingleLine.text(headings[column]) : ""
      let plain = text.isEmpty ? "Column \(column + 1)" : String(text.prefix(200))
      var heading = plain
      var number = 2
      while !taken.insert(heading.lowercased()).inserted {
        heading = "\(plain) (\(number))"
        number += 1
      }
      return heading
    }
  }

  /// Whether a column is one of figures, whose heading stands to the right.
  func holdsFigures(_ column: Int) -> Bool {
    column > 0
      && rows.contains { row in
        guard row.cells.indices.contains(column - 1), case .figure = row.cells[column - 1] else {
          return false
        }
        return true
      }
  }
}
