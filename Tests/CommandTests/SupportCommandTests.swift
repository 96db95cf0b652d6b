import Foundation
import Testing

@Suite struct SupportCommandTests {
  @Test(arguments: [
    ("support", "support/plan", 0, "Capitalisation direction for equal pay"),
    ("support", "support/refused", 0, "No support is drawn"),
    ("support", "support/day-to-day", 1, "It meets a gap that goes on"),
    ("net-budget", "net-budget/plan", 0, "Net budget requirement"),
    ("net-budget", "gateshead-2023/plan", 0, "Estimated Funding Resources"),
  ])
  func `a finding is a status of 1, and the page is printed in every format`(
    command: String, file: String, status: Int, words: String
  ) throws {
    for format in ["text", "markdown", "csv", "json"] {
      let outcome = try BuiltCommand.run(
        [command, "Scenarios/\(file).yaml", "--format", format, "--unit", "£000"])
      #expect(outcome.status == Int32(status))
      #expect(outcome.errors.isEmpty)
      if format == "text" { #expect(outcome.output.contains(words)) }
      #expect(!outcome.output.isEmpty)
    }
  }

  @Test func `budgets that do not tie are a finding`() throws {
    try withFolder { folder in
      let path = "\(BuiltCommand.project)/Scenarios/net-budget/plan.yaml"
      let text = try String(contentsOfFile: path, encoding: .utf8)
        .replacingOccurrences(of: "corporate: 22.300", with: "corporate: 22.000")
      try text.write(toFile: "\(folder)/plan.yaml", atomically: false, encoding: .utf8)
      let outcome = try BuiltCommand.run(["net-budget", "\(folder)/plan.yaml"])
      #expect(outcome.status == 1)
      #expect(
        outcome.output.contains("The budgets do not tie to the gap: what is unmet is £0.300m less.")
      )
      #expect(outcome.output.contains("Does not tie, by"))
    }
  }

  @Test(arguments: [
    ("support", "states no exceptional support and no memorandum account"),
    ("net-budget", "does not state its net budget"),
  ])
  func `a plan without it is refused, with the key to add`(command: String, words: String) throws {
    let outcome = try BuiltCommand.run([command, "\(ScenarioFiles.wiltshire)/plan.yaml"])
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("the plan \(words) [missing-key]"))
    #expect(outcome.errors.contains("expected the key"))
  }

  @Test func `what a title holds cannot reach the terminal or a page`() throws {
    try withFolder { folder in
      for name in ["support", "net-budget"] {
        let path = "\(BuiltCommand.project)/Scenarios/\(name)/plan.yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
          .replacingOccurrences(
            of: "Capitalisation direction", with: "\"<b>=1+1\u{202E}|\" #"
          )
          .replacingOccurrences(of: "Adult social care,", with: "\"<b>=1+1\u{202E}|\",")
        try text.write(toFile: "\(folder)/\(name).yaml", atomically: false, encoding: .utf8)
        let page = try BuiltCommand.run([name, "\(folder)/\(name).yaml"]).output
        #expect(page.contains("=1+1"))
        #expect(!page.contains("\u{202E}"))
        let markdown = try BuiltCommand.run(
          [name, "\(folder)/\(name).yaml", "--format", "markdown"]
        ).output
        #expect(!markdown.contains("<b>"))
      }
    }
  }
}
