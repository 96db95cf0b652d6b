/// The risks of a plan in the order of their weight, and whether they are covered.
///
/// ```swift
/// let answer = try plan.riskAnswer()
/// ```
///
/// Mid-points and weighted amounts lie on the plan's last printed place, so that they add as
/// printed. That all risks come true in one year, as the total of the upper amounts has it, is no
/// forecast.
public struct RiskAnswer: Sendable {
  public let plan: Plan
  public let register: RiskRegister
  /// The largest weighted amount first; equal ones in the order of the file.
  public let ranked: [RankedRisk]
  /// What there is to meet them, each by itself and then together; none where the plan says nothing.
  public let covers: [RiskCover]

  /// Whether something that is held is less than the weighted risks.
  public var hasFindings: Bool { covers.contains(where: \.isShort) }
}

/// A risk with its place among all of them.
public struct RankedRisk: Hashable, Sendable {
  public let risk: Risk
  public let midPoint: Money
  /// The mid-point times the likelihood.
  public let weighted: Money
  /// From 1; equal weighted amounts share a rank, and the next is as many places lower: 1, 2, 2, 4.
  public let rank: Int
  /// Whether another risk has the same rank.
  public let isTied: Bool
}

/// What there is to meet the risks, and what they leave of it.
public struct RiskCover: Hashable, Sendable {
  public let kind: Kind
  public let held: Money
  /// What is left when each risk has cost its weighted amount; negative where that is short.
  public let left: Money
  /// What is left when every risk has cost its upper amount; negative where that is short.
  public let leftAtUpper: Money
  /// Whether a figure behind it is still to be confirmed.
  public let isProvisional: Bool

  /// What the risks are held against.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case contingency
    case generalFund = "general-fund"
    /// The contingency and the general fund together.
    case both
  }

  /// Whether it is less than the weighted risks.
  public var isShort: Bool { left < .zero }
}

extension Plan {
  /// Weighs and ranks the risks of the plan. Throws `Diagnostics` for a plan that states none.
  public func riskAnswer() throws(Diagnostics) -> RiskAnswer {
    guard let register = risks, !register.risks.isEmpty else {
      throw Diagnostics(
        Diagnostic(
          .missingKey, "the plan states no risks", at: risks?.range ?? range.firstLine,
          label: risks == nil ? "expected the key 'risks'" : "expected risks under 'register'",
          help: "such as risks: { register: [{ id: pay-award, title: A higher pay award, "
            + "lower: £250k, upper: £750k, likelihood: 50% }] }; docs/risks.md shows more"))
    }
    return RiskAnswer(
      plan: self, register: register, ranked: register.ranked,
      covers: try RiskCovers(plan: self, register: register).all())
  }
}

extension RiskRegister {
  /// The risks by their weighted amounts.
  fileprivate var ranked: [RankedRisk] {
    let weights = risks.map(weighted)
    let order = risks.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }
    let counts = weights.reduce(into: [Money: Int]()) { $0[$1, default: 0] += 1 }
    var rank = 0
    return order.enumerated().map { place, position in
      let weight = weights[position]
      if place == 0 || weights[order[place - 1]] != weight { rank = place + 1 }
      return RankedRisk(
        risk: risks[position], midPoint: midPoint(risks[position]), weighted: weight, rank: rank,
        isTied: counts[weight] != 1)
    }
  }
}
