extension Forecast {
  /// The support and memorandum accounts of the plan. Throws `Diagnostics` for a plan without any.
  public func supportAnswer() throws(Diagnostics) -> SupportAnswer {
    guard !plan.exceptionalSupport.isEmpty || !plan.memorandumAccounts.isEmpty, let gap else {
      throw Diagnostics(
        Diagnostic(
          .missingKey, "the plan states no exceptional support and no memorandum account",
          at: plan.range.firstLine,
          label: "expected the key 'exceptional-support' or 'memorandum-accounts'",
          help: "docs/support.md shows what belongs in them"))
    }
    let answer = SupportFigures(forecast: self, gap: gap).answer
    let negative = answer.supports.flatMap(negativeYears)
    if !negative.isEmpty { throw Diagnostics(negative) }
    return answer
  }

  /// What a scenario has made of support that nobody could be given.
  private func negativeYears(_ support: SupportForecast) -> [Diagnostic] {
    zip(plan.years.years, support.drawn.dropFirst()).filter { $1 < .zero }.map { year, _ in
      Diagnostic(
        .wrongValue, "'\(support.support.title)' is below nil in \(year)",
        at: support.support.range, label: "expected support of nil or more in every year",
        help: "a change takes away more than there is; 'remove' takes all")
    }
  }
}

/// Takes the figures of support and accounts out of a forecast.
private struct SupportFigures {
  let forecast: Forecast
  let gap: GapStatement

  private var plan: Plan { forecast.plan }
  private var firstYear: FinancialYear { plan.years.years[0] }

  var answer: SupportAnswer {
    let supports = plan.exceptionalSupport.map(forecast)
    let remaining = [gap.base] + (gap.cumulative[.remaining]?.values ?? [])
    var before = remaining
    for support in supports {
      for year in before.indices {
        before[year] =
          before[year] + support.drawn[year] - support.interest[year] - support.repayment[year]
      }
    }
    return SupportAnswer(
      plan: plan, supports: supports, accounts: accounts,
      before: SupportGap(from: before, first: firstYear),
      after: SupportGap(from: remaining, first: firstYear),
      structural: gap.cumulative[.structural]
        ?? YearSeries(first: firstYear, values: plan.years.years.map { _ in .zero }),
      unwinding: supports.reduce(.zero) { $0 + ($1.drawn.last ?? .zero) },
      provisionalYears: gap.provisionalYears)
  }

  // MARK: Support

  private func forecast(_ support: ExceptionalSupport) -> SupportForecast {
    let drawn = levels(support.id(.support)).map { -$0 }
    return SupportForecast(
      support: support, drawn: drawn, interest: levels(support.id(.interest)),
      repayment: levels(support.id(.repayment)), outstanding: figures(support.id(.outstanding)),
      afterPlan: afterPlan(support),
      changedLines: changed(ExceptionalSupport.Part.lines.dropFirst().map(support.id)))
  }

  /// What is still to be repaid of all support up to the last year, year by year.
  private func afterPlan(_ support: ExceptionalSupport) -> [RepaymentAfterPlan] {
    let columns = plan.years.columns
    let drawn = plan.rows.firstIndex { $0.id?.name == support.id(.drawn) }
    guard let last = columns.last, let drawn else { return [] }
    let amounts =
      support.earlier.map { (start: $0.year.start, amount: $0.amount) }
      + columns.enumerated().map { column, year in
        (start: year.start, amount: forecast.printed[drawn][column].cell.money ?? .zero)
      }
    let repayments = (1...support.schedule.years).map { distance in
      let start = last.start + distance
      let amount = amounts.reduce(Money.zero) { sum, drawn in
        sum + support.schedule.repaid(drawn.amount, after: start - drawn.start)
          - support.schedule.repaid(drawn.amount, after: start - drawn.start - 1)
      }
      return RepaymentAfterPlan(year: FinancialYear(start: start), amount: amount)
    }
    let end = repayments.lastIndex { $0.amount != .zero } ?? -1
    return Array(repayments[...end])
  }

  // MARK: Accounts

