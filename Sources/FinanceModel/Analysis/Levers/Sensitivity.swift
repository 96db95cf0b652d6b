/// What becomes of the remaining gap when assumptions or a line are moved, each by itself.
public struct Sensitivity: Sendable {
  public let question: Question
  /// The plan that is moved, with the scenarios of the question applied.
  public let plan: Plan
  /// Those asked for, in plan order; of all assumptions only those that move the gap.
  public let levers: [LeverSensitivity]
  /// Those that move the gap of no year by any of their moves.
  public let unmoved: [Lever]
}

/// What one lever does to the remaining gap.
public struct LeverSensitivity: Sendable {
  public let lever: Lever
  /// In the order asked for, with the plan as it stands among them.
  public let outcomes: [SensitivityOutcome]
  /// One point of a percentage more, or a hundredth more of anything else.
  public let one: SensitivityOutcome

  /// Whether the gap differs in some year, or has no value, by any move.
  public var movesGap: Bool {
    (outcomes + [one]).contains { outcome in
      guard let difference = outcome.difference else { return true }
      return difference.isNotNil
    }
  }
}

/// The remaining gap after one move, computed anew from the first cell to the last.
public struct SensitivityOutcome: Sendable {
  /// What a move is to the plan.
  public enum Kind: String, Hashable, Sendable {
    /// No move.
    case plan
    case move
    /// To the low or the high end of the assumption's range.
    case low
    case high
  }

  public let kind: Kind
  /// Nil for the plan as it stands.
  public let move: LeverMove?
  /// The change as a scenario has it; nil for the plan as it stands.
  public let change: String?
  /// By how much the gap is larger than the plan's; nil where a figure has no value.
  public let difference: GapDifference?
  /// Why a figure has no value; nil where all have.
  public let reason: String?
}

extension Sensitivity {
  /// The levers by how far they move the last year's cumulative gap, the farthest first.
  ///
  /// Ties stay in plan order.
  public var ranked: [LeverSensitivity] {
    levers.enumerated().sorted { left, right in
      let (first, second) = (left.element.swing, right.element.swing)
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
  }
}

extension LeverSensitivity {
  /// The smallest and the largest gap of the last year, cumulative, less the plan's own.
  public var ends: (least: SensitivityOutcome, most: SensitivityOutcome)? {
    let computed = outcomes.filter { $0.last != nil }
    guard let first = computed.first else { return nil }
    return computed.dropFirst().reduce((first, first)) { ends, outcome in
      let last = outcome.last ?? .zero
      let isLeast = last < ends.0.last ?? .zero
      let isMost = last > ends.1.last ?? .zero
      return (isLeast ? outcome : ends.0, isMost ? outcome : ends.1)
    }
  }

  /// From the smallest to the largest gap of the last year, cumulative.
  public var swing: Money {
    ends.map { ($0.most.last ?? .zero) - ($0.least.last ?? .zero) } ?? .zero
  }
}

extension SensitivityOutcome {
  /// The difference in the last year's cumulative gap.
  public var last: Money? { difference?.cumulative.values.last }
}

extension GapDifference {
  /// Whether there is one, in any year.
  var isNotNil: Bool {
    (annual.values + cumulative.values).contains { $0 != .zero }
  }
}
