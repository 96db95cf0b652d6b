import Foundation
import Testing

@testable import mtfs

@Suite struct RollCommandTests {
  private static let plan = "\(ScenarioFiles.wiltshire)/plan.yaml"

  private func roll(_ words: String...) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(["roll"] + words)
  }

  private func read(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `the plan and its movement are written together and printed as well`() throws {
    try withFolder { folder in
      let outcome = try roll(Self.plan, "--to", "\(folder)/next")
      #expect(outcome.status == 0)
      #expect(outcome.output == (try roll(Self.plan).output))
      let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/next").sorted()
      #expect(names == ["movement.md", "plan.yaml"])
      #expect(
        try read("\(folder)/next/movement.md") == roll(Self.plan, "--format", "markdown").output)
      let run = try BuiltCommand.run(["run", "\(folder)/next/plan.yaml"])
      #expect(run.output.contains("  19.198    11.640    14.089"))
      let moved = try BuiltCommand.run(["movement", Self.plan, "\(folder)/next/plan.yaml"])
      #expect(moved.status == 0)
      #expect(moved.output.contains("Nothing changed"))
    }
  }

  @Test func `where one file is there already neither is written`() throws {
    try withFolder { folder in
      try "old".write(toFile: "\(folder)/movement.md", atomically: true, encoding: .utf8)
      let refused = try roll(Self.plan, "--to", folder)
      #expect(refused.status == 2)
      #expect(refused.output.isEmpty)
      #expect(refused.errors.contains("help: add --force to replace it"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["movement.md"])
      #expect(try roll(Self.plan, "--to", folder, "--force").status == 0)
      #expect(try read("\(folder)/movement.md") != "old")
    }
  }

  @Test(arguments: ScenarioFiles.plans)
  func `every plan of the project rolls, and what comes out rolls again`(file: String) throws {
    let name = file.split(separator: "/").last.map(String.init) ?? ""
    try withFolder { folder in
      let outcome = try roll(file, "--to", "\(folder)/once")
      if outcome.errors.contains("a plan without years cannot be rolled") { return }
      #expect(outcome.status == 0, "\(outcome.errors)")
      let again = try roll("\(folder)/once/\(name)", "--to", "\(folder)/twice")
      #expect(again.status == 0, "\(again.errors)")
      #expect(try BuiltCommand.run(["table", "\(folder)/twice/\(name)"]).status == 0)
    }
  }

  @Test func `the plan of the guide page rolls to the file that it shows`() throws {
    let page = try read("\(BuiltCommand.project)/docs/roll.md")
    let blocks = page.components(separatedBy: "```yaml\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    try withFolder { folder in
      try blocks[0].write(toFile: "\(folder)/plan.yaml", atomically: true, encoding: .utf8)
      _ = try roll("\(folder)/plan.yaml", "--to", "\(folder)/next")
      #expect(try read("\(folder)/next/plan.yaml") == blocks[1])
    }
  }

  @Test func `a plan from standard input is called plan`() throws {
    try withFolder { folder in
      let text = "{ plan: a, title: A, unit: £m, years: [2017-18, 2018-19], sections: [] }\n"
      let outcome = try BuiltCommand.run(["roll", "-", "--to", folder], input: text)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(try read("\(folder)/plan.yaml").hasPrefix("# Rolled forward from standard input:"))
    }
  }

  @Test func `a scenario is refused with its plan named`() throws {
    let outcome = try roll("\(ScenarioFiles.wiltshire)/staffing-up.yaml")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("error: a scenario cannot be rolled [wrong-type]"))
    #expect(outcome.errors.contains("help: roll its plan, 'plan.yaml', and base the scenario on"))
  }

  @Test func `a folder and a file for the result exclude each other`() throws {
    let outcome = try roll(Self.plan, "--to", "next", "--output", "page.txt")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("--to and --output exclude each other"))
  }

  @Test func `a file name cannot end the comment it is named in`() throws {
    try withFolder { folder in
      let text = "{ plan: a, title: A, unit: £m, years: [2017-18, 2018-19], sections: [] }\n"
      let name = "a\nevil: yes #.yaml"
      try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
      let outcome = try roll("\(folder)/\(name)", "--format", "json")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(!outcome.output.contains("\\nevil"))
    }
  }
}
