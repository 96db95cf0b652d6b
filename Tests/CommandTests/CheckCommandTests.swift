import Testing

@testable import mtfs

@Suite struct CheckCommandTests {
  private static let folder = "Tests/Fixtures/checks"
  private static let plan = "\(ScenarioFiles.wiltshire)/plan.yaml"

  private func check(_ words: String...) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(["check"] + words)
  }

  private func fixture(_ name: String) -> String { "\(Self.folder)/\(name).yaml" }

  @Test func `a clean file prints nothing`() throws {
    let nothing = BuiltCommand.Outcome(status: 0, output: "", errors: "")
    #expect(try check(fixture("claim-fails.mended")) == nothing)
    #expect(try check(fixture("claim-fails.mended"), "--strict") == nothing)
    #expect(try check(fixture("claim-fails.mended"), "--format", "markdown") == nothing)
  }

  @Test func `a warning is printed and is a finding only with --strict`() throws {
    let lenient = try check(fixture("unused-assumption"))
    #expect(lenient.status == 0)
    #expect(lenient.errors.isEmpty)
    #expect(
      lenient.output == """
        Tests/Fixtures/checks/unused-assumption.yaml:9:3: warning: nothing reads the assumption 'Pay award' [unused-assumption]
          |
        9 |   pay-award: { title: Pay award, unit: "%", values: [3%, 2%, 2%] }
          |   ^^^^^^^^^
          |
        why: changing it changes nothing, so whoever asks what it costs is told nil
        help: use it in the formula of a line, or leave it out

        """)
    let strict = try check("--strict", fixture("unused-assumption"))
    #expect(strict.status == 1)
    #expect(strict.output == lenient.output)
  }

  @Test func `an error is a finding without --strict`() throws {
    let outcome = try check(fixture("claim-fails"))
    #expect(outcome.status == 1)
    #expect(outcome.output.contains(": error: 'The plan saves £4m' states £4m"))
  }

  @Test func `several files are checked each by itself, and their findings stand in their order`()
    throws
  {
    let names = ["unused-assumption", "claim-fails.mended", "change-without-effect", "claim-fails"]
    let outcome = try BuiltCommand.run(["check"] + names.map(fixture))
    #expect(outcome.status == 1)
    let rules = outcome.output.matches(of: /\[([a-z-]+)\]\n/).map { String($0.1) }
    #expect(rules == ["unused-assumption", "change-without-effect", "claim-fails"])
  }

  @Test func `a plan is not checked again for each scenario of it`() throws {
    let alone = try check(Self.plan)
    #expect(alone.output.contains("[one-off-for-recurring]"))
    #expect(try check(Self.plan, "\(ScenarioFiles.wiltshire)/staffing-up.yaml") == alone)
    #expect(try check("\(ScenarioFiles.wiltshire)/staffing-up.yaml").output.isEmpty)
  }

  @Test func `one file given twice has its findings once`() throws {
    #expect(try check(Self.plan, Self.plan) == check(Self.plan))
  }

  @Test func `a file that cannot be used is refused, and nothing else is printed`() throws {
    let outcome = try check(Self.plan, fixture("no-such-plan"), fixture("no-such-other"))
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.matches(of: /\[file-missing\]/).count == 2)
  }

  @Test func `the findings are a table in Markdown and in CSV`() throws {
    let file = fixture("claim-fails")
    let row = ["error", "claim-fails", "Tests/Fixtures/checks/claim-fails.yaml:18"]
    let markdown = try check(file, "--format", "markdown")
    #expect(markdown.status == 1)
    #expect(markdown.output.contains("| \(row.joined(separator: " | ")) |"))
    let csv = try check(file, "--format", "csv")
    #expect(csv.status == 1)
    #expect(csv.output.contains(",\(row.joined(separator: ","))"))
  }

  @Test func `the findings are a list in JSON, empty for a clean file`() throws {
    let outcome = try check(fixture("claim-fails"), "--format", "json")
    #expect(outcome.status == 1)
    for member in [
      #""rule": "claim-fails""#, #""severity": "error""#, #""line": 18"#, #""column": 66"#,
      #""file": "Tests/Fixtures/checks/claim-fails.yaml""#,
      #""summary": {"error": 1, "warning": 0}"#,
    ] {
      #expect(outcome.output.squeezed.contains(member.squeezed), "\(member)")
    }
    let clean = try check(fixture("claim-fails.mended"), "--format", "json")
    #expect(clean.status == 0)
    #expect(clean.output.squeezed.contains(#""findings":[]"#))
  }
}

extension String {
  /// Without any white space.
  fileprivate var squeezed: String { filter { !$0.isWhitespace } }
}
