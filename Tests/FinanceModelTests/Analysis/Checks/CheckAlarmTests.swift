import Testing

@testable import FinanceModel

/// What a rule finds beside its example, and what looks like it and is sound.
@Suite struct CheckAlarmTests {
  /// The rules that find something in a plan of four years with a source, each once.
  private func rules(_ sections: String, head: String = "") throws -> [String] {
    let plan = try Sheet.plan(sections, head: "source: Cabinet\n" + head)
    let found = Set(try CheckResult(plan).findings.map(\.rule.id))
    return CheckRule.all.map(\.id).filter(found.contains)
  }

  /// A section with one line of its own and the total that adds it.
  private func rules(role: String, _ line: String) throws -> [String] {
    try rules(
      """
      - id: block
        role: \(role)
        total: { id: all }
        lines:
          - { id: line, \(line) }
      """)
  }

  @Test(arguments: [
    "title: One-off grant, recurring: [1.000, ~, ~, ~]",
    "title: Elections, note: one off, recurring: [~, 1.000, ~, ~]",
    "title: Transfer from reserves, recurring: [(1.000), ~, ~, ~]",
    "title: Draw, role: reserves, recurring: [(1.000), 0.400, ~, ~]",
    "title: Non-recurring costs, recurring: [1.000, ~, (0.500), ~]",
  ])
  func `one-off money that stays is found by its role, its title or its note`(line: String) throws {
    #expect(try rules(role: "pressure", line).contains("one-off-not-unwound"))
  }

  @Test(arguments: [
    // It is one-off, or unwound by hand, or unwinds after the plan.
    "title: One-off costs, one-off: [1.000, ~, ~, ~]",
    "title: One-off costs, recurring: [1.000, (1.000), ~, ~]",
    "title: One-off costs, recurring: [1.000, 1.000, ~, (2.000)]",
    "title: One-off costs, recurring: [~, ~, ~, 1.000]",
    "title: One-off costs, recurring: [1.000, (1.000), ~, 0.300]",
    // Last year's one-off, unwound.
    "title: One-off costs, base: 1.000, recurring: [(1.000), ~, ~, ~]",
    "title: Removal of one-off growth, recurring: [1.000, ~, ~, ~]",
    // No use of reserves, and no one-off.
    "title: Contribution to reserves, recurring: [1.000, ~, ~, ~]",
    "title: One office fewer, recurring: [1.000, ~, ~, ~]",
    "title: One-off costs, role: memorandum, recurring: [1.000, ~, ~, ~]",
  ])
  func `one-off money that ends, and money that is not one-off, is not found`(line: String) throws {
    #expect(try !rules(role: "pressure", line).contains("one-off-not-unwound"))
  }

  @Test(arguments: [
    ("base: (34.726), recurring: [16.436, 10.240, 8.050, 0.000]", false),  // to exactly nil
    ("base: (3.000), recurring: [1.001, 1.000, 1.000, ~]", false),  // within rounding
    ("base: (3.000), recurring: [1.010, 1.000, 1.000, ~]", true),
    ("base: 3.000, recurring: [(4.000), 4.000, ~, ~]", true),  // below nil and back
    ("base: 0.000, recurring: [(4.000), 5.000, ~, ~]", false),
    ("base: 3.000, base-memo: yes, recurring: [(4.000), ~, ~, ~]", false),
    ("title: Collection fund, base: (1.500), recurring: [2.000, ~, ~, ~]", false),
    ("base: 3.000, level: [2.000, (1.000), ~, ~]", false),
  ])
  func `a level is below nil when its changes take it past nil`(line: String, isFound: Bool) throws
  {
    #expect(try rules(role: "funding", line).contains("level-below-nil") == isFound)
  }

