extension Simulation {
  /// What `simulate --format json` holds; `docs/json.md` describes it.
  public func json(style: ReportStyle = ReportStyle()) -> JSONValue {
    let words = SimulationWords(question: question, style: style)
    let draws = question.terms.draws
    return .object([
      ("schema", 1), ("plan", plan.json(style)), ("scenario", question.question.lastScenario),
      ("seed", .string("\(question.terms.seed)")),
      ("fromDraw", .integer(Int(draws.lowerBound))), ("draws", .integer(draws.count)),
      ("fingerprint", .string(question.fingerprint)),
      ("inputs", .array(question.inputs.map { $0.json(words) })),
      ("changedRanges", .array(plan.changedRanges.map(\.json))),
      ("annual", json(.annual, style)), ("cumulative", json(.cumulative, style)),
      ("everyYear", everyYear.json),
      (
        "reservesLast",
        reservesLast.map { .array($0.values.map(\.json)) } ?? .null
      ),
      (
        "contingency",
        .array(
          question.terms.confidences.map { confidence in
            .object([
              ("confidence", .string(SimulationWords.share(confidence))),
              ("amounts", style.json(words.contingency(self, confidence), plan)),
            ])
          })
      ),
      ("needed", .integer(Int(clamping: needed))),
      ("tooFewFor", .array(thin.map { .string(SimulationWords.share($0)) })),
      ("evaluator", .optional(reason)),
    ])
  }

  private func json(_ effect: Series, _ style: ReportStyle) -> JSONValue {
    let percentiles = SimulationQuestion.percentiles.map { share in
      (
        "p\(SimulationWords.share(share).dropLast())",
        style.json(percentile(share, effect), plan)
      )
    }
    return .object(
      percentiles + [
        ("mean", style.json(mean(effect), plan)),
        ("standardError", standardError(effect).map { style.json($0, plan) } ?? .null),
        (
          "planned",
          question.planned.series(.remaining, effect).map { style.json($0, plan) } ?? .null
        ),
        ("balanced", .array(balanceChance(effect).values.map(\.json))),
      ])
  }
}

extension Chance {
  fileprivate var json: JSONValue {
    .object([
      ("draws", .integer(Int(count))),
      ("chance", .figure(.figure(.number(rate)), in: .percent, decimals: 4)),
      (
        "standardError",
        standardError.map { .figure(.figure(.number($0)), in: .percent, decimals: 4) } ?? .null
      ),
    ])
  }
}

extension SampledInput {
  fileprivate func json(_ words: SimulationWords) -> JSONValue {
    .object([
      ("key", .string(key)), ("title", .string(title)), ("unit", .string(unit.rawValue)),
      ("distribution", .string(spread.distribution.rawValue)),
      ("low", .string(spread.low.typed(in: unit))), ("high", .string(spread.high.typed(in: unit))),
      ("mean", .string(mean.typed(in: unit))), ("points", .integer(points.count)),
      ("step", step),
      ("description", .string(words.description(self))),
    ])
  }

  /// From one point to the next; null where the values are as they were typed.
  private var step: JSONValue {
    guard spread.distribution.isContinuous else { return .null }
    return .string(spread.low.with(trillionths: spread.grid.step).typed(in: unit))
  }
}

extension ChangedRange {
  fileprivate var json: JSONValue {
    .object([
      ("title", .string(title)), ("changes", .array(changes.map(JSONValue.string))),
      ("years", .array(years.map { .string($0.description) })),
      ("unit", .string(unit.rawValue)), ("move", .optional(move?.typed(in: unit))),
    ])
  }
}

extension ExplainedDraw {
  /// What `simulate --explain-draw --format json` holds; `docs/json.md` describes it.
  public func json(style: ReportStyle = ReportStyle()) -> JSONValue {
    let plan = question.plan
    let gap = answer.result.gap
    func series(_ effect: Series) -> JSONValue {
      gap?.series(.remaining, effect).map { style.json($0, plan) } ?? .null
    }
    return .object([
      ("schema", 1), ("plan", plan.json(style)), ("scenario", question.question.lastScenario),
      ("seed", .string("\(question.terms.seed)")), ("draw", .integer(Int(draw))),
      (
        "values",
        .array(
          values.map { input, value in
            .object([
              ("key", .string(input.key)), ("title", .string(input.title)),
              ("unit", .string(input.unit.rawValue)),
              ("value", .string(value.typed(in: input.unit))),
            ])
          })
      ),
      ("remaining", .object([("annual", series(.annual)), ("cumulative", series(.cumulative))])),
      ("file", .string(file)),
    ])
  }
}

extension Question {
  /// What a JSON result says of the last scenario; null for a plan alone.
  fileprivate var lastScenario: JSONValue {
    scenarios.last.map { scenario in
      .object([("id", .string(scenario.id.name)), ("title", .string(scenario.title))])
    } ?? .null
  }
}
