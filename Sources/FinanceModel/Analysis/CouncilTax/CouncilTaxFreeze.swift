/// What it costs to leave Band D as it is in one year, in that year and every later one.
///
/// The plan is computed anew with no increase in that year and all others as they are: a freeze
/// never undoes an earlier rise, and later rises come on a smaller Band D.
public struct CouncilTaxFreeze: Hashable, Sendable {
  public let year: FinancialYear
  /// What the yield is less by, one amount for each plan year; nil before the freeze.
  public let forgone: [Money]
  /// Over the plan.
  public var total: Money { forgone.reduce(.zero, +) }
}

extension CouncilTaxFigures {
  /// A freeze in each year of the plan. `yields` are those of the plan as it stands.
  func freezes(_ yields: [Money]) throws(Diagnostics) -> [CouncilTaxFreeze] {
    let columns = forecast.plan.years.planColumns
    var found: [CouncilTaxFreeze] = []
    for column in columns {
      let frozen = CouncilTaxFigures(
        forecast: try forecast.plan.freezingBandD(in: column).forecast(), tax: tax)
      var forgone: [Money] = []
      for (offset, other) in columns.enumerated() {
        forgone.append(yields[offset] - (try frozen.money(.yield, other)))
      }
      found.append(
        CouncilTaxFreeze(year: forecast.plan.years.columns[column], forgone: forgone))
    }
    return found
  }
}

extension Plan {
  /// The plan with no increase in Band D in one year.
  fileprivate func freezingBandD(in column: Int) -> Plan {
    let rises = [CouncilTax.Figure.coreRise, .adultSocialCareRise].map(\.rawValue)
    var plan = self
    for index in plan.rows.indices {
      guard case .figure(var figure) = plan.rows[index], rises.contains(figure.id.name) else {
        continue
      }
      figure.details.entries[column] = .typed(.money(.zero), figure.details.range)
      plan.rows[index] = .figure(figure)
    }
    return plan
  }
}
