/// Whether reserves last, in sentences.
struct ReservesWords {
  let forecast: ReservesForecast
  let style: ReportStyle

  private var plan: Plan { forecast.plan }
  private var years: [FinancialYear] { plan.years.years }

  // MARK: Findings

  /// What is found, or that nothing is.
  var findings: [String] {
    let found = [breach, short, recurring].compactMap { $0 }
    return found.isEmpty ? [lasts] : found
  }

  private var lasts: String {
    let last = years.last.map { " to \($0)" } ?? ""
    return "The reserves last\(last)."
      + (forecast.balances.contains { $0.minimum != nil } ? " None falls below its minimum." : "")
  }

  /// The first balance below its minimum that is not below nil.
  private var breach: String? {
    guard let breach = forecast.firstBreach, breach != forecast.firstShort else { return nil }
    return "First below its minimum: '\(title(breach))' at the end of \(years[breach.year]), by "
      + "\(text(breach.short))."
  }

  private var short: String? {
    guard let short = forecast.firstShort else { return nil }
    return "First short: '\(title(short))' would be \(text(short.short)) below nil at the end of "
      + "\(years[short.year]). That money is not there."
  }

  /// One-off money that meets a recurring gap, with the structural gap that it leaves.
  private var recurring: String? {
    let met = forecast.recurringMet
    let found = years.indices.filter { met[$0] > .zero }
    if found.isEmpty { return nil }
    let amounts = found.map { year in
      let structural = forecast.structural?[year] ?? .zero
      let whole = met[year] == structural ? "" : " of \(text(structural))"
      return "\(text(met[year]))\(whole) in \(years[year])"
    }
    return "One-off money meets the structural gap: \(amounts.listed()). The cost comes again each "
      + "year and the money does not."
  }

  // MARK: Notes

  var notes: [String] {
    [order, surplus, unmet].compactMap { $0 } + unassigned
      + [negative, provisional].compactMap { $0 }
  }

  private var order: String? {
    if forecast.terms.leavesOutGap {
      return "The balances are as planned: no remaining gap is met from them."
    }
    let titles = forecast.order.compactMap { id in
      plan.reserves.first { $0.id == id }.map { "'\($0.title)'" }
    }
    if titles.isEmpty { return nil }
    return "The remaining gap is met from \(titles.joined(separator: ", then ")): each year its "
      + "whole cumulative amount, because what reserves meet comes again the next year. A balance "
      + "in brackets is short by that much."
  }

  private var surplus: String? {
    let years = forecast.surplusYears.map(\.description)
    if years.isEmpty || forecast.terms.leavesOutGap { return nil }
    return "The surplus of \(years.listed()) adds to no reserve, unless the plan contributes it."
  }

  private var unmet: String? {
    guard forecast.order.isEmpty, !forecast.terms.leavesOutGap,
      forecast.notMet.contains(where: { $0 > .zero })
    else { return nil }
    return "No reserve meets the remaining gap: none says 'meets-gap: yes', and --order names none."
  }

  private var unassigned: [String] {
    forecast.unassigned.map { line in
      "'\(line.title)' moves no reserve here: name '\(line.id)' under the 'lines' of one."
    }
  }

  /// A scenario may turn what a plan cannot.
  private var negative: String? {
    let titles = forecast.balances.filter { balance in
      (balance.contributions + balance.use).contains { $0 < .zero }
    }.map { "'\($0.reserve.title)'" }
    return titles.isEmpty
      ? nil : "Contributions or use below nil count the other way, in \(titles.listed())."
  }

  private var provisional: String? {
    let years = forecast.provisionalYears.map(\.description)
    return years.isEmpty
      ? nil : "Provisional, because a figure is still to be confirmed: \(years.listed())."
  }

  // MARK: Replenishing

  func notes(_ replenishment: Replenishment) -> [String] {
    let years = years.filter { $0 <= replenishment.year }
    let span = years.count == 1 ? "\(replenishment.year)" : "each year from \(years[0])"
    var notes = [
      "The same amount in \(span), rounded up to the last place, with the plan run again for each. "
        + "Its cost is in no gap here: the budget has to find it."
    ]
    for contribution in replenishment.contributions where !contribution.isEnough {
      notes.append("No amount is enough for '\(contribution.reserve.title)'.")
    }
    return notes
  }

  private func title(_ breach: ReserveBreach) -> String {
    forecast.balances[breach.reserve].reserve.title
  }

  private func text(_ money: Money) -> String { style.plain(money, plan) }
}
