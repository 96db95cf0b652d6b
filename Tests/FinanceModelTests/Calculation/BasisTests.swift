import Testing

@testable import FinanceModel

@Suite struct BasisTests {
  @Test(arguments: [
    ("recurring: [4.000, ~, ~, ~]", "4.000 ~ ~ ~", "4.000 4.000 4.000 4.000"),
    (
      "recurring: [4.000, 1.000, -2.000, 0.000]", "4.000 1.000 -2.000 0.000",
      "4.000 5.000 3.000 3.000"
    ),
    ("one-off: [4.000, ~, ~, ~]", "4.000 -4.000 ~ ~", "4.000 0.000 0.000 0.000"),
    (
      "one-off: [4.000, 0.000, 0.000, 0.000]", "4.000 -4.000 0.000 0.000",
      "4.000 0.000 0.000 0.000"
    ),
    ("one-off: [~, 4.000, ~, ~]", "~ 4.000 -4.000 ~", "~ 4.000 0.000 0.000"),
    (
      "one-off: [4.000, 4.000, 1.000, ~]", "4.000 0.000 -3.000 -1.000",
      "4.000 4.000 1.000 0.000"
    ),
    (
      "level: [4.000, 4.000, 4.000, 4.000], base: ~", "4.000 0.000 0.000 0.000",
      "4.000 4.000 4.000 4.000"
    ),
    (
      "level: [14.000, 15.000, 13.000, 13.000], base: 10.000", "4.000 1.000 -2.000 0.000",
      "4.000 5.000 3.000 3.000"
    ),
    ("one-off: [1.000, ~, ~, ~], base: 6.000", "-5.000 -1.000 ~ ~", "-5.000 -6.000 -6.000 -6.000"),
  ])
  func `the basis decides what a figure adds to each year`(
    line: String, annual: String, cumulative: String
  ) throws {
    let sheet = try Sheet("- { id: x, role: pressure, \(line) }")
    #expect(sheet.annual("x") == annual)
    #expect(sheet.cumulative("x") == cumulative)
    let figures = annual.replacing("~", with: "0.000")
    #expect(sheet.gap(.required) == figures)
    #expect(sheet.gap(.remaining) == figures)
  }

  @Test(arguments: [
    ("recurring: [1.000, ~, 2.000, ~], base: 10.000", "11.000 11.000 13.000 13.000"),
    ("one-off: [1.000, ~, ~, 2.000], base: 6.000", "1.000 0.000 0.000 2.000"),
    ("level: [12.000, 13.000, 11.000, 11.000], base: 10.000", "12.000 13.000 11.000 11.000"),
    ("recurring: [1.000, ~, 2.000, ~], base: 10.000, base-memo: yes", "1.000 1.000 3.000 3.000"),
    ("one-off: [1.000, ~, ~, 2.000], base: 6.000, base-memo: yes", "1.000 0.000 0.000 2.000"),
    (
      "level: [12.000, 13.000, 11.000, 11.000], base: 10.000, base-memo: yes",
      "12.000 13.000 11.000 11.000"
    ),
  ])
  func `the level is the base figure and what each year adds`(line: String, level: String) throws {
    let sheet = try Sheet(
      """
      - { id: x, role: pressure, \(line) }
      - { id: height, figure: "= level(x)" }
      """)
    #expect(sheet["height"] == level)
  }

  @Test func `a one-off drops out the next year`() throws {
    let sheet = try Sheet("- { id: grant, role: income, one-off: [-1.800, 0.000, ~, ~] }")
    #expect(sheet["grant"] == "-1.800 1.800 0.000 ~")
    #expect(sheet.gap(.required) == "-1.800 1.800 0.000 0.000")
  }

  @Test func `a one-off of the last year unwinds after the plan`() throws {
    let sheet = try Sheet("- { id: grant, role: income, one-off: [~, ~, ~, -1.800] }")
    #expect(sheet.gap(.required) == "0.000 0.000 0.000 -1.800")
    #expect(sheet.unwinding == "1.800")
  }

  @Test func `a memo base-year figure is shown and starts nothing`() throws {
    let sheet = try Sheet(
      "- { id: x, role: pressure, level: [3.000, 3.000, ~, ~], base: 9.000, base-memo: yes }")
    #expect(sheet.base("x") == "9.000")
    #expect(sheet.annual("x") == "3.000 0.000 -3.000 ~")
  }

