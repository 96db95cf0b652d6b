/// How an amount of borrowed money is repaid from revenue: over so many years, from the year after.
///
/// £12.000m over 20 years is £0.600m in each of the twenty years after it. With the rate of an
/// annuity the repayments grow by that rate. Each is rounded; the last clears what is left.
public struct RepaymentSchedule: Hashable, Sendable {
  /// From 1 to 50.
  public let years: Int
  /// The rate by which an annuity's repayments grow; nil for equal instalments.
  public let annuityRate: Rate?
  /// The grid of each repayment; nil where nothing is rounded.
  public let rounding: Rounding?
  /// By years gone, from none to all, the share of the amount that an annuity has repaid.
  let annuityShares: [Rate]

  /// The most years that an amount may be repaid over.
  public static let mostYears = 50

  init(years: Int, annuityRate: Rate?, rounding: Rounding?) {
    self.years = years
    self.annuityRate = annuityRate
    self.rounding = rounding
    annuityShares = annuityRate.flatMap { Self.shares($0, years) } ?? []
  }

  /// With v = 1 / (1 + rate) and n years, (v^(n-k) - v^n) / (1 - v^n) after k of them.
  ///
  /// Powers of v stay below 1, so that none of them is too large.
  private static func shares(_ rate: Rate, _ years: Int) -> [Rate]? {
    guard let step = try? Rate.one / (Rate.one + rate) else { return nil }
    var powers = [Rate.one]
    for _ in 0..<years {
      guard let last = powers.last, let next = try? last * step else { return nil }
      powers.append(next)
    }
    let end = powers[years]
    return (0...years).map { gone in
      (try? (powers[years - gone] - end) / (Rate.one - end)) ?? .zero
    }
  }

  /// What of an amount has been repaid once so many years have gone since its own.
  func repaid(_ amount: Money, after gone: Int) -> Money {
    if gone <= 0 { return .zero }
    if gone >= years { return amount }
    if annuityRate != nil {
      return rounded((try? amount * annuityShares[gone]) ?? .zero)
    }
    guard let part = try? amount / Rate(whole: Int64(years)),
      let sum = try? rounded(part) * Rate(whole: Int64(gone))
    else { return .zero }
    return min(sum, amount)
  }

  private func rounded(_ money: Money) -> Money { rounding.map(money.rounded) ?? money }

  /// The same as a formula over another; nil where nothing is repaid yet.
  func repaid(_ amount: String, after gone: Int, decimals: Int) -> String? {
    if gone <= 0 { return nil }
    if gone >= years { return amount }
    func rounded(_ text: String) -> String {
      rounding == nil ? text : "round(\(text), \(decimals))"
    }
    if annuityRate != nil {
      let format = AmountFormat(decimals: 12, negatives: .minus, groupsThousands: false)
      return rounded("\(amount) * \(format.text(.number(annuityShares[gone]), in: .number))")
    }
    let instalment = rounded("\(amount) / \(years)")
    return "min(\(gone == 1 ? instalment : "\(instalment) * \(gone)"), \(amount))"
  }
}
