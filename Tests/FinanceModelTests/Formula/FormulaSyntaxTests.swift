import Testing

@testable import FinanceModel

@Suite struct FormulaSyntaxTests {
  /// A formula over `x` = £2m and `a-b` = £3m, as money; a number where it starts with `#`.
  private func value(_ formula: String) throws -> String {
    try Sheet(
      """
      - { id: x, figure: [2.000] }
      - { id: a-b, figure: [3.000] }
      - { id: n, unit: number, figure: [4] }
      - { id: f, \(formula.hasPrefix("#") ? "unit: number, " : "")figure: "= \(formula.drop { $0 == "#" })" }
      """, base: nil, years: 1)["f"]
  }

  private func faults(_ formula: String) -> [String] {
    Sheet.faults(
      """
      - { id: x, figure: [2.000] }
      - { id: b, figure: [3.000] }
      - { id: f, figure: "= \(formula)" }
      """, base: nil, years: 1)
  }

  @Test(arguments: [
    ("#2 + 3 * 4", "14.00"), ("#(2 + 3) * 4", "20.00"), ("#2 - 3 - 4", "-5.00"),
    ("#24 / 4 / 2", "3.00"), ("#24 / 4 * 2", "12.00"), ("#2 * 3 + 4 * 5", "26.00"),
    ("#2 - (3 - 4)", "3.00"), ("#-2 + 3", "1.00"), ("#-2 * 3", "-6.00"), ("#2 * -3", "-6.00"),
    ("#2 - -3", "5.00"), ("#-(2 + 3)", "-5.00"), ("#+2 - +3", "-1.00"), ("#1 / 8", "0.13"),
    ("#50%", "0.50"), ("#50% * 3%", "0.02"), ("#n * 2", "8.00"), ("#.5 + 1", "1.50"),
    ("x + a-b", "5.000"), ("x - a-b", "-1.000"), ("a-b - x", "1.000"), ("x * 1.5", "3.000"),
    ("1.5 * x", "3.000"), ("x * 10%", "0.200"), ("£1.5m + £250k + £1", "1.750"), ("-£1m", "-1.000"),
    ("#x / a-b * 3", "2.00"), ("x × 3 ÷ 2 − x", "1.000"), ("x+x", "4.000"), ("x*n", "8.000"),
  ])
  func `products bind before sums, and both go from left to right`(
    formula: String, expected: String
  ) throws {
    #expect(try value(formula) == expected)
  }

  @Test(arguments: [
    "x +", "x x", "(x", "x)", "", "* x", "x ** x", "x + * x", "max()", "max(x", "x, x", "min x",
    "abs(x, x)", "round(x)", "round(x, 1.5)", "round(x, 7)", "round(x, b)", "if(x, x, x)",
    "if(x > x, x)", "if(x > x > x, x, x)", "previous()", "at(x)", "at(x, £1m)", "at(x, 2017)",
    "at(x, 2017-19)", "annual(x + x)", "annual(2)", "level()", "base(x, x)", "total(total(x))",
    "total(at(total(x), 2017-18))", "average(x)", "x & x", "x = x", "--x", "1,234 * x", "5 m",
    "2017-18 + x", "X", "x- b", "sum", "x % x", "\\\"x\\\"", "x ^ 2",
  ])
  func `a formula that is not well formed is refused`(formula: String) {
    #expect(faults(formula) == ["formula-syntax"])
  }

  @Test func `names may hold hyphens, so subtraction needs spaces`() {
    #expect(faults("x-b") == ["unknown-name"])
    #expect(faults("x - b") == [])
    let fault = Sheet.diagnostics("- { id: f, figure: \"= x- b\" }").first
    #expect(
      fault?.help
        == "names may hold hyphens, so subtraction needs a space on each side: a - b")
  }

  @Test func `a name that nothing has is offered the nearest`() {
    let found = Sheet.diagnostics(
      """
      - { id: council-tax, role: funding, recurring: [1.000] }
      - { id: f, figure: "= 2 * concil-tax" }
      """, years: 1)
    #expect(found.map(\.code) == [.unknownName])
    #expect(found.first?.help == "the nearest is 'council-tax'")
    #expect(found.first?.range?.text == "concil-tax")
  }

  @Test(arguments: [
    "sum", "min", "max", "abs", "if", "round", "annual", "cumulative", "level",
    "base", "previous", "total", "at", "required", "before-reserves", "plan", "remaining",
    "structural",
  ])
  func `the words of formulas and the gaps are no ids`(word: String) {
    #expect(Sheet.faults("- { id: \(word), figure: [1.000] }", years: 1) == ["reserved-id"])
  }

  @Test(arguments: ["2017-18", "2017/18", "2017-2018", "2017–18", "2017/2018"])
  func `a year in a formula is typed in any of its forms`(year: String) throws {
    let sheet = try Sheet(
      "- { id: x, figure: [2.000, 3.000] }\n- { id: f, figure: \"= at(x, \(year))\" }",
      base: nil, years: 2)
    #expect(sheet["f"] == "2.000 2.000")
  }

  @Test func `a year that the plan has not is refused`() {
    #expect(faults("at(x, 2031-32)") == ["year-outside-plan"])
  }

  @Test func `brackets nest 64 deep and no deeper`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "x" + String(repeating: ")", count: depth)
    }
    #expect(try value(nested(63)) == "2.000")
    #expect(faults(nested(64)) == ["formula-size"])
    #expect(faults(nested(10_000)) == ["formula-size"])
    #expect(faults(String(repeating: "abs(", count: 10_000)) == ["formula-size"])
  }

  @Test func `a formula has at most 100,000 characters`() {
    let long = "x" + String(repeating: " + x", count: 25_000)
    #expect(faults(long) == ["formula-size"])
    #expect(faults("x" + String(repeating: " + x", count: 20_000)) == [])
  }
}
