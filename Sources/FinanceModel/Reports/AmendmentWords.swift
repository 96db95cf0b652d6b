/// What is found of amendments, in sentences for the council chamber.
struct AmendmentWords {
  let answer: AmendmentAnswer
  let style: ReportStyle

  private var plan: Plan { answer.plan }
  private var years: [FinancialYear] { plan.years.years }
  private var last: String { years.last?.description ?? "" }

  /// How an amendment is called: `2 Free swimming`; after its file where two are alike.
  func label(_ position: Int) -> String {
    let amendments = answer.outcomes.map(\.amendment.scenario)
    let title = amendments[position].title
    let alike = amendments.filter { $0.title == title }.map(\.range.file.path)
    let file = amendments[position].range.file.path
    return "\(position + 1) "
      + (alike.count == 1 ? title : "\(file.ending(unlike: alike)): \(title)")
  }

  /// `1 and 3`, `1, 2 and 4`.
  func numbers(_ positions: [Int]) -> String {
    positions.map { "\($0 + 1)" }.listed(most: .max)
  }

  // MARK: Verdicts

  /// As a table has it.
  func short(_ verdict: AmendmentVerdict) -> String {
    switch verdict {
    case .balances: "balances"
    case .doesNotBalance: "does not balance"
    case .oneOffForRecurring: "one-off for recurring"
    case .recurringForOneOff: "recurring for one-off"
    }
  }

  /// As the finding is said, with the first year and the amount.
  func sentences(_ effect: AmendmentEffect, of subject: String = "It") -> String {
    switch effect.verdict {
    case .balances:
      "\(subject) balances: recurring and one-off money each come to nil in every year."
    case .doesNotBalance:
      "\(subject) does not balance: \(path(effect.net.values))."
        + (effect.paidByOneOff.isNotNil
          ? " One-off money pays for recurring cost: \(paidByOneOff(effect))" : "")
    case .oneOffForRecurring:
      "\(subject) balances only with one-off money, which pays for recurring cost: "
        + paidByOneOff(effect)
    case .recurringForOneOff:
      "\(subject) comes to nil in every year, but not in each kind of money: a recurring saving "
        + "pays for one-off cost, \(amounts(effect.paidByRecurring)). That is unusual, and sound in "
        + "that no cost is left behind; strictly, both kinds must come to nil."
    }
  }

  /// The net cost of each year that has one, years alike told once, and whether it comes to nil.
  private func path(_ net: [Money]) -> String {
    var runs: [(first: Int, last: Int)] = []
    for year in net.indices where net[year] != .zero {
      if let run = runs.last, run.last == year - 1, net[run.last] == net[year] {
        runs[runs.count - 1].last = year
      } else {
        runs.append((year, year))
      }
    }
    let told = runs.map { run in
      let span = run.last - run.first
      let rest =
        span == 0
        ? ""
        : run.last == net.count - 1
          ? ", and so in every year after"
          : span == 1 ? ", and so in \(years[run.last])" : ", and so until \(years[run.last])"
      return "in \(years[run.first]) it \(balance(net[run.first]))\(rest)"
    }
    guard let end = runs.last?.last, end < net.count - 1 else {
      return told.joined(separator: "; ")
    }
    let since = end == net.count - 2 ? "in \(last)" : "from \(years[end + 1]) on"
    return told.joined(separator: "; ") + "; \(since) it comes to nil"
  }

  /// `costs £0.400m more than it finds`.
  private func balance(_ net: Money) -> String {
    net > .zero
      ? "costs \(text(net)) more than it finds" : "finds \(text(-net)) more than it costs"
  }

  /// How much, in which years, and what is left when the one-off money has ended.
  private func paidByOneOff(_ effect: AmendmentEffect) -> String {
    let cost = effect.recurring.values.last ?? .zero
    let paid = "\(amounts(effect.paidByOneOff))."
    if cost > .zero {
      return paid + " The one-off money ends and the cost stays: \(text(cost)) a year."
    }
    if effect.net.isNotNil { return paid }
    return paid + " The cost ends within the plan: typed as one-off it would balance by itself."
  }

  // MARK: What a reader has to know

  /// What is still to be confirmed, and what is left for the years after the plan.
  func notes(_ outcome: AmendmentOutcome) -> [String] {
    var notes: [String] = []
    if !outcome.provisionalYears.isEmpty {
      let years = outcome.provisionalYears.map(\.description).listed()
      notes.append(
        "Provisional, with figures still to be confirmed that count as nothing: \(years).")
    }
    let unwinding = outcome.effect.unwinding
    if unwinding != .zero {
      notes.append(
        "After \(last) its one-off money ends, which \(unwinding > .zero ? "adds" : "takes") "
          + "\(text(unwinding.magnitude)) \(unwinding > .zero ? "to" : "off") the gap of the year "
          + "after.")
    }
    // What a change takes to the years after the plan, or what is only part of a full year in it.
    return notes
      + outcome.beyond.byChange.map { change, lines, total in
        "After \(last): \(text(total)) of \(lines.map(\.title).listed())"
          + (change.map { ", moved there by '\($0)'." } ?? ", the rest of a full year.")
      }
  }

