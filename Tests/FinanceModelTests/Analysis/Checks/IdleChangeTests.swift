import Foundation
import Testing

@testable import FinanceModel

@Suite struct IdleChangeTests {
  @Test(arguments: [
    ("lines: { role: pressure }, scale: 100%", true), ("line: pay, add: 0.000", true),
    ("line: pay, set: 9.000, in: 2017-18", false), ("line: pay, set: ~, in: 2018-19", true),
    ("line: pay, slip: 0%, by: 1 year", true), ("line: pay, slip: 10%, by: 1 year", false),
  ])
  func `a change is idle when every figure stays`(change: String, isFound: Bool) throws {
    #expect(try !idle("changes:\n  - { name: N, \(change) }").isEmpty == isFound)
  }

  @Test func `a change that says how sure money is asks something without a figure`() throws {
    #expect(try idle("changes:\n  - { name: N, line: pay, funding: final }") == [])
  }

  @Test func `an inserted line may be made of the assumptions that the scenario brings`() throws {
    let found = try idle(
      """
      assumptions:
        rate: { unit: "%", values: 2% }
      changes:
        - insert: { id: rent, role: pressure, recurring: "= rate * £50m" }
        - { name: N, assumption: rate, set: 2% }
      """)
    #expect(found == ["'N' alters no figure"])
  }

  private func idle(_ rest: String) throws -> [String] {
    let base = try Sheet.plan("- { id: pay, role: pressure, recurring: [1.000, ~, ~, ~] }")
    let text = "scenario: s\nbased-on: p.yaml\n\(rest)\n"
    let scenario = try Scenario(SourceFile(path: "s.yaml", text: text))
    let subject = try CheckSubject(Question(base: base, scenarios: [scenario]))
    return CheckRule.changeWithoutEffect.find(subject).map(\.message)
  }
}

extension IdleChangeTests {
  @Test func `what a scenario inserts is checked as the plan's own lines are`() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/mtfs-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let plan = Sheet.text("- { id: pay, role: pressure, recurring: [1.000, ~, ~, ~] }")
    let scenario = """
      scenario: s
      based-on: plan.yaml
      assumptions:
        rate: { unit: "%", values: 2%, source: ours }
      changes:
        - { insert: { id: rent, role: pressure, recurring: [1.000, ~, ~, ~], source: ours } }

      """
    try plan.write(toFile: "\(folder)/plan.yaml", atomically: false, encoding: .utf8)
    try scenario.write(toFile: "\(folder)/s.yaml", atomically: false, encoding: .utf8)
    let found = try CheckResult(contentsOf: ["\(folder)/s.yaml"]).findings
    #expect(found.map(\.rule.id) == ["unused-assumption"])
    #expect(found.first?.range.line == 4)
  }
}
