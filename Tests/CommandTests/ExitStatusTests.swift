import Foundation
import Testing

/// What a command tells the shell, and what it writes when it fails: nothing.
@Suite struct ExitStatusTests {
  private static let plan = "\(ScenarioFiles.wiltshire)/plan.yaml"

  @Test(arguments: ["run", "table", "reconcile"])
  func `a file that cannot be used is status two and nothing on standard output`(
    command: String
  ) throws {
    let outcome = try BuiltCommand.run([command, "no-such.yaml"])
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("'no-such.yaml'"))
  }

  @Test(arguments: [
    ["explain", plan], ["reconcile", plan, plan], ["run"], ["run", plan, "--fromat", "csv"],
    ["explain", plan, "digitl"], ["explain", plan, "digital", "2031-32"], ["nonsense"],
    ["reconcile", plan, "--kind", "annual"], ["run", plan, "--decimals", "9"], ["help", "rnu"],
  ])
  func `a command line that says nothing is status 64 and helps`(words: [String]) throws {
    let outcome = try BuiltCommand.run(words)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("mtfs: error: "))
    #expect(outcome.errors.contains("\nhelp: "))
  }

  @Test func `an unknown row gets the nearest, an unknown year those there are`() throws {
    #expect(
      try BuiltCommand.run(["explain", Self.plan, "digitl"]).errors == """
        mtfs: error: there is no row, section or assumption 'digitl'
        help: the nearest is 'digital'; 'mtfs help explain' shows an example

        """)
    #expect(
      try BuiltCommand.run(["explain", Self.plan, "digital", "2031-32"]).errors == """
        mtfs: error: '2031-32' is no year or column of the plan
        help: it has 2016-17, 2017-18, 2018-19, 2019-20, 2020-21; 'mtfs help explain' shows \
        an example

        """)
  }

  @Test func `a cell that is wrong is status one, with the result printed all the same`() throws {
    try withFolder { folder in
      let project = BuiltCommand.project
      let table = try String(
        contentsOfFile: "\(project)/\(ScenarioFiles.wiltshire)/published.tsv", encoding: .utf8)
      let plan = try String(contentsOfFile: "\(project)/\(Self.plan)", encoding: .utf8)
      try plan.write(toFile: "\(folder)/plan.yaml", atomically: false, encoding: .utf8)
      try table.replacing("19.198", with: "19.189", maxReplacements: 1)
        .write(toFile: "\(folder)/published.tsv", atomically: false, encoding: .utf8)
      let outcome = try BuiltCommand.run(["reconcile", "plan.yaml"], in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.errors.isEmpty)
      #expect(outcome.output.contains("289 exact, 0 rounding, 0\nnoted, 1 wrong."))
      #expect(outcome.output.contains("two digits are exchanged"))
      #expect(outcome.output.contains("(published.tsv:49)"))
    }
  }

  @Test func `a plan with nothing to reconcile is a finding, not a success`() throws {
    let plan = """
      plan: a
      title: A
      unit: £m
      years: [2026-27]
      sections: [{ id: s, role: pressure, lines: [{ id: l, recurring: [1.000] }] }]

      """
    let outcome = try BuiltCommand.run(["reconcile", "-"], input: plan)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("Nothing to reconcile"))
  }

  @Test func `every fault of a file is reported, and the file that is there stays as it is`() throws
  {
    try withFolder { folder in
      let scenario = """
        scenario: a
        based-on: \(BuiltCommand.project)/\(Self.plan)
        changes:
          - { name: One, line: stafing, scale: 120% }
          - { name: Two, line: digital, scale: 120%, in: 2017-19 }

        """
      try scenario.write(toFile: "\(folder)/a.yaml", atomically: false, encoding: .utf8)
      try "mine".write(toFile: "\(folder)/out", atomically: false, encoding: .utf8)
      let words = ["run", "a.yaml", "--output", "out", "--force"]
      let outcome = try BuiltCommand.run(words, in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("a.yaml:4:"))
      #expect(outcome.errors.contains("the nearest is 'staffing'"))
      #expect(outcome.errors.contains("a.yaml:5:"))
      #expect(try String(contentsOfFile: "\(folder)/out", encoding: .utf8) == "mine")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
    }
  }

  @Test func `a folder that takes no files is named and nothing is left in it`() throws {
    let outcome = try BuiltCommand.run(["run", Self.plan, "--output", "/proc/gap.txt"])
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("mtfs: error: '/proc/gap.txt' cannot be written: "))
  }

  @Test func `a reader that goes away early is no fault`() throws {
    let line = "{ mtfs table \(Self.plan); echo $? >&2; } | head -n 1"
    let outcome = try BuiltCommand.shell(line)
    #expect(outcome.errors == "0\n")
    #expect(outcome.output.hasPrefix("Wiltshire Council"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `a full disk is status two`() throws {
    let outcome = try BuiltCommand.run(["run", Self.plan, "--output", "/dev/full"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("No space left on device"))
    #expect(try BuiltCommand.shell("mtfs run \(Self.plan) >/dev/full").status == 2)
  }
}
