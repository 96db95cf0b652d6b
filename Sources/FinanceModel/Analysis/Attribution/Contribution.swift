/// What one change of a scenario adds to the remaining gap, after the changes before it.
///
/// The contributions of all changes, in order, add exactly to the difference between the plan and
/// the scenario in every year.
public struct Contribution: Sendable {
  public let change: Change
  public let difference: GapDifference

  /// One value for each plan year; positive makes the gap larger.
  public var annual: YearSeries<Money> { difference.annual }
  /// One value for each plan year: the running sum; positive makes the gap larger.
  public var cumulative: YearSeries<Money> { difference.cumulative }
}

/// A plan, the same plan with scenarios applied, and what makes the difference.
public struct Answer: Sendable {
  public let question: Question
  /// The plan as it stands.
  public let base: Forecast
  /// With every scenario applied; equal to `base` where there is none.
  public let result: Forecast
  /// One for each change, in order; empty for a plan without a gap.
  public let contributions: [Contribution]
  /// What each change reaches, in order.
  public let records: [ChangeRecord]
}

extension Question {
  /// Computes the plan, then makes one change after another and takes the differences.
  public func answer() throws(Diagnostics) -> Answer {
    let start = ComputedPlan(base)
    let forecast = try start.evaluator.forecast()
    do throws(Diagnostics) {
      return try answer(from: start, forecast)
    } catch {
      // Names every change that does not fit, and not only the first.
      _ = try plan()
      throw error
    }
  }

  private func answer(
    from start: ComputedPlan, _ forecast: Forecast
  ) throws(Diagnostics) -> Answer {
    var contributions: [Contribution] = []
    var recorder = ChangeRecorder()
    var before = start
    for scenario in scenarios {
      if !scenario.assumptions.isEmpty {
        before = ComputedPlan(try before.plan.addingAssumptions(of: scenario))
      }
      for change in scenario.changes {
        let (after, difference) = try before.making(change)
        if let difference {
          contributions.append(Contribution(change: change, difference: difference))
        }
        recorder.record(change, from: before.evaluator, to: after.evaluator)
        before = after
      }
    }
    return Answer(
      question: self, base: forecast,
      result: scenarios.isEmpty ? forecast : try before.evaluator.forecast(),
      contributions: contributions, records: recorder.records)
  }

  /// The answers to several questions, in order. Throws what is wrong in the first that has none.
  static func answers(_ questions: [Question]) throws(Diagnostics) -> [Answer] {
    let results = questions.mappedConcurrently { question in
      Result { () throws(Diagnostics) in try question.answer() }
    }
    return try results.map { result throws(Diagnostics) in try result.get() }
  }
}