  /// The accounts, with the general reserves bearing each balance that falls on them only once.
  ///
  /// They bear them in the order in which the overrides end, and then in that of the plan.
  private var accounts: [AccountForecast] {
    typealias Exposure = AccountForecast.Exposure
    var accounts = plan.memorandumAccounts.map(forecast)
    let falling = accounts.indices.compactMap { index -> (index: Int, exposure: Exposure)? in
      guard !accounts[index].account.hasReserves, let exposure = accounts[index].exposure,
        exposure.balance > .zero
      else { return nil }
      return (index, exposure)
    }
    var borne = Money.zero
    var before: [String] = []
    let inOrder = falling.sorted { ($0.exposure.year, $0.index) < ($1.exposure.year, $1.index) }
    for (index, exposure) in inOrder {
      accounts[index].exposure?.reserves = exposure.reserves.map { max(.zero, $0 - borne) }
      accounts[index].exposure?.borneBefore = before
      borne = borne + exposure.balance
      before.append(accounts[index].account.title)
    }
    return accounts
  }

  private func forecast(_ account: MemorandumAccount) -> AccountForecast {
    let balance = figures(account.id(.balance))
    let reserves =
      account.hasReserves ? stated(account.id(.reserves)) : generalReserves.map(Optional.some)
    var exposure: AccountForecast.Exposure?
    if let year = account.overrideEnds, let column = plan.years.column(of: year),
      column >= plan.years.planColumns.lowerBound - 1
    {
      let place = column - plan.years.planColumns.lowerBound + 1
      exposure = AccountForecast.Exposure(
        year: year, balance: balance[place],
        reserves: reserves.isEmpty ? nil : reserves[place], borneBefore: [])
    }
    return AccountForecast(
      account: account, deficit: [.zero] + zip(balance.dropFirst(), balance).map { $0 - $1 },
      balance: balance, interest: levels(account.id(.interest)), reserves: reserves,
      exposure: exposure, changedLines: changed([account.id(.interest)]))
  }

  /// The closing balances of the plan's general reserves together, as planned; empty for none.
  private var generalReserves: [Money] {
    let all = plan.reserves.filter { $0.kind == .general }.map { figures($0.id.name) }
    guard let first = all.first else { return [] }
    return all.dropFirst().reduce(first) { zip($0, $1).map { $0 + $1 } }
  }

  // MARK: Rows

  /// The base year's figure of a row and those of the plan's years, nil where there is none.
  private func figures(_ id: String) -> [Money] {
    stated(id).map { $0 ?? .zero }
  }

  /// The same, with nil where the plan states no figure.
  private func stated(_ id: String) -> [Money?] {
    guard let row = plan.rows.firstIndex(where: { $0.id?.name == id }) else { return [] }
    let cells = forecast.printed[row].map(\.cell.money)
    let base = plan.years.baseColumn.flatMap { cells[$0] }
    return [base] + plan.years.planColumns.map { cells[$0] }
  }

  /// The whole amounts of a line, as they are in the gap.
  private func levels(_ id: String) -> [Money] {
    guard let row = plan.rows.firstIndex(where: { $0.id?.name == id }) else { return [] }
    return forecast.levels(ofRow: row)
  }

  /// The titles of the lines that a scenario changes by themselves.
  private func changed(_ ids: [String]) -> [String] {
    plan.rows.compactMap(\.line).filter { line in
      ids.contains(line.id.name) && line.adjustments.contains { $0.name != "delivery" }
    }.map(\.details.title)
  }
}

extension Forecast {
  /// The level of a line in the base year and in each year of the plan, as it enters the gap.
  ///
  /// Nil stands where a cell is no figure, and in the base year of a plan without one.
  func levels(ofRow row: Int) -> [Money] {
    guard let line = plan.rows[row].line else { return [] }
    let isTurned = plan.sections.contains {
      $0.id == line.details.section && $0.signs == .incomePositive
    }
    let base =
      line.baseIsMemo
      ? .zero : plan.years.baseColumn.flatMap { printed[row][$0].cell.money } ?? .zero
    let added = effects[row]?.cumulative.map { $0.money ?? .zero } ?? []
    return ([.zero] + added).map { isTurned ? -(base + $0) : base + $0 }
  }
}
