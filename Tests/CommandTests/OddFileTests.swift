import Foundation
import Testing

@testable import mtfs

/// Files that are named, saved or linked as people's computers do it.
@Suite struct OddFileTests {
  private static let plan = """
    plan: small
    title: Small
    unit: £m
    base-year: 2025-26
    years: [2026-27, 2027-28]
    sections:
      - id: growth
        role: pressure
        lines: [{ id: pay, title: Pay, recurring: [1.000, 2.000] }]
    published: [{ table: t.tsv }]

    """
  private static let table = "\t2026-27\t2027-28\nPay\t1.000\t2.000\n"
  private static let scenario =
    "scenario: s\nbased-on: PLAN\nchanges: [{ line: pay, scale: 110% }]\n"

  private func put(_ text: String, _ path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  /// A folder with the plan, under a name, and its table.
  private func withPlan(named name: String = "plan.yaml", _ body: (String) throws -> Void) throws {
    try withFolder { folder in
      try put(Self.plan, "\(folder)/\(name)")
      try put(Self.table, "\(folder)/t.tsv")
      try body(folder)
    }
  }

  @Test(arguments: [
    "my plan.yaml", "Bürger £ 2026–27.yaml", "two\nlines.yaml", "計画.yaml", "it's \"mine\".yaml",
    "a;b&c|d$(e).yaml", "tab\t.yaml", "%s%n.yaml", "plan", " .yaml",
  ])
  func `a plan may be called anything, and so may what is written`(name: String) throws {
    try withPlan(named: name) { folder in
      #expect(try BuiltCommand.run(["run", name], in: folder).status == 0)
      #expect(try BuiltCommand.run(["reconcile", name], in: folder).status == 0)
      #expect(try BuiltCommand.run(["format", name, "--write"], in: folder).status == 0)
      let quoted =
        "\""
        + name.replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        .replacing("\t", with: "\\t") + "\""
      try put(Self.scenario.replacing("PLAN", with: quoted), "\(folder)/s.yaml")
      let outcome = try BuiltCommand.run(["run", "s.yaml", "--output", "of \(name)"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(try String(contentsOfFile: "\(folder)/of \(name)", encoding: .utf8).contains("3.300"))
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(Set(names) == [name, "of \(name)", "s.yaml", "t.tsv"])
    }
  }

  @Test func `a name that starts with a hyphen is reached through its folder`() throws {
    try withPlan(named: "-plan.yaml") { folder in
      let bare = try BuiltCommand.run(["run", "-plan.yaml"], in: folder)
      let reached = try BuiltCommand.run(["run", "./-plan.yaml"], in: folder)
      #expect([bare.status, reached.status] == [64, 0])
    }
  }

  @Test(arguments: ScenarioFiles.plans)
  func `line ends of Windows and a byte order mark change no figure`(file: String) throws {
    try withFolder { folder in
      let source =
        BuiltCommand.project + "/"
        + file.split(separator: "/").dropLast()
        .joined(separator: "/")
      for name in try FileManager.default.contentsOfDirectory(atPath: source) {
        let text = try String(contentsOfFile: "\(source)/\(name)", encoding: .utf8)
        try put("\u{FEFF}" + text.replacing("\n", with: "\r\n"), "\(folder)/\(name)")
      }
      let name = String(file.split(separator: "/").last ?? "")
      for command in ["run", "table", "reconcile"] {
        let words = ["--format", "json"]
        let here = try BuiltCommand.run([command, file] + words)
        let saved = try BuiltCommand.run([command, name] + words, in: folder)
        #expect(saved == here, "\(command)")
      }
    }
  }

  @Test func `a file behind links is read, and what it names stands beside the link`() throws {
    try withPlan { folder in
      let files = FileManager.default
      try files.createDirectory(atPath: "\(folder)/sub", withIntermediateDirectories: false)
      try files.createSymbolicLink(
        atPath: "\(folder)/sub/p.yaml", withDestinationPath: "../plan.yaml")
      try files.createSymbolicLink(atPath: "\(folder)/sub/t.tsv", withDestinationPath: "../t.tsv")
      try files.createSymbolicLink(atPath: "\(folder)/way", withDestinationPath: "sub")
      try put(Self.scenario.replacing("PLAN", with: "way/p.yaml"), "\(folder)/s.yaml")
      for path in ["sub/p.yaml", "way/p.yaml", "s.yaml"] {
        #expect(try BuiltCommand.run(["run", path], in: folder).status == 0, "\(path)")
      }
    }
  }

  @Test(arguments: [
    ("ring", "ring", "[file-unreadable]"), ("lost", "nowhere", "[file-missing]"),
    ("into", ".", "[file-is-directory]"), ("endless", "/dev/zero", "[file-too-large]"),
  ])
  func `a link that leads to no file is an error`(
    name: String, leads: String, code: String
  ) throws {
    try withPlan { folder in
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/\(name)", withDestinationPath: leads)
      let outcome = try BuiltCommand.run(["run", "./\(name)"], in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(code), "\(outcome.errors)")
      // A file that names one waits for no device.
      try put(Self.plan.replacing("t.tsv", with: name), "\(folder)/plan.yaml")
      #expect(try BuiltCommand.run(["run", "plan.yaml"], in: folder).status == 2)
    }
  }

  @Test func `a file that a plan names is never standard input`() throws {
    try withFolder { folder in
      try put(Self.plan.replacing("t.tsv", with: "\"-\""), "\(folder)/plan.yaml")
      try put(Self.table, "\(folder)/t.tsv")
      let outcome = try BuiltCommand.shell("mtfs reconcile plan.yaml < t.tsv", in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("there is no file '-'"))
    }
  }

  @Test(arguments: [
    "title: \"" + String(repeating: "x", count: 4_000_000) + "\"",
    "# " + String(repeating: "£", count: 2_000_000),
    "title: " + String(repeating: "[", count: 4_000_000),
    String(repeating: "a", count: 4_000_000), String(repeating: "a: ", count: 1_000_000),
    "years: [" + String(repeating: "2026-27, ", count: 400_000) + "]",
    String(repeating: "- ", count: 2_000_000),
    "title: " + String(repeating: "\"\\u0041", count: 500_000),
  ])
  func `a line of millions of characters takes seconds at most, and little is said of it`(
    line: String
  ) throws {
    try withFolder { folder in
      let text = Self.plan.replacing("title: Small", with: line)
      try put(text, "\(folder)/plan.yaml")
      try put(Self.table, "\(folder)/t.tsv")
      // Two gigabytes of addresses, and processor seconds that a build without optimisation needs.
      let outcome = try BuiltCommand.shell(
        "ulimit -v 2000000; ulimit -t 30; mtfs check plan.yaml", in: folder)
      #expect([0, 1, 2].contains(outcome.status))
      #expect(outcome.output.utf8.count + outcome.errors.utf8.count < 100_000)
    }
  }
}
