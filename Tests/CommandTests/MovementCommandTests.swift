import Foundation
import Testing

@testable import mtfs

/// `mtfs movement OLD NEW` as a process.
@Suite struct MovementCommandTests {
  private static let eastSussex = ["approved-2025", "updated-2026"].map {
    "Scenarios/east-sussex-2026/\($0).yaml"
  }

  private func plan(
    _ rows: String, title: String = "P", years: String = "2017-18, 2018-19", head: String = ""
  ) -> String {
    "plan: p\ntitle: \(title)\nunit: £m\nyears: [\(years)]\n\(head)\nsections:\n"
      + rows.split(separator: "\n").map { "  - \($0)\n" }.joined()
  }

  /// Runs the command in a folder that holds `old.yaml`, `new.yaml` and further files.
  private func run(
    _ old: String, _ new: String, _ options: String..., files: [String: String] = [:]
  ) throws -> BuiltCommand.Outcome {
    var outcome: BuiltCommand.Outcome?
    try withFolder { folder in
      for (name, text) in files.merging(
        ["old.yaml": old, "new.yaml": new], uniquingKeysWith: { $1 })
      {
        try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
      }
      outcome = try BuiltCommand.run(["movement", "old.yaml", "new.yaml"] + options, in: folder)
    }
    return try #require(outcome)
  }

  @Test func `a kind shows its own table, and none shows both`() throws {
    let both = try BuiltCommand.run(["movement"] + Self.eastSussex)
    #expect(both.status == 0)
    #expect(both.output.contains("\nMovement, annual: what each year adds to the gap\n"))
    #expect(both.output.contains("\nMovement, cumulative: the level of the gap in each year\n"))
    for (kind, other) in [("annual", "cumulative"), ("cumulative", "annual")] {
      let one = try BuiltCommand.run(["movement"] + Self.eastSussex + ["--kind", kind])
      #expect(one.output.contains("\nMovement, \(kind): "))
      #expect(!one.output.contains("\nMovement, \(other): "))
    }
  }

  @Test(arguments: OutputFormat.allCases)
  func `it prints the same bytes anywhere, in every format`(format: OutputFormat) throws {
    let words = ["movement"] + Self.eastSussex + ["--format", format.rawValue]
    let here = try BuiltCommand.run(words)
    #expect(here.status == 0)
    #expect(here.errors.isEmpty)
    // The chart has the last year, and not the first.
    #expect(here.output.contains(format == .svg ? "<svg " : "55.631"))
    let elsewhere = ["LANG": "de_DE.UTF-8", "LC_ALL": "tr_TR.UTF-8", "COLUMNS": "40"]
    #expect(try BuiltCommand.run(words, environment: elsewhere) == here)
  }

