import Foundation
import Testing

@Suite struct ReservesCommandTests {
  private func run(_ name: String, _ more: String...) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(["reserves", "Scenarios/reserves/\(name).yaml"] + more)
  }

  /// The page with one space for each break and indentation.
  private func words(_ page: String) -> String {
    page.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(arguments: [("plan", 0), ("savings-at-40", 1), ("no-savings", 1)])
  func `a reserve that does not last is a finding, printed all the same`(
    name: String, status: Int
  ) throws {
    for format in ["text", "markdown", "csv", "json"] {
      let outcome = try run(name, "--format", format)
      #expect(outcome.status == Int32(status))
      #expect(outcome.errors.isEmpty)
      #expect(outcome.output.contains("General fund"))
    }
  }

  @Test(arguments: [
    (["--order", "insurence"], "'insurence' in --order is no reserve of the plan"),
    (["--order", "insurence"], "the nearest is 'insurance'"),
    (["--order", "insurance,"], "'' in --order is no reserve of the plan"),
    (["--order", "insurance,insurance"], "'insurance' stands twice in --order"),
    (["--order", "insurance", "--without-gap"], "--order and --without-gap exclude each other"),
    (["--replenish-by", "2030-31"], "2030-31 in --replenish-by is not a year of the plan"),
    (["--replenish-by", "2030-31"], "its years are 2023-24 to 2026-27"),
    (["--replenish-by", "2022-23"], "2022-23 in --replenish-by is not a year of the plan"),
    (["--replenish-by", "soon"], "'soon' in --replenish-by is no financial year"),
  ])
  func `words that the plan does not hold are wrong usage`(words: [String], says: String) throws {
    let outcome = try BuiltCommand.run(["reserves", "Scenarios/reserves/plan.yaml"] + words)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(says))
  }

  @Test func `a plan without reserves is refused, with what to write`() throws {
    let outcome = try BuiltCommand.run(
      ["reserves", "\(ScenarioFiles.wiltshire)/plan.yaml", "--order", "a"])
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("the plan does not state its reserves [missing-key]"))
    #expect(outcome.errors.contains("meets-gap: yes"))
  }

  @Test func `a plan without a gap is refused, unless the gap is left out`() throws {
    try withFolder { folder in
      let text = """
        plan: listed
        title: Listed
        unit: £000
        gap: none
        years: [2023-24]
        reserves: [{ id: fund, kind: general, opening: 10, use: [4] }]
        sections: []
        """
      try text.write(toFile: "\(folder)/plan.yaml", atomically: false, encoding: .utf8)
      let refused = try BuiltCommand.run(["reserves", "\(folder)/plan.yaml"])
      #expect(refused.status == 2)
      #expect(refused.errors.contains("--without-gap shows the balances as planned"))
      let shown = try BuiltCommand.run(["reserves", "\(folder)/plan.yaml", "--without-gap"])
      #expect(shown.status == 0)
      #expect(words(shown.output).contains("Closing balance 6"))
    }
  }

  @Test func `another order draws on other reserves`() throws {
    let output = try run("savings-at-40", "--order", "insurance,transformation-reserve").output
    #expect(output.contains("is met from 'Insurance', then 'Transformation'"))
    #expect(output.contains("First short: 'Transformation'"))
  }

  @Test func `the scenario that replenishes does so`() throws {
    try withFolder { folder in
      let answer = try BuiltCommand.run(
        [
          "reserves", "\(BuiltCommand.project)/Scenarios/reserves/no-savings.yaml",
          "--replenish-by", "2026-27", "--width", "1000",
        ])
      let file = try #require(answer.output.range(of: "scenario: replenished"))
      try String(answer.output[file.lowerBound...])
        .write(toFile: "\(folder)/replenished.yaml", atomically: false, encoding: .utf8)
      let outcome = try BuiltCommand.run(["reserves", "\(folder)/replenished.yaml"])
      #expect(outcome.output.contains("One-off money meets the structural gap"))
      // 1,990 short of its minimum in the last of four years: 498 a year, and 2 to spare.
      #expect(words(outcome.output).contains("Closing balance 3,198 3,636 2,824 1,602"))
      #expect(!outcome.output.contains("below"))
    }
  }

  @Test func `what a title holds cannot reach the terminal`() throws {
    try withFolder { folder in
      let text = try String(
        contentsOfFile: "\(BuiltCommand.project)/Scenarios/reserves/plan.yaml", encoding: .utf8
      ).replacingOccurrences(of: "title: Insurance", with: "title: \"=1+1<script>\u{202E}|\"")
      try text.write(toFile: "\(folder)/plan.yaml", atomically: false, encoding: .utf8)
      let page = try BuiltCommand.run(["reserves", "\(folder)/plan.yaml"]).output
      #expect(!page.contains("\u{202E}"))
      let markdown = try BuiltCommand.run(
        ["reserves", "\(folder)/plan.yaml", "--format", "markdown"]
      ).output
      #expect(!markdown.contains("<script>"))
    }
  }
}
