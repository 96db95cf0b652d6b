/// A line of the budget that two or more amendments change.
public struct SharedLine: Sendable {
  public let id: Identifier
  public let title: String
  public let role: Role
  /// Its level in the budget, positive adds to the gap; one value for each plan year.
  public let level: YearSeries<Money>
  /// What each amendment does to it alone.
  public let draws: [Draw]
  /// What those amendments do to it together; nil where they cannot be made together.
  public let made: YearSeries<Money>?

  /// What one amendment does to the line.
  public struct Draw: Sendable {
    /// The position of the amendment.
    public let amendment: Int
    public let effect: YearSeries<Money>
  }

  /// What the draws come to when they are added up.
  public var sum: YearSeries<Money> {
    draws.dropFirst().reduce(draws[0].effect) { $0 + $1.effect }
  }

  /// What the amendments do to the line together; what they add up to where they exclude each other.
  public var together: YearSeries<Money> { made ?? sum }

  /// By how much two or more take more than is there, one value for each plan year; nil where not.
  ///
  /// A draw is counted both as the amendments make it together and added up: two that remove the
  /// same line each spend all of it. A line of reserves is held against what the plan itself moves.
  public var excess: YearSeries<Money> {
    let (sum, together) = (sum.values, together.values)
    return YearSeries(
      first: level.first,
      values: level.values.indices.map { year in
        guard draws.count(where: { $0.effect.values[year] != .zero }) > 1 else { return .zero }
        return max(excess(sum[year], in: year), excess(together[year], in: year))
      })
  }

  /// Whether two or more take more than is there in some year.
  public var isOverdrawn: Bool { excess.isNotNil }

  /// Whether taking from it in a year gives up a saving or income, and cuts no cost.
  func isGivenBack(in year: Int) -> Bool {
    let level = level.values[year]
    return level == .zero ? isTakenFromNil(Money(trillionths: 1)) : level < .zero
  }

  private func excess(_ effect: Money, in year: Int) -> Money {
    let level = level.values[year]
    let isTaken =
      switch role {
      case .reserves: effect < .zero
      default: level == .zero ? isTakenFromNil(effect) : (effect < .zero) == (level > .zero)
      }
    return isTaken ? max(.zero, effect.magnitude - level.magnitude) : .zero
  }

  /// Whether an effect on a line that is nil has the sign that such a line cannot have.
  private func isTakenFromNil(_ effect: Money) -> Bool {
    switch role {
    case .cost, .pressure: effect < .zero
    case .saving, .funding, .income: effect > .zero
    case .reserves, .memorandum: false
    }
  }
}

/// An assumption of the budget that two or more amendments change.
public struct SharedAssumption: Sendable {
  public let id: Identifier
  public let title: String
  /// The positions of the amendments.
  public let amendments: [Int]
}

extension AmendmentQuestion {
  /// The lines of the budget that two or more of its amendments change, in printed order.
  func sharedLines(_ outcomes: [AmendmentOutcome], on before: BudgetLevels) -> [SharedLine] {
    var draws: [Identifier: [SharedLine.Draw]] = [:]
    for (position, outcome) in outcomes.enumerated() {
      for line in outcome.lines where !line.isInserted {
        draws[line.id, default: []].append(
          SharedLine.Draw(amendment: position, effect: line.effect))
      }
    }
    draws = draws.filter { $0.value.count > 1 }
    let sets = Set(draws.values.map { $0.map(\.amendment) })
    let levels = Dictionary(
      uniqueKeysWithValues: sets.map { members in
        (members, (try? BudgetLevels(try plan(with: members)))?.byId)
      })
    return before.lines.compactMap { line in
      guard let draws = draws[line.id] else { return nil }
      let after = levels[draws.map(\.amendment)]?.flatMap { $0[line.id] }
      return SharedLine(
        id: line.id, title: line.title, role: line.role, level: line.level, draws: draws,
        made: after.map { $0.level - line.level })
    }
  }

  /// An assumption as two or more amendments change it; nil where fewer do.
  func sharedAssumption(
    _ assumption: Assumption, _ outcomes: [AmendmentOutcome]
  ) -> SharedAssumption? {
    let positions = outcomes.indices.filter { outcomes[$0].assumptions.contains(assumption.id) }
    guard positions.count > 1 else { return nil }
    return SharedAssumption(id: assumption.id, title: assumption.title, amendments: positions)
  }
}
