import Testing

@testable import FinanceModel

@Suite struct RoundingTests {
  private static let head = """
    assumptions:
      third: { unit: number, values: 0.3333333 }
    """
  private static let sections = """
    - id: s
      role: pressure
      lines:
        - { id: a, recurring: "= third * £0.0015m" }
        - { id: b, recurring: "= third * £0.0015m" }
      total: { id: all }
    """

  @Test func `a computed line is rounded to the last printed place before it is added`() throws {
    // A third of £1,500 is £500 short of a whole place by 0.00005: nil, and twice nil is nil.
    let sheet = try Sheet(RoundingTests.sections, head: RoundingTests.head)
    #expect(sheet["a"] == "0.000 0.000 0.000 0.000")
    #expect(sheet["all"] == "0.000 0.000 0.000 0.000")
    #expect(sheet.gap(.required, .cumulative) == "0.000 0.000 0.000 0.000")
  }

  @Test func `half a last place goes away from zero`() throws {
    let sheet = try Sheet(
      """
      - { id: up, role: pressure, recurring: "= £0.001m / 2" }
      - { id: down, role: saving, recurring: "= -£0.001m / 2" }
      - { id: less, role: pressure, recurring: "= £0.000999999m / 2" }
      """, years: 1)
    #expect(sheet["up"] == "0.001")
    #expect(sheet["down"] == "-0.001")
    #expect(sheet["less"] == "0.000")
  }

  @Test func `rounding none keeps every place, and figures may not add as printed`() throws {
    let sheet = try Sheet(RoundingTests.sections, head: RoundingTests.head + "\nrounding: none")
    #expect(sheet["a"] == "0.000 0.000 0.000 0.000")
    #expect(sheet["all"] == "0.001 0.001 0.001 0.001")
    #expect(sheet.gap(.required, .cumulative) == "0.001 0.002 0.003 0.004")
  }

  @Test(arguments: [("none", true), ("printed", false)])
  func `the table says where printed figures do not add`(rounding: String, says: Bool) throws {
    let sheet = try Sheet(
      RoundingTests.sections, head: RoundingTests.head + "\nrounding: \(rounding)")
    let notes = Report.table(sheet.forecast).blocks.flatMap { block in
      if case .notes(let notes) = block { notes } else { [String]() }
    }
    #expect(notes.contains { $0.contains("some do not add as printed") } == says)
  }

  @Test func `a row has its own unit, decimals and rounding`() throws {
    let sheet = try Sheet(
      """
      - id: s
        role: memorandum
        lines:
          - { id: band-d, unit: £, recurring: "= £1222.43 * 1.0199" }
      - { id: exact, unit: £, figure: "= £1222.43 * 1.0199" }
      - { id: penny, unit: £, rounding: printed, figure: "= £1222.43 * 1.0199" }
      - { id: bill, unit: £, decimals: 4, figure: "= 10 * band-d - 10 * exact" }
      - { id: same, unit: £, decimals: 4, figure: "= band-d - penny" }
      """, years: 1)
    // 1222.43 × 1.0199 = 1246.756357
    #expect(sheet["band-d"] == "1246.76")
    #expect(sheet["exact"] == "1246.76")
    #expect(sheet["bill"] == "0.0364")
    #expect(sheet["same"] == "0.0000")
  }

  @Test func `a figure is not rounded unless it says so`() throws {
    let sheet = try Sheet(
      """
      - { id: exact, figure: "= £0.0004m" }
      - { id: printed, rounding: printed, figure: "= £0.0004m" }
      - { id: ten, figure: "= 10 * exact" }
      - { id: nil-ten, figure: "= 10 * printed" }
      """, years: 1)
    #expect(sheet["ten"] == "0.004")
    #expect(sheet["nil-ten"] == "0.000")
  }

  @Test func `what is delivered of a saving is rounded`() throws {
    let sheet = try Sheet(
      """
      - id: savings
        role: saving
        delivery: 75%
        lines:
          - { id: a, recurring: [-0.001, -0.002, -1.000, ~], base: -0.001 }
          - { id: b, recurring: [-1.000, ~, ~, ~], delivery: 100% }
      """)
    #expect(sheet["a"] == "-0.001 -0.002 -0.750 ~")
    #expect(sheet.base("a") == "-0.001")
    #expect(sheet["b"] == "-1.000 ~ ~ ~")
  }

  @Test func `the share delivered may be a formula of its own for each year`() throws {
    let sheet = try Sheet(
      "- { id: a, role: saving, recurring: [-2.000, -2.000, -2.000, -2.000], delivery: \"= share\" }",
      head: "assumptions:\n  share: { unit: \"%\", values: [100%, 50%, 25%, 0%] }")
    #expect(sheet["a"] == "-2.000 -1.000 -0.500 0.000")
  }
}
