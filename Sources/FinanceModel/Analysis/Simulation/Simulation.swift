/// What came out of a simulation: how likely each gap is, and what would cover it.
public struct Simulation: Sendable {
  public let question: SimulationQuestion
  public let counts: SimulationCounts
  /// Why the plan was computed draw by draw by the evaluator; nil where it was compiled.
  public let reason: String?

  public init(question: SimulationQuestion, counts: SimulationCounts, reason: String? = nil) {
    self.question = question
    self.counts = counts
    self.reason = reason
  }

  /// The plan that was drawn of, with its scenarios applied.
  public var plan: Plan { question.plan }

  /// The value that so large a share of the draws do not exceed, by the nearest rank: a value drawn.
  public func percentile(_ share: Rate, _ effect: Series) -> YearSeries<Money> {
    let rank = share.rank(among: counts.count)
    return series(effect) { $0.value(atRank: rank) ?? .zero }
  }

  /// The sum of all draws over their number, rounded once to a trillionth.
  public func mean(_ effect: Series) -> YearSeries<Money> {
    series(effect, \.mean)
  }

  /// How far the mean may be out by chance; nil for a single draw.
  public func standardError(_ effect: Series) -> YearSeries<Money>? {
    guard counts.count > 1 else { return nil }
    return series(effect) { $0.moments.standardError ?? .zero }
  }

  /// What covers the cumulative remaining gap of a year with a stated chance; nil where none is left.
  public func contingency(_ confidence: Rate) -> YearSeries<Money> {
    percentile(confidence, .cumulative).map { max($0, .zero) }
  }

  /// Whether the cumulative remaining gap of a year is the same in every draw.
  public var isCertain: YearSeries<Bool> { series(.cumulative, \.moments.isOneValue) }

  /// The chance that a year's remaining gap is nil or below.
  public func balanceChance(_ effect: Series) -> YearSeries<Chance> {
    series(effect) { Chance($0.atMostNil, of: counts.count) }
  }

  /// The chance that the cumulative remaining gap is nil or below in every year.
  public var everyYear: Chance { Chance(counts.everyYear, of: counts.count) }

  /// The chance that the reserves have lasted to the end of each year; nil without reserves.
  public var reservesLast: YearSeries<Chance>? {
    counts.reservesLast.map { counted in
      YearSeries(
        first: plan.years.years[0], values: counted.map { Chance($0, of: counts.count) })
    }
  }

  private func series<Value>(
    _ effect: Series, _ value: (Histogram) -> Value
  ) -> YearSeries<Value> {
    YearSeries(first: plan.years.years[0], values: counts.series(effect).map(value))
  }
}

/// In how many of some draws something happened.
public struct Chance: Hashable, Sendable {
  public let count: UInt64
  public let draws: UInt64

  init(_ count: UInt64, of draws: UInt64) {
    self.count = count
    self.draws = draws
  }

  /// The share of the draws, rounded once to a trillionth.
  public var rate: Rate {
    let share = FixedPoint.multiply(
      Int128(count), FixedPoint.one, dividingBy: Int128(max(draws, 1)))
    return Rate(trillionths: share ?? 0)
  }

  /// How far the share may be out by chance: the root of p(1 - p) ÷ draws, its whole part.
  ///
  /// Nil where it came out in all or in none of the draws: that says nothing of what they missed,
  /// and the formula would give nil.
  public var standardError: Rate? {
    guard 0 < count, count < draws else { return nil }
    let number = UInt128(max(draws, 1))
    let scale = FixedPoint.one.magnitude
    let square =
      WideWhole.product(UInt128(count), UInt128(draws - count)) * scale * scale
      / (number * number) / number
    return Rate(trillionths: Int128(square.squareRoot))
  }
}

extension SimulationQuestion {
  /// What counts of this plan say.
  public func simulation(of counts: SimulationCounts) -> Simulation {
    Simulation(question: self, counts: counts, reason: engine.reason)
  }

  /// Makes the draws. Nil where `progress`, told how many are done, says to stop.
  ///
  /// Throws `Diagnostics` where a figure has no value in some draw. The number of threads changes
  /// nothing of the result. With `keepingCounts` every value is counted, also where they are too many
  /// for a compiled plan; it can then be written to a file.
  public func answer(
    threads: Int = 1, keepingCounts: Bool = false,
    progress: (_ done: UInt64) -> Bool = { _ in true }
  ) throws(Diagnostics) -> Simulation? {
    let draws = EvaluatorDraws(plan: plan, inputs: inputs, seed: terms.seed)
    let (kernel, reason) = engine
    var counts: SimulationCounts?
    if let kernel {
      switch kernel.counts(
        terms.draws, seed: terms.seed, threads: threads, ranks: ranks, progress: progress)
      {
      case .counts(let found): counts = found
      case .stopped: return nil
      case .fault(let draw): _ = try draws.outcome(draw)
      }
    }
    if counts == nil || (keepingCounts && counts?.isWhole == false) {
      counts = try draws.counts(terms.draws, threads: threads, progress: progress)
    }
    return counts.map { Simulation(question: self, counts: $0, reason: reason) }
  }

  /// The compiled plan; or why the evaluator computes it, as the end of a sentence.
  private var engine: (kernel: SimulationKernel?, reason: String?) {
    switch SimulationKernel.compiled(plan, inputs) {
    case .kernel(let kernel): return (kernel, nil)
    case .unheld(let reason): return (nil, reason)
    }
  }
}
