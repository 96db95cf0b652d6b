/// Reads a scenario and asks it of the plan that stands beside.
enum ScenarioTarget {
  private static let base: Plan = {
    do throws(Diagnostics) {
      return try Plan(contentsOf: "./base.yaml")
    } catch {
      fatalError(DiagnosticRenderer().text(error))
    }
  }()

  static func hold(_ bytes: [UInt8]) {
    let file = SourceFile(path: "./scenario.yaml", bytes: bytes)
    _ = Outcome.ofTwoReadings { () throws(Diagnostics) in
      let question = Question(base: base, scenarios: [try Scenario(file)])
      let answer = try question.answer()
      holdContributions(answer)
      return shown(.table(answer.result)) + shown(.gap(answer))
    }
    FormatProperty.hold(file)
  }

  /// The changes add up to the difference that they make together.
  private static func holdContributions(_ answer: Answer) {
    guard let before = answer.base.gap?.annual[.remaining],
      let after = answer.result.gap?.annual[.remaining]
    else { return }
    for year in before.values.indices {
      let sum = answer.contributions.reduce(before.values[year]) { $0 + $1.annual.values[year] }
      require(
        sum == after.values[year],
        "the changes add exactly to the difference between plan and scenario")
    }
  }
}
