/// What a plan's council tax comes to: each year, what a freeze forgoes, and the referendum check.
///
/// ```swift
/// let answer = try plan.forecast().councilTaxAnswer()
/// ```
public struct CouncilTaxAnswer: Sendable {
  public let plan: Plan
  public let councilTax: CouncilTax
  /// The base year's Band D, tax base and yield.
  public let base: Charge
  /// One for each year of the plan.
  public let years: [CouncilTaxYear]
  /// One for each year of the plan: what the yield is less by, in that year and each later one.
  public let freezes: [CouncilTaxFreeze]

  /// Whether the increase of a year is excessive.
  public var hasFindings: Bool { years.contains { $0.referendum.verdict == .excessive } }

  /// What is charged in one year, and on how many dwellings.
  public struct Charge: Hashable, Sendable {
    public let year: FinancialYear
    /// In Band D equivalents, as the yield has it.
    public let taxBase: Rate
    /// Nil where the tax base is given after the collection rate.
    public let taxBaseBeforeCollection: Rate?
    public let collectionRate: Rate?
    public let bandD: Money
    /// The part of Band D raised for adult social care so far; nil where there is none.
    public let adultSocialCare: Money?
    /// Positive, whatever the signs of the plan's table.
    public let yield: Money
    /// The balance of the collection fund that is shared out, for this year only.
    public let collectionFund: Money?
  }
}

/// One year of a council tax, and the way to it from the year before.
public struct CouncilTaxYear: Hashable, Sendable {
  public let charge: CouncilTaxAnswer.Charge
  public let lastBandD: Money
  /// What the increases add to Band D.
  public let coreIncrease: Money
  public let adultSocialCareIncrease: Money?
  /// What the growth of the tax base adds to the yield, at last year's Band D.
  public let yieldOfGrowth: Money
  public let yieldOfCoreIncrease: Money
  public let yieldOfAdultSocialCareIncrease: Money?
  /// The change of the yield, which the three above add up to.
  public let change: Money
  /// 1% of last year's Band D, in whole pence.
  public let onePercent: Money
  public let yieldOfOnePercent: Money
  public let referendum: ReferendumCheck

  /// An increase as a share of last year's Band D.
  public func share(_ increase: Money) -> Rate? { try? increase / lastBandD }
}

extension Forecast {
  /// The council tax of the plan. Throws `Diagnostics` for a plan that does not state it.
  public func councilTaxAnswer() throws(Diagnostics) -> CouncilTaxAnswer {
    guard let tax = plan.councilTax else {
      throw Diagnostics(
        Diagnostic(
          .missingKey, "the plan does not state its council tax", at: plan.range.firstLine,
          label: "expected the key 'council-tax'",
          help: "docs/council-tax.md shows what belongs in it"))
    }
    let figures = CouncilTaxFigures(forecast: self, tax: tax)
    let first = plan.years.planColumns.lowerBound
    var years: [CouncilTaxYear] = []
    for column in plan.years.planColumns { years.append(try figures.year(column)) }
    return CouncilTaxAnswer(
      plan: plan, councilTax: tax, base: try figures.charge(first - 1), years: years,
      freezes: try figures.freezes(years.map(\.charge.yield)))
  }
}
