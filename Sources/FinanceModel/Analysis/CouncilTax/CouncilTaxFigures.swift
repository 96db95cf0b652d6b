/// Takes the figures of council tax out of a forecast.
struct CouncilTaxFigures {
  let forecast: Forecast
  let tax: CouncilTax

  private var plan: Plan { forecast.plan }

  /// What is charged in a column, the base year's included.
  func charge(_ column: Int) throws(Diagnostics) -> CouncilTaxAnswer.Charge {
    let rate = try tax.collectionRate.map { id throws(Diagnostics) in
      try assumption(id, column)?.rate
    }
    let fund = try tax.collectionFund.map { id throws(Diagnostics) in
      try assumption(id, column)?.money
    }
    return CouncilTaxAnswer.Charge(
      year: plan.years.columns[column], taxBase: try number(.base, column),
      taxBaseBeforeCollection: tax.collectionRate == nil
        ? nil : try number(.baseBeforeCollection, column),
      collectionRate: rate ?? nil, bandD: try money(.bandD, column),
      adultSocialCare: tax.hasAdultSocialCare ? try money(.bandDAdultSocialCare, column) : nil,
      yield: try money(.yield, column), collectionFund: fund ?? nil)
  }

  /// A year of the plan, and the way to it from the year before.
  func year(_ column: Int) throws(Diagnostics) -> CouncilTaxYear {
    let charge = try charge(column)
    let last = try money(.bandD, column - 1)
    let lastYield = try money(.yield, column - 1)
    let afterGrowth = try money(.yieldAfterGrowth, column)
    let afterCore =
      tax.hasAdultSocialCare ? try money(.yieldAfterCore, column) : charge.yield
    let core = try money(.coreRise, column)
    let care = tax.hasAdultSocialCare ? try money(.adultSocialCareRise, column) : nil
    do throws(ArithmeticFault) {
      let onePercent = try (last / Rate(whole: 100)).rounded(.pence)
      let principle = tax.principles.first { $0.year == charge.year }
      return CouncilTaxYear(
        charge: charge, lastBandD: last, coreIncrease: core, adultSocialCareIncrease: care,
        yieldOfGrowth: afterGrowth - lastYield, yieldOfCoreIncrease: afterCore - afterGrowth,
        yieldOfAdultSocialCareIncrease: care.map { _ in charge.yield - afterCore },
        change: charge.yield - lastYield, onePercent: onePercent,
        yieldOfOnePercent: try yield(onePercent, charge.taxBase),
        referendum: try ReferendumCheck(
          principle: principle, lastBandD: last, core: core, adultSocialCare: care ?? .zero
        ) { room throws(ArithmeticFault) in try yield(room, charge.taxBase) })
    } catch {
      throw Diagnostics(
        Diagnostic(
          error == .tooLarge ? .figureTooLarge : .divisionByZero,
          "the council tax of \(charge.year) cannot be computed", at: tax.range,
          label: "expected a smaller tax base or Band D"))
    }
  }

  /// What an amount on Band D brings, on the plan's grid.
  private func yield(_ amount: Money, _ taxBase: Rate) throws(ArithmeticFault) -> Money {
    let whole = try amount * taxBase
    return plan.rounding == .printed ? whole.rounded(plan.lastPlace) : whole
  }

  // MARK: Single figures

  func money(_ figure: CouncilTax.Figure, _ column: Int) throws(Diagnostics) -> Money {
    guard case .money(let money)? = cell(figure, column).figure else { throw missing(column) }
    return money
  }

  private func number(_ figure: CouncilTax.Figure, _ column: Int) throws(Diagnostics) -> Rate {
    guard case .number(let number)? = cell(figure, column).figure else { throw missing(column) }
    return number
  }

  private func cell(_ figure: CouncilTax.Figure, _ column: Int) -> Cell {
    plan.rows.firstIndex { $0.id?.name == figure.rawValue }
      .map { forecast.printed[$0][column].cell } ?? .blank
  }

  private func assumption(_ id: Identifier, _ column: Int) throws(Diagnostics) -> Quantity? {
    plan.assumptions.first { $0.id == id }?.values[column].cell.figure
  }

  /// A figure is missing where what it is made of is still to be confirmed, or left blank.
  private func missing(_ column: Int) -> Diagnostics {
    Diagnostics(
      Diagnostic(
        .assumptionWithoutValue,
        "the council tax of \(plan.years.columns[column]) has no figure", at: tax.range,
        label: "expected figures for Band D and the tax base in every year",
        help: "'mtfs explain FILE \(CouncilTax.Figure.bandD.rawValue)' shows what is blank or tbc"))
  }
}
