import Testing

@testable import FinanceModel

/// How the text of a table becomes rows of cells.
@Suite struct GridTests {
  private func grid(_ text: String, path: String = "table.txt") throws -> Grid {
    try GridReader.grid(of: try TableText(Array(text.utf8), path: path))
  }

  @Test(
    arguments: [
      ("a\t2026/27\nPay\t1.0\n", Grid.Format.tabs), ("a,2026/27\nPay,1.0\n", .commas),
      ("a;2026/27\nPay;1.0\n", .semicolons), ("|a|2026/27|\n|-|-|\n|Pay|1.0|\n", .markdown),
      ("a    2026/27\nPay  1.0\n", .spaces),
      ("a  2026/27  2027/28\nPay and  1,200  1,300\n", .spaces),
    ])
  func `what parts the cells is found`(text: String, format: Grid.Format) throws {
    #expect(try grid(text).format == format)
  }

  @Test func `single spaces are enough where figures end a line`() throws {
    let grid = try grid("£m 2026/27 2027/28\nInflation - general 1.000 (0.100)\nPhase 2 3.0 4.0\n")
    #expect(grid.rows.map(\.cells)[1] == ["Inflation - general", "1.000", "(0.100)"])
    #expect(grid.rows.map(\.cells)[2] == ["Phase 2", "3.0", "4.0"])
  }

  @Test func `a figure whose column cannot be told is a doubt`() throws {
    let grid = try grid("£m 2026/27 2027/28\nPay award 1.0 2.0\nEnergy                  0.5\n")
    #expect(grid.doubts.count == 1)
  }

  @Test func `UTF-16 and Windows-1252 are read and said`() throws {
    let table = "£m\t2026/27\nPay – all\t1.0\n"
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in table.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let wide = try TableText(utf16, path: "a")
    #expect(wide.encoding == .utf16)
    let windows: [UInt8] = table.unicodeScalars.map { $0 == "–" ? 0x96 : UInt8($0.value) }
    let narrow = try TableText(windows, path: "a")
    #expect(narrow.encoding == .windows1252)
    for text in [wide, narrow] {
      let grid = try GridReader.grid(of: text)
      #expect(grid.rows[1].cells == ["Pay – all", "1.0"])
      #expect(grid.notes.count == 1)
    }
  }

  @Test func `emphasis, escapes and rules of Markdown are no text`() throws {
    let grid = try grid("| | 2026/27 |\n|:--|--:|\n| **A \\| b** | `1.0` |\n| c&nbsp;d | - |\n")
    #expect(grid.rows.map(\.cells) == [["", "2026/27"], ["A | b", "1.0"], ["c d", "-"]])
  }

  @Test(
    arguments: [
      ("2017-18", "2017-18"), ("2017/18", "2017-18"), ("2017/2018 £m", "2017-18"),
      ("Budget 2017 – 18", "2017-18"), ("FY17/18", "2017-18"), ("2028/29 (LGR)", "2028-29"),
      ("2017-19", nil), ("2017/18 to 2020/21", nil), ("1,234/35", nil), ("4.17/18", nil),
      ("Year 1", nil), ("12/2017", nil),
    ] as [(String, String?)])
  func `a year is found in a heading`(text: String, year: String?) {
    #expect(YearName.only(in: text)?.year?.description == year)
  }
}
