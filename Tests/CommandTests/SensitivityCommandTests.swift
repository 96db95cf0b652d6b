import Testing

@Suite struct SensitivityCommandTests {
  private func sensitivity(_ words: String...) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(["sensitivity", "\(ScenarioFiles.wiltshire)/driven.yaml"] + words)
  }

  @Test(arguments: [
    (["nobody"], "there is no assumption or line 'nobody'"),
    (["levy-rat"], "the nearest is 'levy-rate'"),
    (["levy-rate", "--shifts", "1,x"], "'x' in --shifts cannot move 'levy-rate'"),
    (["--shifts", "£1m"], "'£1m' in --shifts cannot move 'levy-rate'"),
    (["levy-rate", "--shifts", "1,,2"], "'' in --shifts cannot move"),
    (["--values", "1%"], "--values needs one assumption"),
    (["staffing", "--values", "1"], "a line is moved with --shifts"),
    (["levy-rate", "--values", "1%", "--shifts", "1"], "exclude each other"),
  ])
  func `what cannot be asked is wrong usage`(words: [String], message: String) throws {
    let outcome = try BuiltCommand.run(
      ["sensitivity", "\(ScenarioFiles.wiltshire)/driven.yaml"] + words)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(message))
  }

  @Test func `a kind leaves out the other, in every format`() throws {
    for format in ["text", "markdown", "csv"] {
      let outcome = try sensitivity("levy-rate", "--kind", "annual", "--format", format)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("annual"))
      #expect(!outcome.output.contains("cumulative"))
    }
  }

  @Test func `figures are printed in the unit and decimals asked for`() throws {
    let output = try sensitivity("staffing", "--shifts", "5%", "--unit", "£000").output
    #expect(output.contains(/Total +0 +984\n/))
  }

  @Test func `a plan that only lists its rows is bad input`() throws {
    let outcome = try BuiltCommand.run(["sensitivity", "Scenarios/gateshead-2024/plan.yaml"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("no gap that could move"))
  }

  @Test func `a plan without assumptions says so`() throws {
    let outcome = try BuiltCommand.run(["sensitivity", "\(ScenarioFiles.wiltshire)/plan.yaml"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("The plan has no assumption that could move."))
  }
}
