import Foundation
import Testing

@Suite struct CloseCommandTests {
  private static let question = "\(ScenarioFiles.wiltshire)/harder-times.yaml"

  private func close(_ words: [String]) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(["close", Self.question] + words)
  }

  /// The scenario that a page ends with.
  private func file(_ output: String) throws -> String {
    let start = try #require(output.range(of: "scenario: closing"))
    return String(output[start.lowerBound...])
  }

  /// The cumulative remaining gaps that `run` prints for a scenario saved beside the project's files.
  private func remaining(_ scenario: String) throws -> String {
    var line = ""
    try withFolder { folder in
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/Scenarios", withDestinationPath: "\(BuiltCommand.project)/Scenarios")
      try scenario.write(toFile: "\(folder)/closed.yaml", atomically: false, encoding: .utf8)
      let outcome = try BuiltCommand.run(
        ["run", "closed.yaml", "--kind", "cumulative"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let first = outcome.output.split(separator: "\n").first { $0.hasPrefix("Remaining ") }
      line = first.map(String.init) ?? ""
    }
    return line.split(separator: " ").dropFirst().joined(separator: " ")
  }

  @Test func `the scenario that is printed closes the gap when it is saved and run`() throws {
    let outcome = try close(["--lever", "tax-base-growth", "--high", "4%"])
    #expect(outcome.status == 0)
    let words = outcome.output.replacing("\n", with: " ")
    #expect(words.contains("to (£0.572m). One step of 0.1 points less would leave £0.174m."))
    let scenario = try file(outcome.output)
    #expect(try remaining(scenario) == "2.049 2.598 1.208 (0.572)")
    // One step less leaves what was said.
    let less = scenario.replacing("shift: 1.9 points", with: "shift: 1.8 points")
    #expect(try remaining(less).hasSuffix(" 0.174"))
  }

  @Test func `every year's value is printed, saved and run`() throws {
    let outcome = try close(["--lever", "procurement", "--every-year"])
    #expect(outcome.status == 0)
    #expect(try remaining(file(outcome.output)) == "0.000 0.000 0.000 0.000")
  }

  @Test func `a limit that is met is a finding with what is left`() throws {
    let outcome = try close(["--lever", "rural-reserves", "--high", "£5m", "--every-year"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.contains("It may give no more than £5m in all."))
    #expect(try remaining(file(outcome.output)) == "0.000 4.159 10.314 13.350")
  }

  @Test(arguments: [
    ([], "close needs --lever"), (["--lever", "nobody"], "no assumption or line 'nobody'"),
    (["--lever", "tax-base-growt"], "the nearest is 'tax-base-growth'"),
    (["--lever", "staffing"], "has the role pressure"),
    (["--lever", "levy-rate", "--step", "0"], "more than nil"),
    (["--lever", "levy-rate", "--step", "x"], "'x' in --step cannot be read"),
    (["--lever", "digital", "--step", "5%"], "'5%' in --step cannot be read"),
    (["--lever", "levy-rate", "--low", "2%", "--high", "1%"], "the lowest is above the highest"),
    (["--lever", "levy-rate", "--high", "2%"], "the limits exclude what 'levy-rate' has now, 3%"),
    (["--lever", "levy-rate", "--year", "soon"], "'soon' in --year is no financial year"),
    (["--lever", "levy-rate", "--year", "2018-19", "--every-year"], "exclude each other"),
    (["--lever", "rural-reserves"], "needs --high"),
  ])
  func `what cannot be asked is wrong usage`(words: [String], message: String) throws {
    let outcome = try close(words)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(message))
  }

  @Test func `a lever that moves nothing, or a plan without a gap, is bad input`() throws {
    let idle = try close(["--lever", "rates-growth", "--year", "2018-19"])
    #expect(idle.status == 2)
    #expect(idle.output.isEmpty)
    #expect(idle.errors.contains("driven.yaml:"))
    #expect(idle.errors.contains("'rates-growth' does not move the remaining gap of 2018-19"))
    try withFolder { folder in
      let plan = """
        plan: list
        title: List
        unit: £m
        years: [2017-18]
        gap: none
        sections:
          - { id: offices, role: saving, recurring: [1.000] }

        """
      try plan.write(toFile: "\(folder)/list.yaml", atomically: false, encoding: .utf8)
      let outcome = try BuiltCommand.run(
        ["close", "\(folder)/list.yaml", "--lever", "offices"])
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("no gap that could move"))
    }
  }

  @Test func `every format holds the answer, and all but CSV the scenario`() throws {
    for format in ["text", "markdown", "json", "csv"] {
      let outcome = try close(["--lever", "digital", "--step", "£0.1m", "--format", format])
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("scenario: closing") == (format != "csv"))
    }
  }
}
