import Dispatch
import Synchronization

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

  /// How many draws a thread takes before `progress` is told.
  private static let portion: UInt64 = 32

  /// Counts some draws. Nil where `progress`, told how many are done, says to stop.
  ///
  /// Throws `Diagnostics` for the first draw in which a figure has no value.
  func counts(
    _ draws: Range<UInt64>, threads: Int = 1, progress: (_ done: UInt64) -> Bool = { _ in true }
  ) throws(Diagnostics) -> SimulationCounts? {
    var tally = DrawTally(years: plan.years.years.count)
    var start = draws.lowerBound
    while start < draws.upperBound {
      let portions = Mutex<[Result<DrawTally, Diagnostics>?]>(Array(repeating: nil, count: threads))
      let begin = start
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        let first = min(begin + UInt64(thread) * Self.portion, draws.upperBound)
        let part = self.tally(first..<min(first + Self.portion, draws.upperBound))
        portions.withLock { $0[thread] = part }
      }
      for part in portions.withLock({ $0 }).compactMap({ $0 }) { tally.add(try part.get()) }
      start = min(start + UInt64(threads) * Self.portion, draws.upperBound)
      if !progress(start - draws.lowerBound) { return nil }
    }
    return SimulationCounts(
      draws: draws, annual: tally.annual.map(Histogram.init),
      cumulative: tally.cumulative.map(Histogram.init), everyYear: tally.everyYear,
      reservesLast: plan.reserves.isEmpty ? nil : tally.lasting)
  }

  private func tally(_ draws: Range<UInt64>) -> Result<DrawTally, Diagnostics> {
    Result { () throws(Diagnostics) in
      var tally = DrawTally(years: plan.years.years.count)
      for draw in draws { tally.add(try outcome(draw)) }
      return tally
    }
  }

  /// What one draw gives.
  func outcome(_ draw: UInt64) throws(Diagnostics) -> DrawOutcome {
    let evaluator = Evaluator(PlanIndex(plan(draw)))
    func series(_ effect: Series) -> [Money] {
      plan.years.planColumns.map { column in
        evaluator.resolved { evaluator.series(evaluator.gapCell(.remaining, effect, column)) }
          .cell.money ?? .zero
      }
    }
    let cumulative = series(.cumulative)
    let outcome = DrawOutcome(
      annual: series(.annual), cumulative: cumulative,
      yearsLasted: yearsLasted(evaluator, gaps: cumulative))
    guard let fault = evaluator.problems.first else { return outcome }
    throw Diagnostics(
      Diagnostic(
        fault.code, "\(fault.message), in draw \(draw)", at: fault.range, label: fault.label,
        help: "narrow the range that leads there: --explain-draw \(draw) shows what was drawn",
        notes: fault.notes))
  }

  /// For how many years the reserves last; nil for a plan without any.
  private func yearsLasted(_ evaluator: Evaluator, gaps: [Money]) -> Int? {
    let reserves = plan.reserves
    if reserves.isEmpty { return nil }
    let planned = reserves.map { reserve -> [Money] in
      let row = plan.rows.firstIndex { $0.id == reserve.id }
      return plan.years.planColumns.map { column in
        row.flatMap { row in
          evaluator.resolved { evaluator.computedPrinted(row, column) }.cell.money
        } ?? .zero
      }
    }
    let draws = ReserveDraws(
      planned: planned, gaps: gaps, order: reserves.indices.filter { reserves[$0].meetsGap })
    let breach = draws.firstBreach(below: planned.map { $0.map { _ in .zero } })
    return breach?.year ?? gaps.count
  }
}

/// Outcomes counted.
private struct DrawTally {
  var annual: [[Trillionths: UInt64]]
  var cumulative: [[Trillionths: UInt64]]
  var everyYear: UInt64 = 0
  var lasting: [UInt64]

  init(years: Int) {
    annual = Array(repeating: [:], count: years)
    cumulative = annual
    lasting = Array(repeating: 0, count: years)
  }

  mutating func add(_ outcome: DrawOutcome) {
    for year in lasting.indices {
      annual[year][Trillionths(outcome.annual[year].trillionths), default: 0] += 1
      cumulative[year][Trillionths(outcome.cumulative[year].trillionths), default: 0] += 1
      if year < outcome.yearsLasted ?? 0 { lasting[year] += 1 }
    }
    if outcome.cumulative.allSatisfy({ $0 <= .zero }) { everyYear += 1 }
  }

  mutating func add(_ other: DrawTally) {
    for year in lasting.indices {
      annual[year].merge(other.annual[year], uniquingKeysWith: +)
      cumulative[year].merge(other.cumulative[year], uniquingKeysWith: +)
      lasting[year] += other.lasting[year]
    }
    everyYear += other.everyYear
  }
}

/// The remaining gap of each plan year in one draw, and for how many years the reserves last.
struct DrawOutcome: Hashable, Sendable {
  let annual: [Money]
  let cumulative: [Money]
  /// Nil for a plan without reserves.
  let yearsLasted: Int?
}
