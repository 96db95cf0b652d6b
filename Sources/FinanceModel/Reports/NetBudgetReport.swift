extension Report {
  /// The net budget by service and year, what council tax has to bring, and how it ties to the gap.
  public static func netBudget(
    _ answer: NetBudgetAnswer, style: ReportStyle = ReportStyle()
  ) -> Report {
    NetBudgetReport(answer: answer, style: style).report
  }
}

/// Lays out the net budget of a plan.
private struct NetBudgetReport {
  let answer: NetBudgetAnswer
  let style: ReportStyle

  private var plan: Plan { answer.plan }
  private var columns: [String] { plan.years.columns.suffix(answer.gap.count).map(\.description) }
  private var last: String { columns.last ?? "" }

  var report: Report {
    Report(
      title: plan.heading, subtitles: ["Net budget"],
      blocks: [
        .paragraph(summary), .table(afterChanges), .table(standstill), .table(byService),
        .notes(notes),
      ])
  }

  private var summary: String {
    let requirement = answer.requirement
    guard let first = requirement.first, let end = requirement.last, let gap = answer.gap.last,
      let standstill = answer.standstill.last
    else { return "" }
    var words =
      "The net budget requirement goes from \(text(first)) in \(columns[0]) to \(text(end)) in "
      + "\(last), and to \(text(standstill)) at standstill, without the savings."
    if let tax = answer.councilTax?.last, let needed = answer.councilTaxRequirement.last {
      words += " Council tax would have to bring \(text(needed)), and brings \(text(tax))."
    }
    guard answer.ties else {
      let most = answer.untied.max { $0.magnitude < $1.magnitude } ?? .zero
      return words
        + " The budgets do not tie to the gap: what is unmet is \(text(most.magnitude)) "
        + "\(most < .zero ? "less" : "more")."
    }
    let left =
      gap == .zero
      ? "nothing is unmet"
      : "\(text(gap.magnitude)) is \(gap < .zero ? "to spare" : "unmet"), the remaining gap"
    return words + " In \(last) \(left)."
  }

  // MARK: Tables

  private func row(
    _ kind: ReportTable.Row.Kind, _ label: String, _ amounts: [Money]
  ) -> ReportTable.Row {
    ReportTable.Row(kind, label, amounts.map { style.cell($0, plan) })
  }

  private func table(_ caption: String, _ rows: [ReportTable.Row]) -> ReportTable {
    ReportTable(caption: caption, unit: style.unit(plan), columns: columns, rows: rows)
  }

  /// From the services down to the gap.
  private var afterChanges: ReportTable {
    var rows = answer.items.map { row(.line, $0.title, $0.budget) }
    rows.append(row(.total, "Net budget requirement", answer.requirement))
    rows += answer.funding.map { row(.line, $0.title, $0.amounts) }
    if let tax = answer.councilTax {
      rows += [
        row(.total, "Council tax requirement", answer.councilTaxRequirement),
        row(.line, "Council tax", tax.map { -$0 }),
      ]
    }
    rows.append(row(.total, "Unmet", answer.unmet))
    if answer.ties {
      rows.append(row(.line, "Remaining gap, cumulative: ties", answer.gap))
    } else {
      rows += [
        row(.line, "Remaining gap, cumulative", answer.gap),
        row(.line, "Does not tie, by", answer.untied),
      ]
    }
    return table("Net budget after savings, and how it is met", rows)
  }

  private var standstill: ReportTable {
    let savings = answer.gap.indices.map { year in
      answer.items.reduce(Money.zero) { $0 + $1.savings[year] }
    }
    return table(
      "Net budget at standstill, before savings",
      answer.items.map { row(.line, $0.title, $0.standstill) } + [
        row(.total, "Net budget at standstill", answer.standstill),
        row(.line, "Savings", savings),
        row(.total, "Net budget requirement", answer.requirement),
      ])
  }

  private var byService: ReportTable {
    ReportTable(
      caption: "From \(columns[0]) to \(last), by service", unit: style.unit(plan),
      columns: ["Base budget", "Pressures", "Standstill", "Savings", "Net budget"],
      rows: answer.items.map { ReportTable.Row(.line, $0.title, cells(of: [$0])) } + [
        ReportTable.Row(.total, "Net budget requirement", cells(of: answer.items))
      ])
  }

  private func cells(of items: [BudgetItem]) -> [ReportCell] {
    func sum(_ amount: (BudgetItem) -> Money?) -> ReportCell {
      style.cell(items.reduce(.zero) { $0 + (amount($1) ?? .zero) }, plan)
    }
    return [
      sum(\.base), sum(\.pressures.last), sum(\.standstill.last), sum(\.savings.last),
      sum(\.budget.last),
    ]
  }

  // MARK: Notes

  private var notes: [String] {
    var notes = [
      "Tie: net budget requirement less all funding is the remaining gap, cumulative, in every year."
    ]
    if !answer.ties {
      let first = answer.untied.first ?? .zero
      notes.append(
        answer.untied.allSatisfy { $0 == first }
          ? "It is out by the same amount in every year: the base budgets come to "
            + "\(text(answer.requirement[0])), and the funding of \(columns[0]) with its gap to "
            + "\(text(answer.requirement[0] - first))."
          : "It is out by another amount in each year: a line enters the gap and no budget.")
    }
    if answer.councilTax == nil {
      notes.append(
        "The plan does not say which lines are council tax, so the council tax requirement is not "
          + "shown: 'council-tax' under 'net-budget' names them.")
    }
    let years = answer.provisionalYears.map(\.description)
    if !years.isEmpty {
      notes.append("Provisional, because figures are to be confirmed: \(years.listed()).")
    }
    return notes
  }

  private func text(_ money: Money) -> String { style.text(money, plan) }
}
