import Testing

@Suite struct AmendCommandTests {
  private static let plan = "\(ScenarioFiles.wiltshire)/plan.yaml"

  private func amend(_ names: String..., more: [String] = []) throws -> BuiltCommand.Outcome {
    let files = names.map { "Scenarios/wiltshire-amendments/\($0).yaml" }
    return try BuiltCommand.run(["amend", Self.plan] + files + more)
  }

  @Test(arguments: [
    (["highways"], 0), (["flood-wardens"], 0), (["library-hours"], 1), (["youth-services"], 1),
  ])
  func `the status is a finding where an amendment does not balance`(names: [String], status: Int)
    throws
  {
    let outcome = try amend(names[0])
    #expect(outcome.status == Int32(status))
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.contains("Do they balance?"))
  }

  @Test func `amendments that balance and share nothing are done`() throws {
    let outcome = try amend("highways", "flood-wardens")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("No two of them change the same line or assumption."))
  }

  @Test func `a line spent twice is a finding though each amendment balances`() throws {
    try withFolder { folder in
      for name in ["one", "two"] {
        let text = """
          scenario: \(name)
          based-on: \(BuiltCommand.project)/\(Self.plan)
          changes:
            - { line: campuses, add: (1.000), in: 2018-19 }
            - { line: adult-care, add: 1.000, in: 2018-19 }
          """
        try text.write(toFile: "\(folder)/\(name).yaml", atomically: false, encoding: .utf8)
      }
      let outcome = try BuiltCommand.run(
        ["amend", Self.plan, "\(folder)/one.yaml", "\(folder)/two.yaml"])
      #expect(outcome.status == 1)
      #expect(!outcome.output.contains("does not balance"))
      #expect(outcome.output.contains("Spent twice: 1 and 2 together take £2.000m"))
    }
  }

  @Test func `an amendment of another plan is bad input, and nothing is printed but the error`()
    throws
  {
    let outcome = try BuiltCommand.run([
      "amend", "Scenarios/gateshead-2023/plan.yaml", "Scenarios/wiltshire-amendments/highways.yaml",
    ])
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("[other-plan]"))
    #expect(outcome.errors.contains("highways.yaml:3:"))
  }

  @Test func `an amendment has to be named`() throws {
    let outcome = try BuiltCommand.run(["amend", Self.plan])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("amend needs FILE"))
  }

  @Test func `the figures are printed in the unit and decimals asked for`() throws {
    let output = try amend("youth-services", more: ["--unit", "£000"]).output
    #expect(output.contains("in 2017-18 it costs £400k more than it finds"))
  }
}