  @Test func `a memo one-off prints its whole first figure wherever it is read`() throws {
    let sheet = try Sheet(
      """
      - id: funding
        role: funding
        lines:
          - { id: x, one-off: [-3.000, ~, ~, ~], base: -9.000, base-memo: yes }
        total: { id: all }
      - { id: twice, figure: "= x + x" }
      """)
    #expect(sheet["x"] == "-3.000 3.000 ~ ~")
    #expect(sheet["all"] == "-3.000 3.000 ~ ~")
    #expect(sheet["twice"] == "-6.000 6.000 ~ ~")
  }

  @Test func `a level line needs its base figure, or says that it starts from nothing`() throws {
    let line = "- { id: x, role: cost, level: [1.000, 1.000, 1.000, 1.000]"
    #expect(Sheet.faults(line + " }") == ["base-missing"])
    #expect(try Sheet(line + ", base: ~ }")["x"] == "1.000 1.000 1.000 1.000")
    #expect(try Sheet(line + " }", base: nil).gap(.required) == "1.000 0.000 0.000 0.000")
  }

  @Test(arguments: [
    ("one-off: [-6.000, ~, ~, ~]", "-6.000 6.000 0.000 0.000", "0.000 0.000 0.000 0.000"),
    ("recurring: [-6.000, 6.000, ~, ~]", "-6.000 6.000 0.000 0.000", "0.000 0.000 0.000 0.000"),
    ("recurring: [-6.000, ~, ~, ~]", "-6.000 0.000 0.000 0.000", "0.000 0.000 0.000 0.000"),
    (
      "level: [-6.000, -2.000, ~, ~], base: ~", "-6.000 4.000 2.000 0.000",
      "0.000 0.000 0.000 0.000"
    ),
  ])
  func `reserves are one-off money however they are typed`(
    line: String, required: String, structural: String
  ) throws {
    let sheet = try Sheet("- { id: reserves, role: reserves, \(line) }")
    #expect(sheet.gap(.required) == required)
    #expect(sheet.gap(.beforeReserves) == "0.000 0.000 0.000 0.000")
    #expect(sheet.gap(.structural, .cumulative) == structural)
  }

  @Test func `reserves used every year unwind by the last year's amount`() throws {
    let sheet = try Sheet("- { id: reserves, role: reserves, recurring: [-6.000, 2.000, ~, ~] }")
    #expect(sheet.unwinding == "4.000")
  }

  @Test func `a table of changes prints what a one-off adds, a table of levels its amount`() throws
  {
    let lines = "- { id: x, one-off: [4.000, ~, ~, ~] }"
    func section(_ keys: String, _ more: String = "") throws -> String {
      try Sheet("- id: s\n  role: pressure\n\(keys)  lines:\n    \(lines)\n\(more)")["x"]
    }
    let level = "level: [1.000, 1.000, 1.000, 1.000], base: ~ }"
    #expect(try section("") == "4.000 -4.000 ~ ~")
    #expect(try section("  shows: levels\n") == "4.000 ~ ~ ~")
    #expect(try section("", "    - { id: y, \(level)") == "4.000 ~ ~ ~")
    #expect(try section("", "- { id: y, role: cost, \(level)") == "4.000 ~ ~ ~")
    #expect(try section("  shows: changes\n", "    - { id: y, \(level)") == "4.000 -4.000 ~ ~")
  }

  @Test func `a one-off outside sections prints as the rest of the plan does`() throws {
    let oneOff = "- { id: x, role: pressure, one-off: [4.000, ~, ~, ~] }\n"
    let level = "- { id: y, role: cost, level: [1.000, 1.000, 1.000, 1.000], base: ~ }"
    #expect(try Sheet(oneOff)["x"] == "4.000 -4.000 ~ ~")
    #expect(try Sheet(oneOff + level)["x"] == "4.000 ~ ~ ~")
  }

  @Test func `without a base year a one-off starts from nothing, also in totals`() throws {
    let sheet = try Sheet(
      """
      - id: s
        role: pressure
        lines:
          - { id: first, one-off: [9.000, 9.000, 9.000, 9.000] }
          - { id: x, one-off: [4.000, ~, ~, ~] }
        total: { id: all }
      """, base: nil)
    #expect(sheet["x"] == "4.000 -4.000 ~ ~")
    #expect(sheet["all"] == "13.000 -4.000 0.000 0.000")
    #expect(sheet.gap(.required) == "13.000 -4.000 0.000 0.000")
  }
}
