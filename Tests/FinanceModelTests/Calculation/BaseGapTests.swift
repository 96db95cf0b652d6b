import Testing

@testable import FinanceModel

@Suite struct BaseGapTests {
  private static let budgets = """
    - { id: services, role: cost, level: [105.000, 108.000], base: 101.000 }
    - { id: tax, role: funding, level: [-99.000, -99.000], base: -97.000 }
    - { id: draw, role: reserves, one-off: [-2.000, ~], base: -1.000 }
    """

  @Test func `whole budgets start the cumulative gap from the base year's own`() throws {
    let sheet = try Sheet(BaseGapTests.budgets, years: 2)
    #expect(sheet.gap(.required) == "1.000 5.000")
    #expect(sheet.gap(.required, .cumulative) == "4.000 9.000")
    #expect(sheet.gap(.beforeReserves, .cumulative) == "6.000 9.000")
    #expect(sheet.gap(.structural, .cumulative) == "6.000 9.000")
    #expect(sheet.cash == "13.000")
  }

  @Test func `a plan of changes starts from nil, whatever its base column holds`() throws {
    let sheet = try Sheet(
      "- { id: tax, role: funding, base: -220.402, recurring: [-4.496, -4.584] }", years: 2)
    #expect(sheet.gap(.required, .cumulative) == "-4.496 -9.080")
  }

  @Test func `a stated base gap starts every gap but the planned savings`() throws {
    let sheet = try Sheet(
      """
      - { id: pay, role: pressure, recurring: [1.000, 1.000] }
      - { id: cuts, role: saving, recurring: [-0.500, ~] }
      """, head: "base-gap: 3.000", years: 2)
    #expect(sheet.gap(.required) == "1.000 1.000")
    #expect(sheet.gap(.required, .cumulative) == "4.000 5.000")
    #expect(sheet.gap(.plan, .cumulative) == "-0.500 -0.500")
    #expect(sheet.gap(.remaining, .cumulative) == "3.500 4.500")
    #expect(sheet.gap(.structural, .cumulative) == "3.500 4.500")
  }

  @Test func `a stated base gap stands in place of the base column's`() throws {
    let sheet = try Sheet(BaseGapTests.budgets, head: "base-gap: 0.000", years: 2)
    #expect(sheet.gap(.required, .cumulative) == "1.000 6.000")
  }

  @Test func `a memo base figure is no part of the base gap`() throws {
    let sheet = try Sheet(
      """
      - { id: services, role: cost, level: [105.000, 105.000], base: 100.000 }
      - { id: tax, role: funding, level: [-100.000, -100.000], base: -100.000 }
      - { id: last-year, role: cost, level: [1.000, 1.000], base: 7.000, base-memo: yes }
      """, years: 2)
    #expect(sheet.gap(.required) == "6.000 0.000")
    #expect(sheet.gap(.required, .cumulative) == "6.000 6.000")
  }

  @Test func `the structural gap of the base year leaves out its own one-off money`() throws {
    let sheet = try Sheet(
      BaseGapTests.budgets + "\n- { id: before, figure: \"= previous(structural)\" }", years: 2)
    // The base year's gap is 101 - 97 - 1 = 3, of which 1 is met from reserves.
    #expect(sheet["before"] == "4.000 6.000")
  }
}
