import Testing

@testable import FinanceModel

@Suite struct InsertRemoveTests {
  private static let sections = """
    - id: growth
      title: Growth
      role: pressure
      lines:
        - { id: pay, recurring: [1.000, 2.000] }
        - { id: rent, base: 10.000, level: [11.000, 12.000] }
        - { id: draw, role: reserves, one-off: [(3.000), ~] }
      total: { id: all }
    - id: savings
      title: Savings
      role: saving
      delivery: 50%
      lines:
        - { id: fleet, recurring: [(1.000), (1.000)] }
      total: { id: saved }
    - { id: mirror, role: memorandum, recurring: "= -pay" }
    """

  private func with(_ changes: String) throws -> Sheet {
    try Sheet(InsertRemoveTests.sections, years: 2).with(changes)
  }

  private func order(_ sheet: Sheet) -> [String] { sheet.plan.rows.compactMap { $0.id?.name } }

  @Test func `an inserted line stands at the end of its section and is in its total`() throws {
    let sheet = try with("- { insert: { id: new, section: growth, recurring: [0.500, ~] } }")
    #expect(
      order(sheet) == ["pay", "rent", "draw", "new", "all", "fleet", "saved", "mirror"])
    // 1 + 11 - 3 + 0.5, with pay as a change and rent as a level, as the table prints them.
    #expect(sheet["all"] == "9.500 14.000")
    #expect(sheet.annual("new") == "0.500 ~")
  }

  @Test func `it stands after the line that it names, with the role of their section`() throws {
    let sheet = try with("- { insert: { id: new, after: pay, one-off: [1.000, ~] } }")
    #expect(order(sheet).prefix(3) == ["pay", "new", "rent"])
    #expect(sheet.annual("new") == "1.000 -1.000")
    #expect(sheet.plan.rows[2].line?.role == .pressure)
  }

  @Test func `a line without a section needs a role and stands last`() throws {
    let sheet = try with("- { insert: { id: new, role: income, recurring: [(1.000), ~] } }")
    #expect(order(sheet).last == "new")
    #expect(
      try Sheet(InsertRemoveTests.sections, years: 2)
        .faults("- { insert: { id: new, recurring: [(1.000), ~] } }") == ["missing-key"])
  }

  @Test func `it has the share delivered of its section, and may read rows and assumptions`() throws
  {
    let text = """
      scenario: s
      based-on: plan.yaml
      assumptions:
        share: { unit: "%", values: 20% }
      changes:
        - insert:
            - { id: one, section: savings, recurring: "= -share * pay" }
            - { id: two, section: savings, recurring: "= one", delivery: 100% }
        - { assumption: share, scale: 200%, from: 2018-19 }
      """
    let plan = try Sheet(InsertRemoveTests.sections, years: 2).plan
    let scenario = try Scenario(SourceFile(path: "s.yaml", text: text))
    let sheet = try Sheet(plan.applying(scenario))
    #expect(sheet["one"] == "-0.100 -0.400")
    #expect(sheet["two"] == "-0.100 -0.400")
    let answer = try Question(base: plan, scenarios: [scenario]).answer()
    #expect(answer.contributions.count == 2)
  }

  @Test(arguments: [
    ("insert: { id: pay, section: growth, recurring: [~, ~] }", "duplicate-id"),
    ("insert: { id: sum, section: growth, recurring: [~, ~] }", "reserved-id"),
    ("insert: { id: new, section: grwth, recurring: [~, ~] }", "unknown-name"),
    ("insert: { id: new, after: pays, recurring: [~, ~] }", "unknown-name"),
    ("insert: { id: new, after: fleet, section: growth, recurring: [~, ~] }", "conflicting-keys"),
    ("insert: { id: new, section: growth, recurring: \"= pays\" }", "unknown-name"),
    ("insert: { id: new, section: growth, recurring: [1.000] }", "too-few-figures"),
    ("insert: { id: new, section: growth }", "missing-key"),
    ("insert: []", "empty-selection"), ("insert: new", "wrong-type"),
    ("insert: { id: new, section: growth, recurring: [~, ~] }, line: pay", "conflicting-keys"),
    ("insert: { id: new, section: growth, recurring: [~, ~] }, in: 2017-18", "conflicting-keys"),
  ])
  func `a line that does not fit is refused`(change: String, code: String) throws {
    #expect(
      try Sheet(InsertRemoveTests.sections, years: 2).faults("- { \(change) }") == [code])
  }

  @Test func `a removed line has no figure in the plan's years, and what reads it has nothing`()
    throws
  {
    let sheet = try with("- { remove: pay }")
    #expect(sheet["pay"] == "~ ~")
    #expect(sheet["mirror"] == "~ ~")
    #expect(sheet.plan.rows.first { $0.id?.name == "pay" }?.isPrinted == false)
  }

  @Test func `the base year of a removed line stands`() throws {
    let sheet = try with("- { remove: rent }")
    #expect(sheet.base("rent") == "10.000")
    #expect(sheet.annual("rent") == "-10.000 ~")
    #expect(sheet.plan.rows.first { $0.id?.name == "rent" }?.isPrinted == true)
  }

  @Test func `a line is removed from a year on, and several at once`() throws {
    #expect(try with("- { remove: pay, from: 2018-19 }")["pay"] == "1.000 ~")
    let sheet = try with("- { remove: { section: growth, except: draw } }")
    #expect(["pay", "rent", "draw"].map { sheet[$0] } == ["~ ~", "~ ~", "-3.000 ~"])
    #expect(try with("- { remove: [pay, fleet] }")["fleet"] == "~ ~")
  }

  @Test func `a removed line is there for a later scenario`() throws {
    #expect(
      try with("- { remove: pay }\n- { line: pay, set: 5.000, in: 2018-19 }")["pay"] == "~ 5.000")
  }

  @Test func `published rows still point at their lines`() throws {
    let plan = try Plan(contentsOf: Wiltshire.path("plan.yaml"))
    let scenario = try Sheet.scenario(
      "- { insert: { id: new, after: council-tax, recurring: [~, ~, ~, ~] } }")
    let changed = try plan.applying(scenario)
    for (old, new) in zip(plan.published, changed.published) {
      for (before, after) in zip(old.rows, new.rows) {
        #expect(plan.rows[before.row].title == changed.rows[after.row].title)
      }
    }
    #expect(try changed.reconciled().cells.allSatisfy { $0.verdict == .exact })
  }
}
