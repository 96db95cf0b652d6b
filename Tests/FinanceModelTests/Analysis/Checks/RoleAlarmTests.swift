import Testing

@testable import FinanceModel

/// Lines whose role or sign cannot be meant, and what looks like them and is sound.
@Suite struct RoleAlarmTests {
  @Test(arguments: [
    ("title: Offices, recurring: [1.000, 0.500, ~, ~]", true),
    // What a saving costs once to make.
    ("title: Offices, one-off: [1.000, ~, ~, ~]", false),
    ("title: Offices, recurring: [1.000, (0.500), ~, ~]", false),
    ("title: Reversal of offices, recurring: [1.000, ~, ~, ~]", false),
    ("title: Offices, note: expires, recurring: [1.000, ~, ~, ~]", false),
    ("title: Invest to save, recurring: [1.000, ~, ~, ~]", false),
    // What the grant pays for.
    ("title: Care, recurring: [5.810, 5.143, ~, ~]", false),
    ("title: Care, recurring: [5.810, 5.144, ~, ~]", true),
  ])
  func `one saving that costs among savings is found unless it says why`(
    line: String, isFound: Bool
  ) throws {
    #expect(try found([line]).contains("saving-that-costs") == isFound)
  }

  @Test func `two savings that cost are taken as meant`() throws {
    let lines = ["title: A, recurring: [1.000, ~, ~, ~]", "title: B, recurring: [2.000, ~, ~, ~]"]
    #expect(try !found(lines).contains("saving-that-costs"))
  }

  @Test(arguments: [
    ("role: cost, base: 40.000, recurring: [1.000, ~, ~, ~]", "~", true),
    ("role: cost, base: 40.000, level: [41.000, 42.000, 43.000, 44.000]", "~", true),
    ("role: cost, base: 40.000, recurring: [1.000, ~, ~, ~]", "(40.000)", false),
    ("role: cost, base: 0.000, recurring: [1.000, ~, ~, ~]", "~", false),
    ("role: pressure, base: 40.000, recurring: [1.000, ~, ~, ~]", "~", false),
  ])
  func `a cost among changes needs funding with a base-year figure`(
    line: String, funding: String, isFound: Bool
  ) throws {
    let plan = try Sheet.plan(
      """
      - { id: pay, role: pressure, recurring: [1.000, ~, ~, ~] }
      - { id: grant, role: funding, base: \(funding), recurring: [0.500, ~, ~, ~] }
      - { id: care, \(line) }
      """)
    #expect(try !CheckRule.costWithoutFunding.find(CheckSubject(plan)).isEmpty == isFound)
  }

  private func found(_ lines: [String]) throws -> [String] {
    let list = lines.enumerated().map { "\n    - { id: line-\($0), \($1) }" }.joined()
    let plan = try Sheet.plan(
      """
      - { id: grant, role: income, recurring: [(5.810), (5.143), ~, ~] }
      - id: savings
        role: saving
        total: { id: all-savings }
        lines:
          - { id: digital, recurring: [(1.000), (2.000), ~, ~] }
          - { id: estate, recurring: [(3.000), 0.000, ~, ~] }\(list)
      """)
    return try CheckResult(plan).findings.map(\.rule.id)
  }
}
