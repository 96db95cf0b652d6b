import Testing

@Suite struct FundingCommandTests {
  private func plan(_ lines: String) -> String {
    """
    plan: small
    title: Small
    unit: £m
    base-year: 2016-17
    years: [2017-18, 2018-19]
    sections:
      - id: grants
        role: funding
        lines:
          - { id: tax, title: Tax, base: (9.000), recurring: [(0.100), (0.100)], funding: [final, assumed] }
    \(lines)
    """
  }

  private func outcome(
    _ lines: String, _ options: [String] = []
  ) throws -> BuiltCommand.Outcome {
    var outcome: BuiltCommand.Outcome?
    try withFolder { folder in
      try plan(lines).write(toFile: "\(folder)/plan.yaml", atomically: false, encoding: .utf8)
      outcome = try BuiltCommand.run(["funding", "plan.yaml"] + options, in: folder)
    }
    return try #require(outcome)
  }

  @Test func `nothing found is status 0`() throws {
    let outcome = try outcome(
      "      - { id: grant, title: Grant, one-off: [(1.000), ~], ends: 2017-18 }")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Not final: 9.9% of the money in 2017-18, 100.0% in 2018-19."))
  }

  @Test func `money counted after its end is status 1, with the page all the same`() throws {
    let outcome = try outcome(
      "      - { id: grant, title: Grant, base: (1.000), recurring: [~, ~], ends: 2017-18 }")
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains(
        "Grant ends in 2017-18, and the plan still counts £1.000m of it in 2018-19."))
    #expect(outcome.output.contains("What stops when"))
    #expect(outcome.errors.isEmpty)
  }

  @Test func `rolled-in money that does not match is status 1`() throws {
    let outcome = try outcome(
      """
            - { id: old, title: Old, base: (1.000), recurring: [~, 1.000], rolled-into: new }
            - { id: new, title: New, base: ~, recurring: [~, (0.900)] }
      """, ["--format", "csv"])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains(",Difference,£m,0.000,-0.100"))
  }

  @Test func `a line that is not there is status 2, with the nearest`() throws {
    let outcome = try outcome(
      "      - { id: old, title: Old, recurring: [~, ~], rolled-into: tux }")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("help: the nearest is 'tax'"))
    #expect(outcome.output.isEmpty)
  }

  @Test func `a settlement makes money final`() throws {
    let words = ["--format", "csv", "--width", "100"]
    let before = try BuiltCommand.run(
      ["funding", "\(ScenarioFiles.wiltshire)/plan.yaml"] + words
    ).output
    let after = try BuiltCommand.run(
      ["funding", "\(ScenarioFiles.wiltshire)/final-settlement.yaml"] + words
    ).output
    // Revenue support grant of 8.050, and a rural grant that is back at its amount of 2016-17.
    #expect(before.contains(",Final,£m,238.971,0.000,0.000,0.000"))
    #expect(after.contains(",Final,£m,238.971,8.050,0.000,0.000"))
  }

  @Test func `a plan of tables alone has no year and no funding`() throws {
    for format in ["text", "markdown", "csv", "json"] {
      let outcome = try BuiltCommand.run(
        ["funding", "Scenarios/maidstone-risks/plan.yaml", "--format", format])
      #expect(outcome.status == 0)
      #expect(outcome.errors.isEmpty)
    }
  }
}