  @Test(arguments: [
    // A grant and the saving with its figures; of one word; of round figures by chance.
    ("Care grant", "(1.810), (1.143), ~, ~", "Extra money", "(1.810), (1.143), ~, ~", true),
    ("Fees", "(1.000), (1.000), ~, ~", "Fees again, of parks", "(1.000), (1.000), ~, ~", true),
    ("Fees", "(1.000), (1.000), ~, ~", "Procurement", "(1.000), (1.000), ~, ~", false),
    // The contra, and a figure that differs.
    ("Care grant", "(1.810), (1.143), ~, ~", "Care grant spent", "1.810, 1.143, ~, ~", false),
    ("Care grant", "(1.810), (1.143), ~, ~", "Care grant", "(1.810), (1.144), ~, ~", false),
  ])
  func `money is counted twice with the same figures and sign`(
    income: String, first: String, saving: String, second: String, isFound: Bool
  ) throws {
    let found = try rules(
      """
      - id: income
        role: income
        total: { id: all-income }
        lines: [{ id: one, title: "\(income)", recurring: [\(first)] }]
      - id: savings
        role: saving
        total: { id: all-savings }
        lines: [{ id: two, title: "\(saving)", recurring: [\(second)] }]
      """)
    #expect(found.contains("same-money-twice") == isFound)
  }

  @Test func `a section that prints income positive has the same money with the other sign`() throws
  {
    let found = try rules(
      """
      - id: income
        role: income
        signs: income-positive
        total: { id: all-income }
        lines: [{ id: one, title: Care grant, recurring: [1.810, 1.143, ~, ~] }]
      - id: savings
        role: saving
        total: { id: all-savings }
        lines: [{ id: two, title: Care, recurring: [(1.810), (1.143), ~, ~] }]
      """)
    #expect(found == ["same-money-twice"])
  }

  @Test(arguments: [
    ("= a + b", true), ("= sum(a, b)", true), ("= a + b + c", false), ("= block", false),
    ("= sum(block)", false), ("= b + c", true), ("= a - b", false), ("= a * 2", false),
    ("= a", false),
  ])
  func `a total leaves out a row when it is a plain sum of the others`(
    formula: String, isFound: Bool
  ) throws {
    let found = try rules(
      """
      - id: block
        role: pressure
        lines:
          - { id: a, recurring: [1.000, ~, ~, ~] }
          - { id: b, recurring: [2.000, ~, ~, ~] }
          - { id: c, recurring: [4.000, ~, ~, ~] }
      - { id: total-block, figure: "\(formula)" }
      """)
    #expect(found.contains("total-leaves-out-row") == isFound)
  }

  @Test func `subtotals and the totals over them leave out nothing`() throws {
    let found = try rules(
      """
      - id: block
        role: pressure
        lines:
          - { id: a, recurring: [1.000, ~, ~, ~] }
          - { id: b, recurring: [2.000, ~, ~, ~] }
          - { id: first, figure: "= a + b" }
          - { id: c, recurring: [4.000, ~, ~, ~] }
          - { id: shown, role: memorandum, recurring: [4.000, ~, ~, ~] }
          - { id: d, recurring: [4.000, ~, ~, ~] }
          - { id: second, figure: "= c + d" }
          - { id: both, figure: "= first + second" }
      - { id: elsewhere, figure: "= both + shown" }
      """)
    #expect(found == [])
  }

  @Test func `a part of a section that its total adds in full is no total that leaves out a row`()
    throws
  {
    let found = try rules(
      """
      - id: block
        role: pressure
        total: { id: all }
        lines:
          - { id: a, recurring: [1.000, ~, ~, ~] }
          - { id: b, recurring: [2.000, ~, ~, ~] }
          - { id: c, recurring: [4.000, ~, ~, ~] }
          - { id: part, title: Of which, figure: "= a + b" }
      """)
    #expect(found == [])
  }

