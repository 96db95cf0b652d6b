extension CouncilTaxAnswer {
  /// What `council-tax --format json` holds; `docs/json.md` describes it.
  public func json(style: ReportStyle = ReportStyle()) -> JSONValue {
    .object([
      ("schema", 1), ("plan", plan.json(style)),
      ("authorityClass", .optional(councilTax.authorityClass?.rawValue)),
      (
        "lines",
        .object(
          CouncilTax.Part.allCases.map { part in
            (part.key, .optional(councilTax.lines[part]?.name))
          })
      ),
      ("base", charge(base, style)),
      (
        "years",
        .array(zip(years, freezes).map { year, freeze in json(year, freeze, style) })
      ),
    ])
  }

  private func charge(_ charge: Charge, _ style: ReportStyle) -> JSONValue {
    .object([
      ("year", .string(charge.year.description)), ("taxBase", number(charge.taxBase)),
      ("taxBaseBeforeCollection", charge.taxBaseBeforeCollection.map(number) ?? .null),
      ("collectionRate", charge.collectionRate.map(percent) ?? .null),
      ("bandD", pounds(charge.bandD)),
      ("adultSocialCare", charge.adultSocialCare.map(pounds) ?? .null),
      ("yield", style.json(charge.yield, plan)),
      ("collectionFund", charge.collectionFund.map { style.json($0, plan) } ?? .null),
    ])
  }

  private func json(
    _ year: CouncilTaxYear, _ freeze: CouncilTaxFreeze, _ style: ReportStyle
  ) -> JSONValue {
    func increase(_ amount: Money, _ yield: Money) -> JSONValue {
      .object([
        ("percent", year.share(amount).map(percent) ?? .null), ("bandD", pounds(amount)),
        ("yield", style.json(yield, plan)),
      ])
    }
    var care = JSONValue.null
    if let amount = year.adultSocialCareIncrease, let yield = year.yieldOfAdultSocialCareIncrease {
      care = increase(amount, yield)
    }
    return .object([
      ("charge", charge(year.charge, style)),
      ("baseGrowth", style.json(year.yieldOfGrowth, plan)),
      ("coreIncrease", increase(year.coreIncrease, year.yieldOfCoreIncrease)),
      ("adultSocialCareIncrease", care), ("change", style.json(year.change, plan)),
      (
        "onePercent",
        .object([
          ("bandD", pounds(year.onePercent)), ("yield", style.json(year.yieldOfOnePercent, plan)),
        ])
      ),
      (
        "freeze",
        .object([
          ("forgone", .array(freeze.forgone.map { style.json($0, plan) })),
          ("total", style.json(freeze.total, plan)),
        ])
      ),
      ("referendum", json(year.referendum, style)),
    ])
  }

  private func json(_ check: ReferendumCheck, _ style: ReportStyle) -> JSONValue {
    .object([
      ("verdict", .string(check.verdict.rawValue)), ("most", check.most.map(pounds) ?? .null),
      ("room", check.room.map(pounds) ?? .null),
      ("yieldForgone", check.yieldForgone.map { style.json($0, plan) } ?? .null),
      ("principle", check.principle.map(json) ?? .null),
    ])
  }

  private func json(_ principle: ReferendumPrinciple) -> JSONValue {
    .object([
      ("core", principle.core.map(percent) ?? .null),
      ("adultSocialCare", principle.adultSocialCare.map(percent) ?? .null),
      ("pounds", principle.pounds.map(pounds) ?? .null),
      ("rule", .string(principle.rule.rawValue)), ("status", .string(principle.status.rawValue)),
      ("source", .string(principle.source)),
    ])
  }

  // MARK: Figures

  private func pounds(_ money: Money) -> JSONValue { .figure(money, in: .pounds, decimals: 2) }
  private func percent(_ rate: Rate) -> JSONValue {
    .figure(.figure(.number(rate)), in: .percent, decimals: 2)
  }
  private func number(_ rate: Rate) -> JSONValue {
    .figure(.figure(.number(rate)), in: .number, decimals: 2)
  }
}

extension CouncilTax.Part {
  fileprivate var key: String {
    switch self {
    case .coreIncrease: "coreIncrease"
    case .adultSocialCareIncrease: "adultSocialCareIncrease"
    case .baseGrowth: "baseGrowth"
    case .collectionFund: "collectionFund"
    }
  }
}
