extension Report {
  /// Band D, yield and increases by year, what a freeze forgoes, and the referendum check.
  public static func councilTax(
    _ answer: CouncilTaxAnswer, style: ReportStyle = ReportStyle()
  ) -> Report {
    CouncilTaxReport(answer: answer, style: style).report
  }
}

/// Lays out the council tax of a plan.
private struct CouncilTaxReport {
  let answer: CouncilTaxAnswer
  let style: ReportStyle

  private var plan: Plan { answer.plan }
  private var years: [CouncilTaxYear] { answer.years }
  private var charges: [CouncilTaxAnswer.Charge] { [answer.base] + years.map(\.charge) }

  var report: Report {
    Report(
      title: plan.heading, subtitles: ["Council tax"],
      blocks: [
        .paragraph(summary), .table(charge), .table(freeze), .table(referendum), .notes(notes),
      ])
  }

  private var summary: String {
    let excessive = years.filter { $0.referendum.verdict == .excessive }.map(\.charge.year)
    let unknown = years.filter { $0.referendum.verdict == .unknown }.count
    var words = "Band D goes from \(pence(answer.base.bandD)) in \(answer.base.year)"
    if let last = charges.last { words += " to \(pence(last.bandD)) in \(last.year)" }
    words += "."
    if !excessive.isEmpty {
      words +=
        " The increase of \(excessive.map(\.description).listed()) is excessive "
        + "and would need a referendum."
    } else if unknown < years.count {
      words += " No increase is excessive where a principle is known."
    }
    return words
  }

  // MARK: The charge

  private var charge: ReportTable {
    ReportTable(
      caption: "Council tax by year", unit: style.unit(plan),
      columns: charges.map(\.year.description), rows: baseRows + bandDRows + yieldRows)
  }

  private var baseRows: [ReportTable.Row] {
    var rows = [ReportTable.Row(.heading, "Tax base, in Band D equivalents")]
    if answer.councilTax.collectionRate != nil {
      rows += [
        row("Before the collection rate") { $0.taxBaseBeforeCollection.map(number) },
        row("Collection rate") { $0.collectionRate.map(percent) },
      ]
    }
    rows.append(row("Tax base") { number($0.taxBase) })
    rows.append(
      ReportTable.Row(
        .line, "Growth of the tax base",
        [.none]
          + zip(charges, charges.dropFirst()).map { last, this in
            (try? (this.taxBase - last.taxBase) / last.taxBase).map(percent) ?? .none
          }, indent: 1))
    return rows
  }

  private var bandDRows: [ReportTable.Row] {
    var rows = [ReportTable.Row(.heading, "Band D, without parish precepts")]
    rows.append(year("Core increase, %") { $0.share($0.coreIncrease).map(percent) })
    rows.append(year("Core increase") { pounds($0.coreIncrease) })
    if hasCare {
      rows.append(
        year("Adult social care increase, %") { year in
          year.adultSocialCareIncrease.flatMap(year.share).map(percent)
        })
      rows.append(year("Adult social care increase") { $0.adultSocialCareIncrease.map(pounds) })
    }
    rows.append(row("Band D", .total) { pounds($0.bandD) })
    if hasCare { rows.append(row("of which adult social care") { $0.adultSocialCare.map(pounds) }) }
    rows.append(year("1% of last year's Band D") { pounds($0.onePercent) })
    return rows
  }

  private var yieldRows: [ReportTable.Row] {
    var rows = [
      ReportTable.Row(.heading, "Yield, as income"),
      year("Yield of the year before") { money($0.charge.yield - $0.change) },
      year("Base growth") { money($0.yieldOfGrowth) },
      year("Core increase") { money($0.yieldOfCoreIncrease) },
    ]
    if hasCare {
      rows.append(
        year("Adult social care increase") { $0.yieldOfAdultSocialCareIncrease.map(money) })
    }
    rows.append(row("Yield", .total) { money($0.yield) })
    if answer.councilTax.collectionFund != nil {
      rows.append(row("Collection fund, for the year only") { $0.collectionFund.map(money) })
    }
    rows.append(year("1% yields") { money($0.yieldOfOnePercent) })
    return rows
  }

  private var hasCare: Bool { answer.councilTax.hasAdultSocialCare }

  private func row(
    _ label: String, _ kind: ReportTable.Row.Kind = .line,
    _ cell: (CouncilTaxAnswer.Charge) -> ReportCell?
  ) -> ReportTable.Row {
    ReportTable.Row(kind, label, charges.map { cell($0) ?? .none }, indent: 1)
  }