  @Test(arguments: [
    ("[1.000, ~, 1.000, ~]", true), ("[~, 1.000, 1.000, ~]", false),
    ("[1.000, \"-\", 1.000, ~]", false), ("[1.000, n/a, 1.000, 1.000]", false),
    ("[~, ~, ~, ~]", false),
  ])
  func `a blank is inside a profile when figures stand on both sides`(
    figures: String, isFound: Bool
  ) throws {
    #expect(
      try rules(role: "pressure", "recurring: \(figures)").contains("blank-inside-profile")
        == isFound)
  }

  @Test func `an assumption that a share delivered, a claim or a check reads is used`() throws {
    let found = try rules(
      """
      - id: savings
        role: saving
        delivery: "= delivered"
        total: { id: all-savings }
        lines: [{ id: two, recurring: [(1.810), (1.143), ~, ~] }]
      """,
      head: """
        assumptions:
          delivered: { unit: "%", values: 100% }
          stated: { unit: £m, values: 1.810 }
          floor: { unit: £m, values: (9.000) }
        checks: [{ id: k, says: K, holds: "all-savings > floor" }]
        claims: [{ id: c, says: S, value: £1.810m, equals: "= at(stated, 2017-18)" }]
        """)
    #expect(found == [])
  }

  @Test(arguments: [
    ("(1.000)", "1.000", true), ("1.000", "0.500", true), ("(1.000)", "(1.000)", false),
    ("0.000", "0.000", false),
  ])
  func `savings cost when none of a section reduces the gap, or one alone does not`(
    first: String, second: String, isFound: Bool
  ) throws {
    let found = try rules(
      """
      - id: savings
        role: saving
        total: { id: all-savings }
        lines:
          - { id: one, recurring: [\(first), ~, ~, ~] }
          - { id: two, recurring: [\(second), ~, ~, ~] }
      """)
    #expect(found.contains("saving-that-costs") == isFound)
  }

  @Test(arguments: [("pressure", true), ("memorandum", false)])
  func `a cell to be confirmed matters where something above it is provisional`(
    role: String, isFound: Bool
  ) throws {
    let found = try rules("- { id: line, role: \(role), recurring: [1.000, tbc, ~, ~] }")
    #expect(found.contains("provisional-totals") == isFound)
  }

  @Test(arguments: [("= a + b", true), ("= a + b + c", false)])
  func `the total of a table beside the sections is held to its rows as well`(
    formula: String, isFound: Bool
  ) throws {
    let found = try rules(
      "- { id: pay, role: pressure, recurring: [1.000, ~, ~, ~] }",
      head: """
        tables:
          - id: risks
            columns: [{ id: high }, { id: low }]
            rows:
              - { id: a, values: [1.000, 0.500] }
              - { id: b, values: [1.000, 0.500] }
              - { id: c, values: [1.000, 0.500] }
              - { id: total-risks, figure: "\(formula)" }
        """)
    #expect(found == (isFound ? ["total-leaves-out-row"] : []))
  }

  @Test func `the third line of one sum of money is its contra`() throws {
    func sections(_ third: String) -> String {
      """
      - id: income
        role: income
        total: { id: all-income }
        lines: [{ id: one, title: Care grant, recurring: [(1.810), (1.143), ~, ~] }]
      - id: savings
        role: saving
        total: { id: all-savings }
        lines: [{ id: two, title: Care, recurring: [(1.810), (1.143), ~, ~] }]
      - { id: three, role: pressure, recurring: [\(third)] }
      """
    }
    #expect(try rules(sections("1.810, 1.143, ~, ~")) == [])
    #expect(try rules(sections("1.810, 1.144, ~, ~")) == ["same-money-twice"])
  }

  @Test func `what rounding is switched off for may be finer than it is printed`() throws {
    let line = "- { id: line, role: pressure, recurring: [1.0004, ~, ~, ~] }"
    #expect(try rules(line) == ["figure-too-fine"])
    #expect(try rules(line, head: "rounding: none") == [])
  }

  @Test(arguments: ["plan", "driven"])
  func `the only finding in a real plan is the one-off money that balances its first year`(
    name: String
  ) throws {
    let plan = try Plan(contentsOf: "\(CheckFixture.root)/Scenarios/wiltshire-2017/\(name).yaml")
    let findings = try CheckResult(plan).findings
    #expect(
      findings.map(\.message) == ["one-off money meets recurring cost: £7.800m in 2017-18"])
  }
}
