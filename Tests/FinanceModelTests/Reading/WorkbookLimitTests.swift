import Testing

@testable import FinanceModel

/// What a sheet may hold at most, however small the file is that says so.
@Suite struct WorkbookLimitTests {
  /// A workbook with sheets of these rows.
  private func book(_ sheets: [String]) -> [UInt8] {
    var zip = ZipWriter()
    let names = sheets.indices.map { "<sheet name=\"S\($0)\" r:id=\"r\($0)\"/>" }.joined()
    let parts = sheets.indices.map {
      "<Relationship Id=\"r\($0)\" Target=\"worksheets/sheet\($0).xml\"/>"
    }
    zip.add("xl/workbook.xml", Array("<w><sheets>\(names)</sheets></w>".utf8))
    zip.add("xl/_rels/workbook.xml.rels", Array("<r>\(parts.joined())</r>".utf8))
    for (index, rows) in sheets.enumerated() {
      zip.add("xl/worksheets/sheet\(index).xml", Array("<w>\(rows)</w>".utf8))
    }
    return zip.archive()
  }

  private func message(_ sheets: [String]) throws -> String {
    try ImportSample.fault(book(sheets), path: "book.xlsx").message
  }

  @Test(
    arguments: [
      "<row r=\"0\"/>", "<row r=\"-1\"/>", "<row r=\"2\"/><row r=\"2\"/>",
      "<row r=\"3\"/><row r=\"2\"/>", "<row r=\"1048577\"/>", "<row r=\"1048576\"/><row/>",
      "<row r=\"9223372036854775807\"/><row/>",
    ])
  func `rows that are not in order, or beyond a sheet's last, are refused`(rows: String) throws {
    #expect(try message([rows]) == "the rows of the sheet 'S0' are not in order")
  }

  @Test func `an unseen character is found in the cell of the workbook that holds it`() throws {
    let rows =
      "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>£m</v></c><c r=\"B1\" t=\"str\"><v>2026-27</v></c></row>"
      + "<row r=\"7\"><c r=\"A7\" t=\"str\"><v>Car &#27;parks</v></c><c r=\"B7\"><v>1</v></c></row>"
    let fault = try ImportSample.fault(book([rows]), path: "book.xlsx")
    #expect(fault.message == "the cell A7 of the sheet 'S0' holds the unseen character U+001B")
    #expect(fault.range?.file.path == "book.xlsx")
  }

  @Test func `blank cells before a cell far to the right count`() throws {
    let row = "<row><c r=\"XFD1\"><v>1</v></c></row>"
    #expect(
      try message([String(repeating: row, count: 70)])
        == "the sheet 'S0' has more than 1,000,000 cells")
    let sheet = String(repeating: row, count: 20)
    #expect(
      try message([sheet, sheet, sheet, sheet])
        == "the sheets have more than 1,000,000 cells together")
    let fault = try ImportSample.fault(book([sheet, sheet, sheet]), path: "book.xlsx")
    #expect(fault.message == "no sheet has years above figures")
    #expect(fault.label == "expected years such as 2026-27 above the figures")
  }

  @Test func `a sheet that is not there is expected by its name`() throws {
    let fault = try ImportSample.fault(
      book([""]), path: "book.xlsx", options: ImportOptions(sheet: "S1"))
    #expect(fault.message == "the workbook has no sheet 'S1'")
    #expect(fault.label == "expected the name of one of its sheets")
  }

  @Test func `parts that come to more than a workbook may unpack to are refused`() throws {
    // Five parts of 60 MB, as the table of contents has it: none is unpacked.
    var zip = ZipWriter()
    for part in 0..<5 { zip.add("part\(part)", [UInt8](repeating: 0, count: 60_000)) }
    var bytes = zip.archive()
    for place in bytes.indices where bytes[place...].starts(with: [0x50, 0x4B, 1, 2]) {
      bytes.replaceSubrange((place + 24)..<(place + 28), with: [0, 0x87, 0x93, 3])
    }
    #expect(try message(bytes: bytes) == "the workbook would unpack to more than 256 MB")
  }

  private func message(bytes: [UInt8]) throws -> String {
    try ImportSample.fault(bytes, path: "book.xlsx").message
  }
}
