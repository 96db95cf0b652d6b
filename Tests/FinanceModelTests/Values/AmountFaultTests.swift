import Testing

@testable import FinanceModel

@Suite struct AmountFaultTests {
  /// An amount, and under it a caret for each character at fault.
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let carets: String
    let kind: AmountFault.Kind
    let unit: Unit

    init(_ text: String, _ carets: String, _ kind: AmountFault.Kind, _ unit: Unit = .millions) {
      self.text = text
      self.carets = carets
      self.kind = kind
      self.unit = unit
    }

    var testDescription: String { text }
  }

  @Test(arguments: [
    // Brackets
    Case("(4.496", "^^^^^^", .bracket), Case("£(4.496", " ^^^^^^", .bracket),
    Case("4.496)", "     ^", .bracket), Case("(4.496))", "       ^", .bracket),
    Case("((4.496)", " ^", .bracket), Case("4.496(", "     ^", .bracket),
    Case(" (4.496 ", " ^^^^^^", .bracket), Case("(£250k", "^^^^^^", .bracket),
    // Commas
    Case("1,23", "^^^^", .comma), Case(",500", "^^^^", .comma), Case("1,2345", "^^^^^^", .comma),
    Case("1234,567", "^^^^^^^^", .comma), Case("1,,234", "^^^^^^", .comma),
    Case("1,234,", "^^^^^^", .comma), Case("-1,23", " ^^^^", .comma),
    Case("£1,23m", " ^^^^", .comma), Case("0,500", "^^^^^", .comma), Case(",", "^", .comma),
    Case("1.234,567", "     ^", .comma),
    // Signs
    Case("--4", "^^", .sign), Case("+-4", "^^", .sign), Case("- -4", "^^^", .sign),
    Case("-(4)", "^^", .sign), Case("(-4.496)", "^^", .sign), Case("-£(4)", "^^^", .sign),
    Case("(+4)", "^^", .sign), Case("−−4", "^^", .sign),
    // Strays
    Case("12abc", "  ^^^", .stray), Case("1e3", " ^^", .stray), Case("4.", " ^", .stray),
    Case(".", "^", .stray), Case("£", "^", .stray), Case("(", "^", .stray),
    Case("()", "^^", .stray),
    Case("£()", "^^^", .stray), Case("+", "^", .stray), Case("٣", "^", .stray),
    Case("4٣", " ^", .stray), Case("1 234", "  ^^^", .stray), Case("1\u{A0}234", "  ^^^", .stray),
    Case("££4", " ^^", .stray), Case("(££4)", "  ^^", .stray), Case("£(£4)", "  ^^", .stray),
    Case("4.4.4", "   ^^", .stray), Case("4-", " ^", .stray),
    Case("4.5milion", "   ^^^^^^", .stray),
    Case("4mm", " ^^", .stray), Case("4b", " ^", .stray), Case("4bm", " ^^", .stray),
    Case("4m%", "  ^", .stray), Case("(4m)m", "    ^", .stray),
    Case("(4 x)", "   ^", .stray), Case("nill", "^^^^", .stray), Case("tbc tbc", "^^^", .stray),
    Case("£4.496x", "      ^", .stray), Case("4e\u{301}", " ^", .stray),
    Case("0x10", " ^^^", .stray),
    Case("4\n", " ^", .stray), Case("½", "^", .stray), Case("$4", "^^", .stray),
    Case("4\u{301}5", "^^", .stray), Case("4.496 [1]", "      ^^^", .stray),
    Case("1_000", " ^^^^", .stray), Case("\u{202E}4", "^^", .stray),
    // Sizes
    Case("1,000,000,000", "^^^^^^^^^^^^^", .size),
    Case("£1,000,000,000,000,000", "^^^^^^^^^^^^^^^^^^^^^^", .size),
    Case("-£1000000bn", "^^^^^^^^^^^", .size), Case("£1.0000000000000", "^^^^^^^^^^^^^^^^", .size),
    Case("0.0000000000000000001", "^^^^^^^^^^^^^^^^^^^^^", .size),
    Case("0.00000000001", "^^^^^^^^^^^^^", .size, .percent),
    Case("£0." + String(repeating: "0", count: 40), String(repeating: "^", count: 43), .size),
    Case(String(repeating: "9", count: 400), String(repeating: "^", count: 400), .size),
    // Units
    Case("1.5%", "^^^^", .unit), Case("(1.5)%", "^^^^^^", .unit), Case("£5%", "^^^", .unit),
    Case("£5", "^^", .unit, .percent), Case("5k", "^^", .unit, .percent),
    Case("£5m", "^^^", .unit, .number), Case("5bn", "^^^", .unit, .number),
    Case("£5%", "^^^", .unit, .percent),
  ])
  func `a faulty amount is refused at the characters at fault`(fault: Case) throws {
    let found = #expect(throws: AmountFault.self) { try AmountText(fault.text, unit: fault.unit) }
    let characters = try #require(found).characters
    #expect(found?.kind == fault.kind)
    #expect(
      String(repeating: " ", count: characters.lowerBound)
        + String(repeating: "^", count: characters.count) == fault.carets)
  }

  @Test func `a fault says what was expected and how to mend it`() throws {
    let fault = #expect(throws: AmountFault.self) { try AmountText("(4.496", unit: .millions) }
    #expect(fault?.expected == "a closing bracket")
    #expect(fault?.help == "write (4.496) for minus 4.496")
    let sign = #expect(throws: AmountFault.self) { try AmountText("-(4)", unit: .millions) }
    #expect(sign?.expected == "one sign, either a minus or brackets")
    let unit = #expect(throws: AmountFault.self) { try AmountText("£4", unit: .percent) }
    #expect(unit?.expected == "a percentage")
  }

  @Test func `no text of three characters from the grammar crashes the reader`() {
    let alphabet = [
      "(", ")", "-", "−", "£", ".", ",", "1", "0", "%", "k", "m", "b", "n", " ", "*", "[", "]", "~",
    ]
    for first in alphabet {
      for second in alphabet {
        for third in alphabet {
          let text = first + second + third
          for unit in [Unit.millions, .percent] {
            do throws(AmountFault) {
              _ = try AmountText(text, unit: unit, footnotes: true)
            } catch {
              let isInside =
                0 <= error.characters.lowerBound && !error.characters.isEmpty
                && error.characters.upperBound <= text.count
              #expect(isInside, "\(text)")
            }
          }
        }
      }
    }
  }
}
