import Testing

@testable import FinanceModel

@Suite struct RollFormulaTests {
  // MARK: Formulas that read a year before the plan

  @Test(arguments: [
    ("base(x) * 2", "£4.000m * 2"),
    ("at(x, 2016-17) * 2", "£4.000m * 2"),
    ("at(x, 2017/18) + £1m", "£1.000m + £1m"),
    ("base(lost)", "(-£3.000m)"),
    ("£1m + base(lost) * 2", "£1m - £3.000m * 2"),
    ("£1m - base(lost)", "£1m - (-£3.000m)"),
    ("base(kept)", "base(kept)"),
    ("at(x, 2018-19)", "at(x, 2018-19)"),
    ("at(growth, 2016-17) * £1m", "0.01 * £1m"),
    ("at(none, 2016-17) + £1m", "0 + £1m"),
    ("min(at(required, 2017-18), £9m)", "min(£1.000m, £9m)"),
  ])
  func `a part of a formula that reads a year before the plan becomes its amount`(
    old: String, new: String
  ) throws {
    let rolled = try Rolled(
      """
      - { id: x, role: memorandum, base: 4.000, recurring: [1.000, 2.000, 3.000] }
      - { id: lost, role: memorandum, base: (3.000), recurring: [1.000, 2.000, 3.000] }
      - { id: kept, role: memorandum, base: 4.000, recurring: [~, 2.000, 3.000] }
      - { id: none, role: memorandum, recurring: [~, 2.000, 3.000] }
      - { id: need, role: pressure, recurring: [1.000, ~, ~] }
      - { id: y, role: memorandum, recurring: "= \(old)" }
      """,
      head: "assumptions: { growth: { unit: \"%\", base: 1%, values: [2%, 3%, 4%] } }")
    #expect(rolled["y"].contains("recurring: \"= \(new)\""), "\(rolled["y"])")
    #expect(rolled.roll.held.isEmpty)
  }

  // MARK: Figures that are held

