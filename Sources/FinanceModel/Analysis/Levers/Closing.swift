/// The value of one lever that brings a remaining gap to nil, or what is left at its limit.
public struct Closing: Sendable {
  public let question: ClosingQuestion
  /// One for each gap that was to be closed, in order.
  public let steps: [ClosingStep]
  public let before: GapStatement
  /// The gap of the plan with all the changes, as `run` gives it for the scenario.
  public let after: GapStatement

  /// Whether every gap that was to be closed is nil or below.
  public var closes: Bool { steps.allSatisfy(\.isClosed) }

  /// The changes as a scenario has them; none where nothing has to move.
  public var changes: [String] { steps.compactMap(\.change) }

  /// A scenario file that makes the changes; nil where nothing has to move.
  public var file: String? {
    if changes.isEmpty { return nil }
    let base = question.question.basedOn
    let what = question.terms.closesEveryYear ? "each year" : question.target.description
    let met = closes ? "met" : "met in part"
    return """
      scenario: closing
      title: Remaining gap of \(what) \(met) by \(question.lever.lever.id)
      based-on: \(base)
      changes:

      """ + changes.map { "  - \($0)\n" }.joined()
  }
}

/// How one gap was closed.
public struct ClosingStep: Sendable {
  /// The year whose gap it is.
  public let year: FinancialYear
  public let effect: Series
  /// The years in which the lever is moved for it.
  public let years: [FinancialYear]
  /// The gap before the lever is moved, with what was moved for the years before.
  public let before: Money
  /// By how much the lever is moved: of a saving or a draw, the amount that is found.
  public let amount: Quantity
  public let after: Money
  /// The gap with one step less; nil where nothing is moved, the gap stays, or has no value.
  public let oneStepLess: Money?
  /// Whether the lever can make this gap another at all, limits aside.
  public let moves: Bool
  public let isClosed: Bool
  /// The change as a scenario has it; nil where nothing is moved.
  public let change: String?
}

extension ClosingQuestion {
  /// One gap to be closed: whose, of which kind, and when the lever is moved for it.
  private typealias Goal = (year: FinancialYear, effect: Series, years: [FinancialYear])

  private var goals: [Goal] {
    guard terms.closesEveryYear else { return [(target, .cumulative, movable(span))] }
    return span.map { year in
      (year, lever.kind == .draw ? .cumulative : .annual, movable([year]))
    }
  }

  /// Moves the lever for one gap after the other, each time on the whole plan.
  ///
  /// Throws `Diagnostics` when a figure has no value, or the lever moves none of the gaps.
  public func answer() throws(Diagnostics) -> Closing {
    let before = try plan.gapThatMoves()
    var plan = plan
    var steps: [ClosingStep] = []
    var used: Int128 = 0
    for goal in goals {
      let step = try close(goal, of: plan, used: used)
      if let change = step.change { plan = try plan.applying(changes: [change]) }
      if lever.kind == .draw { used += step.amount.trillionths }
      steps.append(step)
    }
    guard steps.contains(where: \.moves) else { throw doesNotMove }
    return Closing(
      question: self, steps: steps, before: before, after: try plan.gapThatMoves())
  }

  private func close(
    _ goal: Goal, of plan: Plan, used: Int128
  ) throws(Diagnostics) -> ClosingStep {
    let before = try plan.gapThatMoves().remaining(goal.effect, goal.year) ?? .zero
    func amount(_ steps: Int) -> Quantity { lever.quantity(Int128(steps) * step) }
    func change(_ steps: Int) -> String { lever.change(amount(steps), in: goal.years) }
    var search = StepSearch { steps in
      if steps == 0 { return before }
      let moved = try? plan.applying(changes: [change(steps)]).gapStatement()
      return moved?.remaining(goal.effect, goal.year)
    }
    let place = search.search(limits(in: goal.years, used: used))
    let moves = search.moves()
    let less = place.steps - place.steps.signum()
    return ClosingStep(
      year: goal.year, effect: goal.effect, years: goal.years, before: before,
      amount: amount(place.steps), after: search.gap(place.steps) ?? before,
      oneStepLess: place.isClosed && place.steps != 0 ? search.gap(less) : nil, moves: moves,
      isClosed: place.isClosed, change: place.steps == 0 ? nil : change(place.steps))
  }

  private var doesNotMove: Diagnostics {
    let what = terms.closesEveryYear ? "any year" : target.description
    let (kind, range) =
      lever.lever.assumption.map { ("assumption", $0.range) }
      ?? ("line", lever.lever.line?.details.idRange ?? plan.range.firstLine)
    return Diagnostics(
      Diagnostic(
        .wrongValue, "the \(kind) '\(lever.lever.id)' does not move the remaining gap of \(what)",
        at: range, label: "expected a lever that does",
        help: "'mtfs sensitivity FILE' shows which assumptions move the gap, and in which years"))
  }
}

extension GapStatement {
  /// The remaining gap of one year.
  func remaining(_ effect: Series, _ year: FinancialYear) -> Money? {
    series(.remaining, effect)?[year]
  }
}
