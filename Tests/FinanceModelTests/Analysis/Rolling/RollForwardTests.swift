import Testing

@testable import FinanceModel

@Suite struct RollForwardTests {
  // MARK: Wiltshire

  @Test(arguments: ["plan", "driven"])
  func `Wiltshire's plan keeps what the later years need`(name: String) throws {
    let rolled = try Rolled(project: "Scenarios/wiltshire-2017/\(name).yaml")
    let sheet = try rolled.new
    #expect(rolled.roll.new.plan.years.base?.description == "2017-18")
    #expect(rolled.roll.new.plan.years.years.map(\.description).last == "2021-22")
    #expect(sheet.gap(.required).hasPrefix("19.198 11.640 14.089 "))
    #expect(sheet.gap(.remaining).hasPrefix("0.000 0.000 0.000 "))
    #expect(sheet.gap(.structural, .cumulative).hasPrefix("0.000 0.000 0.000 "))
    #expect(rolled.roll.held.isEmpty)
    #expect(rolled.roll.text.contains("# £6m of reserves used in one year"))
    #expect(!rolled.roll.text.contains("published:"))
    #expect(!rolled.roll.text.contains("claims:"))
    #expect(!rolled.roll.text.contains("# Row 2 of the table"))
  }

  @Test func `Wiltshire's reserves unwind in the first year and are dropped by the next roll`()
    throws
  {
    let once = try Rolled(project: "Scenarios/wiltshire-2017/plan.yaml")
    #expect(
      once["rural-reserves"]
        == "{ id: rural-reserves, title: Use of Rural Reserves, role: reserves, base: (6.000), "
        + "one-off: [~, ~, ~, ~] }")
    let twice = try once.again()
    #expect(
      twice["rural-reserves"]
        == "{ id: rural-reserves, title: Use of Rural Reserves, role: reserves, "
        + "one-off: [~, ~, ~, ~] }")
    #expect(try twice.new.gap(.required) == "11.640 14.089 0.000 0.000")
    #expect(once.roll.oneOffs.map(\.id.name) == ["asc-support-grant", "rural-reserves"])
    #expect(once.roll.oneOffs.map(\.dropped) == [.blank, .blank])
    #expect(twice.roll.oneOffs.map(\.kept.figure?.trillionths) == [0, nil])
  }

  @Test func `the figure of a year that is gone takes the place of the formula that read it`()
    throws
  {
    let rolled = try Rolled(project: "Scenarios/wiltshire-2017/driven.yaml")
    #expect(
      rolled.roll.replaced
        == [RollForward.Replaced(part: "base(social-care-levy)", amount: "(-£4.322m)")])
    let before = try rolled.new
    let after = try rolled.again().new
    #expect(before.annual("social-care-levy").hasPrefix("-6.985 0.000 0.000"))
    #expect(after.annual("base-growth").hasPrefix("-2.374 -2.445"))
  }

  // MARK: Lines

  @Test(arguments: [
    ("base: 4.000, recurring: [1.000, (2.000), ~]", "base: 5.000, recurring: [(2.000), ~, ~]"),
    ("recurring: [1.000, 2.000, 3.000]", "base: 1.000, recurring: [2.000, 3.000, ~]"),
    ("recurring: [~, 2.000, 3.000]", "recurring: [2.000, 3.000, ~]"),
    ("base: 4.000, recurring: [~, ~, ~]", "base: 4.000, recurring: [~, ~, ~]"),
    ("base: \"-\", recurring: [~, 1.000, ~]", "base: \"-\", recurring: [1.000, ~, ~]"),
    ("one-off: [1.000, ~, 3.000]", "base: 1.000, one-off: [~, 3.000, ~]"),
    ("base: 5.000, one-off: [~, 1.000, ~]", "one-off: [1.000, ~, ~]"),
    ("base: 5.000, level: [6.000, 7.000, tbc]", "base: 6.000, level: [7.000, tbc, tbc]"),
    ("base: ~, level: [~, 7.000, 8.000]", "base: ~, level: [7.000, 8.000, 8.000]"),
    (
      "base: 5.000, base-memo: yes, level: [6.000, 7.000, 8.000]",
      "base: 6.000, level: [7.000, 8.000, 8.000]"
    ),
    (
      "base: 5.000, base-memo: yes, recurring: [6.000, 7.000, 8.000]",
      "base: 6.000, recurring: [7.000, 8.000, ~]"
    ),
    (
      "recurring: { 2017-18: 1.000, 2018-19: 2.000, 2019-20: 3.000 }",
      "base: 1.000, recurring: { 2018-19: 2.000, 2019-20: 3.000, 2020-21: ~ }"
    ),
    ("recurring: \"= £2m\"", "base: 2.000, recurring: \"= £2m\""),
    ("recurring: [1.000], then: \"= £2m\"", "base: 1.000, recurring: \"= £2m\""),
    ("recurring: [1.000, ~], then: \"= £2m\"", "base: 1.000, recurring: [~], then: \"= £2m\""),
    (
      "base: 1.000, level: [1.000, 2.000, \"= £3m\"]",
      "base: 1.000, level: [2.000, \"= £3m\", \"= £3m\"]"
    ),
    ("recurring: [£1.5m, £(2)m, 3]", "base: 1.500, recurring: [£(2)m, 3, ~]"),
    (
      "delivery: 50%, recurring: [1.000, 2.000, 3.000]",
      "delivery: 50%, base: 0.500, recurring: [2.000, 3.000, ~]"
    ),
    (
      "full-year: 1.200, starts: October 2017",
      "base: 0.600, full-year: 1.200, starts: October 2017"
    ),
    ("full-year: 1.200, starts: October 2019", "full-year: 1.200, starts: October 2019"),
    ("full-year: 1.200, starts: October 2016", "base: 0.600, recurring: [~, ~, ~]"),
    (
      "full-year: [~, 1.000, 0.100], starts: October",
      "full-year: [1.000, 0.100, ~], starts: October"
    ),
    (
      "full-year: [1.000, 0.500, 0.100], starts: October",
      "base: 0.500, recurring: [0.750, 0.300, 0.050]"
    ),
    (
      "text: { 2016-17: x, 2017-18: y, 2018-19: z }, recurring: [~, ~, ~]",
      "text: { 2017-18: y, 2018-19: z }, recurring: [~, ~, ~]"
    ),
    ("text: { 2016-17: x }, recurring: [~, ~, ~]", "recurring: [~, ~, ~]"),
    (
      "funding: final, recurring: [~, ~, ~]",
      "funding: [final, final, assumed], recurring: [~, ~, ~]"
    ),
    (
      "funding: [final, provisional, ~], recurring: [~, ~, ~]",
      "funding: [provisional, ~, assumed], recurring: [~, ~, ~]"
    ),
    (
      "funding: { 2017-18: final, 2018-19: provisional }, recurring: [~, ~, ~]",
      "funding: { 2018-19: provisional, 2020-21: assumed }, recurring: [~, ~, ~]"
    ),
    ("ends: 2016-17, recurring: [~, ~, ~]", "recurring: [~, ~, ~]"),
    (
      "funding: final, ends: 2018-19, recurring: [~, ~, ~]",
      "funding: [final, final, ~], ends: 2018-19, recurring: [~, ~, ~]"
    ),
    (
      "ends: 2019-20, base: 1.000, level: [1.000, 1.000, 1.000]",
      "ends: 2019-20, base: 1.000, level: [1.000, 1.000, ~]"
    ),
  ])
  func `a line moves on`(old: String, new: String) throws {
    let rolled = try Rolled(
      "- { id: s, role: pressure, lines: [] }\n- { id: x, role: funding, \(old) }")
    #expect(rolled["x"] == "{ id: x, role: funding, \(new) }")
  }

  @Test
  func `a full-year effect that cannot be kept is said, and its rest counts what is delivered`()
    throws
  {
    let rolled = try Rolled(
      """
      - { id: s, role: pressure, lines: [] }
      - { id: x, role: saving, delivery: 80%, full-year: [1, 1, 0.360], starts: October }
      - { id: y, role: saving, delivery: 80%, full-year: 0.360, starts: October 2019 }
      """)
    #expect(rolled.roll.assumed.filter { $0.rule == .fullYear }.map(\.value) == ["0.144", "0.144"])
    #expect(rolled.roll.notes.count { $0.hasPrefix("'x' is written out by year") } == 1)
    #expect(!rolled.roll.notes.contains { $0.hasPrefix("'y'") })
  }

  @Test func `a roll takes the comments of the roll before away`() throws {
    let comments = RollComments(
      years: try #require(
        RolledYears(
          Sheet.plan(
            "- { id: s, role: pressure, lines: [] }", years: 3
          ).years)))
    let held = " as it was: its formula would give another figure now."
    #expect(comments.kept("# 2017-18\(held)") == nil)
    #expect(comments.kept("# 2017-18, 2018-19\(held)") == "# 2018-19\(held)")
    #expect(comments.kept("# mine") == "# mine")
    let twice = try Rolled("- { id: s, role: pressure, lines: [] }").again()
    let heads = twice.roll.text.split(separator: "\n").filter { $0.hasPrefix("#") }
    #expect(
      heads == [
        "# Rolled forward from plan.yaml: 2018-19 is now the base year.",
        "# 2021-22 is assumed until somebody says otherwise.",
      ])
  }

  @Test func `a line that is no money stands still`() throws {
    let rolled = try Rolled(
      "- { id: x, role: memorandum, unit: number, base: 9, recurring: [10, 11, 12] }")
    #expect(
      rolled["x"]
        == "{ id: x, role: memorandum, unit: number, base: 10.00, recurring: [11, 12, 12] }")
  }

  @Test func `the gap carried in is not carried in once more`() throws {
    let rolled = try Rolled(
      "- { id: x, role: pressure, carried-gap: yes, recurring: [4.000, ~, ~] }")
    #expect(rolled["x"] == "{ id: x, role: pressure, base: 4.000, recurring: [~, ~, ~] }")
    #expect(rolled.roll.leftOut == ["the mark of 'x' as the gap carried in"])
    #expect(rolled.roll.movement?.wrongCarriedGap == nil)
  }

  @Test(arguments: [
    ("2018-19", []),
    ("2019-20", ["'x' ends in 2019-20: what stops in 2020-21 is not in its figures"]),
  ])
  func `money that ends in the last year is left to the reader`(
    ends: String, notes: [String]
  ) throws {
    let rolled = try Rolled(
      "- { id: x, role: funding, ends: \(ends), base: (1.000), recurring: [~, ~, ~] }")
    #expect(rolled["x"].contains("ends: \(ends)"))
    #expect(rolled.roll.notes == notes)
  }

  @Test func `lines from a table become a list of rows`() throws {
    let rolled = try Rolled(
      """
      - id: savings
        role: saving
        basis: one-off
        lines: |
          id | title | base | basis | 2017-18 | 2018-19 | 2019-20
          fleet | Fleet, vans | | recurring | (1.000) | (2.000) | -
          sale | Sale | | | 3.000 | | 1.000
      """)
    #expect(
      rolled.roll.text.hasSuffix(
        """
          - id: savings
            role: saving
            lines:
              - { id: fleet, title: "Fleet, vans", base: (1.000), recurring: [(2.000), "-", ~] }
              - { id: sale, title: Sale, base: 3.000, one-off: [~, 1.000, ~] }

        """))
    #expect(try rolled.new.annual("sale") == "-3.000 1.000 -1.000")
  }

  @Test func `what is still to be confirmed stays so`() throws {
    let rolled = try Rolled("- { id: x, role: funding, recurring: [tbc, tbc, 1.000] }")
    #expect(rolled["x"] == "{ id: x, role: funding, base: tbc, recurring: [tbc, 1.000, ~] }")
  }

  // MARK: Years

  @Test func `a plan without a base year gets one`() throws {
    let rolled = try Rolled("- { id: x, role: cost, level: [5.000, 6.000, 7.000] }", base: nil)
    #expect(rolled.head.contains("base-year: 2017-18"))
    let page = Report.roll(rolled.roll).rendered(as: .markdown)
    #expect(page.contains("The plan had no base year and now has 2017-18; 2020-21 is added."))
    #expect(rolled["x"] == "{ id: x, role: cost, base: 5.000, level: [6.000, 7.000, 7.000] }")
    #expect(try rolled.new.gap(.remaining, .cumulative) == "6.000 7.000 7.000")
  }

  @Test func `several base years stay as many`() throws {
    let rolled = try Rolled(
      "- { id: x, role: cost, base: [3.000, 4.000], level: [5.000, 6.000, 7.000] }\n"
        + "- { id: y, role: cost, base: 4.000, recurring: [1.000, ~, ~] }\n"
        + "- { id: z, role: cost, recurring: [1.000, ~, ~] }",
      base: "base-years: [2015-16, 2016-17]")
    #expect(rolled.head.contains("base-years: [2016-17, 2017-18]"))
    #expect(
      rolled["x"] == "{ id: x, role: cost, base: [4.000, 5.000], level: [6.000, 7.000, 7.000] }")
    #expect(rolled["y"] == "{ id: y, role: cost, base: [4.000, 5.000], recurring: [~, ~, ~] }")
    #expect(rolled["z"] == "{ id: z, role: cost, base: 1.000, recurring: [~, ~, ~] }")
  }

  @Test func `a plan of one year becomes a plan of the next`() throws {
    let rolled = try Rolled("- { id: x, role: cost, base: 4.000, level: [5.000] }", years: 1)
    #expect(rolled.head.contains("years: [2018-19]"))
    #expect(rolled["x"] == "{ id: x, role: cost, base: 5.000, level: [5.000] }")
    #expect(try rolled.again().head.contains("years: [2019-20]"))
    #expect(rolled.roll.movement == nil)
    #expect(Report.roll(rolled.roll).rendered(as: .markdown).contains("No year is in both plans"))
  }

  @Test(arguments: [
    ("2.000, ~, ~", "base-gap: 2.000"), ("~, ~, ~", "none"),
  ])
  func `the cumulative gap goes on where it was`(figures: String, written: String) throws {
    let rolled = try Rolled("- { id: x, role: pressure, recurring: [\(figures)] }")
    let found = rolled.head.first { $0.hasPrefix("base-gap") } ?? "none"
    #expect(found == written)
    let old = try Sheet(rolled.roll.old.plan).gap(.remaining, .cumulative).split(separator: " ")
    let new = try rolled.new.gap(.remaining, .cumulative).split(separator: " ")
    #expect(old.dropFirst() == new.dropLast())
  }

  @Test func `the gap of whole budgets needs no stating`() throws {
    let rolled = try Rolled("- { id: x, role: cost, base: 4.000, level: [5.000, 6.000, 6.000] }")
    #expect(!rolled.head.contains { $0.hasPrefix("base-gap") })
    #expect(try rolled.new.gap(.remaining, .cumulative) == "6.000 6.000 6.000")
  }

  // MARK: What cannot be rolled

  @Test func `what cannot be rolled says why`() {
    let line = "sections: [{ id: x, role: cost, recurring: [1.000] }]"
    #expect(
      Rolled.fault("{ plan: a, title: A, unit: £m, years: [2198-99], \(line) }")
        == "bad-year: no year can follow 2198-99")
    #expect(
      Rolled.fault("{ plan: a, title: A, unit: £m, tables: [] }")
        == "missing-key: a plan without years cannot be rolled")
    #expect(
      Rolled.fault("{ scenario: a, based-on: plan.yaml }")
        == "wrong-type: a scenario cannot be rolled")
  }
}