  @Test(arguments: ScenarioFiles.plans)
  func `no plan has a movement from itself`(plan: String) throws {
    let outcome = try BuiltCommand.run(["movement", plan, plan, "--format", "csv"])
    guard outcome.status == 0 else {
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("the plan has no gap that could move"))
      return
    }
    let rows = Transcript.lines(outcome.output).dropFirst()
    #expect(rows.count == 4)
    #expect(rows.allSatisfy { $0.contains("Remaining gap, ") })
  }

  @Test func `a gap carried in that is not the gap left is status one, and printed all the same`()
    throws
  {
    let outcome = try run(
      plan("{ id: pay, title: Pay, role: pressure, recurring: [1.000, 1.000] }", title: "Old"),
      plan(
        """
        { id: carried, title: Carried, role: pressure, carried-gap: yes, recurring: [1.100, ~] }
        { id: pay, title: Pay, role: pressure, recurring: [1.000, ~] }
        """, title: "New", years: "2018-19, 2019-20"))
    #expect(outcome.status == 1)
    #expect(outcome.errors.isEmpty)
    #expect(
      outcome.output.contains(
        "The gap carried in does not agree: New carries in £1.100m, and Old leaves £1.000m in 2017-18."
      ))
    #expect(outcome.output.contains(/\nCarried +1\.100 +1\.100\n/))
  }

  @Test func `plans without a year in common, or without a gap, are status two`() throws {
    let pay = "{ id: pay, title: Pay, role: pressure, recurring: [1.000, 1.000] }"
    let later = try run(plan(pay), plan(pay, years: "2019-20, 2020-21"))
    #expect(later.status == 2)
    #expect(later.output.isEmpty)
    #expect(
      later.errors.contains(
        "new.yaml:1:1: error: the two plans have no year in common [year-outside-plan]"))
    let listing = try run(plan(pay), plan(pay, head: "gap: none"))
    #expect(listing.status == 2)
    #expect(listing.errors.contains("new.yaml:1:1: error: the plan has no gap that could move"))
  }

  @Test(arguments: [["movement"], ["movement", eastSussex[0]], ["movement"] + eastSussex + ["x"]])
  func `two files are needed and no more`(words: [String]) throws {
    let outcome = try BuiltCommand.run(words)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("help: type mtfs movement OLD NEW;"))
  }

  @Test func `a scenario moves its plan by its changes`() throws {
    let outcome = try BuiltCommand.run([
      "movement", "\(ScenarioFiles.wiltshire)/plan.yaml",
      "\(ScenarioFiles.wiltshire)/levy-not-taken.yaml",
      "--kind", "annual",
    ])
    #expect(outcome.status == 0)
    let run = try BuiltCommand.run(
      ["run", "\(ScenarioFiles.wiltshire)/levy-not-taken.yaml", "--kind", "annual"])
    // It closes at what `run` says is left.
    let left = try #require(run.output.firstMatch(of: /\nWith the changes +(.+)\n/)?.1)
    let closing = try #require(
      outcome.output.matches(of: /\nRemaining gap, .+?  +([0-9(].+)\n/).last?.1)
    #expect(closing.split(separator: " ") == left.split(separator: " "))
  }

  @Test func `figures finer than the last place are said not to add`() throws {
    func fine(_ figures: String...) -> String {
      plan(
        figures.enumerated().map {
          "{ id: pay-\($0), role: pressure, decimals: 6, recurring: [\($1)] }"
        }.joined(separator: "\n"))
    }
    let note = "some do not add as printed"
    let old = fine("1.000000, ~", "1.000000, ~")
    // Down a column: 0.0004 and 0.0004 are 0.001. Across a row: 0.0003 and 0.0003 are.
    #expect(try run(old, fine("1.000400, ~", "1.000400, ~")).output.contains(note))
    #expect(try run(old, fine("1.000300, 0.000300", "1.000000, ~")).output.contains(note))
    #expect(try !run(old, fine("1.001000, 0.001000", "1.002000, ~")).output.contains(note))
  }

  @Test func `titles, notes and sections steer no terminal and become no markup`() throws {
    let hostile = "\"\\u001B[31m<b>|*=1+1\""
    func text(_ figure: String) -> String {
      plan(
        "{ id: s, title: \(hostile), role: pressure, lines: [{ id: pay, title: \(hostile), "
          + "recurring: [\(figure), ~], note: \(hostile) }] }", title: hostile)
    }
    for format in ["text", "markdown", "csv", "json"] {
      let outcome = try run(text("1.000"), text("2.000"), "--format", format)
      #expect(outcome.status == 0)
      #expect(!outcome.output.unicodeScalars.contains("\u{1B}"), "\(format)")
      if format == "markdown" { #expect(!outcome.output.contains("<b>")) }
    }
  }

  @Test func `unit and decimals are those asked for`() throws {
    let outcome = try BuiltCommand.run(
      ["movement"] + Self.eastSussex + ["--unit", "£000", "--decimals", "0", "--kind", "annual"])
    #expect(
      outcome.output.contains(
        /\nRemaining gap, Plan after the updates +55,631 +18,542 +36,893 +111,066\n/))
  }
}
