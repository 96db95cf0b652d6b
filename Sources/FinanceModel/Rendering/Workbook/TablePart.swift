/// Marks the rows under a sheet's headings as a table, for programs that read a sheet aloud.
struct TablePart {
  let sheet: Sheet
  let number: Int

  init(_ sheet: Sheet, number: Int) {
    self.sheet = sheet
    self.number = number
  }

  var bytes: [UInt8] {
    let headings = sheet.tableHeadings
    let first = SheetAddresses.cell(sheet.rowsAbove - 1, 0)
    let last = SheetAddresses.cell(sheet.rowsAbove + sheet.rows.count - 1, headings.count - 1)
    var xml = XMLWriter()
    xml.element(
      "table",
      [
        "xmlns": WorkbookRenderer.main, "id": "\(number)", "name": "Table\(number)",
        "displayName": "Table\(number)", "ref": "\(first):\(last)", "totalsRowShown": "0",
      ]
    ) {
      $0.element("tableColumns", ["count": "\(headings.count)"]) {
        for (position, heading) in headings.enumerated() {
          $0.element(
            "tableColumn", ["id": "\(position + 1)", "name": SheetCellWriter.safe(heading)])
        }
      }
      $0.element("tableStyleInfo", ["showRowStripes": "0", "showColumnStripes": "0"])
    }
    return xml.bytes
  }
}
