/// Reads questions, and the plan that several of them are based on once.
struct QuestionReader {
  /// The most scenarios that may stand one on another.
  static let deepest = 64

  /// The plans that were read, by the identity of their files.
  private var plans: [String: Plan] = [:]
  /// Whether a scenario with faults is held against its plan; scenarios may stand in a ring.
  private var looksOn = true

  /// Reads a plan or a scenario, and the plan that a scenario is based on, through other scenarios.
  mutating func question(_ path: String) throws(Diagnostics) -> Question {
    if let plan = plans[SourceFile.identity(of: path)] { return Question(base: plan) }
    var scenarios: [Scenario] = []
    var file = try SourceFile.reading(path: path)
    var seen: Set<String> = []
    while true {
      let (node, mended) = try NodeParser.readable(file)
      guard try FileKind(node) == .scenario else {
        let plan = try PlanLoader.plan(node, after: mended)
        plans[SourceFile.identity(of: file.path)] = plan
        return Question(base: plan, scenarios: scenarios.reversed())
      }
      let (read, faults) = try ScenarioLoader.readable(node, after: mended)
      guard let scenario = read, faults.isEmpty else {
        let more = looksOn ? read.map { namesUnknown(to: $0) } : nil
        throw Diagnostics(faults + (more ?? []))
      }
      scenarios.append(scenario)
      seen.insert(SourceFile.identity(of: file.path))
      try check(scenario, depth: scenarios.count, seen: seen)
      if let plan = plans[SourceFile.identity(of: scenario.basedOn)] {
        return Question(base: plan, scenarios: scenarios.reversed())
      }
      file = try SourceFile.reading(path: scenario.basedOn, named: scenario.basedOnRange)
    }
  }

  /// The names in a scenario with other faults that its plan does not have, to be said with those.
  ///
  /// Nothing is said of a plan that cannot be read, or of figures, which the faults may have changed.
  private func namesUnknown(to scenario: Scenario) -> [Diagnostic] {
    var reader = self
    reader.looksOn = false
    do throws(Diagnostics) {
      _ = try reader.question(scenario.basedOn).plan().applying(scenario)
      return []
    } catch {
      let codes: [DiagnosticCode] = [.unknownName, .yearOutsidePlan]
      return error.all.filter { fault in
        codes.contains(fault.code) && fault.range?.file == scenario.range.file
      }
    }
  }

  /// Throws where there is no end to what a scenario is based on.
  private func check(
    _ scenario: Scenario, depth: Int, seen: Set<String>
  ) throws(Diagnostics) {
    if depth > QuestionReader.deepest {
      throw Diagnostics(
        Diagnostic(
          .scenarioCycle,
          "more than \(QuestionReader.deepest) scenarios stand one on another",
          at: scenario.basedOnRange, label: "expected a plan at the end of a shorter chain",
          help: "put the changes of several scenarios into one file"))
    }
    if seen.contains(SourceFile.identity(of: scenario.basedOn)) {
      throw Diagnostics(
        Diagnostic(
          .scenarioCycle, "the scenario is based on itself", at: scenario.basedOnRange,
          label: "expected a plan at the end of the chain"))
    }
  }
}
