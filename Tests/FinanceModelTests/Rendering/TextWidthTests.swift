import Testing

@testable import FinanceModel

@Suite struct TextWidthTests {
  private static let label = "Connecting residents to enable first point of resolution"

  private func wide() throws -> ReportTable {
    table(try row(TextWidthTests.label, "(0.25)", "(2)"), try row("Total", "1", "2", kind: .total))
  }

  @Test func `a wide terminal shows every label in full and leaves no column wider than it needs`()
    throws
  {
    let lines = try wide().text(width: 200).split(separator: "\n").map(String.init)
    #expect(
      lines[2] == "Connecting residents to enable first point of resolution  (0.250)  (2.000)")
  }

  @Test(arguments: [
    (60, "Connecting residents to enable first poin…  (0.250)  (2.000)"),
    (40, "Connecting residents…   (0.250)  (2.000)"),
  ])
  func `on a narrow terminal labels shorten and figures stay whole`(width: Int, line: String) throws
  {
    let lines = try wide().text(width: width).split(separator: "\n").map(String.init)
    #expect(lines[2] == line)
    #expect(lines.allSatisfy { TerminalWidth.of($0) <= width })
  }

  @Test func `a table wider than the terminal keeps twelve cells of each label`() throws {
    let lines = try wide().text(width: 20).split(separator: "\n").map(String.init)
    #expect(lines[2] == "Connecting…   (0.250)  (2.000)")
  }

  @Test(arguments: [200, 80, 60, 40])
  func `every line fits where the figures leave twelve cells for the labels`(width: Int) throws {
    let hostile = [
      String(repeating: "x", count: 300), String(repeating: "数", count: 150),
      String(repeating: "👨‍👩‍👧", count: 80), "e\u{301}" + String(repeating: "\u{301}", count: 300),
      String(repeating: "word ", count: 60),
    ]
    for label in hostile {
      let text = table(try row(label, "(1.000)", "tbc")).text(width: width)
      #expect(text.split(separator: "\n").allSatisfy { TerminalWidth.of(String($0)) <= width })
      #expect(text.contains("(1.000)"))
    }
  }

  @Test func `without a terminal a label of 300 characters is cut at 120`() throws {
    let text = table(try row(String(repeating: "x", count: 300), "1", "2")).text()
    #expect(text.hasSuffix(String(repeating: "x", count: 119) + "…    1.000    2.000"))
  }

  @Test func `running text wraps at a hundred cells or at the terminal`() {
    let report = Report(
      title: "", blocks: [.notes([String(repeating: "twelve chars ", count: 4)])])
    #expect(
      report.rendered(as: .text, options: RenderingOptions(width: 30)) == """
        - twelve chars twelve chars
          twelve chars twelve chars

        """)
    let long = Report(title: String(repeating: "nine char ", count: 30)).rendered(as: .text)
    #expect(long.split(separator: "\n").map(\.count) == [99, 99, 99])
  }

  @Test(arguments: [
    ("£4.496m", 7), ("数字", 4), ("e\u{301}", 1), ("👍", 2), ("👨‍👩‍👧", 2), ("🇬🇧", 2), ("❤️", 2),
    ("한국", 4), ("ﾊﾝ", 2), ("–…─", 3), ("", 0), ("क्षि", 3), ("\u{200D}", 0), ("｛", 2),
  ])
  func `a text takes as many cells as a terminal gives it`(text: String, cells: Int) {
    #expect(TerminalWidth.of(text) == cells)
  }

  @Test(arguments: [
    ("Council tax", 11, "Council tax"), ("Council tax", 10, "Council t…"),
    ("Council tax", 9, "Council…"), ("数字数字", 5, "数字…"), ("数字数字", 4, "数…"), ("abc", 1, "…"),
  ])
  func `a shortened text ends in an ellipsis and never takes more`(
    text: String, width: Int, shortened: String
  ) {
    #expect(TerminalWidth.shortened(text, to: width) == shortened)
  }
}
