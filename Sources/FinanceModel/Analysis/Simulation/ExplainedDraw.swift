/// One draw alone: what it drew, and what the evaluator makes of the plan with it.
public struct ExplainedDraw: Sendable {
  public let question: SimulationQuestion
  public let draw: UInt64
  /// What was drawn of each input.
  public let values: [(input: SampledInput, value: Quantity)]
  /// The plan of the draw, computed.
  public let answer: Answer

  /// A scenario file that makes the plan of this draw.
  public var file: String {
    let base = question.question.basedOn
    let changes = values.flatMap { $0.input.changes(to: $0.value, in: question.plan) }
    return """
      scenario: draw-\(draw)
      title: Draw \(draw) of seed \(question.terms.seed)
      based-on: \(base)
      changes:

      """ + changes.map { "  - \($0)\n" }.joined()
  }
}

extension SimulationQuestion {
  /// What one draw draws of each input.
  public func drawn(_ draw: UInt64) -> [(input: SampledInput, value: Quantity)] {
    let draws = EvaluatorDraws(plan: plan, inputs: inputs, seed: terms.seed)
    return zip(inputs, draws.positions(draw)).map { ($0, $0.points[$1]) }
  }

  /// Makes one draw alone. Throws `Diagnostics` where a figure has no value in it.
  public func explained(_ draw: UInt64) throws(Diagnostics) -> ExplainedDraw {
    let draws = EvaluatorDraws(plan: plan, inputs: inputs, seed: terms.seed)
    let forecast = try draws.plan(draw).forecast()
    let answer = Answer(
      question: Question(base: forecast.plan), base: forecast, result: forecast,
      contributions: [], records: [])
    return ExplainedDraw(question: self, draw: draw, values: drawn(draw), answer: answer)
  }
}

extension SampledInput {
  /// The changes that set it to a value, as they are typed in the list of a scenario.
  fileprivate func changes(to value: Quantity, in plan: Plan) -> [String] {
    switch target {
    case .assumption(let id, let columns):
      guard let lever = plan.lever(id) else { return [] }
      let years = columns.map { plan.years.columns[$0] }
      return [LeverMove(.set(value), in: years).change(of: lever)]
    case .delivery(let lines):
      let names = lines.map(\.name).joined(separator: ", ")
      return ["{ lines: [\(names)], deliver: \(value.typed(in: .percent))% }"]
    }
  }
}
