import Foundation
import Testing

@testable import mtfs

/// A scenario without a change is its plan, in every cell of every output.
@Suite struct EmptyScenarioTests {
  /// Runs `body` with the path of a plan and that of an empty scenario of it.
  private func withEmptyScenario(
    of plan: String, _ body: (_ plan: String, _ scenario: String) throws -> Void
  ) throws {
    let path = "\(BuiltCommand.project)/\(plan)"
    try withFolder { folder in
      let text = "scenario: nothing\ntitle: Nothing\nbased-on: \(path)\nchanges: []\n"
      try text.write(toFile: "\(folder)/nothing.yaml", atomically: false, encoding: .utf8)
      try body(path, "\(folder)/nothing.yaml")
    }
  }

  /// A page of HTML and a Word document name the scenario in their title as well, which is no line of
  /// its own; a workbook has sheets for what a scenario makes of its plan.
  @Test(
    arguments: ScenarioFiles.plans,
    OutputFormat.allCases.filter { ![.html, .xlsx, .docx].contains($0) })
  func `table, reconcile and explain say of it what they say of its plan`(
    plan: String, format: OutputFormat
  ) throws {
    try withEmptyScenario(of: plan) { plan, scenario in
      for words in try ScenarioFiles.commands(on: plan).dropFirst() {
        let ofPlan = try BuiltCommand.run(words + ["--format", format.rawValue])
        let asked = [words[0], scenario] + words.dropFirst(2) + ["--format", format.rawValue]
        let ofScenario = try BuiltCommand.run(asked)
        #expect(ofScenario.status == ofPlan.status)
        #expect(unheaded(ofScenario.output) == unheaded(ofPlan.output), "\(words)")
      }
    }
  }

  @Test(arguments: ScenarioFiles.plans)
  func `run has the figures of its plan, and nil in every difference`(plan: String) throws {
    try withEmptyScenario(of: plan) { plan, scenario in
      let ofPlan = lines(try BuiltCommand.run(["run", plan, "--format", "csv"]).output)
      let ofScenario = lines(try BuiltCommand.run(["run", scenario, "--format", "csv"]).output)
      #expect(Array(ofScenario.prefix(ofPlan.count)) == ofPlan)
      let differences = ofScenario.filter { $0.hasPrefix("\"Difference from the plan") }
      // A plan that only lists its rows has no gap: no line below the head of the file.
      #expect(differences.count == (ofPlan.count > 1 ? 6 : 0))
      for line in differences {
        let cells = line.split(separator: "\"").last?.split(separator: ",").dropFirst(2) ?? []
        #expect(!cells.isEmpty && cells.allSatisfy { $0.allSatisfy("0.".contains) }, "\(line)")
      }
      let bridge = ofScenario.filter { $0.contains("change by change") }
      let figures = { (label: String) in
        bridge.filter { $0.contains(label) }.map { $0.components(separatedBy: label)[1] }
      }
      #expect(figures("The plan as it stands") == figures("With the changes"))
    }
  }

  @Test(arguments: ScenarioFiles.plans)
  func `compare, movement and amend find nothing in it`(plan: String) throws {
    guard try ScenarioFiles.hasGap(plan) else { return }
    try withEmptyScenario(of: plan) { plan, scenario in
      let compared = try BuiltCommand.run(["compare", scenario, "--format", "csv"])
      let differences = lines(compared.output).filter { $0.contains("difference from") }
      #expect(differences.count == 2)
      for line in differences {
        let cells = line.split(separator: "\"").last?.split(separator: ",").dropFirst(2) ?? []
        #expect(!cells.isEmpty && cells.allSatisfy { $0.allSatisfy("0.".contains) }, "\(line)")
      }
      #expect(try BuiltCommand.run(["compare", scenario]).output.contains("No line differs."))
      let moved = try BuiltCommand.run(["movement", plan, scenario])
      #expect(moved.status == 0 && moved.output.contains("Nothing changed"))
      let amended = try BuiltCommand.run(["amend", plan, scenario])
      #expect(amended.status == 0 && amended.output.contains("It changes no figure"))
    }
  }

  @Test(arguments: ScenarioFiles.plans)
  func `run as JSON differs in nothing but the name of the scenario`(plan: String) throws {
    try withEmptyScenario(of: plan) { plan, scenario in
      let ofPlan = try BuiltCommand.run(["run", plan, "--format", "json"]).output
      let ofScenario = try BuiltCommand.run(["run", scenario, "--format", "json"]).output
      let named = ofScenario.replacing(/"scenario": \{[^}]*\}/, with: "\"scenario\": null")
      #expect(named == ofPlan)
      #expect(named != ofScenario)
    }
  }

  private func lines(_ text: String) -> [String] { Transcript.lines(text) }

  /// The text without the line that names the scenario.
  private func unheaded(_ text: String) -> [String] {
    lines(text).filter { !$0.contains("Scenario: Nothing") && !$0.isEmpty }
  }
}
