import Testing

@testable import FinanceModel

@Suite struct PhasingTests {
  private func line(_ keys: String) throws -> Sheet {
    try Sheet("- { id: x, role: saving, \(keys) }", years: 3)
  }

  @Test(arguments: [
    ("full-year: (1.200), starts: October 2018", "~ -0.600 -0.600"),
    ("full-year: (1.200), starts: 2018-10", "~ -0.600 -0.600"),
    ("full-year: (1.200), starts: oct 2018", "~ -0.600 -0.600"),
    ("full-year: (1.200), starts: April 2018", "~ -1.200 ~"),
    ("full-year: (1.200), starts: March 2019", "~ -0.100 -1.100"),
    ("full-year: (1.000), starts: December 2017", "-0.333 -0.667 ~"),
    // Started in the base year: what is left of it comes in the first year of the plan.
    ("full-year: (1.200), starts: January 2017", "-0.900 ~ ~"),
    ("full-year: £250k, starts: July 2017", "0.188 0.062 ~"),
    ("full-year: [(1.200), ~, (2.400)], starts: October", "-0.600 -0.600 -1.200"),
    ("full-year: [(1.200), (1.200), ~], starts: October", "-0.600 -1.200 -0.600"),
    (
      "full-year: { 2017-18: ~, 2018-19: (1.200), 2019-20: ~ }, starts: September",
      "~ -0.700 -0.500"
    ),
  ])
  func `a full-year effect has its part-year, and the rest next year`(
    keys: String, figures: String
  ) throws {
    #expect(try line(keys)["x"] == figures)
  }

  @Test func `what falls after the plan is stated`() throws {
    let sheet = try line("full-year: [(1.200), ~, (2.400)], starts: October")
    #expect(sheet.forecast.beyond.map { $0.amount.trillionths / 1_000_000_000_000_000 } == [-1200])
    #expect(sheet.forecast.beyond.first?.change == nil)
    #expect(try line("full-year: (1.200), starts: October 2018").forecast.beyond.isEmpty)
  }

  @Test(arguments: [
    ("full-year: (1.200)", "missing-key"), ("starts: October 2018", "missing-key"),
    ("full-year: (1.200), starts: October", "wrong-value"),
    ("full-year: (1.200), starts: 2018-19", "wrong-value"),
    ("full-year: (1.200), starts: Octember 2018", "wrong-value"),
    ("full-year: (1.200), starts: 2018-13", "wrong-value"),
    ("full-year: (1.200), starts: April 2020", "year-outside-plan"),
    ("full-year: (1.200), starts: March 2016", "year-outside-plan"),
    ("full-year: \"= 1 * £1m\", starts: April 2018", "wrong-value"),
    ("full-year: ~, starts: April 2018", "wrong-value"),
    ("full-year: tbc, starts: April 2018", "wrong-value"),
    ("full-year: 1.2.3, starts: April 2018", "amount-stray"),
    ("full-year: [(1.200), ~, ~], starts: October 2018", "conflicting-keys"),
    ("full-year: [(1.200)], starts: October", "too-few-figures"),
    ("full-year: (1.200), starts: April 2018, recurring: [~, ~, ~]", "conflicting-keys"),
    ("recurring: [~, ~, ~], starts: April 2018", "conflicting-keys"),
  ])
  func `one that cannot be spread is refused`(keys: String, code: String) {
    #expect(Sheet.faults("- { id: x, role: saving, \(keys) }", years: 3).first == code)
  }

  @Test func `a register of savings may have full-year effects in the place of years`() throws {
    let register = """
      - id: savings
        role: saving
        lines: |
          id     | full-year | starts       | owner
          fleet  | (1.200)   | October 2017 | Estates
          estate | (0.400)   | April 2018   | Estates
      """
    let sheet = try Sheet(register, years: 3)
    #expect(sheet["fleet"] == "-0.600 -0.600 ~")
    #expect(sheet["estate"] == "~ -0.400 ~")
    let mixed = """
      - id: savings
        role: saving
        lines: |
          id     | full-year | starts       | 2017-18 | 2018-19
          fleet  | (1.200)   | October 2017 |         |
          estate |           |              | (0.100) | (0.200)
      """
    #expect(try Sheet(mixed, years: 2)["estate"] == "-0.100 -0.200")
    #expect(try Sheet(mixed, years: 2)["fleet"] == "-0.600 -0.600")
    let both = mixed.replacing("October 2017 |         |", with: "October 2017 | 1.000 |")
    #expect(Sheet.faults(both, years: 2).first == "conflicting-keys")
  }

  @Test(arguments: [
    ("April", 12), ("May", 11), ("October", 6), ("December", 4), ("January", 3), ("March", 1),
  ])
  func `a year is left from a month's first day`(name: String, months: Int) {
    #expect(Month(name)?.monthsLeft == months)
  }

  @Test func `January belongs to the financial year that began in April`() {
    #expect(Month("January 2018")?.financialYear?.description == "2017-18")
    #expect(Month("April 2018")?.financialYear?.description == "2018-19")
    #expect(Month("May")?.financialYear == nil)
    for text in ["", "2018", "Oct 18", "October 2018 1", "2018-1", "18-10", "٢٠١٨-10"] {
      #expect(Month(text) == nil)
    }
  }
}
