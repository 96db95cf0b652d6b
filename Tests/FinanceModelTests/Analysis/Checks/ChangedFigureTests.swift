import Testing

@testable import FinanceModel

/// What the rules say of figures that a scenario gives.
@Suite struct ChangedFigureTests {
  @Test(arguments: [
    ("line: offices, set: 0.300", true), ("line: offices, set: (0.300)", false),
    ("line: offices, add: 0.600, in: 2018-19", true),
    ("line: offices, add: 0.333, in: 2017-18", false),  // to exactly nil
    ("line: offices, set: 0.300, in: 2019-20", false),  // the plan has nil
    ("line: offices, set: 0.300, in: 2020-21", false),  // the plan has a blank
    ("line: offices, set: ~", false), ("line: offices, scale: 0%", false),
    ("lines: { role: saving }, add: 0.600", true),
    ("line: draw, set: 1.000", false), ("line: fund, set: 1.000", false),
    ("assumption: rate, set: -2%", false), ("remove: offices", false),
  ])
  func `a sign turns when a figure that was not nil becomes one of the opposite sign`(
    change: String, isFound: Bool
  ) throws {
    #expect(try !turned([change]).isEmpty == isFound)
  }

  @Test func `the figures and the number of years are named`() throws {
    #expect(
      try turned(["line: offices, set: [0.300, 0.200, ~, ~]"])
        == ["'Offices' turns from (£0.333m) to £0.300m in 2017-18, and in 1 more year"])
    #expect(
      try turned(["line: offices, set: 0.200, in: 2018-19"])
        == ["'Offices' turns from (£0.500m) to £0.200m in 2018-19"])
  }

  @Test func `a change is held against the plan as the changes before it leave it`() throws {
    let set = "line: offices, set: 0.300, in: 2017-18"
    #expect(try turned(["line: offices, set: 0.000, in: 2017-18", set]) == [])
    #expect(try turned([set, "line: offices, add: 0.100, in: 2017-18"]).count == 1)
    #expect(try turned([set, "line: offices, set: (0.333), in: 2017-18"]).count == 2)
  }

  @Test(arguments: [
    "line: offices, set: (0.3334)", "line: offices, add: (0.0004)",
    "line: offices, profile: { 2017-18: (0.3335), 2018-19: (0.4995) }",
  ])
  func `a figure of a change is too fine where the plan rounds`(change: String) throws {
    #expect(try fine(change) == ["'N' gives 'Offices' a finer figure than it prints"])
    #expect(try fine(change, head: "rounding: none") == [])
  }

  @Test(arguments: [
    "line: offices, set: (0.300)", "line: offices, add: £1000", "line: offices, scale: 33.33%",
    "line: offices, slip: 33.33%, by: 1 year", "assumption: rate, set: 2.12345%",
    "line: offices, set: ~",
  ])
  func `a share, an assumption and a figure in the last place are not too fine`(
    change: String
  ) throws {
    #expect(try fine(change) == [])
  }

  private func question(_ changes: [String], head: String = "") throws -> Question {
    let base = try Sheet.plan(
      """
      - { id: rent, role: pressure, recurring: "= rate * £50m" }
      - { id: offices, title: Offices, role: saving, recurring: [(0.333), (0.500), 0.000, ~] }
      - { id: draw, role: reserves, one-off: [(1.000), ~, ~, ~] }
      - { id: fund, title: Collection fund, role: funding, recurring: [(1.000), ~, ~, ~] }
      """,
      head: "assumptions: { rate: { unit: \"%\", values: 2% } }\n\(head)")
    let list = changes.map { "\n  - { name: N, \($0) }" }.joined()
      .replacing("{ name: N, remove", with: "{ remove")
    let text = "scenario: s\nbased-on: p.yaml\nchanges:\(list)\n"
    return Question(
      base: base, scenarios: [try Scenario(SourceFile(path: "s.yaml", text: text))])
  }

  private func turned(_ changes: [String]) throws -> [String] {
    CheckRule.signTurned.find(try CheckSubject(try question(changes))).map(\.message)
  }

  private func fine(_ change: String, head: String = "") throws -> [String] {
    let plan = try question([change], head: head).plan()
    return CheckRule.figureTooFine.find(try CheckSubject(plan))
      .map { $0.message.split(separator: ",").first.map(String.init) ?? "" }
  }
}
