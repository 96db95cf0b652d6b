/// The draws of a simulation computed one by one by the ordinary evaluator.
///
/// Slow, but of any plan: what a compiled plan is held against, and what stands in where a plan
/// cannot be compiled. One draw alone is explained by it.
struct EvaluatorDraws: Sendable {
  let plan: Plan
  let inputs: [SampledInput]
  private let generators: [DrawGenerator]

  init(plan: Plan, inputs: [SampledInput], seed: UInt64) {
    self.plan = plan
    self.inputs = inputs
    generators = inputs.map { DrawGenerator(seed: seed, key: $0.key) }
  }

  /// For each input, the position among its points of what a draw gives.
  func positions(_ draw: UInt64) -> [Int] {
    zip(inputs, generators).map { $0.position(draw, of: $1) }
  }

  /// The plan of one draw.
  func plan(_ draw: UInt64) -> Plan {
    plan.drawn(inputs, at: positions(draw))
  }

  /// Counts some draws. Nil where `progress`, told of each draw, says to stop.
  ///
  /// Throws `Diagnostics` for the first draw in which a figure has no value.
  func counts(
    _ draws: Range<UInt64>, progress: (_ done: UInt64) -> Bool = { _ in true }
  ) throws(Diagnostics) -> SimulationCounts? {
    let years = plan.years.years.count
    var annual = Array(repeating: [Trillionths: UInt64](), count: years)
    var cumulative = annual
    var everyYear: UInt64 = 0
    for draw in draws {
      let outcome = try outcome(draw)
      for year in 0..<years {
        annual[year][Trillionths(outcome.annual[year].trillionths), default: 0] += 1
        cumulative[year][Trillionths(outcome.cumulative[year].trillionths), default: 0] += 1
      }
      if outcome.cumulative.allSatisfy({ $0 <= .zero }) { everyYear += 1 }
      if !progress(draw - draws.lowerBound + 1) { return nil }
    }
    return SimulationCounts(
      draws: draws, annual: annual.map(Histogram.init), cumulative: cumulative.map(Histogram.init),
      everyYear: everyYear, reservesLast: nil)
  }

  /// The remaining gap of each year in one draw.
  func outcome(
    _ draw: UInt64
  ) throws(Diagnostics) -> (annual: [Money], cumulative: [Money]) {
    let evaluator = Evaluator(PlanIndex(plan(draw)))
    func series(_ effect: Series) -> [Money] {
      plan.years.planColumns.map { column in
        evaluator.resolved { evaluator.series(evaluator.gapCell(.remaining, effect, column)) }
          .cell.money ?? .zero
      }
    }
    let outcome = (annual: series(.annual), cumulative: series(.cumulative))
    guard let fault = evaluator.problems.first else { return outcome }
    throw Diagnostics(
      Diagnostic(
        fault.code, "\(fault.message), in draw \(draw)", at: fault.range, label: fault.label,
        help: "narrow the range that leads there: --explain-draw \(draw) shows what was drawn",
        notes: fault.notes))
  }
}
