import Foundation
import Testing

@testable import mtfs

/// The starter plan of `mtfs init`: it runs at once, and nothing that is there is lost.
@Suite struct InitCommandTests {
  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func `what init says to try next works as it is typed`() throws {
    try withFolder { folder in
      let outcome = try BuiltCommand.run(["init", "my plan"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let lines = outcome.output.split(separator: "\n").filter { $0.hasPrefix("  mtfs ") }
      #expect(lines.count == 3)
      for line in lines {
        let typed = line.components(separatedBy: "   ").first { !$0.isEmpty } ?? ""
        let command = typed.components(separatedBy: "  ").first { !$0.isEmpty } ?? ""
        let result = try BuiltCommand.shell(command, in: folder)
        #expect(result.status == 0, "\(command): \(result.errors)")
        #expect(result.output.hasPrefix("Invented Borough Council"))
      }
      #expect(
        try names(in: "\(folder)/my plan") == ["higher-pay.yaml", "late-savings.yaml", "plan.yaml"])
    }
  }

  @Test func `check finds nothing in the starter files, not even a warning`() throws {
    try withFolder { folder in
      #expect(try BuiltCommand.run(["init"], in: folder).status == 0)
      let files = Starter.files.map(\.name)
      let outcome = try BuiltCommand.run(["check", "--strict"] + files, in: folder)
      #expect(outcome == BuiltCommand.Outcome(status: 0, output: "", errors: ""))
    }
  }

  @Test(arguments: [
    // Funding typed as a tax leaflet prints it: all of it, and one line.
    (
      [
        "(62.400)": "62.400",
        "(9.100), recurring: [1.200, 0.800, 0.400]":
          "9.100, recurring: [(1.200), (0.800), (0.400)]", "[(0.600), ~, ~]": "[0.600, ~, ~]",
      ], "funding-that-costs"
    ),
    (["(62.400)": "62.400"], "funding-that-costs"),
    (["base: (9.100)": "base: 9.100"], "funding-that-costs"),
    (["[(0.600), ~, ~]": "[0.600, ~, ~]"], "funding-that-costs"),
    (["[1.300,": "[1300,"], "figure-out-of-scale"),
    (["[(0.600), ~, ~]": "[(0.600), 0.600, ~]"], "one-off-unwound-twice"),
  ])
  func `what a beginner mistypes in the starter plan is found`(
    slips: [String: String], rule: String
  ) throws {
    var text = try #require(Starter.files.first { $0.name == "plan.yaml" }).text
    for (figures, slip) in slips {
      #expect(text.contains(figures))
      text = text.replacingOccurrences(of: figures, with: slip)
    }
    let outcome = try BuiltCommand.run(["check", "-"], input: text)
    #expect(outcome.output.components(separatedBy: "warning: ").count == 2, "\(outcome.output)")
    #expect(outcome.output.contains("[\(rule)]"))
  }

  @Test func `each question changes the gap, and each of its changes does`() throws {
    try withFolder { folder in
      _ = try BuiltCommand.run(["init"], in: folder)
      for file in Starter.files.map(\.name).dropFirst() {
        let json = try BuiltCommand.run(["run", file, "--format", "json"], in: folder).output
        let page = try #require(
          try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let changes = try #require(page["contributions"] as? [[String: Any]])
        #expect(!changes.isEmpty)
        for change in changes {
          #expect((change["annual"] as? [String])?.contains { $0 != "0.000" } == true, "\(change)")
        }
      }
    }
  }

  @Test(arguments: Starter.files.map(\.name))
  func `where one of the files is there, none is written`(name: String) throws {
    try withFolder { folder in
      try "mine".write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
      let outcome = try BuiltCommand.run(["init", folder])
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("\(name)' is already there\nhelp: add --force to replace it"))
      #expect(try names(in: folder) == [name])
      #expect(try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) == "mine")
      #expect(try BuiltCommand.run(["init", folder, "--force"]).status == 0)
      #expect(try names(in: folder).count == 3)
      #expect(try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) != "mine")
    }
  }

  @Test func `the starter plan can be read in five minutes`() {
    let lines = Starter.files.map { $0.text.split(separator: "\n").count }
    #expect(lines.reduce(0, +) < 90)
    #expect(Starter.files.allSatisfy { $0.text.contains("\n# ") || $0.text.hasPrefix("# ") })
  }
}
