/// The values by year that council tax is driven by, each an assumption of the plan or its own.
struct CouncilTaxInputs {
  let context: PlanContext
  /// The assumptions that the plan states itself.
  let assumptions: [Assumption]
  /// Those made from values that were typed in the place of an id.
  private(set) var own: [Assumption] = []
  private var found: [Key: Assumption] = [:]

  init(context: PlanContext, assumptions: [Assumption]) {
    self.context = context
    self.assumptions = assumptions
  }

  enum Key: String, CaseIterable {
    case coreIncrease = "core-increase"
    case adultSocialCareIncrease = "adult-social-care-increase"
    case baseGrowth = "tax-base-growth"
    case collectionRate = "collection-rate"
    case collectionFund = "collection-fund"

    /// The id and title of an assumption of its own.
    var own: (id: String, title: String) {
      switch self {
      case .coreIncrease: ("council-tax-core-increase", "Core increase of council tax")
      case .adultSocialCareIncrease:
        ("council-tax-adult-social-care-increase", "Adult social care increase of council tax")
      case .baseGrowth: ("council-tax-base-growth", "Growth of the council tax base")
      case .collectionRate: ("council-tax-collection-rate", "Collection rate of council tax")
      case .collectionFund: ("council-tax-collection-fund", "Collection fund balance")
      }
    }

    /// Whether it may be, and has to be, money.
    fileprivate func takes(_ unit: Unit) -> Bool {
      switch self {
      case .coreIncrease, .adultSocialCareIncrease: unit == .percent || unit.isMoney
      case .baseGrowth, .collectionRate: unit == .percent
      case .collectionFund: unit.isMoney
      }
    }
  }

  private var problems: Problems { context.problems }

  subscript(key: Key) -> Assumption? { found[key] }

  mutating func read(_ reader: MappingReader) {
    for key in Key.allCases {
      guard let node = reader.node(key.rawValue) else { continue }
      guard let assumption = assumption(key, reader) else { continue }
      found[key] = assumption
      guard key.takes(assumption.unit) else {
        problems.add(
          .wrongValue, "'\(key.rawValue)' does not go by '\(assumption.unit.rawValue)'",
          at: node.range,
          expected: key.takes(.percent)
            ? key.takes(.pounds) ? "percentages, or pounds of Band D" : "percentages"
            : "amounts of money")
        continue
      }
      if key == .collectionRate { checkRates(assumption, node) }
    }
  }

  /// The assumption that an id names, or one made of the values in its place.
  private mutating func assumption(_ key: Key, _ reader: MappingReader) -> Assumption? {
    let (id, title) = key.own
    let found = AssumptionInput(context: context, known: assumptions).assumption(
      key.rawValue,
      own: AssumptionInput.Own(
        id: id, title: title, unit: key == .collectionFund ? context.unit : .percent), reader)
    if let found, found.isOwn { own.append(found.0) }
    return found?.0
  }

  /// A share collected is known for the base year too, and is never more than the whole.
  private func checkRates(_ assumption: Assumption, _ node: Node) {
    if let base = context.years.baseColumn, assumption.values[base].cell.figure == nil {
      problems.add(
        .baseMissing, "the collection rate needs its value in the base year", at: node.range,
        expected: "'base' with it, beside 'values'",
        help: "or give the tax base after the collection rate, and leave out 'collection-rate'")
    }
    let wrong = assumption.values.first { value in
      guard let rate = value.cell.figure?.trillionths else { return false }
      return rate <= 0 || rate > FixedPoint.one
    }
    if let wrong {
      problems.add(
        .wrongValue, "a collection rate is a share of the whole", at: wrong.range,
        expected: "a percentage above 0% and at most 100%")
    }
  }
}
