@testable import FinanceModel

extension Sheet {
  /// The same plan with the changes of a scenario, given as the text of its list.
  func with(_ changes: String) throws -> Sheet {
    try Sheet(plan.applying(Sheet.scenario(changes)))
  }

  /// The plan, the changes applied, and what each of them makes.
  func answer(_ changes: String) throws -> Answer {
    try Question(base: plan, scenarios: [Sheet.scenario(changes)]).answer()
  }

  /// All that is wrong with changes to this plan.
  func diagnostics(_ changes: String) -> [Diagnostic] {
    do {
      _ = try with(changes)
      return []
    } catch let found as Diagnostics {
      return found.all
    } catch {
      return []
    }
  }

  func faults(_ changes: String) -> [String] { diagnostics(changes).map(\.code.rawValue) }

  static func scenario(_ changes: String, id: String = "sample") throws -> Scenario {
    let items = changes.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    let list = items.isEmpty ? "changes: []" : "changes:\n\(items)"
    return try Scenario(
      SourceFile(
        path: "scenario.yaml", text: "scenario: \(id)\nbased-on: plan.yaml\n\(list)\n"))
  }
}
