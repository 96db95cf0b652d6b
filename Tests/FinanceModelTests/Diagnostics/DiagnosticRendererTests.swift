import Testing

@testable import FinanceModel

@Suite struct DiagnosticRendererTests {
  private func range(_ text: String, _ bytes: Range<Int>, path: String = "slip.yaml") -> SourceRange
  {
    SourceRange(file: SourceFile(path: path, text: text), bytes: bytes)
  }

  @Test func `a fault shows its place, its line, a caret span, what was expected and help`() {
    let place = range("a: 1\n    slips: 25%\n", 9..<14)
    let fault = Diagnostic(
      .missingColon, "unknown key 'slips'", at: place, label: "expected 'slip'",
      help: "the nearest key is 'slip'")
    #expect(
      DiagnosticRenderer().text(fault) == """
        slip.yaml:2:5: error: unknown key 'slips' [missing-colon]
          |
        2 |     slips: 25%
          |     ^^^^^ expected 'slip'
          |
        help: the nearest key is 'slip'

        """)
  }

  @Test func `a pound sign before the fault does not shift the caret`() {
    let text = DiagnosticRenderer().text(
      Diagnostic(.tab, "here", at: range("£££ x", 7..<8)))
    #expect(text.contains("1 | £££ x\n  |     ^\n"))
  }

  @Test func `a note may point into a second file`() {
    let note = Diagnostic.Note("set here", at: range("x: 1", 0..<1, path: "plan.yaml"))
    let text = DiagnosticRenderer().text(
      Diagnostic(.duplicateKey, "twice", at: range("x: 2", 0..<1), notes: [note]))
    #expect(text.contains("plan.yaml:1:1: note: set here\n  |\n1 | x: 1\n  | ^\n"))
  }

  @Test func `a fault without a place says so in one line`() {
    let text = DiagnosticRenderer().text(
      Diagnostic(.fileMissing, "there is no file 'x'", at: nil, help: "look again"))
    #expect(text == "mtfs: error: there is no file 'x' [file-missing]\nhelp: look again\n")
  }

  @Test func `a range over several lines is marked on its first`() {
    let text = DiagnosticRenderer().text(Diagnostic(.tab, "m", at: range("abc\ndef", 1..<6)))
    #expect(text.contains("1 | abc\n  |  ^^\n"))
  }

  @Test func `a range of no length has one caret`() {
    let text = DiagnosticRenderer().text(Diagnostic(.tab, "m", at: range("a:", 2..<2)))
    #expect(text.contains("1 | a:\n  |   ^\n"))
  }

  @Test func `terminal escapes in a file are not sent to the terminal`() {
    let text = DiagnosticRenderer().text(
      Diagnostic(.controlCharacter, "bad \u{1B}[31m", at: range("a: \u{1B}[31m", 3..<4)))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func `colours come only when asked for`() {
    let fault = Diagnostic(.tab, "m", at: range("abc", 0..<1))
    #expect(DiagnosticRenderer(usesColor: true).text(fault).contains("\u{1B}[31m"))
    #expect(!DiagnosticRenderer().text(fault).contains("\u{1B}"))
  }

  @Test(arguments: [0, 500, 5_000, 2_999_999])
  func `a line of megabytes is shown only around the fault`(offset: Int) {
    let line =
      String(repeating: "a", count: offset) + "X" + String(repeating: "b", count: 3_000_000)
    let text = DiagnosticRenderer().text(
      Diagnostic(.tab, "m", at: range(line, offset..<offset + 1)))
    let lines = text.split(separator: "\n").map(Array.init)
    #expect(text.utf8.count < 1_000)
    #expect(lines[3].firstIndex(of: "^") == lines[2].firstIndex(of: "X"))
    #expect(text.hasPrefix("slip.yaml:1:\(offset + 1): "))
  }

  @Test(arguments: 0..<3)
  func `a long line is never cut inside a character`(shift: Int) {
    let line = String(repeating: "–", count: 5_000) + String(repeating: "x", count: shift) + "X"
    let offset = 15_000 + shift
    let text = DiagnosticRenderer().text(
      Diagnostic(.tab, "m", at: range(line, offset..<offset + 1)))
    let lines = text.split(separator: "\n").map(Array.init)
    #expect(lines[3].firstIndex(of: "^") == lines[2].firstIndex(of: "X"))
    #expect(!text.contains("\u{FFFD}"))
  }

  @Test func `faults come in the order of their places`() {
    let file = SourceFile(path: "a", text: "abcdef")
    let late = Diagnostic(.tab, "late", at: SourceRange(file: file, bytes: 4..<5))
    let early = Diagnostic(.tab, "early", at: SourceRange(file: file, bytes: 1..<2))
    #expect(Diagnostics([late, early, late]).all == [early, late])
  }
}
