import Testing

@testable import FinanceModel

@Suite struct AmountFormatTests {
  @Test(arguments: [
    ("1234567.891", 3, "1.235", "1.235"), ("-4496000", 3, "(4.496)", "-4.496"),
    ("-499", 3, "0.000", "0.000"), ("500", 3, "0.001", "0.001"), ("-500", 3, "(0.001)", "-0.001"),
    ("1234567000000", 1, "1,234,567.0", "1234567.0"), ("999999500", 0, "1,000", "1000"),
    ("-123456000000", 0, "(123,456)", "-123456"), ("0", 0, "0", "0"), ("50000", 1, "0.1", "0.1"),
    (
      "999999999999999.999999999999", 18, "999,999,999.999999999999999999",
      "999999999.999999999999999999"
    ),
  ])
  func `millions print with brackets and commas for people, with a minus for machines`(
    pounds: String, decimals: Int, people: String, machines: String
  ) throws {
    let money = try Money(pounds)
    let table = AmountFormat(decimals: decimals, negatives: .brackets, groupsThousands: true)
    let plain = AmountFormat(decimals: decimals, negatives: .minus, groupsThousands: false)
    #expect(table.text(money, in: .millions) == people)
    #expect(plain.text(Quantity.money(money), in: .millions) == machines)
  }

  @Test(arguments: [
    (Unit.pounds, 2, "1,234,567.89"), (.thousands, 0, "1,235"), (.thousands, 3, "1,234.568"),
    (.millions, 6, "1.234568"),
  ])
  func `each unit has its own size`(unit: Unit, decimals: Int, text: String) throws {
    let format = AmountFormat(decimals: decimals, negatives: .brackets, groupsThousands: true)
    #expect(format.text(try Money("1234567.89"), in: unit) == text)
  }

  @Test func `a rate prints as a number or as a percentage`() throws {
    let format = AmountFormat(decimals: 2, negatives: .minus, groupsThousands: true)
    #expect(format.text(Quantity.number(try Rate("-1.995%")), in: .percent) == "-2.00")
    #expect(format.text(Quantity.number(try Rate("187123.456")), in: .number) == "187,123.46")
  }

  @Test(arguments: [-1, .min, 13, 19, 39, .max])
  func `no count of decimals crashes the printer`(decimals: Int) throws {
    let format = AmountFormat(decimals: decimals, negatives: .brackets, groupsThousands: true)
    let text = format.text(try Money("-1234.5"), in: .pounds)
    #expect(text == (decimals < 0 ? "(1,235)" : "(1,234.500000000000)"))
    for unit in Unit.allCases {
      #expect(!format.text(Quantity.number(Rate(trillionths: .max / 2)), in: unit).isEmpty)
    }
  }

  @Test func `a cell that is not a figure prints its mark`() throws {
    let format = AmountFormat(decimals: 3, negatives: .brackets, groupsThousands: true)
    let cells: [Cell] = [
      .blank, .dash, .toBeConfirmed, .notApplicable, .money(.zero),
      .money(Money(pounds: -6_000_000)),
    ]
    #expect(
      cells.map { format.text($0, in: .millions) } == ["", "-", "tbc", "n/a", "0.000", "(6.000)"])
    #expect(cells.map(\.money) == [nil, nil, nil, nil, .zero, Money(pounds: -6_000_000)])
    #expect(Set(cells).count == 6)
    #expect(
      Cell.figure(.number(.zero)).money == nil && Cell.figure(.number(.zero)) != .money(.zero))
  }
}