  @Test func `a formula that would give another figure holds the one it had`() throws {
    // The base of 'x' is now 11, and a year earlier is its level and no longer its change.
    let rolled = try Rolled(
      "- { id: x, role: cost, base: 10.000, recurring: [1.000], then: \"= previous(x) * 2\" }")
    #expect(
      rolled["x"]
        == "{ id: x, role: cost, base: 11.000, recurring: [2.000], then: \"= previous(x) * 2\" }")
    #expect(rolled.roll.text.contains("# 2018-19 as it was: its formula would give another"))
    #expect(rolled.roll.held.map(\.years.description) == ["[2018-19]"])
    #expect(try rolled.new.annual("x") == "2.000 4.000 8.000")
  }

  @Test func `only the line at fault is held and not what reads it`() throws {
    let rolled = try Rolled(
      """
      - { id: y, role: cost, recurring: "= x + £1m" }
      - { id: x, role: cost, base: 10.000, recurring: [1.000], then: "= previous(x) * 2" }
      """)
    #expect(rolled.roll.held.map(\.id.name) == ["x"])
  }

  @Test func `a share delivered that would be another is written out`() throws {
    let rolled = try Rolled(
      """
      - { id: x, role: cost, base: 10.000, recurring: [1.000, 2.000, 3.000] }
      - { id: y, role: saving, delivery: "= previous(x) / total(x)", recurring: [~, 2.000, 3.000] }
      """)
    #expect(try rolled.new.annual("y") == "0.333 1.000 ~")
    #expect(rolled["y"].contains("delivery: 100%"))
  }

  @Test func `a total over the plan that would need itself is held`() throws {
    let rolled = try Rolled(
      """
      - { id: y, role: cost, recurring: [1.000, 3.000, "= total(z) / 2"] }
      - { id: z, role: cost, recurring: [1.000, 2.000], then: "= previous(y)" }
      """)
    #expect(try Sheet(rolled.roll.old.plan).annual("y") == "1.000 3.000 3.000")
    #expect(rolled["y"] == "{ id: y, role: cost, base: 1.000, recurring: [3.000, 3.000, ~] }")
    #expect(try rolled.new.annual("z") == "2.000 3.000 3.000")
  }

  // MARK: Figures

  @Test(arguments: [
    ("base: 5.000, figure: [6.000, 7.000, 8.000]", "base: 6.000, figure: [7.000, 8.000, 8.000]"),
    (
      "figure: [6.000, 7.000], then: \"= previous(f)\"",
      "base: 6.000, figure: [7.000], then: \"= previous(f)\""
    ),
    ("figure: [6.000], then: \"= previous(f)\"", "base: 6.000, figure: \"= previous(f)\""),
    ("base: 5.000, figure: \"= previous(f) + x\"", "base: 6.000, figure: \"= previous(f) + x\""),
    ("base: ~, figure: \"= x\"", "base: ~, figure: \"= x\""),
    ("figure: \"= 2 * x\"", "figure: \"= 2 * x\""),
  ])
  func `a figure moves on`(old: String, new: String) throws {
    let rolled = try Rolled(
      "- { id: x, role: cost, recurring: [1.000, 2.000, 3.000] }\n- { id: f, \(old) }")
    #expect(rolled["f"] == "{ id: f, \(new) }")
  }

  @Test func `a total with a base of its own grows by what its lines add`() throws {
    let rolled = try Rolled(
      """
      - id: s
        role: cost
        lines: [{ id: x, recurring: [1.000, 2.000, 3.000] }]
        total: { id: t, base: 10.000 }
      - id: r
        role: cost
        lines: [{ id: y, recurring: [1.000, 2.000, 3.000] }]
        total: { id: u, base: ~ }
      """)
    #expect(rolled.roll.text.contains("total: { id: t, base: 11.000 }"))
    #expect(rolled.roll.text.contains("total: { id: u, base: ~ }"))
  }

  // MARK: Assumptions

  @Test(arguments: [
    (
      "values: [1%, 2%, 3%], source: OBR",
      "base: 1%, values: [2%, 3%, 3%], source: "
        + "\"OBR; 2020-21 assumed: the value of 2019-20 repeated\"", RollForward.Rule.last
    ),
    (
      "values: [1%, 2%, 3%], extends: last",
      "base: 1%, values: [2%, 3%, 3%], extends: last, source: "
        + "\"2020-21 assumed: the value of 2019-20 repeated\"", .last
    ),
    (
      "values: [1%, 2%, 3%], extends: blank, source: ~",
      "base: 1%, values: [2%, 3%, ~], extends: blank, source: \"2020-21 assumed: left blank\"",
      .blank
    ),
    (
      "values: [1%, 2%, 3%], extends: 2.5%",
      "base: 1%, values: [2%, 3%, 2.5%], extends: 2.5%, source: \"2020-21 assumed: 2.5%\"",
      .amount
    ),
    ("values: 2%", "base: 2%, values: 2%", .constant),
    (
      "values: 2%, extends: 3%",
      "base: 2%, values: [2%, 2%, 3%], extends: 3%, source: \"2020-21 assumed: 3%\"", .amount
    ),
    (
      "base: 9%, values: [~, 2%, 3%], extends: 1",
      "base: ~, values: [2%, 3%, 1], extends: 1, source: \"2020-21 assumed: 1\"", .amount
    ),
    (
      "values: { 2017-18: 1%, 2018-19: 2%, 2019-20: 3% }, extends: blank",
      "base: 1%, values: { 2018-19: 2%, 2019-20: 3%, 2020-21: ~ }, extends: blank, source: "
        + "\"2020-21 assumed: left blank\"", .blank
    ),
  ])
  func `an assumption moves on by its own rule`(
    old: String, new: String, rule: RollForward.Rule
  ) throws {
    let rolled = try Rolled(
      "- { id: x, role: cost, recurring: [1.000, 2.000, 3.000] }",
      head: "assumptions:\n  growth: { unit: \"%\", \(old) }")
    #expect(rolled["growth"] == "growth: { unit: \"%\", \(new) }")
    #expect(rolled.rule("growth") == rule)
  }

  @Test func `a line whose assumption is left blank is blank too`() throws {
    let rolled = try Rolled(
      "- { id: x, role: cost, recurring: \"= growth * £1m\" }",
      head: "assumptions: { growth: { unit: \"%\", values: [1%, 2%, 3%], extends: blank } }")
    #expect(rolled.rule("x") == .noValue)
    #expect(rolled["x"].contains("recurring: [\"= growth * £1m\", \"= growth * £1m\", ~]"))
  }

  @Test func `a line whose formula has no value in the added year is blank there`() throws {
    let rolled = try Rolled(
      "- { id: x, role: cost, recurring: [1.000, \"= £1m / parts\"], then: \"= £1m / parts\" }",
      head: "assumptions: { parts: { values: [1, 2, 4], extends: 0 } }")
    #expect(rolled.rule("x") == .noValue)
    #expect(try rolled.new.annual("x") == "0.500 0.250 ~")
    #expect(rolled.roll.held.isEmpty)
  }

  @Test func `a figure that would have no value in a year of both is held`() throws {
    // A year earlier it reads the base, which is nil, and no longer the change.
    let rolled = try Rolled(
      """
      - { id: x, role: cost, base: (1.000), recurring: [1.000, 2.000, 4.000] }
      - { id: f, unit: number, base: 1, figure: [1], then: "= x / previous(x)" }
      """)
    #expect(try rolled.new["f"] == "2.00 2.00 ~")
    #expect(rolled.roll.held.map(\.id.name) == ["f"])
  }

  @Test func `an assumption that cannot be left blank says so`() {
    let text = Sheet.text(
      "- { id: x, role: cost, delivery: \"= share\", recurring: [1.000, 2.000, 3.000] }",
      head: "assumptions: { share: { unit: \"%\", values: [1%, 2%, 3%], extends: blank } }",
      years: 3)
    #expect(
      Rolled.fault(text)
        == "assumption-without-value: 'share' is left blank in 2020-21, where the plan needs it")
  }

  // MARK: What belongs to the old table

  @Test func `checks of years that are gone are left out`() throws {
    let rolled = try Rolled(
      "- { id: x, role: cost, base: 1.000, recurring: [1.000, 2.000, 3.000] }",
      head: """
        checks:
          - { id: now, holds: "at(x, 2017-18) = £1m" }
          - { id: then, holds: "x >= £0m", in: [2017-18] }
          - { id: both, holds: "x >= £0m", in: [2017-18, 2018-19] }
          - { id: always, holds: "x >= £0m" }
        """)
    #expect(
      rolled.roll.leftOut
        == ["now", "then"].map { "the check '\($0)', which is of 2017-18 or before" })
    #expect(rolled.roll.text.contains("- { id: both, holds: \"x >= £0m\", in: [2018-19] }"))
    #expect(rolled.roll.text.contains("- { id: always, holds: \"x >= £0m\" }"))
  }
}