  // MARK: The same money

  /// What two or more take beyond what is there; nil where they do not.
  func overdrawn(_ line: SharedLine) -> String? {
    let excess = line.excess.values
    guard let year = excess.firstIndex(where: { $0 != .zero }) else { return nil }
    let level = line.level.values[year]
    let taken = level.magnitude + excess[year]
    let among = line.draws.filter { $0.effect.values[year] != .zero }.map(\.amendment)
    let place = "\(years[year])" + (excess[year...].count { $0 != .zero } > 1 ? " and after" : "")
    if line.role == .reserves {
      return "Drawn too far: \(numbers(among)) together draw \(text(taken)) from \(line.title) in "
        + "\(place), where the plan itself moves \(text(level.magnitude)). "
        + held(for: line, in: year)
    }
    let found =
      line.isGivenBack(in: year)
      ? "Given back twice: \(numbers(among)) together give back \(text(taken)) of \(line.title)"
      : "Spent twice: \(numbers(among)) together take \(text(taken)) from \(line.title)"
    return "\(found) in \(place), where the plan has \(text(level.magnitude)): "
      + "\(text(excess[year])) more than is there."
  }

  /// What the reserve that a line draws on holds at the end of a year without the amendments.
  private func held(for line: SharedLine, in year: Int) -> String {
    let reserves = try? plan.forecast().reserves(ReservesForecast.Terms(leavesOutGap: true))
    let balance = reserves?.balances.first { $0.reserve.lines.contains(line.id) }
    guard let balance else { return "Nothing in the plan shows that the reserve holds it." }
    return "As planned, '\(balance.reserve.title)' holds \(text(balance.closing[year])) at the end "
      + "of \(years[year]) without them."
  }

  /// What a set does that neither its amendments nor its pairs do; nil where that is nothing.
  func interaction(_ set: AmendmentSet) -> String? {
    guard let made = set.made else { return nil }
    let pairs = answer.sets.filter { pair in
      pair.members.count == 2 && set.members.count > 2 && pair.isPart(of: set)
    }
    let own = pairs.compactMap(\.made?.interaction).reduce(made.interaction, -)
    if own.isNil { return nil }
    let net = own.net.values
    guard let year = net.firstIndex(where: { $0 != .zero }) else {
      return "\(numbers(set.members)) change each other's recurring and one-off money, though not "
        + "their sum."
    }
    return "\(numbers(set.members)) change each other: in \(years[year]) they cost "
      + "\(text(net[year].magnitude)) \(net[year] > .zero ? "more" : "less") together than "
      + (pairs.isEmpty ? "one by one." : "one by one and in pairs.")
  }

  /// What two or more are based on.
  func shared(_ step: SharedStep) -> String {
    let others = step.amendments.filter { $0 != step.own }
    let verb = others.count == 1 ? "is" : "are"
    let name = step.own.map { "\($0 + 1)" } ?? "'\(step.scenario.title)'"
    return "\(numbers(others)) \(verb) based on \(name), which is made once."
  }

  /// Why a set cannot be made; nil where it can, and where a part of it already cannot.
  func refusal(_ set: AmendmentSet) -> String? {
    guard case .refused(let faults) = set.outcome,
      !answer.sets.contains(where: { $0.made == nil && $0.isPart(of: set) })
    else { return nil }
    let why = faults.all.first.map { ": \($0.message)" } ?? ""
    return "\(numbers(set.members)) cannot be made together\(why)."
  }

  // MARK: Amounts

  /// `£0.500m in 2017-18 and £0.500m in 2018-19`.
  private func amounts(_ series: YearSeries<Money>) -> String {
    zip(years, series.values).filter { $0.1 != .zero }.map { "\(text($0.1)) in \($0.0)" }.listed()
  }

  /// An amount as the page prints it; in pounds where that would be nil.
  func text(_ money: Money) -> String {
    let step = Rounding(decimals: style.decimals(plan), unit: style.unit(plan))
    if money == .zero || money.rounded(step) != .zero { return style.text(money, plan) }
    let inPounds = ReportStyle(unit: .pounds)
    return money.rounded(Rounding(decimals: 2, unit: .pounds)) == .zero
      ? "less than a penny" : inPounds.text(money, plan)
  }
}
