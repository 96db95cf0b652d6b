import Foundation
import Testing

/// Today's output of ours for the real plan, read by people, and compared so that no change of it
/// goes unseen. `MTFS_RECORD=1` writes it anew and fails.
@Suite struct PinnedOutputTests {
  struct Page: CustomTestStringConvertible {
    let name: String
    let words: [String]
    var testDescription: String { name }
  }

  private static let folder = "\(BuiltCommand.project)/Tests/Fixtures/pinned"

  private static let pages =
    [
      Page(name: "table-plan", words: ["table", "\(ScenarioFiles.wiltshire)/plan.yaml"]),
      Page(
        name: "table-plan-by-priority",
        words: ["table", "\(ScenarioFiles.wiltshire)/plan.yaml", "--by", "priority"]),
      Page(name: "funding-plan", words: ["funding", "\(ScenarioFiles.wiltshire)/plan.yaml"]),
      Page(name: "run-plan", words: ["run", "\(ScenarioFiles.wiltshire)/plan.yaml"]),
      Page(name: "reconcile-plan", words: ["reconcile", "\(ScenarioFiles.wiltshire)/plan.yaml"]),
      Page(
        name: "close",
        words: [
          "close", "\(ScenarioFiles.wiltshire)/harder-times.yaml", "--lever", "tax-base-growth",
        ]),
      Page(
        name: "close-every-year",
        words: [
          "close", "\(ScenarioFiles.wiltshire)/harder-times.yaml", "--lever", "savings-delivered",
          "--every-year", "--high", "110%",
        ]),
      Page(name: "import", words: ["import", "\(ScenarioFiles.wiltshire)/published.tsv"]),
      Page(
        name: "sensitivity", words: ["sensitivity", "\(ScenarioFiles.wiltshire)/driven.yaml"]),
      Page(
        name: "simulate",
        words: [
          "simulate", "\(ScenarioFiles.wiltshire)/driven.yaml", "--draws", "500", "--seed", "7",
        ]),
      Page(
        name: "simulate-every-range",
        words: ["simulate", "Scenarios/simulation/plan.yaml", "--draws", "300", "--seed", "7"]),
      Page(
        name: "simulate-explained",
        words: [
          "simulate", "\(ScenarioFiles.wiltshire)/driven.yaml", "--seed", "7", "--explain-draw",
          "731204",
        ]),
      Page(name: "council-tax", words: ["council-tax", "Scenarios/council-tax/plan.yaml"]),
      Page(
        name: "council-tax-district",
        words: ["council-tax", "Scenarios/council-tax/district.yaml"]),
      Page(name: "reserves", words: ["reserves", "Scenarios/reserves/savings-at-40.yaml"]),
      Page(
        name: "reserves-replenished",
        words: ["reserves", "Scenarios/reserves/no-savings.yaml", "--replenish-by", "2025-26"]),
      Page(
        name: "reserves-json",
        words: ["reserves", "Scenarios/reserves/savings-at-40.yaml", "--format", "json"]),
      Page(
        name: "reserves-csv",
        words: ["reserves", "Scenarios/reserves/savings-at-40.yaml", "--format", "csv"]),
      Page(
        name: "reserves-markdown",
        words: ["reserves", "Scenarios/reserves/savings-at-40.yaml", "--format", "markdown"]),
      Page(name: "savings", words: ["savings", "\(ScenarioFiles.wiltshire)/plan.yaml"]),
      Page(
        name: "savings-on-a-scenario",
        words: ["savings", "\(ScenarioFiles.wiltshire)/savings-a-year-late.yaml"]),
      Page(name: "risks-maidstone", words: ["risks", "Scenarios/maidstone-risks/plan.yaml"]),
      Page(name: "risks-short", words: ["risks", "Scenarios/risk-register/plan.yaml"]),
      Page(name: "support", words: ["support", "Scenarios/support/plan.yaml"]),
      Page(name: "support-day-to-day", words: ["support", "Scenarios/support/day-to-day.yaml"]),
      Page(name: "net-budget", words: ["net-budget", "Scenarios/net-budget/plan.yaml"]),
      Page(
        name: "amend",
        words: ["amend", "\(ScenarioFiles.wiltshire)/plan.yaml"]
          + ["highways", "flood-wardens", "library-hours", "youth-services"].map {
            "Scenarios/wiltshire-amendments/\($0).yaml"
          }),
    ]
    + ScenarioFiles.questions.map { question in
      Page(name: "run-\(question)", words: ["run", "\(ScenarioFiles.wiltshire)/\(question).yaml"])
    }

  @Test(arguments: pages)
  func `the page is as it was pinned`(page: Page) throws {
    let output = try BuiltCommand.run(page.words).output
    let path = "\(Self.folder)/\(page.name).txt"
    if ProcessInfo.processInfo.environment["MTFS_RECORD"] != nil {
      try FileManager.default.createDirectory(
        atPath: Self.folder, withIntermediateDirectories: true)
      try output.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("recorded \(page.name) anew: read the difference, and run without MTFS_RECORD")
      return
    }
    #expect(output == (try? String(contentsOfFile: path, encoding: .utf8)))
  }

  @Test func `nothing is pinned that no test compares`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    #expect(Set(names) == Set(Self.pages.map { "\($0.name).txt" }))
  }
}
