import Testing

@testable import FinanceModel

/// Blank, dash, tbc and n/a, in tables and in what is added from them.
@Suite struct MarkTests {
  private static let section = """
    - id: s
      role: pressure
      lines:
        - { id: a, recurring: [1.000, ~, tbc, n/a] }
        - { id: b, recurring: ["-", "-", 2.000, n/a] }
      total: { id: all }
    - { id: double, figure: "= 2 * all" }
    """

  @Test func `the four that are no figure stay apart in the table`() throws {
    let sheet = try Sheet(MarkTests.section)
    #expect(sheet["a"] == "1.000 ~ tbc n/a")
    #expect(sheet["b"] == "- - 2.000 n/a")
  }

  @Test func `in a sum they count as nothing, and only they give a blank`() throws {
    let sheet = try Sheet(MarkTests.section)
    #expect(sheet["all"] == "1.000 ~ 2.000 ~")
    #expect(sheet["double"] == "2.000 ~ 4.000 ~")
    #expect(sheet.gap(.required) == "1.000 0.000 2.000 0.000")
    #expect(sheet.gap(.required, .cumulative) == "1.000 1.000 3.000 3.000")
  }

  @Test func `a figure to be confirmed makes every total above it provisional`() throws {
    let sheet = try Sheet(MarkTests.section)
    #expect(sheet.provisionalYears("a") == ["2019-20"])
    #expect(sheet.provisionalYears("b") == [])
    #expect(sheet.provisionalYears("all") == ["2019-20"])
    #expect(sheet.provisionalYears("double") == ["2019-20"])
  }

  @Test func `the cumulative gap stays provisional from then on`() throws {
    let sheet = try Sheet(MarkTests.section)
    #expect(sheet.forecast.gap?.provisionalYears.map(\.description) == ["2019-20", "2020-21"])
  }

  @Test(arguments: [
    "a", "-a", "a + £1m", "a * 2", "2 * a", "a / 2", "a / £2m", "sum(a)", "max(a, £1m)",
    "min(£1m, a)",
    "abs(a)", "round(a, 1)", "if(a > £1m, £1m, £2m)", "if(1 = 1, a, £1m)", "annual(a)",
    "cumulative(a)", "level(a)", "previous(next)", "total(a)", "at(a, 2017-18)", "s", "required",
    "max(a)", "a / a",
  ])
  func `no word of a formula loses that a figure is provisional`(formula: String) throws {
    let unit = ["a / £2m", "a / a"].contains(formula) ? "unit: number, " : ""
    let sheet = try Sheet(
      """
      - id: s
        role: pressure
        lines:
          - { id: a, recurring: [tbc, ~] }
      - { id: next, figure: [~, ~], base: tbc }
      - { id: f, \(unit)figure: ["= \(formula)", ~] }
      """, years: 2)
    #expect(sheet.provisionalYears("f") == ["2017-18"])
  }

  @Test func `a provisional level is provisional in the year after too`() throws {
    let sheet = try Sheet(
      """
      - { id: x, role: cost, base: 1.000, level: [tbc, 2.000, 2.000, 2.000] }
      - { id: change, figure: "= annual(x)" }
      """)
    #expect(sheet["change"] == "-1.000 2.000 0.000 0.000")
    #expect(sheet.provisionalYears("change") == ["2017-18", "2018-19"])
  }
}
