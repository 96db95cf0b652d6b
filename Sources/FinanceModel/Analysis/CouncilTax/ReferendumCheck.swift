/// Whether the increase in a council tax of one year is excessive, by the principle for that year.
///
/// Increases are compared in whole pence of Band D, as they are charged: 2.99% is a little less
/// than what a principle of "3% or more" leaves.
public struct ReferendumCheck: Hashable, Sendable {
  /// Nil where no principle is known, and the verdict is then unknown.
  public let principle: ReferendumPrinciple?
  public let verdict: Verdict
  /// The largest increase in Band D that is not excessive; nil where it is unknown.
  public let most: Money?
  /// What of it is not used; negative where the increase is excessive.
  public let room: Money?
  /// The yield of that room; nil where there is none, or where it is unknown.
  public let yieldForgone: Money?

  /// What the principle says of the increase.
  public enum Verdict: String, CaseIterable, Hashable, Sendable {
    case excessive
    case atMost = "at-most"
    case below
    case unknown
  }

  /// Checks an increase on last year's Band D. Throws `ArithmeticFault`.
  ///
  /// What is raised for adult social care beyond its own percentage counts with the core increase.
  init(
    principle: ReferendumPrinciple?, lastBandD: Money, core: Money, adultSocialCare: Money,
    yield: (Money) throws(ArithmeticFault) -> Money
  ) throws(ArithmeticFault) {
    self.principle = principle
    guard let principle else {
      verdict = .unknown
      most = nil
      room = nil
      yieldForgone = nil
      return
    }
    let rise = core + adultSocialCare
    let percentage = try lastBandD * (principle.core ?? .zero)
    let care = try lastBandD * (principle.adultSocialCare ?? .zero)
    let counted = core + max(.zero, adultSocialCare - care)
    let pounds = principle.pounds ?? .zero
    let isExcessive: Bool
    let most: Money
    switch principle.rule {
    case .percentage:
      isExcessive = counted >= percentage
      most = (percentage + care).nextPennyBelow
    case .pounds:
      isExcessive = rise > pounds
      most = pounds
    case .both:
      isExcessive = counted >= percentage && rise > pounds
      most = max((percentage + care).nextPennyBelow, pounds)
    }
    let room = most - rise
    verdict = isExcessive ? .excessive : room > .zero ? .below : .atMost
    self.most = most
    self.room = room
    yieldForgone = verdict == .below ? try yield(room) : nil
  }
}

extension Money {
  /// The largest whole number of pence below the amount.
  fileprivate var nextPennyBelow: Money {
    let penny = Rounding.pence.step
    let below = trillionths - 1
    let rest = ((below % penny) + penny) % penny
    return Money(trillionths: below - rest)
  }
}
