/// Writes the lines and figures of exceptional support as a plan would write them by hand.
///
/// The support of a year is spent by its end. So its interest, on the balance at the beginning of a
/// year, and its repayment both start in the year after.
struct SupportRows {
  let support: ExceptionalSupport
  let amounts: Assumption
  /// The name of its rate of interest.
  let rate: String
  let place: SectionPlace
  let nodes: RowNodes
  let context: PlanContext

  // MARK: Lines

  /// The support as one-off funding, its interest and its repayment.
  var lines: [Node] {
    let given = nodes.formula("\(place.isIncomePositive ? "" : "-")(\(amounts.id))")
    let count = context.years.history.count
    let base: Node? =
      count == 0 ? nil : .sequence(Array(repeating: given, count: count), nodes.range)
    return [
      nodes.line(
        id(.support), support.title, .funding, .oneOff, given, base: base, in: place,
        status: support.status == .agreed ? .final : .assumed),
      nodes.follows(
        id(.interestDue), id(.interest), "\(support.title): interest", in: place, hasBase: hasPast),
      nodes.follows(
        id(.repaymentDue), id(.repayment), "\(support.title): repayment", in: place,
        hasBase: hasPast),
    ]
  }

  /// Whether something may be due in the base year already.
  private var hasPast: Bool { !support.earlier.isEmpty || context.years.history.count > 1 }

  // MARK: Figures

  /// What the lines are made from; the support is read from its line, whatever has changed that.
  var figures: [Node] {
    let drawn = "\(place.isIncomePositive ? "" : "-")level(\(id(.support)))"
    let before = "previous(\(id(.outstanding)), \(outstandingBefore.inFormula))"
    let due = nodes.formulas(context.years.columns.indices.map(repayment))
    return [
      nodes.figure(id(.drawn), "\(support.title): drawn", nodes.formula(drawn)),
      nodes.figure(
        id(.repaymentDue), "\(support.title): repayment due", due.figures, base: due.base),
      nodes.figure(
        id(.outstanding), "\(support.title): outstanding",
        nodes.formula("\(before) + \(id(.drawn)) - \(id(.repaymentDue))")),
      nodes.figure(
        id(.interestDue), "\(support.title): interest due", nodes.formula("\(rate) * \(before)")),
    ]
  }

  private func id(_ part: ExceptionalSupport.Part) -> String { support.id(part) }

  /// What earlier support has left to be repaid when the first column begins.
  private var outstandingBefore: Money {
    guard let first = context.years.columns.first else { return .zero }
    return support.earlier.reduce(.zero) { sum, earlier in
      let gone = first.start - earlier.year.start - 1
      return sum + earlier.amount - support.schedule.repaid(earlier.amount, after: gone)
    }
  }

  /// Whether there may be support in a column; before the plan nothing can change that.
  private func isDrawn(_ column: Int) -> Bool {
    context.years.planColumns.contains(column) || amounts.values[column].cell.figure != nil
  }

  /// What is repaid in a column: of earlier support as an amount, of each column before by its row.
  private func repayment(_ column: Int) -> String {
    let years = context.years.columns
    let schedule = support.schedule
    let fixed = support.earlier.reduce(Money.zero) { sum, earlier in
      let gone = years[column].start - earlier.year.start
      return sum + schedule.repaid(earlier.amount, after: gone)
        - schedule.repaid(earlier.amount, after: gone - 1)
    }
    var text = fixed.inFormula
    for earlier in years.indices
    where earlier < column && column - earlier <= schedule.years && isDrawn(earlier) {
      let amount = "at(\(id(.drawn)), \(years[earlier]))"
      func repaid(_ gone: Int) -> String? {
        schedule.repaid(amount, after: gone, decimals: context.decimals)
      }
      if let to = repaid(column - earlier) { text += " + \(to)" }
      if let from = repaid(column - earlier - 1) { text += " - \(from)" }
    }
    return text
  }
}
