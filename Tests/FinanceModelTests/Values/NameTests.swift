import Testing

@testable import FinanceModel

@Suite struct NameTests {
  @Test(arguments: ["a", "council-tax", "savings-45m", "a1", String(repeating: "a", count: 80)])
  func `an identifier is lower-case letters, digits and hyphens`(text: String) {
    #expect(Identifier(text)?.description == text)
  }

  @Test(arguments: [
    "", "Council", "1a", "-a", "a-", "a b", "a_b", "é", "е", "a\u{301}", "a\n", "a.b", "ａ",
    String(repeating: "a", count: 81),
  ])
  func `any other text is no identifier`(text: String) {
    #expect(Identifier(text) == nil)
  }

  @Test func `identifiers sort by their letters`() throws {
    let names = ["b", "a-b", "a", "a1"].compactMap { Identifier($0) }
    #expect(names.sorted().map(\.name) == ["a", "a-b", "a1", "b"])
  }

  @Test(arguments: [
    ("plain £4.496m – text", "plain £4.496m – text"), ("a\tb", "a b"), ("a\nb", "a\u{FFFD}b"),
    ("\u{1B}[31mred", "\u{FFFD}[31mred"), ("\u{9B}31m", "\u{FFFD}31m"), ("\u{7F}", "\u{FFFD}"),
    ("\u{202E}desrever", "\u{FFFD}desrever"), ("\u{2066}x\u{2069}", "\u{FFFD}x\u{FFFD}"),
    ("a\u{200B}b", "a\u{FFFD}b"), ("\u{FEFF}a", "\u{FFFD}a"), ("\u{61C}a", "\u{FFFD}a"),
    ("a\u{2028}b", "a\u{FFFD}b"), ("soft\u{AD}hyphen", "soft\u{FFFD}hyphen"),
    ("\0", "\u{FFFD}"), ("\u{E0041}", "\u{FFFD}"), ("a\u{200D}b", "\u{FFFD}b"),
    ("\r\n", "\u{FFFD}"), ("Zoë", "Zoë"),
  ])
  func `what could steer a terminal or hide is shown as a mark, one for each character`(
    text: String, shown: String
  ) {
    #expect(Printable.text(text) == shown)
    #expect(Printable.text(text).count == text.count)
  }

  @Test func `tabs stay where they are wanted`() {
    #expect(Printable.text("a\tb\u{1B}", keepingTabs: true) == "a\tb\u{FFFD}")
  }

  @Test(arguments: [
    ("£", Unit.pounds), ("£000", .thousands), ("£k", .thousands), ("£m", .millions),
    ("%", .percent),
    ("number", .number),
  ])
  func `a unit is read as plans write it`(text: String, unit: Unit) {
    #expect(Unit(text: text) == unit)
    #expect(unit.isMoney == text.hasPrefix("£"))
  }

  @Test(arguments: ["", "£M", "m", "£ ", "pounds", "percent"])
  func `any other text is no unit`(text: String) {
    #expect(Unit(text: text) == nil)
  }
}
