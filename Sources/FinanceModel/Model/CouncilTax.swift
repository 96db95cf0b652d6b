/// The council tax of a plan: its rows and lines, its class of authority and the principles for it.
///
/// Its figures are rows and assumptions like any other; this says which of them they are.
public struct CouncilTax: Sendable {
  /// What the authority is; nil where the plan does not say, and no principle then applies.
  public let authorityClass: AuthorityClass?
  /// The assumption that the tax base is collected at; nil for a tax base after collection.
  public let collectionRate: Identifier?
  /// The assumption with the balance of the collection fund that is shared out.
  public let collectionFund: Identifier?
  /// Whether a part of Band D is raised for adult social care.
  public let hasAdultSocialCare: Bool
  /// The lines that enter the gap.
  public let lines: [Part: Identifier]
  /// The referendum principles for the class of authority, each of one year.
  public let principles: [ReferendumPrinciple]
  /// Where the plan says `council-tax`.
  public let range: SourceRange

  /// A line that falls out of it, in printed order.
  public enum Part: String, CaseIterable, Hashable, Sendable {
    case coreIncrease = "core-increase"
    case adultSocialCareIncrease = "adult-social-care-increase"
    case baseGrowth = "base-growth"
    case collectionFund = "collection-fund"
  }

  /// A figure that the plan is given for it; formulas may name each by its id.
  enum Figure: String {
    case baseBeforeCollection = "council-tax-base-before-collection"
    case base = "council-tax-base"
    case bandD = "council-tax-band-d"
    case bandDCore = "council-tax-band-d-core"
    case bandDAdultSocialCare = "council-tax-band-d-adult-social-care"
    case coreRise = "council-tax-core-rise"
    case adultSocialCareRise = "council-tax-adult-social-care-rise"
    case yield = "council-tax-yield"
    /// This year's tax base at last year's Band D.
    case yieldAfterGrowth = "council-tax-yield-after-growth"
    /// The same with the core increase.
    case yieldAfterCore = "council-tax-yield-after-core"
  }
}

/// What kind of authority charges the tax, which decides the principle that applies to it.
public enum AuthorityClass: String, CaseIterable, Hashable, Sendable {
  case county
  case district
  case fire
  case londonBorough = "london-borough"
  case metropolitan
  case police
  case unitary

  /// Whether it may raise a part of its tax for adult social care.
  public var hasAdultSocialCare: Bool {
    switch self {
    case .county, .londonBorough, .metropolitan, .unitary: true
    case .district, .fire, .police: false
    }
  }

  /// The class as tables of principles name it.
  public var principlesClass: String {
    hasAdultSocialCare ? "social care authority" : rawValue
  }
}