  /// A row that the base year has no figure in.
  private func year(
    _ label: String, _ cell: (CouncilTaxYear) -> ReportCell?
  ) -> ReportTable.Row {
    ReportTable.Row(.line, label, [.none] + years.map { cell($0) ?? .none }, indent: 1)
  }

  // MARK: The freeze and the referendum

  private var freeze: ReportTable {
    ReportTable(
      caption: "What a freeze forgoes, in its year and each later one", unit: style.unit(plan),
      columns: years.map(\.charge.year.description) + ["Total"],
      rows: answer.freezes.map { freeze in
        ReportTable.Row(
          .line, "No increase in \(freeze.year)",
          zip(years, freeze.forgone).map { $0.charge.year < freeze.year ? .none : money($1) }
            + [money(freeze.total)])
      })
  }

  private var referendum: ReportTable {
    ReportTable(
      caption: "Referendum check: increases in Band D", unit: style.unit(plan),
      columns: ["Increase", "Most allowed", "Not used", "Yield forgone", "Verdict", "Principle"],
      rows: years.map { year in
        let check = year.referendum
        return ReportTable.Row(
          .line, year.charge.year.description,
          [
            pounds(year.charge.bandD - year.lastBandD), check.most.map(pounds) ?? .none,
            check.room.map(pounds) ?? .none, check.yieldForgone.map(money) ?? .none,
            .text(check.verdict.words), .text(check.principle?.words ?? "none known"),
          ])
      })
  }

  private var notes: [String] {
    var notes = [
      "Each increase is rounded to the penny. Base growth"
        + (hasCare ? ", core increase and adult social care increase" : " and core increase")
        + " add exactly to the change of the yield in every year.",
      "A freeze leaves earlier rises alone; later ones come on a smaller Band D.",
    ]
    notes += years.compactMap { year in
      year.referendum.principle.map { principle in
        "\(year.charge.year): \(principle.status.rawValue) principle, \(principle.rule.rawValue). "
          + "Source: \(principle.source)."
      }
    }
    let unknown = years.filter { $0.referendum.principle == nil }.map(\.charge.year.description)
    if !unknown.isEmpty {
      notes.append("No principle is known for \(unknown.listed()), so nothing is said of it.")
    }
    if !changed.isEmpty {
      notes.append(
        "Changed beside what makes it, which is not shown here: \(changed.listed()).")
    }
    return notes
  }

  /// The titles of its lines that a scenario changes by themselves.
  private var changed: [String] {
    let ids = Set(answer.councilTax.lines.values)
    return plan.rows.compactMap(\.line).filter { line in
      ids.contains(line.id) && line.adjustments.contains { $0.name != "delivery" }
    }.map { "'\($0.details.title)'" }
  }

  // MARK: Cells

  private func money(_ money: Money) -> ReportCell { style.cell(money, plan) }
  private func pounds(_ money: Money) -> ReportCell { .money(money, .pounds, decimals: 2) }
  private func percent(_ rate: Rate) -> ReportCell {
    .amount(.figure(.number(rate)), .percent, decimals: 2)
  }
  private func number(_ rate: Rate) -> ReportCell {
    .amount(.figure(.number(rate)), .number, decimals: 2)
  }

  private func pence(_ money: Money) -> String {
    let format = AmountFormat(decimals: 2, negatives: .brackets, groupsThousands: true)
    return Unit.pounds.phrase(format.text(money, in: .pounds))
  }
}

extension ReferendumCheck.Verdict {
  /// As reports say it.
  fileprivate var words: String {
    switch self {
    case .excessive: "excessive"
    case .atMost: "at the most allowed"
    case .below: "below"
    case .unknown: "unknown"
    }
  }
}

extension ReferendumPrinciple {
  /// Its limits and how settled they are: `3% and 2% for adult social care, final`.
  fileprivate var words: String {
    let format = AmountFormat(decimals: 2, negatives: .minus, groupsThousands: false)
    func percent(_ rate: Rate) -> String { format.text(.figure(.number(rate)), in: .percent) + "%" }
    var limits: [String] = []
    if let core { limits.append(percent(core)) }
    if let adultSocialCare { limits.append("\(percent(adultSocialCare)) for adult social care") }
    if let pounds { limits.append("£" + format.text(pounds, in: .pounds)) }
    return "\(limits.joined(separator: " and ")), \(status.rawValue)"
  }
}
