import Testing

@testable import FinanceModel

/// Each word of a formula on rows whose figures are easy to follow.
@Suite struct FormulaWordTests {
  private static let rows = """
    - id: pressures
      role: pressure
      lines:
        - { id: pay, base: 10.000, recurring: [1.000, 2.000, -4.000] }
        - { id: grant, one-off: [3.000, ~, 1.000] }
        - { id: rent, base: 5.000, level: [6.000, 6.000, 4.000] }
      total: { id: all }
      shows: changes
    """

  private func value(_ formula: String) throws -> String {
    let unit = formula.hasPrefix("#") ? "unit: number, " : ""
    return try Sheet(
      FormulaWordTests.rows
        + "\n- { id: f, \(unit)figure: \"= \(formula.drop { $0 == "#" })\" }", years: 3)["f"]
  }

  @Test(arguments: [
    // A name is the figure as printed: a one-off in a table of changes is what it adds.
    ("pay", "1.000 2.000 -4.000"), ("grant", "3.000 -3.000 1.000"), ("rent", "6.000 6.000 4.000"),
    ("all", "10.000 5.000 1.000"), ("pressures", "10.000 5.000 1.000"),
    ("annual(pay)", "1.000 2.000 -4.000"), ("cumulative(pay)", "1.000 3.000 -1.000"),
    ("level(pay)", "11.000 13.000 9.000"),
    ("annual(grant)", "3.000 -3.000 1.000"), ("cumulative(grant)", "3.000 0.000 1.000"),
    ("level(grant)", "3.000 0.000 1.000"),
    ("annual(rent)", "1.000 0.000 -2.000"), ("cumulative(rent)", "1.000 1.000 -1.000"),
    ("level(rent)", "6.000 6.000 4.000"),
    ("annual(all)", "5.000 -1.000 -5.000"), ("cumulative(all)", "5.000 4.000 -1.000"),
    ("level(all)", "20.000 19.000 14.000"), ("level(pressures)", "20.000 19.000 14.000"),
    ("base(pay)", "10.000 10.000 10.000"), ("base(all)", "15.000 15.000 15.000"),
    ("previous(pay)", "10.000 1.000 2.000"),
    ("sum(pay, rent)", "7.000 8.000 0.000"), ("sum(pay, pressures)", "11.000 7.000 -3.000"),
    ("sum(pay * 2, £1m)", "3.000 5.000 -7.000"),
    ("total(pay)", "-1.000 -1.000 -1.000"), ("total(level(rent))", "16.000 16.000 16.000"),
    ("at(pay, 2018-19)", "2.000 2.000 2.000"), ("at(pay, 2016-17)", "10.000 10.000 10.000"),
    ("at(level(pay) + rent, 2018-19)", "19.000 19.000 19.000"),
    ("min(pay, £1.5m)", "1.000 1.500 -4.000"), ("max(pay, £1.5m)", "1.500 2.000 1.500"),
    ("max(pay, 0)", "1.000 2.000 0.000"), ("min(pay, grant, rent)", "1.000 -3.000 -4.000"),
    ("abs(pay)", "1.000 2.000 4.000"), ("round(pay / 3, 1)", "0.300 0.700 -1.300"),
    ("round(pay / 3, 0)", "0.000 1.000 -1.000"), ("#round(2 / 3, 3)", "0.67 0.67 0.67"),
    ("if(pay > £1.5m, £1m, 0)", "0.000 1.000 0.000"), ("#if(pay < 0, 1, 2)", "2.00 2.00 1.00"),
    ("#pay / rent", "0.17 0.33 -1.00"), ("50% * pay", "0.500 1.000 -2.000"),
  ])
  func `every word has its value in each year`(formula: String, expected: String) throws {
    #expect(try value(formula) == expected)
  }

  @Test(arguments: [
    ("=", "0 1 0"), ("<>", "1 0 1"), ("<", "1 0 0"), ("<=", "1 1 0"), (">", "0 0 1"),
    (">=", "0 1 1"), ("≤", "1 1 0"), ("≥", "0 1 1"), ("≠", "1 0 1"),
  ])
  func `figures are compared exactly`(comparison: String, expected: String) throws {
    let sheet = try Sheet(
      """
      - { id: x, figure: [1.999999, 2.000, 2.000001] }
      - { id: f, unit: number, decimals: 0, figure: "= if(x \(comparison) £2m, 1, 0)" }
      """, base: nil, years: 3)
    #expect(sheet["f"] == expected)
  }

  @Test func `only the side that is taken needs a value`() throws {
    let sheet = try Sheet(
      "- { id: f, unit: number, figure: \"= if(n = 0, 0, 1 / n)\" }",
      head: "assumptions:\n  n: { values: [0, 4] }", base: nil, years: 2)
    #expect(sheet["f"] == "0.00 0.25")
  }

  @Test func `a blank compares as nil`() throws {
    let sheet = try Sheet(
      """
      - { id: x, figure: [~, 1.000] }
      - { id: f, unit: number, figure: "= if(x = 0, 1, 2)" }
      """, base: nil, years: 2)
    #expect(sheet["f"] == "1.00 2.00")
  }

  @Test func `min and max pass over blanks`() throws {
    let sheet = try Sheet(
      """
      - { id: x, figure: [~, -1.000] }
      - { id: f, figure: "= max(x, -£2m)" }
      - { id: g, figure: "= min(x)" }
      """, base: nil, years: 2)
    #expect(sheet["f"] == "-2.000 -1.000")
    #expect(sheet["g"] == "~ -1.000")
  }

  @Test func `the series of a figure follow the rows that it adds`() throws {
    let sheet = try Sheet(
      FormulaWordTests.rows + """

        - { id: net, figure: "= all - 2 * pay + (rent / 2)" }
        - { id: a, figure: "= annual(net)" }
        - { id: c, figure: "= cumulative(net)" }
        - { id: l, figure: "= level(net)" }
        """, years: 3)
    #expect(sheet["a"] == "3.500 -5.000 2.000")
    #expect(sheet["c"] == "3.500 -1.500 0.500")
    #expect(sheet["l"] == "1.000 -4.000 -2.000")
  }

  @Test(arguments: [
    "figure: \"= max(pay, 0)\"", "figure: \"= pay * rate\"", "figure: \"= pay + £1m\"",
    "figure: \"= pay * 2 * rate\"", "figure: [1.000, 2.000, 3.000]", "figure: \"= £1m\"",
    "figure: [\"= pay\", \"= rent\", \"= pay\"]", "figure: [1.000], then: \"= pay\"",
    "figure: \"= previous(pay)\"", "figure: \"= 2 / 1 * £1m\"",
  ])
  func `only rows that one formula adds up have series`(figure: String) {
    #expect(
      Sheet.faults(
        FormulaWordTests.rows + "\n- { id: g, \(figure) }\n- { id: f, figure: \"= annual(g)\" }",
        head: "assumptions:\n  rate: { values: 2 }", years: 3) == ["formula-series"])
  }

  @Test func `an assumption has no series`() {
    #expect(
      Sheet.faults(
        "- { id: f, unit: number, figure: \"= level(rate)\" }",
        head: "assumptions:\n  rate: { values: 2 }") == ["formula-series"])
  }
}
