/// Something that may cost money in a year: between which amounts, and how likely it is.
///
/// ```yaml
/// { id: government-funding, title: Less government funding, lower: 250, upper: 750, likelihood: 75% }
/// ```
public struct Risk: Hashable, Sendable {
  /// Its name among the risks of its plan; formulas know nothing of it.
  public let id: Identifier
  public let title: String
  /// What it costs at the least if it happens; nil or more.
  public let lower: Money
  /// What it costs at the most; never below `lower`.
  public let upper: Money
  /// From 0% to 100%.
  public let likelihood: Rate
  /// Who answers for it.
  public let owner: String?
  /// What is done about it.
  public let mitigation: String?
  public let note: String?
  public let source: String?
  /// Where its id stands.
  public let range: SourceRange
}

/// The risks of a plan, and what there is to meet them.
public struct RiskRegister: Hashable, Sendable {
  /// In the order of the file; none has the id of another.
  public let risks: [Risk]
  /// What the budget of a year sets aside for what goes wrong; nil where the plan does not say.
  public let contingency: Held?
  /// The general fund balance, where the register states it itself.
  public let generalFund: Held?
  public let source: String?
  /// The last printed place of the plan, on which computed figures lie; nil where it rounds none.
  public let grid: Rounding?
  /// As many decimals as the likelihoods have, from 0 to 6.
  let likelihoodDecimals: Int
  /// Where its key stands.
  public let range: SourceRange

  init(
    risks: [Risk], contingency: Held?, generalFund: Held?, source: String?, grid: Rounding?,
    range: SourceRange
  ) {
    self.risks = risks
    self.contingency = contingency
    self.generalFund = generalFund
    self.source = source
    self.grid = grid
    self.range = range
    likelihoodDecimals =
      (0..<6).first { decimals in
        let grid = Rounding(decimals: decimals, unit: .percent)
        return risks.allSatisfy { $0.likelihood.rounded(grid) == $0.likelihood }
      } ?? 6
  }

  /// Money that is held: an amount, or what a formula over the plan's rows gives.
  public struct Held: Hashable, Sendable {
    /// How the amount is given.
    public enum Amount: Hashable, Sendable {
      case stated(Money)
      case formula(Formula)
    }

    public let amount: Amount
    /// Where it stands.
    public let range: SourceRange
  }
}

extension RiskRegister {
  /// Half-way between what a risk costs at the least and at the most, on the grid of the register.
  public func midPoint(_ risk: Risk) -> Money {
    let sum = (risk.lower + risk.upper).trillionths
    return onGrid(Money(trillionths: FixedPoint.round(sum, toMultipleOf: 2) / 2))
  }

  /// The mid-point times the likelihood, on the grid of the register.
  ///
  /// It is made of the exact mid-point and rounded once: from 0 to 501 at 50% is 250.5 × 50%.
  public func weighted(_ risk: Risk) -> Money {
    let product = FixedPoint.multiply(
      (risk.lower + risk.upper).trillionths, risk.likelihood.trillionths,
      dividingBy: 2 * FixedPoint.one)
    // Never nil: a likelihood is at most 1, so the result is no larger than the upper amount.
    return onGrid(Money(trillionths: product ?? 0))
  }

  /// What all risks come to together, each weighted by its likelihood.
  public var weighted: Money { total(weighted) }

  /// The sum over all risks of what `amount` gives for each.
  public func total(_ amount: (Risk) -> Money) -> Money { risks.map(amount).reduce(.zero, +) }

  /// The formulas that say what is held.
  var formulas: [Formula] {
    [contingency, generalFund].compactMap { held in
      if case .formula(let formula)? = held?.amount { formula } else { nil }
    }
  }

  private func onGrid(_ money: Money) -> Money { grid.map(money.rounded) ?? money }
}
