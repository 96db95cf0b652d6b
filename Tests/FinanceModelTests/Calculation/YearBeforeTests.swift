import Testing

@testable import FinanceModel

@Suite struct YearBeforeTests {
  private static let balance = """
    - { id: opening, figure: "= previous(closing)", base: ~ }
    - { id: used, role: reserves, recurring: [-2.000, 1.000, 1.000, ~] }
    - { id: closing, figure: "= opening + level(used)", base: 10.000 }
    """

  @Test func `an opening balance is last year's closing, and no cycle`() throws {
    let sheet = try Sheet(YearBeforeTests.balance)
    #expect(sheet["opening"] == "10.000 8.000 7.000 7.000")
    #expect(sheet["closing"] == "8.000 7.000 7.000 7.000")
  }

  @Test func `the first year looks into the base year`() throws {
    let sheet = try Sheet(
      """
      - { id: x, role: pressure, base: 5.000, recurring: [1.000, 2.000, ~, ~] }
      - { id: before, figure: "= previous(x)" }
      - { id: height-before, figure: "= previous(level(x))" }
      """)
    #expect(sheet["before"] == "5.000 1.000 2.000 ~")
    #expect(sheet["height-before"] == "5.000 6.000 8.000 8.000")
  }

  @Test func `without a base year the first year needs a default`() throws {
    let line = "- { id: x, role: pressure, recurring: [1.000, 2.000, ~, ~] }\n"
    #expect(
      Sheet.faults(line + "- { id: before, figure: \"= previous(x)\" }", base: nil)
        == ["no-previous-year"])
    let sheet = try Sheet(line + "- { id: before, figure: \"= previous(x, £9m)\" }", base: nil)
    #expect(sheet["before"] == "9.000 1.000 2.000 ~")
  }

  @Test func `the default also stands for a base-year figure that is not there`() throws {
    let sheet = try Sheet(
      """
      - { id: x, role: pressure, recurring: [1.000, ~, ~, ~] }
      - { id: before, figure: "= previous(x, £9m)" }
      """)
    #expect(sheet["before"] == "9.000 1.000 ~ ~")
  }

  @Test func `previous can hold an expression, and another previous`() throws {
    let sheet = try Sheet(
      """
      - { id: x, role: pressure, base: 5.000, recurring: [1.000, 2.000, 3.000, 4.000] }
      - { id: sum-before, figure: "= previous(x + £1m)" }
      - { id: two-before, figure: ["= x", "= previous(previous(x))"], then: "= previous(previous(x))" }
      """)
    #expect(sheet["sum-before"] == "6.000 2.000 3.000 4.000")
    #expect(sheet["two-before"] == "1.000 5.000 1.000 2.000")
  }

  @Test func `base is the base-year figure in every year`() throws {
    let x = "- { id: x, role: pressure, recurring: [1.000, ~, ~, ~]"
    let sheet = try Sheet(x + ", base: 5.000 }\n- { id: f, figure: \"= base(x)\" }")
    #expect(sheet["f"] == "5.000 5.000 5.000 5.000")
    #expect(
      Sheet.faults(x + " }\n- { id: f, figure: \"= base(x)\" }", base: nil)
        == ["no-previous-year"])
  }

  @Test func `figures compute in the base-year column where their inputs have figures`() throws {
    let sheet = try Sheet(
      """
      - { id: x, role: pressure, base: 5.000, recurring: [1.000, ~, ~, ~] }
      - { id: y, role: pressure, recurring: [1.000, ~, ~, ~] }
      - { id: with, figure: "= 2 * x" }
      - { id: without, figure: "= 2 * y" }
      - { id: ratio, unit: number, figure: ["= x / y", ~, ~, ~] }
      - { id: divided, unit: number, figure: "= if(y = 0, 1, x / y)" }
      - { id: hidden, figure: "= 2 * x", base: ~ }
      - { id: typed, figure: "= 2 * x", base: 7.000 }
      """)
    #expect(sheet.base("with") == "10.000")
    #expect(sheet.base("without") == "~")
    #expect(sheet.base("ratio") == "~")
    #expect(sheet.base("divided") == "1.00")
    #expect(sheet.base("hidden") == "~")
    #expect(sheet.base("typed") == "7.000")
  }

  @Test func `with several base years the last is the base`() throws {
    let sheet = try Sheet(
      """
      - id: s
        role: pressure
        lines:
          - { id: x, base: [3.000, 5.000], recurring: [1.000, 2.000] }
          - { id: y, base: 4.000, one-off: [1.000, ~] }
        total: { id: all }
      - { id: before, figure: "= previous(x)" }
      - { id: height, figure: "= level(x)" }
      - { id: early, figure: "= at(x, 2015-16)" }
      """, base: "base-years: [2015-16, 2016-17]", years: 2)
    #expect(sheet.base("all") == "3.000 9.000")
    #expect(sheet["all"] == "-2.000 1.000")
    #expect(sheet["before"] == "5.000 1.000")
    #expect(sheet.base("before") == "~ 3.000")
    #expect(sheet["height"] == "6.000 8.000")
    #expect(sheet.base("height") == "3.000 5.000")
    #expect(sheet["early"] == "3.000 3.000")
  }

  @Test func `a plan needs no base year`() throws {
    let sheet = try Sheet(
      """
      - { id: x, role: pressure, recurring: [1.000, 2.000] }
      - { id: height, figure: "= level(x)" }
      """, base: nil, years: 2)
    #expect(sheet["height"] == "1.000 3.000")
    #expect(sheet.gap(.required, .cumulative) == "1.000 3.000")
  }

  @Test func `a profile may go on from figures by formula`() throws {
    let sheet = try Sheet(
      "- { id: x, role: pressure, recurring: [0.570], then: \"= previous(x) * 1.1\" }")
    #expect(sheet["x"] == "0.570 0.627 0.690 0.759")
  }
}
