import Testing

@testable import FinanceModel

@Suite struct SignTests {
  private static let plan = """
    - id: spending
      role: cost
      lines:
        - { id: services, level: [105.000, 108.000], base: 100.000 }
      total: { id: total-expenditure }
    - id: resources
      role: funding
      signs: income-positive
      lines:
        - { id: tax, level: [99.000, 101.000], base: 98.000 }
        - { id: grant, one-off: [2.000, ~], base: 2.000 }
      total: { id: total-funding }
    - { id: shortfall, figure: "= total-expenditure - total-funding" }
    """

  @Test func `income printed positive stays so in tables and formulas`() throws {
    let sheet = try Sheet(SignTests.plan, years: 2)
    #expect(sheet["tax"] == "99.000 101.000")
    #expect(sheet["total-funding"] == "101.000 101.000")
    #expect(sheet["shortfall"] == "4.000 7.000")
    #expect(sheet.annual("tax") == "1.000 2.000")
  }

  @Test func `it is turned where it enters the gap`() throws {
    let sheet = try Sheet(SignTests.plan, years: 2)
    #expect(sheet.gap(.required) == "4.000 3.000")
    #expect(sheet.gap(.required, .cumulative) == "4.000 7.000")
    #expect(sheet.gap(.structural, .cumulative) == "6.000 7.000")
  }

  @Test func `its last one-off unwinds with the sign of the gap`() throws {
    let sheet = try Sheet(
      """
      - id: resources
        role: funding
        signs: income-positive
        lines:
          - { id: grant, one-off: [~, 2.000] }
      """, years: 2)
    #expect(sheet.gap(.required) == "0.000 -2.000")
    #expect(sheet.unwinding == "2.000")
  }
}
