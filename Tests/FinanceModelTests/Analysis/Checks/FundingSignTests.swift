import Testing

@testable import FinanceModel

/// Funding and income typed positive, and what is positive among them and meant.
@Suite struct FundingSignTests {
  /// What the rule says of a section of funding with these lines.
  private func found(
    _ lines: [String], role: String = "funding", section: String = "", head: String = ""
  ) throws -> [String] {
    let list = lines.enumerated().map { "\n    - { id: line-\($0), \($1) }" }.joined()
    let plan = try Sheet.plan(
      """
      - id: funds
        title: Resources
        role: \(role)
        \(section)
        lines:\(list)
      - { id: pay, role: pressure, recurring: [1.000, 1.000, ~, ~] }
      """, head: head)
    return try CheckRule.fundingThatCosts.find(CheckSubject(plan)).map(\.message)
  }

  @Test(arguments: [
    // Whole amounts: from a base year, in full, for one year.
    ("title: Support grant, base: 9.000, recurring: [(1.000), ~, ~, ~]", true),
    ("title: Support grant, base: 9.000, recurring: [1.000, ~, ~, ~]", true),
    ("title: Business rates, base: ~, level: [4.000, 4.000, 4.100, 4.200]", true),
    ("title: Transition grant, one-off: [0.600, ~, ~, ~]", true),
    ("title: Business rates, base: (9.000), level: [(4.000), (4.000), (4.100), 4.200]", false),
    // Past nil is another fault.
    ("title: Support grant, base: (3.000), recurring: [2.000, 2.000, ~, ~]", false),
    ("title: Shown, base: 3.000, base-memo: yes, recurring: [(2.000), ~, ~, ~]", false),
    // A grant that falls, and one of nothing.
    ("title: Support grant, recurring: [1.200, 0.800, 0.400, ~]", false),
    ("title: Support grant, base: 0.000, recurring: [0.000, ~, ~, ~]", false),
    // Council tax rises; what is paid for it and one bad year do not.
    ("title: Council tax, recurring: [1.200, 0.800, 0.400, ~]", true),
    ("title: Council tax, recurring: [1.200, ~, ~, ~]", false),
    ("title: Council tax, recurring: [1.200, 0.800, (0.400), ~]", false),
    ("title: Council tax freeze grant, recurring: [1.200, 0.800, ~, ~]", false),
    ("title: Council tax support, recurring: [1.200, 0.800, ~, ~]", false),
    ("title: Council tax, note: falls with the base, recurring: [1.200, 0.800, ~, ~]", false),
    // Money that is lost, paid or of either sign.
    ("title: Collection fund, one-off: [1.200, ~, ~, ~]", false),
    ("title: Deficit of last year, base: ~, level: [1.200, ~, ~, ~]", false),
    ("title: Business rates tariff, base: ~, level: [4.000, 4.000, 4.100, 4.200]", false),
    ("title: Loss of grant, one-off: [0.600, ~, ~, ~]", false),
    ("title: Contribution to reserves, base: 1.000, level: [1.000, 1.000, 1.000, 1.000]", false),
    ("title: Shown, role: memorandum, base: ~, level: [1.000, 1.000, 1.000, 1.000]", false),
  ])
  func `funding beside funding with the right sign`(line: String, isFound: Bool) throws {
    for role in ["funding", "income"] {
      let lines = ["title: Other, base: (20.000), recurring: [(1.000), ~, ~, ~]", line]
      #expect(try found(lines, role: role).isEmpty != isFound)
    }
  }

  @Test(arguments: [
    (["title: Rates, recurring: [1.0, ~, ~, ~]", "title: Fees, recurring: [1.1, ~, ~, ~]"], true),
    (["title: Rates, recurring: [1.0, ~, ~, ~]", "title: Fees, recurring: [(1), ~, ~, ~]"], false),
    (["title: Rates, recurring: [1.0, ~, ~, ~]", "title: Fees, recurring: [~, ~, ~, ~]"], false),
    (["title: Rates, recurring: [1.0, ~, ~, ~]", "title: Lost, recurring: [1, ~, ~, ~]"], false),
    (
      ["title: A grant, recurring: [1, ~, ~, ~]", "title: A bonus, recurring: [2, ~, ~, ~]"], false
    ),
  ])
  func `changes that all add to the gap are found where there are two, and not of grants alone`(
    lines: [String], isFound: Bool
  ) throws {
    #expect(
      try found(lines) == (isFound ? ["all funding of 'Resources' has the sign of a cost"] : []))
  }

  @Test func `a line is named with its amount, and a whole section once`() throws {
    let grant = "title: Support grant, base: 9.000, recurring: [(1.000), ~, ~, ~]"
    let rates = "title: Rates, base: 5.000, recurring: [0.500, ~, ~, ~]"
    let tax = "title: Council tax, base: (62.400), recurring: [(1.000), ~, ~, ~]"
    #expect(
      try found([grant, tax]) == [
        "'Support grant' is funding with the sign of a cost: £9.000m"
      ])
    #expect(try found([grant, rates, tax]).count == 2)
    #expect(try found([grant, rates]) == ["all funding of 'Resources' has the sign of a cost"])
  }

  @Test func `the sign is that of the section, and without a gap there is none`() throws {
    let lines = ["title: Support grant, base: 9.000, recurring: [1.000, ~, ~, ~]"]
    #expect(try found(lines).count == 1)
    #expect(try found(lines, section: "signs: income-positive").isEmpty)
    #expect(try found(lines, head: "gap: none").isEmpty)
    let turned = ["title: Support grant, base: (9.000), recurring: [(1.000), ~, ~, ~]"]
    #expect(try found(turned, section: "signs: income-positive").count == 1)
  }

  @Test(arguments: [("base: 9.000", true), ("base: (9.000)", false)])
  func `the gap is printed with a note where a sign looks wrong`(
    base: String, isFound: Bool
  ) throws {
    let plan = try Sheet.plan(
      """
      - { id: grant, title: Grant, role: funding, \(base), recurring: [~, ~, ~, ~] }
      - { id: pay, role: pressure, recurring: [1.000, 1.000, ~, ~] }
      """)
    let report = Report.gap(try Question(base: plan).answer())
    let notes = report.blocks.flatMap { block -> [String] in
      if case .notes(let notes) = block { notes } else { [] }
    }
    let note =
      "A sign looks wrong: 'Grant' is funding with the sign of a cost: £9.000m. 'mtfs check' says "
      + "why, and how to mend it."
    #expect(notes.contains(note) == isFound)
    #expect(notes.contains { $0.hasPrefix("A sign") } == isFound)
  }
}
