import Foundation
import Testing

@Suite struct ReportCommandTests {
  private static let plan = "Scenarios/wiltshire-2017/plan.yaml"
  private static let scenario = "Scenarios/wiltshire-2017/staffing-up.yaml"

  private func report(_ words: String..., in folder: String) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(["report"] + words + ["--to", "\(folder)/pack"])
  }

  private func files(_ folder: String) throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return try Dictionary(
      uniqueKeysWithValues: names.filter { !["pack"].contains($0) }.map {
        ($0, try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)")))
      })
  }

  @Test func `a pack is written whole, and the same again anywhere`() throws {
    try withFolder { folder in
      let first = try report(Self.plan, Self.scenario, in: folder)
      #expect(first.status == 0 && first.errors.isEmpty)
      let written = try files(folder)
      #expect(written.count > 8)
      for name in written.keys {
        #expect(first.output.contains("\n  \(name.dropFirst("pack/".count)) "), "\(name)")
      }
      let words = ["report", Self.plan, Self.scenario, "--to", "\(folder)/pack", "--force"]
      let again = try BuiltCommand.run(
        words, environment: ["LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu", "COLUMNS": "40"])
      #expect(again == first)
      #expect(try files(folder) == written)
    }
  }

  @Test func `a pack that is there is replaced only where that was asked for`() throws {
    try withFolder { folder in
      _ = try report(Self.plan, in: folder)
      let written = try files(folder)
      let refused = try report(Self.scenario, in: folder)
      #expect(refused.status == 2 && refused.output.isEmpty)
      #expect(refused.errors.contains("help: add --force to replace it"))
      #expect(try files(folder) == written)
    }
  }

  @Test(arguments: [1, 40, 150])
  func `a full disk leaves nothing behind and the pack before it as it was`(blocks: Int) throws {
    try withFolder { folder in
      _ = try report(Self.plan, in: folder)
      let written = try files(folder)
      for name in ["pack", "new"] {
        let full = try BuiltCommand.shell(
          "trap '' XFSZ; ulimit -f \(blocks); "
            + "exec mtfs report \(Self.plan) --to \(folder)/\(name) --force")
        #expect(full.status == 2)
        #expect(full.errors.contains("cannot be written: File too large"))
        #expect(try files(folder) == written)
      }
    }
  }

  @Test func `everything wrong in a layout, a plan and a scenario is said at once`() throws {
    try withFolder { folder in
      try "layout: a\nyears: [2030-31]\ncolour: red\n".write(
        toFile: "\(folder)/a.layout", atomically: false, encoding: .utf8)
      let outcome = try report(
        Self.plan, "\(folder)/none.yaml", "--layout", "\(folder)/a.layout", in: folder)
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(outcome.errors.contains("there is no file"))
      #expect(outcome.errors.contains("unknown key 'colour' in a layout"))
      let alone = try report(Self.plan, "--layout", "\(folder)/a.layout", in: folder)
      #expect(alone.errors.contains("unknown key 'colour' in a layout"))
      #expect(alone.errors.contains("2030-31 is not a year of the plan"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.layout"])
    }
  }

  @Test func `a layout is no question, and a plan no layout`() throws {
    let layout = "Scenarios/wiltshire-2017/cabinet.layout"
    let run = try BuiltCommand.run(["run", layout])
    #expect(run.status == 2 && run.errors.contains("the file holds a layout"))
    try withFolder { folder in
      let turned = try report(Self.plan, "--layout", Self.plan, in: folder)
      #expect(turned.status == 2 && turned.errors.contains("the file holds a plan"))
    }
    #expect(try BuiltCommand.run(["format", layout, "--check"]).status == 0)
  }

  @Test func `without a folder to write to the words are no use`() throws {
    let outcome = try BuiltCommand.run(["report", Self.plan])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("add --to DIR"))
  }

  @Test func `a final report with figures to be confirmed is a finding, and written`() throws {
    try withFolder { folder in
      try """
      plan: p
      title: P
      unit: £m
      years: [2026-27]
      sections:
        - { id: s, role: pressure, lines: [{ id: l, recurring: [tbc] }] }
      """.write(toFile: "\(folder)/p.yaml", atomically: false, encoding: .utf8)
      let draft = try report("\(folder)/p.yaml", in: folder)
      #expect(draft.status == 0)
      let final = try report("\(folder)/p.yaml", "--status", "final", "--force", in: folder)
      #expect(final.status == 1)
      #expect(final.output.contains("Not to be signed: it is final"))
      #expect(try files(folder)["pack/report.html"] != nil)
    }
  }

  @Test func `bars come where they are asked for, and never by themselves into a pipe`() throws {
    let bars = try BuiltCommand.run(["run", Self.scenario, "--bars", "always", "--width", "60"])
    #expect(bars.output.contains("█"))
    let plain = try BuiltCommand.run(["run", Self.scenario, "--width", "60"])
    #expect(!plain.output.contains("█"))
    let never = try BuiltCommand.run(["run", Self.scenario, "--bars", "never", "--width", "60"])
    #expect(never == plain)
    #expect(bars.output.split(separator: "\n").allSatisfy { $0.count <= 75 })
  }
}
