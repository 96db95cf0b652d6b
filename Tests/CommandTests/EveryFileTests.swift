import Testing

@testable import mtfs

@Suite struct EveryFileTests {
  /// What a result must not depend on.
  private static let elsewhere = [
    "LANG": "de_DE.UTF-8", "LC_ALL": "tr_TR.UTF-8", "LC_NUMERIC": "fr_FR.UTF-8",
    "TZ": "Asia/Kathmandu", "COLUMNS": "40", "TERM": "dumb", "HOME": "/nowhere",
  ]

  @Test(arguments: ScenarioFiles.all, OutputFormat.allCases)
  func `every command on every file prints the same bytes anywhere`(
    file: String, format: OutputFormat
  ) throws {
    for words in try ScenarioFiles.commands(on: file) {
      let words = words + ["--format", format.rawValue]
      let here = try BuiltCommand.run(words)
      if format == .svg, here.status == 64 {
        #expect(here.output.isEmpty, "\(words)")
        let isSaid = ["there is no chart of this result", "unknown value 'svg' for --format"]
          .contains { here.errors.contains($0) }
        #expect(isSaid, "\(words)")
      } else {
        let isDone = here.status == 0 || (here.status == 1 && words[0] == "reconcile")
        #expect(isDone, "\(words)")
        #expect(!here.output.isEmpty || format == .csv, "\(words)")
        #expect(here.errors.isEmpty, "\(words)")
      }
      #expect(try BuiltCommand.run(words, environment: Self.elsewhere) == here, "\(words)")
    }
  }

  @Test(arguments: ["plan.yaml", "driven.yaml", "empty.yaml"])
  func `every cell and claim of the published table holds, so that the status is nil`(
    name: String
  ) throws {
    let outcome = try BuiltCommand.run(["reconcile", "\(ScenarioFiles.wiltshire)/\(name)"])
    #expect(outcome.status == 0)
    #expect(
      outcome.output.contains("290 cells (175 figures, 111 blanks, 2 dashes, 2 notes): 290 exact"))
  }

  @Test func `a scenario held against the published table is a finding and says that it is one`()
    throws
  {
    let outcome = try BuiltCommand.run(["reconcile", "\(ScenarioFiles.wiltshire)/staffing-up.yaml"])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("\nScenario: Staffing pressures a fifth higher\n"))
  }
}
