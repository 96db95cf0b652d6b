/// What a report on funding says in words.
struct FundingWords {
  let outlook: FundingOutlook
  let style: ReportStyle

  private var plan: Plan { outlook.plan }
  private var years: [FinancialYear] { plan.years.years }

  // MARK: What stands first

  var summary: String {
    if outlook.lines.isEmpty { return "The plan has no line of role funding or income." }
    if !outlook.hasStatuses {
      return "No line of funding or income says how sure its money is: nothing is known to be "
        + "final."
    }
    let shares = outlook.shares(outlook.notFinal)
    var parts = zip(years, shares).compactMap { year, share in
      share.map { "\(percent($0)) in \(year)" }
    }
    if parts.isEmpty { return "No line of funding or income has any money." }
    parts[0] = parts[0].replacing("%", with: "% of the money", maxReplacements: 1)
    return "Not final: \(parts.joined(separator: ", "))."
  }

  private func percent(_ share: Rate) -> String {
    AmountFormat(decimals: 1, negatives: .minus, groupsThousands: false)
      .text(.number(share), in: .percent) + "%"
  }

  var findings: [String] {
    outlook.ending.compactMap(stillCounted) + outlook.rolls.compactMap(unmatched)
  }

  private func stillCounted(_ line: FundingLine) -> String? {
    guard let end = line.end, let counted = end.counted else { return nil }
    let amount = style.text(counted.amount.magnitude, plan)
    if counted.amount < .zero {
      return "\(line.title) ends in \(end.year), and by \(counted.year) the plan takes out "
        + "\(amount) more than there was."
    }
    return line.isWhole
      ? "\(line.title) ends in \(end.year), and the plan still counts \(amount) of it in "
        + "\(counted.year)."
      : "\(line.title) ends in \(end.year), and in \(counted.year) the plan counts \(amount) more of "
        + "it than before the plan."
  }

  private func unmatched(_ roll: RolledMoney) -> String? {
    if roll.matches { return nil }
    let parts = zip(years, roll.difference.values).filter { $0.1 != .zero }
      .map { "\(style.text($0.1, plan)) in \($0.0)" }
    return "What is rolled into \(roll.into.title) and what comes in there differ: "
      + "\(parts.joined(separator: ", "))."
  }

  // MARK: Notes

  var notes: [String] {
    if outlook.lines.isEmpty && outlook.rolls.isEmpty { return [] }
    var notes = ["Positive is money coming in, whatever the signs of the printed table."]
    if outlook.hasStatuses {
      notes.append(
        "The size of a line in a year is its base-year figure and what the plan has added by then, "
          + "without its sign: money that falls is not set against money that grows. What no status "
          + "is stated for counts as not final, and a line that has ended counts no more.")
    } else if !outlook.lines.isEmpty {
      notes.append(
        "A line says how sure it is beside its figures: 'funding: final', or provisional, indicative "
          + "or assumed, for all years, in a list with one for each, or by year; and with "
          + "'ends: YEAR' when its money stops.")
    }
    let changing = outlook.lines.filter { !$0.isWhole }.map(\.title)
    if !changing.isEmpty {
      let start = plan.years.base.map { "since \($0)" } ?? "over the plan"
      notes.append(
        "Of these only the change \(start) is known, and counts: \(changing.joined(separator: "; "))."
      )
    }
    let leftOut = outlook.linesLeftOut.map(\.details.title)
    if !leftOut.isEmpty {
      notes.append(
        "Left out, being neither funding nor income: \(leftOut.joined(separator: "; ")).")
    }
    if !provisionalYears.isEmpty {
      notes.append(
        "A figure still to be confirmed (tbc) counts as nothing: "
          + "\(provisionalYears.joined(separator: ", ")).")
    }
    return notes
  }

  /// The years in which a line of funding or income is to be confirmed.
  private var provisionalYears: [String] {
    let ids = Set(outlook.lines.map(\.id))
    let rows = plan.rows.indices.filter { plan.rows[$0].line.map { ids.contains($0.id) } ?? false }
    return plan.years.planColumns.filter { column in
      rows.contains { outlook.forecast.printed[$0][column].isProvisional }
    }.map { plan.years.columns[$0].description }
  }
}

extension FundingOutlook.Status {
  /// As tables name it.
  var words: String {
    switch self {
    case .final: "Final"
    case .provisional: "Provisional"
    case .indicative: "Indicative"
    case .assumed: "Assumed"
    case nil: "Not stated"
    }
  }
}
