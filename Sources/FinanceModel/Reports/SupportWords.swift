/// What is said of support and accounts in words.
extension SupportReport {
  /// A paragraph for the support, and one for each account.
  var summary: [String] {
    (answer.supports.isEmpty ? [] : [supportSummary]) + answer.accounts.map(summary)
  }

  private var supportSummary: String {
    func sum(_ supports: [SupportForecast]) -> Money {
      supports.reduce(.zero) { $0 + $1.drawn.dropFirst().reduce(.zero, +) }
    }
    let left = answer.supports.reduce(Money.zero) { $0 + ($1.outstanding.last ?? .zero) }
    if sum(answer.supports) == .zero, left == .zero {
      return "No support is drawn, and none is to be repaid."
    }
    let requested = sum(answer.supports.filter { $0.support.status == .requested })
    var words = "Support of \(text(sum(answer.supports))) over the plan"
    if requested != .zero { words += ", \(text(requested)) of it requested and not agreed" }
    let cost = answer.supports.reduce(Money.zero) {
      $0 + ($1.interest.last ?? .zero) + ($1.repayment.last ?? .zero)
    }
    words += ". In \(last) its interest and repayment cost \(text(cost))"
    words += left == .zero ? ", and all is repaid." : ", and \(text(left)) is still to be repaid."
    let years = answer.recurringYears
    if !years.isEmpty {
      words +=
        " It meets a gap that goes on: without one-off money the plan is short in "
        + "\(years.map(\.description).listed()), by \(text(worst(years))) at most."
    }
    return words
  }

  /// The largest structural gap of some years.
  private func worst(_ years: [FinancialYear]) -> Money {
    years.compactMap { answer.structural[$0] }.max() ?? .zero
  }

  private func summary(_ account: AccountForecast) -> String {
    let own = account.account
    let balance = account.balance.last ?? .zero
    let interest =
      "the gap has only its interest, \(text(account.interest.last ?? .zero)) in \(last)."
    guard let exposure = account.exposure else {
      return
        "'\(own.title)' is \(deficit(balance)) at the end of \(last), outside the general fund; "
        + interest
    }
    var words =
      "'\(own.title)' is \(deficit(exposure.balance)) at the end of \(exposure.year), outside the "
      + "general fund until then; \(interest)"
    if exposure.balance <= .zero {
      return words + " Nothing falls on the general fund when the override ends."
    }
    words +=
      " The override ends with \(exposure.year): \(text(exposure.balance)) then falls on the "
      + "general fund, which no gap counts"
    guard let reserves = exposure.reserves else {
      return words
        + (account.reserves.isEmpty
          ? ". No reserves are named for it."
          : ". The reserves for it are not stated for \(exposure.year).")
    }
    words += ", against reserves of \(text(reserves))"
    if !exposure.borneBefore.isEmpty {
      words += " that are left after \(exposure.borneBefore.map { "'\($0)'" }.listed())"
    }
    return words + (exposure.short.map { ": short by \(text($0))." } ?? ", which are enough.")
  }

  private func deficit(_ balance: Money) -> String {
    balance < .zero ? "\(text(-balance)) in surplus" : "\(text(balance)) in deficit"
  }

  // MARK: Notes

  var notes: [String] {
    var notes: [String] = []
    if !answer.supports.isEmpty {
      notes.append(
        "Support is one-off funding: it is no part of the structural gap, and its interest and "
          + "repayment are. Both start in the year after the support.")
    }
    notes += answer.supports.compactMap(afterPlan)
    if answer.unwinding != .zero {
      notes.append(
        "The support of \(last) does not come again: the year after the plan is "
          + "\(text(answer.unwinding)) shorter without it.")
    }
    notes += answer.accounts.compactMap { account in
      account.account.overrideEnds.flatMap { end in
        guard account.exposure == nil else { return nil }
        return "The override of '\(account.account.title)' ends with \(end), after the plan; its "
          + "balance would then fall on the general fund."
      }
    }
    notes += answer.supports.map { "\($0.support.title): \(source($0.support.source))" }
    notes += answer.accounts.map { "\($0.account.title): \(source($0.account.source))" }
    let changed = answer.supports.flatMap(\.changedLines) + answer.accounts.flatMap(\.changedLines)
    let years = answer.provisionalYears.map(\.description)
    if !years.isEmpty {
      notes.append("Provisional, because figures are to be confirmed: \(years.listed()).")
    }
    if !changed.isEmpty {
      notes.append(
        "Changed beside what makes it, so that it is no longer what is due: "
          + "\(changed.map { "'\($0)'" }.listed()).")
    }
    return notes
  }

  private func afterPlan(_ support: SupportForecast) -> String? {
    guard let first = support.afterPlan.first, let end = support.afterPlan.last else { return nil }
    let total = support.afterPlan.reduce(Money.zero) { $0 + $1.amount }
    var words = "After the plan \(text(total)) of '\(support.support.title)' is to be repaid"
    if let year = first.year {
      words += ": \(text(first.amount)) in \(year)"
      if let last = end.year, last != year { words += ", the last \(text(end.amount)) in \(last)" }
    }
    return words + ". Interest on what is outstanding comes on top."
  }

  private func source(_ source: String?) -> String {
    source.map { "source: \($0)." } ?? "no source."
  }

  private var last: String { plan.years.years.last?.description ?? "" }

  private func text(_ money: Money) -> String { style.text(money, plan) }
}
