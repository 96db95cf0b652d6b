import Testing

@testable import FinanceModel

@Suite struct NodeParserTests {
  private func faults(_ text: String) -> [Diagnostic] {
    do throws(Diagnostics) {
      _ = try NodeParser.parse(SourceFile(path: "a", text: text))
      return []
    } catch {
      return error.all
    }
  }

  @Test func `everything wrong in a file is reported at once, in order`() {
    let found = faults(
      """
      plan: "one
      title: Plan: the first
      unit:£m
      years: [2017-18, 2018-19
      base: -
      sections:
        - id: funding
          id: again
          lines:
            - { id: pay, title: Pay, NI, base: 1,234 }
            - &x { id: b }
          \tbad: 1
          role: cost
        - plain
          over: lines
      source: @home
      plan: again
      """)
    #expect(
      found.map { "\($0.range?.line ?? 0) \($0.code.rawValue)" } == [
        "1 unclosed-quote", "2 unquoted-colon", "3 missing-space", "4 unclosed-bracket",
        "5 bare-dash", "8 duplicate-key", "10 flow-comma", "10 flow-comma",
        "11 unsupported-anchor", "12 tab", "14 missing-colon", "16 reserved-indicator",
      ])
  }

  @Test func `one mistake gives one error`() {
    #expect(
      codes(of: "a: &x\n  b: 1\n  c:\n    - d\n    - e: 1\n      f: 2\ng: 1\n") == [
        "unsupported-anchor"
      ])
    #expect(codes(of: "a: [\n  1, \"2\" 3,\n  { b: 1 }\n]\nc: 1\n") == ["stray-text"])
    #expect(codes(of: "a: |x\n  one: [\n  \ttwo\n  - \"\nb: 1\n") == ["block-header"])
    #expect(codes(of: "- a\n- b: 1\n   c: 2\n   d: 3\n  e: 4\n- f\n") == ["indentation"])
  }

  @Test func `a hundred errors are shown and the rest are counted`() {
    let found = faults(String(repeating: "a: @\n", count: 350))
    #expect(found.count == 101)
    #expect(found.last?.code == .tooManyErrors)
    #expect(found.last?.message == "250 more errors are not shown")
    #expect(found.last?.range?.line == 101)
    #expect(faults(String(repeating: "a: @\n", count: 100)).count == 100)
    let hopeless = faults(String(repeating: "a: @\n", count: 90_000))
    #expect(hopeless.last?.message == "at least 9901 more errors are not shown")
    #expect(
      faults(String(repeating: "a: @\n", count: 101)).last?.message == "1 more error is not shown")
  }

  @Test func `an unquoted comma in a row shows the quoted form`() {
    let found = faults("- { id: pay, title: Pay, NI, and pensions, base: 1 }")
    #expect(found.map(\.code) == [.flowComma])
    #expect(
      found.first?.help
        == "text that holds a comma is written in quotes: title: \"Pay, NI, and pensions\"")
    #expect(found.first?.range?.text == "NI, and pensions")
  }

  @Test(arguments: [
    ("[1,234, 1,300]", "1234", "1,234"), ("[(1,234,567), 2]", "(1234567)", "(1,234,567)"),
    ("[~, £1,234.50]", "£1234.50", "£1,234.50"),
  ])
  func `a thousands comma in a list shows both ways to write the figure`(
    list: String, plain: String, quoted: String
  ) {
    let help = "a list cannot hold thousands commas: write \(plain), or \"\(quoted)\" in quotes"
    #expect(faults("a: \(list)").map(\.help) == [help])
  }

  @Test func `the first of two equal keys is pointed at`() {
    let found = faults("a: 1\nb: 2\n'a': 3\n")
    #expect(found.map(\.range?.text) == ["'a'"])
    #expect(found.first?.notes.map(\.range.line) == [1])
  }

  @Test(arguments: 1...20)
  func `a second key is found however many stand before it`(count: Int) {
    let keys = (1...count).map { "key-\($0): 1\n" }
    #expect(codes(of: keys.joined()) == [])
    for key in keys { #expect(codes(of: keys.joined() + key) == ["duplicate-key"]) }
  }

  @Test func `text in quotes takes the quotes that do not clash`() {
    #expect(faults("a: say \"x\": it's").first?.help?.hasSuffix("'say \"x\": it''s'") == true)
  }
}
