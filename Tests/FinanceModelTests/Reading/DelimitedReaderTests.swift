import Testing

@testable import FinanceModel

@Suite struct DelimitedReaderTests {
  private func rows(_ text: String, _ separator: Separator) throws -> [[String]] {
    let file = SourceFile(path: "t", text: text)
    return try DelimitedReader.rows(of: file, separator: separator).map { $0.map(\.text) }
  }

  private func faults(_ text: String, _ separator: Separator) -> [Diagnostic] {
    let file = SourceFile(path: "t", text: text)
    do throws(Diagnostics) {
      _ = try DelimitedReader.rows(of: file, separator: separator)
      return []
    } catch {
      return error.all
    }
  }

  @Test func `the file's name tells the separator`() {
    #expect(Separator(path: "a/b.csv") == .comma)
    #expect(Separator(path: "B.TSV") == .tab)
    #expect(Separator(path: "plan.yaml") == nil)
  }

  @Test func `cells are parted by the separator alone`() throws {
    #expect(try rows("a\tb, c\t d \n\t\n", .tab) == [["a", "b, c", " d "], ["", ""]])
    #expect(try rows("a,b\tc\r\nd", .comma) == [["a", "b\tc"], ["d"]])
    #expect(
      try rows("id | title  |  22,620\nx|\"q\"|", .bar) == [
        ["id", "title", "22,620"], ["x", "\"q\"", ""],
      ])
  }

  @Test func `a quoted cell may hold separators, quotes and line ends`() throws {
    #expect(try rows("\"a, b\",\"say \"\"x\"\"\",\"\"\n", .comma) == [["a, b", "say \"x\"", ""]])
    #expect(try rows("\"one\r\ntwo\",3\r\n4\r\n", .comma) == [["one\ntwo", "3"], ["4"]])
    #expect(try rows("\"a\tb\"\tc", .tab) == [["a\tb", "c"]])
  }

  @Test func `a quote inside a cell is a letter`() throws {
    #expect(try rows("5\" pipe,a\"b\"", .comma) == [["5\" pipe", "a\"b\""]])
    #expect(try rows("the \"rule\"\tx", .tab) == [["the \"rule\"", "x"]])
  }

  @Test func `empty lines are rows, so that rows keep their numbers`() throws {
    #expect(try rows("a\n\nb\n", .comma) == [["a"], [""], ["b"]])
    #expect(try rows("", .comma) == [])
    #expect(try rows("\n", .comma) == [[""]])
  }

  @Test func `a cell knows its place, quotes included`() throws {
    let file = SourceFile(path: "t", text: "£,b\n\"x\ny\",z")
    let cells = try DelimitedReader.rows(of: file, separator: .comma)
    #expect(cells[0].map(\.range.column) == [1, 3])
    #expect(cells[1].map(\.range.line) == [2, 3])
    #expect(cells[1][0].range.text == "\"x\ny\"")
  }

  @Test func `spaces around a cell between bars are not part of its place`() throws {
    let file = SourceFile(path: "t", text: "a |  b  | c")
    let cells = try DelimitedReader.rows(of: file, separator: .bar)[0]
    #expect(cells.map(\.range.column) == [1, 6, 11])
    #expect(cells.map(\.range.text) == ["a", "b", "c"])
  }

  @Test func `a quote that never closes is shown where it opens`() {
    let found = faults("a,b\nc,\"d\ne,f\n", .comma)
    #expect(found.map(\.code) == [.unclosedQuote])
    #expect(found.first?.range?.line == 2)
    #expect(found.first?.range?.column == 3)
  }

  @Test func `text after a closing quote is refused, each time`() {
    let found = faults("\"a\" b,c\n\"d\"e\n", .comma)
    #expect(found.map(\.code) == [.strayText, .strayText])
    #expect(found.map(\.range?.text) == [" b", "e"])
  }

  @Test func `control characters and broken UTF-8 are refused`() {
    #expect(faults("a\0b\tc", .tab).map(\.code) == [.controlCharacter])
    let file = SourceFile(path: "t", bytes: [0x61, 0xA3])
    let thrown = #expect(throws: Diagnostics.self) {
      try DelimitedReader.rows(of: file, separator: .tab)
    }
    #expect(thrown?.all.map(\.code) == [.notUTF8])
  }

  @Test func `a million cells are read and one more is not`() throws {
    let row = String(repeating: ",", count: 999_999)
    #expect(try rows(row, .comma)[0].count == 1_000_000)
    #expect(faults(row + ",", .comma).map(\.code) == [.tooManyCells])
  }

  @Test(arguments: ["\n", "\r\n"])
  func `a table pasted into a plan keeps its places`(lineEnd: String) throws {
    let text = ["lines: |", "", "    id | 2022/23", "    pay|  22,620", "      x | y", "", "z: 1"]
    let file = SourceFile(path: "plan.yaml", text: text.joined(separator: lineEnd))
    guard case .mapping(let entries, _) = try NodeParser.parse(file),
      case .scalar(let block) = entries[0].value
    else {
      Issue.record("no block")
      return
    }
    let cells = try DelimitedReader.rows(of: block, separator: .bar)
    #expect(
      cells.map { $0.map(\.text) } == [[""], ["id", "2022/23"], ["pay", "22,620"], ["x", "y"]])
    #expect(cells[2][1].range.line == 4)
    #expect(cells[2][1].range.column == 11)
    #expect(cells[3][0].range.column == 7)
    let lines = try DelimitedReader.rows(of: block, separator: .tab).map { $0[0].text }
    #expect(lines == ["", "id | 2022/23", "pay|  22,620", "  x | y"])
  }
}
