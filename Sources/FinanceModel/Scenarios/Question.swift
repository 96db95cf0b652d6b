/// A plan and the scenarios asked of it, in the order in which they apply.
public struct Question: Sendable {
  public let base: Plan
  public let scenarios: [Scenario]

  public init(base: Plan, scenarios: [Scenario] = []) {
    self.base = base
    self.scenarios = scenarios
  }

  /// Reads a plan or a scenario, and the plan that a scenario is based on, through other scenarios.
  public init(contentsOf path: String) throws(Diagnostics) {
    var reader = QuestionReader()
    self = try reader.question(path)
  }

  /// Reads several files that apply in order: the first as a question, the others its scenarios.
  ///
  /// Throws `Diagnostics` also when a later one is no scenario, or one of another plan.
  public init(contentsOf paths: [String]) throws(Diagnostics) {
    guard let first = paths.first else { throw Diagnostics([]) }
    var reader = QuestionReader()
    var question = try reader.question(first)
    for path in paths.dropFirst() {
      let chain = try reader.question(path).scenarios
      if let scenario = chain.last {
        question = try question.with(chain, for: scenario)
      } else {
        // It is a plan, which this says.
        _ = try Scenario(contentsOf: path)
      }
    }
    self = question
  }

  /// The question with a further scenario, after those that it is based on and that do not apply yet.
  private func with(
    _ chain: [Scenario], for scenario: Scenario
  ) throws(Diagnostics) -> Question {
    let plan = chain.first.map { SourceFile.identity(of: $0.basedOn) }
    guard plan == SourceFile.identity(of: base.range.file.path) else {
      throw Diagnostics(
        Diagnostic(
          .otherPlan, "the scenario is based on another plan", at: scenario.basedOnRange,
          label: "expected '\(base.range.file.path)'"))
    }
    let applied = Set(scenarios.map(\.file))
    guard !applied.contains(scenario.file) else {
      throw Diagnostics(
        Diagnostic(
          .scenarioTwice, "the scenario '\(scenario.id)' applies already",
          at: scenario.range.firstLine, label: "expected each scenario once",
          help: "it is named twice, or a scenario before it is based on it: leave it out here"))
    }
    let further = chain.dropLast().filter { !applied.contains($0.file) } + chain.suffix(1)
    return Question(base: base, scenarios: scenarios + further)
  }

  /// The plan with all scenarios applied.
  public func plan() throws(Diagnostics) -> Plan {
    var plan = base
    for scenario in scenarios { plan = try plan.applying(scenario) }
    return plan
  }
}

extension Scenario {
  /// The file it stands in, however its path is spelt.
  fileprivate var file: String { SourceFile.identity(of: range.file.path) }
}
