import Foundation
import Testing

@Suite struct SavingsAndRisksCommandTests {
  private static let wiltshire = "\(ScenarioFiles.wiltshire)/plan.yaml"
  private static let district = "Scenarios/risk-register/plan.yaml"
  private static let maidstone = "Scenarios/maidstone-risks/plan.yaml"

  private static let formats = ["text", "markdown", "csv", "json"]

  @Test(arguments: [
    ("savings", wiltshire, 1), ("savings", district, 0), ("risks", district, 1),
    ("risks", maidstone, 0),
  ])
  func `a shortfall is a finding, printed all the same in every format`(
    command: String, file: String, status: Int
  ) throws {
    for format in Self.formats {
      let outcome = try BuiltCommand.run([command, file, "--format", format])
      #expect(outcome.status == Int32(status))
      #expect(outcome.errors.isEmpty)
      #expect(!outcome.output.isEmpty)
    }
  }

  @Test func `savings as planned alone are no finding`() throws {
    let outcome = try BuiltCommand.run(["savings", "\(ScenarioFiles.wiltshire)/driven.yaml"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("'delivery-by-status'"))
  }

  @Test func `Maidstone's figures and ranks come out as published`() throws {
    let outcome = try BuiltCommand.run(["risks", Self.maidstone, "--format", "csv"])
    let rows = outcome.output.split(separator: "\n").map(String.init)
    for (title, figures) in [
      ("H. Adverse impact", "1=,250,750,500,75%,375"), ("N. Adverse fin", "1=,250,750,500,75%,375"),
      ("J. Capital", "3,500,1500,1000,25%,250"), ("B. Fees", "4,200,600,400,50%,200"),
      ("L. Collection", "5,100,300,200,75%,150"), ("D. Planned", "6,250,750,500,25%,125"),
    ] {
      #expect(rows.contains { $0.contains(title) && $0.contains(figures) }, "\(title)")
    }
  }

  @Test func `--by groups savings by one field`() throws {
    let outcome = try BuiltCommand.run([
      "savings", Self.wiltshire, "--by", "priority", "--kind", "annual",
    ])
    #expect(outcome.output.contains("Savings by priority, annual"))
    #expect(outcome.output.contains("Strong communities"))
    #expect(!outcome.output.contains("Savings by status"))
    #expect(!outcome.output.contains("cumulative: the level"))
  }

  @Test(arguments: [
    ("savings", maidstone, "the plan has no savings [missing-key]"),
    ("risks", "Scenarios/wiltshire-2017/driven.yaml", "the plan states no risks [missing-key]"),
  ])
  func `a plan without them is refused, with what to write`(
    command: String, file: String, fault: String
  ) throws {
    let outcome = try BuiltCommand.run([command, file])
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(fault))
    #expect(outcome.errors.contains("docs/\(command).md shows more"))
  }

  @Test func `what a title, an owner or a note holds cannot reach the terminal or a page`() throws {
    let hostile = "\"<script>=1+1\\u202E\\u001B[2J|\""
    let plan = """
      plan: hostile
      title: Hostile
      unit: £m
      base-year: 2016-17
      years: [2017-18]
      delivery-by-status: { \(hostile): 50% }
      sections:
        - id: savings
          role: saving
          lines:
            - { id: fleet, title: \(hostile), owner: \(hostile), status: \(hostile), recurring: [(1.000)] }
      savings-delivery: { source: \(hostile), savings: { fleet: { achieved: 2.000 } } }
      risks:
        source: \(hostile)
        register:
          - { id: flood, title: \(hostile), lower: 1, upper: 2, likelihood: 5%, owner: \(hostile), mitigation: \(hostile), note: \(hostile) }
      """
    try withFolder { folder in
      try plan.write(toFile: "\(folder)/plan.yaml", atomically: false, encoding: .utf8)
      for command in ["savings", "risks"] {
        for format in Self.formats {
          let outcome = try BuiltCommand.run([command, "\(folder)/plan.yaml", "--format", format])
          #expect(outcome.errors.isEmpty)
          #expect(!outcome.output.contains("\u{202E}") && !outcome.output.contains("\u{1B}"))
          if format == "markdown" { #expect(!outcome.output.contains("<script>")) }
          if format == "csv" { #expect(!outcome.output.contains("\n=")) }
        }
      }
    }
  }
}
