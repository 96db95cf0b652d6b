/// What a page about savings says in words.
struct SavingsWords {
  let answer: SavingsAnswer
  let style: ReportStyle

  private var plan: Plan { answer.plan }
  private var last: FinancialYear? { plan.years.years.last }

  /// The year after the plan, as a column is headed.
  var yearAfter: String {
    last?.next?.description ?? "Later"
  }

  // MARK: Above the tables

  var summary: [String] {
    guard let planned = answer.planned.total(.cumulative).values.last, let last else { return [] }
    let ended = ended.reduce(Money.zero) { $0 + $1.amount }
    let saved =
      planned < .zero || ended != .zero
      ? "By \(last) the savings come to \(text(planned)) a year"
        + (ended == .zero
          ? "."
          : ", with \(text(-ended)) of one-off money of \(plan.years.base.map(\.description) ?? "") that ends.")
      : "By \(last) the plan saves \(text(planned)) a year."
    guard let expected = answer.expected?.total(.cumulative).values.last,
      let green = answer.green?.total(.cumulative).values.last
    else {
      return [
        saved + " How sure that is the plan does not say: 'delivery-by-status' and the 'status' of "
          + "a saving do."
      ]
    }
    let isPart = expected >= .zero && expected <= planned && ended == .zero
    let words =
      saved + " At the shares of their statuses "
      + (isPart ? "\(text(expected)) of it is counted on" : "they come to \(text(expected))")
      + " and \(text(planned - expected)) is at risk. Green only, the savings come to "
      + "\(text(green))."
    return [words] + (finding.map { [$0] } ?? [])
  }

  /// The one-off savings of the base year, which the years of the plan no longer have.
  private var ended: [(details: RowDetails, amount: Money)] {
    plan.rows.indices.compactMap { row in
      guard let line = plan.rows[row].line, line.role == .saving, line.basis == .oneOff,
        let amount = answer.planned.forecast.levels(ofRow: row).first, amount != .zero
      else { return nil }
      return (line.details, -amount)
    }
  }

  private var finding: String? {
    guard let returning = answer.returning, let first = answer.yearsShort.first else { return nil }
    let short = returning.delivered[first] ?? .zero
    var words =
      "With what is counted on the plan is short by \(text(short)) in \(first)"
    if let last, let final = returning.delivered[last], final > .zero, last != first {
      words += ", and by \(text(final)) a year in \(last)"
    }
    return words + "."
  }

  /// The heading of a group; a status says which share of it is counted on.
  func title(of group: SavingsGrouping.Group, by field: LineField) -> String {
    guard field == .status, let value = group.value,
      let share = plan.statusDelivery.first(where: { $0.status == value })?.share
    else { return group.title }
    return "\(group.title), \(percent(share))"
  }

  // MARK: Below the tables

  var notes: [String] {
    var notes = ["Savings are positive here; what costs money among them is in brackets."]
    if answer.expected != nil {
      let green = plan.statusDelivery.filter { $0.share == .one }.map { "'\($0.status)'" }
      notes.append(
        green.isEmpty
          ? "No status counts in full, so that nothing is green."
          : "Green are the savings whose status counts in full: \(green.listed()).")
    }
    let ended = ended
    if let base = plan.years.base, !ended.isEmpty {
      notes.append(
        "One-off money of \(base) among the savings that ends with that year: "
          + ended.map { "'\($0.details.title)', \(text($0.amount))" }.listed() + ".")
    }
    let costs = answer.lines.compactMap { line -> String? in
      guard !ended.contains(where: { $0.details.id == line.details.id }),
        let cost = answer.planned.series(line, .cumulative).values.last, cost < .zero
      else { return nil }
      return "'\(line.details.title)', \(text(-cost))"
    }
    if let last, !costs.isEmpty {
      notes.append("Costs money among the savings by \(last): \(costs.listed()).")
    }
    let without = answer.withoutStatus.map { "'\($0.details.title)'" }
    if !without.isEmpty {
      notes.append(
        "Without a status, and so counted on as planned and not green: \(without.listed()).")
    }
    if let returning = answer.returning { notes += self.notes(returning) }
    if let monitoring = answer.monitoring { notes += self.notes(monitoring) }
    let provisional = answer.planned.gap.provisionalYears.map(\.description)
    if !provisional.isEmpty {
      notes.append(
        "Provisional, with figures still to be confirmed: \(provisional.joined(separator: ", ")).")
    }
    return notes
  }

  private func notes(_ returning: ReturningSavings) -> [String] {
    var notes = [
      "A saving that is not delivered is an overspend of its year, met from money that is there "
        + "once. The next year's budget is set without it: what is missing again returns as a "
        + "pressure."
    ]
    if let last, returning.afterPlan != .zero {
      notes.append(
        "What is not delivered in \(last) returns after the plan: \(text(returning.afterPlan)).")
    }
    return notes
  }

  private func notes(_ monitoring: SavingsMonitoring) -> [String] {
    var notes = [
      "At risk in \(monitoring.delivery.year) is what is neither achieved nor reported as a "
        + "pressure. Approved is what is new in the year."
    ]
    let over = monitoring.owners.flatMap(\.savings).filter { saving in
      let size = saving.amounts
      return size.approved >= .zero && size.achieved > size.approved
    }
    if !over.isEmpty {
      let list = over.map { saving in
        "'\(saving.line.details.title)' by \(text(saving.amounts.achieved - saving.amounts.approved))"
      }
      notes.append("Achieved beyond what was approved: \(list.listed()).")
    }
    let unstated = monitoring.unstated.map { "'\($0.details.title)'" }
    if !unstated.isEmpty {
      notes.append("Nothing is stated of \(unstated.listed()), so that all of it is at risk.")
    }
    if let source = monitoring.delivery.source { notes.append("Source of it: \(source).") }
    return notes
  }

  private func text(_ money: Money) -> String { style.text(money, plan) }

  /// A share with as many decimals as it needs, up to six.
  private func percent(_ share: Rate) -> String {
    let decimals =
      (0..<6).first { share.rounded(Rounding(decimals: $0, unit: .percent)) == share } ?? 6
    let format = AmountFormat(decimals: decimals, negatives: .minus, groupsThousands: false)
    return format.text(.figure(.number(share)), in: .percent) + "%"
  }
}
