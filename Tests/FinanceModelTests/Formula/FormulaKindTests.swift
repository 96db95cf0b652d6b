import Testing

@testable import FinanceModel

/// Money and numbers, what may be done with them, and how large they may be.
@Suite struct FormulaKindTests {
  private func faults(_ formula: String, unit: String = "£m") -> [String] {
    Sheet.faults(
      """
      - { id: pay, role: pressure, recurring: [2.000] }
      - { id: nothing, figure: [~] }
      - { id: n, unit: number, figure: [4] }
      - { id: f, unit: \(unit), figure: ["= \(formula)"] }
      """, head: "assumptions:\n  rate: { unit: \"%\", values: 3% }\n  open: { values: [~] }",
      base: nil, years: 1)
  }

  @Test(arguments: [
    "pay * pay", "n / pay", "pay + n", "pay - 1", "if(pay > 1, pay, pay)", "max(pay, n)",
    "sum(pay, n)", "pay + 3%", "rate + pay", "pay * £1m", "if(n < pay, pay, pay)",
  ])
  func `money and numbers do not mix`(formula: String) {
    #expect(faults(formula) == ["formula-kind"])
    #expect(faults(formula, unit: "number") == ["formula-kind"])
  }

  @Test(arguments: [
    "pay * n", "n * pay", "pay / n", "rate * pay", "pay * (pay / pay)", "pay + 0",
    "0", "0 * pay", "max(0, pay)", "if(0 < 1, 0, pay)",
  ])
  func `what gives money stands in a row of money`(formula: String) {
    #expect(faults(formula) == [])
  }

  @Test(arguments: ["pay / pay", "n * rate", "rate + n", "pay / £1m", "0", "n + 0", "0 / pay"])
  func `what gives a number stands in a row of numbers`(formula: String) {
    #expect(faults(formula, unit: "number") == [])
    #expect(faults(formula, unit: "\"%\"") == [])
  }

  @Test(arguments: ["pay / pay", "n", "rate", "1"])
  func `a number in a row of money is refused`(formula: String) {
    #expect(faults(formula) == ["formula-kind"])
  }

  @Test func `money in a row of numbers is refused`() {
    #expect(faults("pay", unit: "number") == ["formula-kind"])
  }

  @Test(arguments: ["pay / 0", "pay / (n - 4)", "1 / nothing", "pay / nothing", "0 / 0", "n / 0%"])
  func `nothing divides by nil`(formula: String) {
    #expect(faults(formula) == ["division-by-zero"])
  }

  @Test func `an assumption without a value is an error where it is used`() throws {
    #expect(faults("open", unit: "number") == ["assumption-without-value"])
    #expect(faults("if(1 = 1, n, open)", unit: "number") == [])
    let found = Sheet.diagnostics(
      "- { id: f, unit: number, figure: \"= open\" }",
      head: "assumptions:\n  open: { values: [1, ~, 3, ~] }")
    #expect(
      found.map(\.message) == [
        "'open' has no value in 2018-19", "'open' has no value in 2020-21",
      ])
  }

  @Test(arguments: [
    "n * 999999999999999", "999999999999999 + n", "999999999999999 / 0.5", "-999999999999999 - n",
    "max(1, n * 999999999999999)",
  ])
  func `a result of 10^15 or more is refused`(formula: String) {
    #expect(faults(formula, unit: "number") == ["figure-too-large"])
  }

  @Test(arguments: ["999999999999999 + 0", "999999999999990 + n", "999999999999999 * 1"])
  func `a result just below 10^15 is not`(formula: String) {
    #expect(faults(formula, unit: "number") == [])
  }

  @Test func `growth without end is refused, not wrapped round`() {
    #expect(
      Sheet.faults(
        "- { id: x, unit: number, figure: [1000000], then: \"= previous(x) * 1000000\" }")
        == ["figure-too-large"])
  }

  @Test func `a share too large to apply is refused`() {
    #expect(
      Sheet.faults(
        "- { id: x, role: saving, recurring: [900000000], delivery: 999999999% }", base: nil,
        years: 1) == ["figure-too-large"])
  }

  @Test func `a section of money and numbers has no total`() {
    #expect(
      Sheet.faults(
        """
        - id: s
          role: memorandum
          lines:
            - { id: a, recurring: [1.000] }
            - { id: b, unit: number, recurring: [2] }
          total: { id: all }
        """, base: nil, years: 1) == ["formula-kind"])
  }

  @Test func `a line in the gap is money`() {
    #expect(
      Sheet.faults("- { id: b, role: pressure, unit: number, recurring: [2] }", years: 1)
        == ["wrong-value"])
  }
}
