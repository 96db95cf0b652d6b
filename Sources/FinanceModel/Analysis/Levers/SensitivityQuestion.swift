/// What is asked of a plan's sensitivity: which levers, and how they are moved.
///
/// ```swift
/// let question = try SensitivityQuestion(Question(contentsOf: "plan.yaml"))
/// let sensitivity = try question.answer { $0.usualMoves }
/// ```
public struct SensitivityQuestion: Sendable {
  public let question: Question
  /// The plan with the scenarios of the question applied.
  public let plan: Plan
  private let gap: GapStatement

  /// Throws `Diagnostics` for a plan that has no gap, or whose gap has no value.
  public init(_ question: Question) throws(Diagnostics) {
    let plan = try question.plan()
    gap = try plan.gapThatMoves()
    self.question = question
    self.plan = plan
  }

  /// Moves every assumption: to the ends of its range where it has one, else a point up and down.
  public func answer() -> Sensitivity {
    let found = plan.assumptions.map { assumption in
      let lever = Lever.assumption(assumption)
      return sensitivity(of: lever, ends(assumption) ?? withPlan([-1, 1].map(lever.move), lever))
    }
    return answer(found.filter(\.movesGap), of: found)
  }

  /// Moves every assumption by the operations that it is given.
  public func answer<Fault: Error>(
    _ operations: (Lever) throws(Fault) -> [LeverMove.Operation]
  ) throws(Fault) -> Sensitivity {
    var found: [LeverSensitivity] = []
    for assumption in plan.assumptions {
      let lever = Lever.assumption(assumption)
      let moves = try operations(lever).map { LeverMove($0) }
      found.append(sensitivity(of: lever, withPlan(moves, lever)))
    }
    return answer(found.filter(\.movesGap), of: found)
  }

  /// Moves one assumption or line; by one and two points or hundredths, both ways, where not stated.
  public func answer(of lever: Lever, _ operations: [LeverMove.Operation]? = nil) -> Sensitivity {
    let moves = operations?.map { LeverMove($0) } ?? [-2, -1, 1, 2].map(lever.move)
    let found = sensitivity(of: lever, withPlan(moves, lever))
    return answer([found], of: [found])
  }

  private func answer(_ shown: [LeverSensitivity], of all: [LeverSensitivity]) -> Sensitivity {
    Sensitivity(
      question: question, plan: plan, levers: shown,
      unmoved: all.filter { !$0.movesGap }.map(\.lever))
  }

  // MARK: Moves

  private typealias Asked = (kind: SensitivityOutcome.Kind, move: LeverMove?)

  /// The ends of an assumption's range; nil where it has none, or no value that could lie in it.
  private func ends(_ assumption: Assumption) -> [Asked]? {
    guard let spread = assumption.spread else { return nil }
    let years = plan.columns(of: assumption, in: spread).map { plan.years.columns[$0] }
    if years.isEmpty { return nil }
    return [
      (.low, LeverMove(.set(spread.low), in: years)), (.plan, nil),
      (.high, LeverMove(.set(spread.high), in: years)),
    ]
  }

  /// The moves, each once, with the plan as it stands among them: between those down and those up.
  private func withPlan(_ moves: [LeverMove], _ lever: Lever) -> [Asked] {
    var asked: [Asked] = []
    for move in moves where !asked.contains(where: { $0.move == move }) {
      asked.append((isPresent(move, of: lever) ? .plan : .move, move))
    }
    if !asked.contains(where: { $0.kind == .plan }) {
      asked.insert((.plan, nil), at: moves.firstIndex { !$0.isDownward } ?? asked.count)
    }
    return asked
  }

  /// Whether a move leaves a lever as it is.
  private func isPresent(_ move: LeverMove, of lever: Lever) -> Bool {
    switch move.operation {
    case .shift(let shift): shift.isZero
    case .scale(let rate): rate == .one
    case .set(let value):
      lever.assumption.map { plan.values(of: $0).allSatisfy { $0.value == value } } ?? false
    }
  }

  private func sensitivity(of lever: Lever, _ asked: [Asked]) -> LeverSensitivity {
    LeverSensitivity(
      lever: lever, outcomes: asked.map { outcome($0, of: lever) },
      one: outcome((.move, lever.unitMove), of: lever))
  }

  /// The whole gap computed anew after a move.
  private func outcome(_ asked: Asked, of lever: Lever) -> SensitivityOutcome {
    let change = asked.move?.change(of: lever)
    func outcome(_ difference: GapDifference?, _ reason: String?) -> SensitivityOutcome {
      SensitivityOutcome(
        kind: asked.kind, move: asked.move, change: change, difference: difference, reason: reason)
    }
    do throws(Diagnostics) {
      let moved = try plan.applying(changes: change.map { [$0] } ?? []).gapStatement()
      return outcome(moved.flatMap { GapDifference(from: gap, to: $0) }, nil)
    } catch {
      return outcome(nil, error.all.first?.message ?? "a figure has no value")
    }
  }
}

extension LeverMove {
  /// Whether it makes the lever smaller, as a value that is given does not.
  fileprivate var isDownward: Bool {
    switch operation {
    case .shift(let shift): shift.trillionths < 0
    case .scale(let rate): rate < .one
    case .set: false
    }
  }
}
