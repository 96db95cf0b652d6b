import Testing

@testable import FinanceModel

@Suite struct SourceFileTests {
  @Test func `lines are counted from 1, whatever ends them`() {
    let file = SourceFile(path: "a.yaml", text: "one\ntwo\r\n\nfour")
    #expect([0, 3, 4, 8, 9, 10, 13].map { file.line(at: $0) } == [1, 1, 2, 2, 3, 4, 4])
    #expect((1...4).map { file.text(file.lineBytes($0)) } == ["one", "two", "", "four"])
  }

  @Test func `a byte order mark is left out`() {
    let file = SourceFile(path: "a.yaml", text: "\u{FEFF}a: 1")
    #expect(file.text(0..<file.bytes.count) == "a: 1")
  }

  @Test func `columns count characters, not bytes`() {
    let file = SourceFile(path: "a.yaml", text: "x\n£e\u{301}–🎉: 1\n")
    let colon = SourceRange(file: file, bytes: 14..<15)
    #expect(colon.text == ":")
    #expect(colon.line == 2)
    #expect(colon.column == 5)
    #expect(colon.place == "a.yaml:2")
  }

  @Test func `a part of a range is named by its characters`() {
    let file = SourceFile(path: "a.yaml", text: "a: £12–15 now")
    let range = SourceRange(file: file, bytes: 3..<file.bytes.count)
    #expect(range.characters(1..<3).text == "12")
    #expect(range.characters(3..<6).text == "–15")
    #expect(range.characters(8..<100).text == "ow")
    #expect(range.characters(50..<60).text == "")
  }

  @Test func `two files with the same text are two files`() {
    let first = SourceFile(path: "a", text: "x")
    #expect(first != SourceFile(path: "a", text: "x"))
    #expect(first == first)
  }
}
