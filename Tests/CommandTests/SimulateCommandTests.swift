import Foundation
import Testing

@Suite struct SimulateCommandTests {
  private static let plan = "Scenarios/simulation/plan.yaml"

  private func simulate(
    _ words: String..., plan: String = plan
  ) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(["simulate", plan] + words)
  }

  @Test(arguments: [
    (["--draws", "10"], "simulate needs --seed", "with it anybody can have the same draws again"),
    (["--seed", "1"], "simulate needs --draws", "type --draws 10000"),
    (["--seed", "1", "--draws", "0"], "'0' is no value for --draws", "from 1 to 1000000000"),
    (["--seed", "1", "--draws", "10000000000"], "no value for --draws", "from 1 to 1000000000"),
    (["--seed", "-1", "--draws", "9"], "'-1' is no value for --seed", "whole number from 0"),
    (
      ["--seed", "1", "--draws", "2", "--from-draw", "999999999"], "beyond number 999999999",
      "begin earlier"
    ),
    (
      ["--seed", "1", "--draws", "10", "--explain-draw", "10"],
      "draw 10 is not among those of the run, 0 to 9", "asked for alone"
    ),
    (["--seed", "1", "--explain-draw", "1000000000"], "no value for --explain-draw", "999999999"),
    (["--seed", "1", "--draws", "9", "--confidence", "80,100"], "'100' in --confidence", "99.5%"),
    (["--seed", "1", "--draws", "9", "--confidence", "x"], "'x' in --confidence", "80%,90%"),
    (
      ["--seed", "1", "--draws", "9", "--counts", "-"], "--counts needs a file of its own", "part-1"
    ),
    (["--merge"], "--merge needs the counts of a run", "--merge COUNTS..."),
    (["--merge", "--seed", "9"], "--merge and --seed exclude each other", "what was drawn"),
    (["--merge", "a", "--from-draw", "9"], "--merge with --from-draw needs --draws", "all parts"),
    (["part.counts", "--seed", "1", "--draws", "9"], "no use for 'part.counts'", "--merge"),
  ])
  func `what cannot be asked is wrong usage`(
    words: [String], message: String, help: String
  ) throws {
    let outcome = try BuiltCommand.run(["simulate", Self.plan] + words)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(message))
    #expect(outcome.errors.contains(help))
  }

  @Test func `a plan without a range or without a gap is bad input, in its place`() throws {
    let bare = try simulate(
      "--seed", "1", "--draws", "9", plan: "\(ScenarioFiles.wiltshire)/plan.yaml")
    #expect(bare.status == 2)
    #expect(bare.errors.contains("plan.yaml:"))
    #expect(bare.errors.contains("the plan has no range to draw from"))
    let listing = try simulate(
      "--seed", "1", "--draws", "9", plan: "Scenarios/gateshead-2024/plan.yaml")
    #expect(listing.status == 2)
    #expect(listing.errors.contains("no gap"))
    let named = try simulate("--seed", "1", "--draws", "9", "--of", "demand,digital,deman")
    #expect(named.status == 2)
    #expect(named.errors.contains("the line 'digital' has no range to draw from"))
    #expect(named.errors.contains("the nearest is 'demand'"))
  }

  @Test(arguments: ["text", "markdown", "csv", "json"])
  func `any number of threads gives the same bytes`(format: String) throws {
    let asked = ["--seed", "9", "--draws", "60", "--format", format]
    let one = try BuiltCommand.run(["simulate", Self.plan] + asked + ["--threads", "1"])
    #expect(one.status == 0)
    #expect(one.errors.isEmpty)
    for threads in ["2", "3", "16"] {
      #expect(
        try BuiltCommand.run(["simulate", Self.plan] + asked + ["--threads", threads]) == one)
    }
  }

  @Test func `ten runs of a tenth, merged in any order, are the one run`() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/mtfs-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var parts: [String] = []
    for part in 0..<10 {
      parts.append("\(folder)/\(part).counts")
      let outcome = try simulate(
        "--seed", "7", "--draws", "30", "--from-draw", "\(part * 30)", "--counts", parts[part])
      #expect(outcome.status == 0)
    }
    for format in ["text", "json"] {
      let whole = try simulate("--seed", "7", "--draws", "300", "--format", format)
      let merged = try BuiltCommand.run(
        ["simulate", Self.plan, "--merge", "--draws", "300", "--format", format] + parts.reversed())
      #expect(merged == whole)
    }
    let short = try BuiltCommand.run(
      ["simulate", Self.plan, "--merge", "--draws", "300"] + parts.dropLast())
    #expect(short.status == 2)
    #expect(short.errors.contains("the draws from 270 to 299 are missing"))
    let gapped = try BuiltCommand.run(["simulate", Self.plan, "--merge", parts[0], parts[2]])
    #expect(gapped.status == 2)
    #expect(gapped.errors.contains("the draws from 30 to 59 are missing"))
    #expect(gapped.errors.contains("--from-draw 30 --draws 30"))
    let again = try simulate(
      "--seed", "7", "--draws", "30", "--counts", parts[0])
    #expect(again.status == 2)
    #expect(again.errors.contains("is already there"))
    #expect(again.output.isEmpty)
  }

  @Test func `the scenario of an explained draw gives the gap that is printed above it`() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/mtfs-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let page = try simulate("--seed", "7", "--explain-draw", "731204").output
    let file = try #require(page.components(separatedBy: "saved and run:\n\n").last)
    let plan = "\(BuiltCommand.project)/\(Self.plan)"
    try file.replacingOccurrences(of: Self.plan, with: plan)
      .write(toFile: "\(folder)/draw.yaml", atomically: false, encoding: .utf8)
    let run = try BuiltCommand.run(["run", "\(folder)/draw.yaml"])
    #expect(run.status == 0)
    let remaining = page.components(separatedBy: "\n").filter { $0.hasPrefix("Remaining ") }
    #expect(remaining.count == 2)
    for line in remaining { #expect(run.output.contains(line)) }
  }

  @Test func `a draw that gives no gap shows what it drew before the error`() throws {
    let plan = """
      plan: split
      title: Split
      unit: £000
      years: [2026-27]
      assumptions:
        parts: { title: Parts, unit: number, values: 2, range: { distribution: discrete, values: [0, 1], chances: [100%, 0%] } }
      sections:
        - { id: pay, role: pressure, recurring: "= £100k / parts" }
      """
    let outcome = try BuiltCommand.run(
      ["simulate", "-", "--seed", "1", "--explain-draw", "4"], input: plan)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("What was drawn\n"))
    #expect(outcome.errors.contains("Parts  0 "))
    #expect(outcome.errors.contains("'parts' is nil, and nothing divides by nil"))
  }

  @Test func `a scenario made of standard input asks for the name of its file`() throws {
    let plan = try String(
      contentsOfFile: "\(BuiltCommand.project)/Scenarios/wiltshire-2017/driven.yaml",
      encoding: .utf8)
    let page = try BuiltCommand.run(
      ["simulate", "-", "--seed", "1", "--explain-draw", "4"],
      in: "\(BuiltCommand.project)/Scenarios/wiltshire-2017",
      input: plan)
    #expect(page.output.contains("based-on: plan.yaml  # write the name of the file here"))
  }

  @Test func `a result does not replace the plan that it is made of`() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/mtfs-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/plan.yaml"
    try FileManager.default.copyItem(atPath: "\(BuiltCommand.project)/\(Self.plan)", toPath: path)
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/link.yaml", withDestinationPath: path)
    try "scenario: s\nbased-on: plan.yaml\nchanges: []\n"
      .write(toFile: "\(folder)/s.yaml", atomically: false, encoding: .utf8)
    let before = FileManager.default.contents(atPath: path)
    for words in [
      ["simulate", "plan.yaml", "--seed", "1", "--draws", "9", "--counts", "plan.yaml"],
      ["run", "plan.yaml", "--output", "./plan.yaml"],
      ["run", "plan.yaml", "--output", "link.yaml"],
      ["run", "s.yaml", "--output", "plan.yaml"],
    ] {
      let outcome = try BuiltCommand.run(words + ["--force"], in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("is read by this command, and is not replaced"))
      #expect(FileManager.default.contents(atPath: path) == before)
    }
    let format = try BuiltCommand.run(["format", "--write", "plan.yaml"], in: folder)
    #expect(format.status == 0)
  }

  @Test func `Ctrl-C ends a run, and nothing is written`() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/mtfs-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let process = Process()
    process.executableURL = BuiltCommand.products.appendingPathComponent("mtfs")
    process.currentDirectoryURL = URL(fileURLWithPath: BuiltCommand.project)
    process.arguments = [
      "simulate", Self.plan, "--seed", "7", "--draws", "1000000000", "--counts", "\(folder)/counts",
      "--output", "\(folder)/page",
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    // It is heeded between two blocks of draws, and obeyed at once before the first.
    for _ in 0..<600 where process.isRunning {
      Thread.sleep(forTimeInterval: 0.1)
      process.interrupt()
    }
    if process.isRunning {
      kill(process.processIdentifier, SIGKILL)
      Issue.record("still running after a minute of Ctrl-C")
    }
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == SIGINT)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }
}
