import Foundation
import Testing

@Suite struct CouncilTaxCommandTests {
  private func run(_ name: String, _ more: String...) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(["council-tax", "Scenarios/council-tax/\(name).yaml"] + more)
  }

  @Test(arguments: [("plan", 0), ("freeze", 0), ("district", 1)])
  func `an excessive increase is a finding, printed all the same`(name: String, status: Int) throws
  {
    #expect(try run(name).output.contains("excessive"))
    for format in ["text", "markdown", "csv", "json"] {
      let outcome = try run(name, "--format", format)
      #expect(outcome.status == Int32(status))
      #expect(outcome.errors.isEmpty)
      #expect(outcome.output.contains("2024-25"))
    }
  }

  @Test func `a plan that states no council tax is refused, with the key to add`() throws {
    let outcome = try BuiltCommand.run(["council-tax", "\(ScenarioFiles.wiltshire)/plan.yaml"])
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("the plan does not state its council tax [missing-key]"))
    #expect(outcome.errors.contains("expected the key 'council-tax'"))
  }

  @Test func `a line that a scenario changes by itself is named`() throws {
    try withFolder { folder in
      let text = """
        scenario: less
        based-on: \(BuiltCommand.project)/Scenarios/council-tax/plan.yaml
        changes: [{ line: council-tax, scale: 90% }]
        """
      try text.write(toFile: "\(folder)/less.yaml", atomically: false, encoding: .utf8)
      let outcome = try BuiltCommand.run(["council-tax", "\(folder)/less.yaml"])
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("which is not shown here: 'Increase in council tax'."))
    }
  }

  @Test func `what a source or a title holds cannot reach the terminal`() throws {
    try withFolder { folder in
      let scenarios = "\(BuiltCommand.project)/Scenarios/council-tax"
      for name in ["plan.yaml", "referendum-principles.tsv"] {
        let text = try String(contentsOfFile: "\(scenarios)/\(name)", encoding: .utf8)
          .replacingOccurrences(of: "breckland.gov.uk", with: "<script>=1+1\u{202E}|")
        try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
      }
      let text = try BuiltCommand.run(["council-tax", "\(folder)/plan.yaml"]).output
      #expect(!text.contains("\u{202E}"))
      let page = try BuiltCommand.run(
        ["council-tax", "\(folder)/plan.yaml", "--format", "markdown"]
      ).output
      #expect(!page.contains("<script>"))
    }
  }
}
