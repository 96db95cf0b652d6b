import Testing

@testable import FinanceModel

@Suite struct GapTests {
  private static let sections = """
    - { id: pay, role: pressure, recurring: [4.000, 2.000, 2.000, 1.000] }
    - { id: tax, role: funding, recurring: [-1.000, -1.000, -1.000, -1.000] }
    - { id: fees, role: income, recurring: [-0.500, ~, ~, ~] }
    - { id: draw, role: reserves, one-off: [-2.000, -1.000, ~, ~] }
    - { id: cuts, role: saving, recurring: [-0.500, -1.500, -1.000, ~] }
    - { id: grant, role: income, one-off: [~, ~, ~, -0.300] }
    - { id: memo, role: memorandum, recurring: [99.000, 99.000, 99.000, 99.000] }
    """

  @Test(arguments: [
    (GapKind.required, "0.500 2.000 2.000 -0.300", "0.500 2.500 4.500 4.200"),
    (.beforeReserves, "2.500 1.000 1.000 -0.300", "2.500 3.500 4.500 4.200"),
    (.plan, "-0.500 -1.500 -1.000 0.000", "-0.500 -2.000 -3.000 -3.000"),
    (.remaining, "0.000 0.500 1.000 -0.300", "0.000 0.500 1.500 1.200"),
  ])
  func `each gap counts its own roles, annual and cumulative`(
    kind: GapKind, annual: String, cumulative: String
  ) throws {
    let sheet = try Sheet(GapTests.sections)
    #expect(sheet.gap(kind) == annual)
    #expect(sheet.gap(kind, .cumulative) == cumulative)
  }

  @Test func `the structural gap leaves out the one-off money of the year`() throws {
    let sheet = try Sheet(GapTests.sections)
    // 0 less -2; 0.5 less -1; 1.5; 1.2 less -0.3
    #expect(sheet.gap(.structural, .cumulative) == "2.000 1.500 1.500 1.500")
    #expect(sheet.gap(.structural) == "none")
  }

  @Test func `cash is the sum of the cumulative gaps`() throws {
    #expect(try Sheet(GapTests.sections).cash == "3.200")
  }

  @Test func `the annual gap is the first difference of the cumulative`() throws {
    // Gateshead's cumulative gaps, and the annual ones that it prints.
    let sheet = try Sheet(
      "- { id: x, role: cost, level: [15.883, 28.979, 43.383, 49.680, 49.528], base: ~ }", years: 5)
    #expect(sheet.gap(.required) == "15.883 13.096 14.404 6.297 -0.152")
    #expect(sheet.gap(.required, .cumulative) == "15.883 28.979 43.383 49.680 49.528")
  }

  @Test func `a formula can read every gap`() throws {
    let sheet = try Sheet(
      GapTests.sections + """

        - { id: a, figure: "= required" }
        - { id: b, figure: "= cumulative(remaining)" }
        - { id: c, figure: "= structural" }
        - { id: d, figure: "= total(cumulative(remaining))" }
        - { id: e, figure: "= annual(structural)" }
        - { id: f, figure: "= before-reserves + plan" }
        """)
    #expect(sheet["a"] == "0.500 2.000 2.000 -0.300")
    #expect(sheet["b"] == "0.000 0.500 1.500 1.200")
    #expect(sheet["c"] == "2.000 1.500 1.500 1.500")
    #expect(sheet["d"] == "3.200 3.200 3.200 3.200")
    #expect(sheet["e"] == "2.000 -0.500 0.000 0.000")
    #expect(sheet["f"] == "2.000 -0.500 0.000 -0.300")
  }

  @Test func `a plan without a gap has none`() throws {
    let sheet = try Sheet("- { id: x, recurring: [1.000, ~, ~, ~] }", head: "gap: none")
    #expect(sheet.gap(.required) == "none")
    #expect(
      Sheet.faults("- { id: f, figure: \"= required\" }", head: "gap: none") == ["unknown-name"])
  }

  @Test func `a line in the gap needs a role`() {
    #expect(Sheet.faults("- { id: x, recurring: [1.000, ~, ~, ~] }") == ["missing-key"])
  }

  @Test(arguments: [
    // Three figures of up to half a thousand each: 0.001 may be rounding, 0.002 not.
    ("[1.000, 1.000]", "[1.000, 1.000]", "[-1.999, -1.998]", ["2017-18"]),
    // Two figures: 0.001 is just not.
    ("[1.000, 1.000]", "[~, ~]", "[-0.999, -1.000]", []),
    // A nil gap is no finding.
    ("[1.000, 1.000]", "[1.000, 1.000]", "[-2.000, -2.000]", []),
  ])
  func `a gap smaller than half a last place for each figure is within rounding`(
    first: String, second: String, saving: String, years: [String]
  ) throws {
    let sheet = try Sheet(
      """
      - { id: a, role: pressure, recurring: \(first) }
      - { id: b, role: pressure, recurring: \(second) }
      - { id: c, role: saving, recurring: \(saving) }
      """, years: 2)
    #expect(sheet.forecast.gap?.yearsWithinRounding.map(\.description) == years)
  }
}
