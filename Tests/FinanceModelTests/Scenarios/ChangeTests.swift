import Testing

@testable import FinanceModel

@Suite struct ChangeTests {
  private static let sections = """
    - id: growth
      role: pressure
      lines:
        - { id: pay, recurring: [1.000, 2.000, ~, 4.001] }
        - { id: rent, base: 10.000, level: [10.000, 11.000, 11.000, 12.000] }
        - { id: draw, role: reserves, one-off: [-3.000, ~, ~, ~] }
      total: { id: all }
      shows: changes
    - { id: levy, role: funding, recurring: "= -rate * £3.333m" }
    """
  private static let head = """
    assumptions:
      rate: { unit: "%", values: [3%, 3%, 2%, ~] }
      count: { unit: number, values: [1, 2, 3, 4] }
      money: { unit: £m, values: 1.500 }
    """

  private func changed(_ change: String, _ row: String) throws -> String {
    let sections = ChangeTests.sections.replacing("= -rate", with: "= -if(rate-used = 1, rate, 3%)")
    return try Sheet(
      sections, head: ChangeTests.head + "\n  rate-used: { values: [1, 1, 1, 0] }"
    ).with("- { \(change) }")[row]
  }

  @Test(arguments: [
    ("line: pay, set: 5.000", "5.000 5.000 5.000 5.000"),
    ("line: pay, set: [1.000, ~, tbc, \"-\"]", "1.000 ~ tbc -"),
    ("line: pay, set: { 2018-19: 7.000 }", "1.000 7.000 ~ 4.001"),
    ("line: pay, set: £250k, in: 2018-19", "1.000 0.250 ~ 4.001"),
    ("line: pay, set: [8.000, 9.000], from: 2019-20", "1.000 2.000 8.000 9.000"),
    ("line: pay, add: 0.500", "1.500 2.500 0.500 4.501"),
    ("line: pay, add: (0.500), to: 2018-19", "0.500 1.500 ~ 4.001"),
    ("line: pay, add: [1.000, 2.000], in: [2018-19, 2020-21]", "1.000 3.000 ~ 6.001"),
    ("line: pay, add: [1.000, 2.000], in: [2020-21, 2018-19]", "1.000 4.000 ~ 5.001"),
    ("line: pay, scale: 120%", "1.200 2.400 ~ 4.801"),
    ("line: pay, scale: 50%, from: 2020-21", "1.000 2.000 ~ 2.001"),
    ("line: pay, scale: 0%", "0.000 0.000 ~ 0.000"),
    ("line: pay, scale: 33.3333%, from: 2018-19, to: 2018-19", "1.000 0.667 ~ 4.001"),
    ("line: pay, add: £0.0004m", "1.000 2.000 0.000 4.001"),
  ])
  func `a line's figures are set, added to and scaled`(change: String, figures: String) throws {
    #expect(try changed(change, "pay") == figures)
  }

  @Test func `what is set or added is rounded to the last printed place before it is summed`()
    throws
  {
    let change = "- { lines: [pay, rent], add: £0.0006m }"
    let sheet = try Sheet(
      ChangeTests.sections.replacing("levy", with: "other"),
      head: ChangeTests.head
        .replacing("2%, ~", with: "2%, 2%"))
    #expect(try sheet.with(change)["all"] == "8.002 16.002 11.002 16.003")
  }

  @Test func `a line on levels is scaled in its levels`() throws {
    #expect(try changed("line: rent, scale: 110%", "rent") == "11.000 12.100 12.100 13.200")
  }

  @Test func `a one-off is changed in its amount, and its unwinding follows`() throws {
    #expect(try changed("line: draw, scale: 50%", "draw") == "-1.500 1.500 ~ ~")
    #expect(try changed("line: draw, set: -1.000, in: 2018-19", "draw") == "-3.000 2.000 1.000 ~")
  }

  @Test func `a line that a formula computes is changed after it is computed, then rounded`() throws
  {
    // 3% of 3.333 is 0.09999, printed 0.100; a fifth more is 0.120.
    #expect(try changed("line: levy, scale: 120%", "levy") == "-0.120 -0.120 -0.080 -0.120")
    #expect(try changed("line: levy, add: 0.0004", "levy") == "-0.100 -0.100 -0.067 -0.100")
    #expect(
      try changed("line: levy, set: -1.000, to: 2017-18", "levy") == "-1.000 -0.100 -0.067 -0.100")
  }

  @Test func `totals and formulas follow what is changed`() throws {
    #expect(try changed("line: pay, scale: 200%", "all") == "9.000 18.000 11.000 20.002")
  }

  @Test(arguments: [
    ("assumption: rate, set: 6%", "-0.200 -0.200 -0.200 -0.100"),
    ("assumption: rate, set: [6%], in: 2018-19", "-0.100 -0.200 -0.067 -0.100"),
    ("assumption: rate, shift: 3 points", "-0.200 -0.200 -0.167 -0.100"),
    ("assumption: rate, shift: -1 point, from: 2019-20", "-0.100 -0.100 -0.033 -0.100"),
    ("assumption: rate, scale: 200%, to: 2017-18", "-0.200 -0.100 -0.067 -0.100"),
  ])
  func `an assumption is set, shifted and scaled, and its lines follow`(
    change: String, levy: String
  ) throws {
    #expect(try changed(change, "levy") == levy)
  }

  @Test func `a number is shifted by a number, money by money`() throws {
    let sheet = try Sheet(
      """
      - { id: f, unit: number, figure: "= count" }
      - { id: g, figure: "= money" }
      """, head: ChangeTests.head)
    #expect(try sheet.with("- { assumption: count, shift: 0.5 }")["f"] == "1.50 2.50 3.50 4.50")
    #expect(
      try sheet.with("- { assumption: money, shift: £250k }")["g"]
        == "1.750 1.750 1.750 1.750")
  }

  @Test func `an assumption that grows beyond bounds is refused`() throws {
    let sheet = try Sheet(
      "- { id: f, unit: number, figure: \"= n\" }",
      head: "assumptions:\n  n: { values: 900000000000000 }")
    #expect(sheet.faults("- { assumption: n, scale: 200% }") == ["figure-too-large"])
    #expect(sheet.faults("- { assumption: n, shift: 200000000000000 }") == ["figure-too-large"])
    #expect(sheet.faults("- { assumption: n, scale: 110% }") == [])
  }

  @Test func `changes apply in the order given`() throws {
    let sheet = try Sheet("- { id: x, role: pressure, recurring: [1.000] }", years: 1)
    let (add, double) = ("- { line: x, add: 1.000 }", "- { line: x, scale: 200% }")
    #expect(try sheet.with(add + "\n" + double)["x"] == "4.000")
    #expect(try sheet.with(double + "\n" + add)["x"] == "3.000")
  }
}
