import Foundation
import Testing

@testable import mtfs

@Suite struct ImportCommandTests {
  private static let wiltshire = "\(ScenarioFiles.wiltshire)/published.tsv"

  /// The published tables with years, and how many cells of each are exact.
  static let published = [
    ("east-sussex-2026/published.tsv", 108), ("gateshead-2023/published.tsv", 39),
    ("gateshead-2023/published-annual.tsv", 4), ("gateshead-2024/published.tsv", 2),
    ("gateshead-gap/published.tsv", 10), ("wiltshire-2017/published.tsv", 290),
    ("wiltshire-adoption/published.tsv", 55),
  ]

  @Test(arguments: published)
  func `every published table of the project is imported and reconciles without an edit`(
    file: String, exact: Int
  ) throws {
    try withFolder { folder in
      let outcome = try BuiltCommand.run(["import", "Scenarios/\(file)", "--to", "\(folder)/new"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      let reconciled = try BuiltCommand.run(
        ["reconcile", "\(folder)/new/plan.yaml", "--format", "json"])
      #expect(reconciled.status == 0)
      #expect(reconciled.output.contains("\"exact\": \(exact)"))
      // The table stands beside the plan byte for byte.
      let name = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/new").sorted()
      #expect(name == ["import.md", "plan.yaml", "published.tsv"])
      #expect(
        FileManager.default.contentsEqual(
          atPath: "\(BuiltCommand.project)/Scenarios/\(file)",
          andPath: "\(folder)/new/published.tsv"))
    }
  }

  @Test func `Wiltshire's table gives the required gap of the plan that was written by hand`()
    throws
  {
    try withFolder { folder in
      _ = try BuiltCommand.run(["import", Self.wiltshire, "--to", "\(folder)/new"])
      func required(_ plan: String) throws -> [String] {
        let output = try BuiltCommand.run(["run", plan, "--format", "json"]).output
        let json = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
        let gap = json?["gap"] as? [String: Any]
        return (gap?["required"] as? [String: Any])?["annual"] as? [String] ?? []
      }
      let imported = try required("\(folder)/new/plan.yaml")
      #expect(imported == ["7.521", "19.198", "11.640", "14.089"])
      #expect(try imported == required("\(ScenarioFiles.wiltshire)/plan.yaml"))
      for command in ["table", "run", "check", "roll"] {
        let outcome = try BuiltCommand.run([command, "\(folder)/new/plan.yaml"])
        #expect(outcome.status == 0, "\(command): \(outcome.errors)")
      }
    }
  }

  @Test func `a table comes from standard input, and nothing is written unless it is asked for`()
    throws
  {
    try withFolder { folder in
      let table = "£m,2026/27,2027/28\nPay pressures,1.2,1.1\nSavings,(0.2),(0.5)\nGap,1.0,0.6\n"
      let outcome = try BuiltCommand.run(
        ["import", "-", "--title", "Small", "--format", "markdown"], in: folder, input: table)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.hasPrefix("# Small\n"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test func `a total that does not add is status one, with everything written all the same`()
    throws
  {
    try withFolder { folder in
      let table = "£m,2026/27,2027/28\nPay,1.2,1.1\nPrices,0.2,0.5\nTotal pressures,1.4,2.7\n"
      let outcome = try BuiltCommand.run(
        ["import", "-", "--to", "new"], in: folder, input: table)
      #expect(outcome.status == 1)
      #expect(try BuiltCommand.run(["reconcile", "new/plan.yaml"], in: folder).status == 1)
      let again = try BuiltCommand.run(["import", "-", "--to", "new"], in: folder, input: table)
      #expect(again.status == 2)
      #expect(again.output.isEmpty)
      #expect(again.errors.contains("add --force to replace it"))
    }
  }

  @Test(
    arguments: [
      ["--years", "2026"], ["--years", "2027-28..2026-27"], ["--id", "My plan"], ["--unit", "$"],
      ["--to", "a", "--output", "b"], ["--base-years", "x"],
    ])
  func `an option that says nothing is wrong usage`(words: [String]) throws {
    let outcome = try BuiltCommand.run(["import", Self.wiltshire] + words)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
  }

  @Test func `a folder that holds the table does not lose it`() throws {
    try withFolder { folder in
      let table = "£m\t2026/27\nPay pressures\t1.2\nGap\t1.2\n"
      try table.write(toFile: "\(folder)/published.tsv", atomically: true, encoding: .utf8)
      let words = ["import", "published.tsv", "--to", "."]
      #expect(try BuiltCommand.run(words, in: folder).status == 2)
      let outcome = try BuiltCommand.run(words + ["--force"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(try String(contentsOfFile: "\(folder)/published.tsv", encoding: .utf8) == table)
    }
  }
}
