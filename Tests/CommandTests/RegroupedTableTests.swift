import Foundation
import Testing

@testable import mtfs

@Suite struct RegroupedTableTests {
  private static let plan = "\(ScenarioFiles.wiltshire)/plan.yaml"

  @Test func `a kind of effect without a grouping is wrong usage`() throws {
    let outcome = try BuiltCommand.run(["table", Self.plan, "--kind", "annual"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.hasPrefix("mtfs: error: --kind belongs to --by\n"))
    #expect(outcome.output.isEmpty)
  }

  @Test func `a field that lines do not have is wrong usage`() throws {
    let outcome = try BuiltCommand.run(["table", Self.plan, "--by", "colour"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("it takes 'owner', 'priority', 'service' or 'status'"))
  }

  @Test func `a plan that only lists has no gap to group`() throws {
    try withFolder { folder in
      let text = """
        plan: list
        title: A list
        unit: £m
        years: [2017-18]
        gap: none
        sections:
          - { id: grant, recurring: [1.000] }
        """
      try text.write(toFile: "\(folder)/list.yaml", atomically: false, encoding: .utf8)
      let outcome = try BuiltCommand.run(["table", "list.yaml", "--by", "owner"], in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("the plan has no gap that could be regrouped"))
      #expect(outcome.output.isEmpty)
    }
  }

  @Test func `a plan without the field says so and how to add it`() throws {
    let outcome = try BuiltCommand.run(["table", Self.plan, "--by", "service"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("No line has a service, so all are in the last group."))
    #expect(outcome.output.contains("'service: NAME' beside its figures"))
  }

  @Test func `a scenario is grouped with its changes made`() throws {
    let file = "\(ScenarioFiles.wiltshire)/staffing-up.yaml"
    let page = try BuiltCommand.run(
      ["table", file, "--by", "priority", "--kind", "cumulative", "--format", "csv"]
    ).output
    // Nothing but the council's own priority is what it was, and 0.733 to 3.939 is added to that.
    #expect(page.contains("An innovative and effective council,£m,-6.764,-23.291,-23.549,-24.030"))
    #expect(page.contains("Remaining gap,£m,0.733,1.789,3.063,3.939"))
  }
}
