import Testing

@testable import FinanceModel

@Suite struct AmountTextTests {
  @Test(arguments: [
    ("4.496", "4496000"), ("-4.496", "-4496000"), ("−4.496", "-4496000"), ("–4.496", "-4496000"),
    ("- 4.496", "-4496000"), ("(4.496)", "-4496000"), ("( 4.496 )", "-4496000"),
    ("+4.496", "4496000"), ("£4.496m", "4496000"), ("£4.496 m", "4496000"), ("4.496m", "4496000"),
    ("£4.496M", "4496000"), ("£4,496,000", "4496000"), ("4,496k", "4496000"), ("£4496k", "4496000"),
    ("£4496K", "4496000"), ("£1.2bn", "1200000000"), ("1.2 BN", "1200000000"),
    ("(£250k)", "-250000"), ("-£0.75", "-0.75"), ("£-0.75", "-0.75"), ("- £ 0.75", "-0.75"),
    ("£(4.496)m", "-4496000"), ("(4.496)m", "-4496000"), ("(£4.496m)", "-4496000"),
    ("£(4.496m)", "-4496000"), ("1,234.5", "1234500000"), ("12,345,678", "12345678000000"),
    ("0.000", "0"), ("(0.000)", "0"), ("-0", "0"), (".5", "500000"), ("007", "7000000"),
    ("  4.496\u{A0}", "4496000"), ("£0.000000000001", "0.000000000001"),
    ("0.000000000000000001", "0.000000000001"), ("£999,999,999,999,999", "999999999999999"),
    ("999,999,999.999999999999999999", "999999999999999.999999999999"),
  ])
  func `an amount of money reads as it is printed`(text: String, pounds: String) throws {
    let expected = try #require(Money(decimalText: pounds))
    #expect(try AmountText(text, unit: .millions).cell == .money(expected))
  }

  @Test(arguments: [
    ("56", Unit.pounds, "56"), ("- 56", .thousands, "-56000"), ("£56", .thousands, "56"),
    ("£0.75", .millions, "0.75"), ("5,879", .thousands, "5879000"), ("0.2m", .thousands, "200000"),
    ("15k", .pounds, "15000"),
  ])
  func `a unit in the cell wins over the row's`(text: String, unit: Unit, pounds: String) throws {
    let expected = try #require(Money(decimalText: pounds))
    #expect(try AmountText(text, unit: unit).cell == .money(expected))
  }

  @Test(arguments: [
    ("1.99", Unit.percent, "0.0199"), ("1.99%", .percent, "0.0199"), ("(1.5)%", .percent, "-0.015"),
    ("(1.5%)", .percent, "-0.015"), ("-1.5 %", .percent, "-0.015"), ("3%", .number, "0.03"),
    ("0.03", .number, "0.03"), ("187,123.45", .number, "187123.45"), ("-2", .number, "-2"),
    ("0.0000000001%", .number, "0.000000000001"),
  ])
  func `a percentage is a hundredth, under % also without the mark`(
    text: String, unit: Unit, number: String
  ) throws {
    let expected = try #require(Money(decimalText: number)).trillionths
    #expect(try AmountText(text, unit: unit).cell == .figure(.number(Rate(trillionths: expected))))
  }

  @Test(arguments: [
    ("", Cell.blank), ("  ", .blank), ("~", .blank), ("\u{A0}", .blank), ("-", .dash),
    ("–", .dash), ("—", .dash), ("−", .dash), (" - ", .dash), ("tbc", .toBeConfirmed),
    ("TBC", .toBeConfirmed), ("Tbc", .toBeConfirmed), ("n/a", .notApplicable),
    ("N/A", .notApplicable),
  ])
  func `the four that are not a figure stay apart from each other and from nil`(
    text: String, cell: Cell
  ) throws {
    for unit in Unit.allCases {
      let read = try AmountText(text, unit: unit)
      #expect(read.cell == cell && read.place == nil)
    }
  }

  @Test(arguments: [
    ("4.496 [1]", "4496000"), ("4.496*", "4496000"), ("(4.496)*†", "-4496000"),
    ("£4.496m [12] *", "4496000"), ("4.496 ‡", "4496000"), ("4#", "4000000"),
    ("4.496[1][2]", "4496000"),
    ("4.496 (a)", "4496000"), ("(4.496)(1)", "-4496000"), ("4.496 [b]", "4496000"),
  ])
  func `a published cell may end in footnote marks, and a typed one may not`(
    text: String, pounds: String
  ) throws {
    let expected = try #require(Money(decimalText: pounds))
    #expect(try AmountText(text, unit: .millions, footnotes: true).cell == .money(expected))
    #expect(throws: AmountFault.self) { try AmountText(text, unit: .millions) }
  }

  @Test(arguments: [
    ("- [1]", Cell.dash), ("tbc*", .toBeConfirmed), ("n/a [2]", .notApplicable), ("Nil", .dash),
  ])
  func `a footnote may follow a cell that is not a figure`(text: String, cell: Cell) throws {
    #expect(try AmountText(text, unit: .millions, footnotes: true).cell == cell)
  }

  @Test(arguments: ["*", "[1]", "[]", "4 []", "4 [1", "4 1]", "[1] 4", "* 4"])
  func `a footnote mark alone, broken or in front is no amount`(text: String) {
    #expect(throws: AmountFault.self) { try AmountText(text, unit: .millions, footnotes: true) }
  }

  @Test(arguments: [
    ("£45m", Unit.pounds, "1000000"), ("45.4", .millions, "100000"), ("£4.50", .millions, "0.01"),
    ("(56)", .thousands, "1000"), ("£1,000", .thousands, "1"), ("£1.2bn", .pounds, "100000000"),
  ])
  func `the last place is the one typed`(text: String, unit: Unit, pounds: String) throws {
    let expected = try #require(Money(decimalText: pounds)).trillionths
    #expect(try AmountText(text, unit: unit).place == Rounding(step: expected))
  }

  @Test func `money and rates read only figures`() throws {
    #expect(try Money("4.496", in: .millions) == Money(pounds: 4_496_000))
    #expect(try Rate("1.99%") == Rate(trillionths: 19_900_000_000))
    for text in ["", "-", "tbc", "n/a"] {
      #expect(throws: AmountFault.notAFigure(text)) { try Money(text) }
      #expect(throws: AmountFault.notAFigure(text)) { try Rate(text) }
    }
  }

  @Test(arguments: [
    ("500 A", "500000"), ("500A", "500000"), ("1,234 (F)", "-1234000"), ("0.3F", "-300"),
    ("£12k A", "12000"), ("£12k F", "-12000"),
    ("(500) F", "-500000"), ("-500F", "-500000"), ("+500 A", "500000"),
    ("4.5 million A", "4500000"),
  ])
  func `A is adverse and positive, F is favourable and negative`(
    _ text: String, _ expected: String
  ) throws {
    let amount = try AmountText(text, unit: .thousands)
    #expect(amount.cell == .money(try #require(Money(decimalText: expected))))
  }

  @Test(arguments: ["(500) A", "-500 A", "+500F"])
  func `an amount has a sign or a mark for adverse and favourable, not both`(_ text: String) {
    #expect(throws: AmountFault.self) { try AmountText(text, unit: .thousands) }
  }
}

extension Money {
  /// Reads plain digits with a point, as an independent check of `AmountText`.
  fileprivate init?(decimalText text: String) {
    let parts = text.split(separator: ".")
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    let padded = decimals + String(repeating: "0", count: 12 - decimals.count)
    guard let trillionths = Int128(parts[0] + padded) else { return nil }
    self.init(trillionths: trillionths)
  }
}
