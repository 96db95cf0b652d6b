extension Report {
  /// The risks by their weight, and whether the contingency and the general fund cover them.
  public static func risks(_ answer: RiskAnswer, style: ReportStyle = ReportStyle()) -> Report {
    RiskReport(answer: answer, style: style).report
  }
}

/// Lays out the risks of a plan: the largest first, their total, and what there is to meet them.
private struct RiskReport {
  let answer: RiskAnswer
  let style: ReportStyle

  private var plan: Plan { answer.plan }
  private var register: RiskRegister { answer.register }

  var report: Report {
    var report = Report(title: plan.heading, subtitles: ["Risks"])
    report.blocks = [.paragraph(summary), .table(risks)]
    if !answer.covers.isEmpty { report.blocks.append(.table(covers)) }
    report.blocks.append(.notes(notes))
    return report
  }

  private var summary: String {
    let count = answer.ranked.count
    let upper = text(register.total(\.upper))
    let sum = text(register.weighted)
    let words =
      count == 1
      ? "One risk comes to \(sum) when it is weighted by its likelihood, and to \(upper) at the most."
      : "\(count) risks come to \(sum) when each is weighted by its likelihood, and to \(upper) "
        + "if all of them happen at their upper amounts."
    return ([words] + answer.covers.map(sentence)).joined(separator: " ")
  }

  private func sentence(_ cover: RiskCover) -> String {
    let verdict =
      cover.isShort
      ? "\(cover.kind == .both ? "are" : "is") short by \(text(cover.left.magnitude))"
      : "\(cover.kind == .both ? "cover" : "covers") that and \(text(cover.left)) more"
    return "The \(cover.kind.words) of \(text(cover.held)) \(verdict)."
  }

  // MARK: Tables

  private var hasOwners: Bool { answer.ranked.contains { $0.risk.owner != nil } }

  private var risks: ReportTable {
    let hasOwners = self.hasOwners
    let rows = answer.ranked.map { ranked in
      let risk = ranked.risk
      return ReportTable.Row(
        .line, risk.title,
        [
          .text("\(ranked.rank)\(ranked.isTied ? "=" : "")"), cell(risk.lower), cell(risk.upper),
          cell(ranked.midPoint), percent(risk.likelihood), cell(ranked.weighted),
        ] + (hasOwners ? [.text(risk.owner ?? "")] : []))
    }
    let total = ReportTable.Row(
      .total, "Total",
      [
        .none, cell(register.total(\.lower)), cell(register.total(\.upper)),
        cell(register.total(register.midPoint)), .none, cell(register.weighted),
      ])
    return ReportTable(
      caption: "Risks by their weighted cost in one year", unit: style.unit(plan),
      columns: ["Rank", "Lower", "Upper", "Mid-point", "Likelihood", "Weighted"]
        + (hasOwners ? ["Owner"] : []), rows: rows + [total])
  }

  private var covers: ReportTable {
    ReportTable(
      caption: "What there is to meet them", unit: style.unit(plan),
      columns: ["Held", "Left after weighted", "Left after upper", "Verdict"],
      rows: answer.covers.map { cover in
        ReportTable.Row(
          cover.kind == .both ? .total : .line, cover.kind.title,
          [
            cell(cover.held), cell(cover.left), cell(cover.leftAtUpper),
            .text(
              cover.isShort ? "short by \(text(cover.left.magnitude))" : "covered"),
          ])
      })
  }

  // MARK: What a reader has to know

  private var notes: [String] {
    var notes = ["Weighted is the mid-point times the likelihood; equal weights share a rank."]
    if answer.covers.isEmpty {
      notes.append(
        "The plan does not say what there is to meet them: 'contingency' and 'general-fund' under "
          + "'risks' do.")
    } else {
      notes.append(
        "A verdict is on the weighted total. All risks at their upper amounts are the worst that "
          + "the register knows, and no forecast.")
    }
    let provisional = answer.covers.filter { $0.isProvisional && $0.kind != .both }
    if !provisional.isEmpty {
      notes.append(
        "Provisional, with figures still to be confirmed: the "
          + provisional.map(\.kind.words).listed() + ".")
    }
    notes += answer.ranked.flatMap { ranked in
      [ranked.risk.mitigation, ranked.risk.note].compactMap { $0 }
        .map { "\(ranked.risk.title): \($0)." }
    }
    if let source = register.source { notes.append("Source: \(source).") }
    return notes
  }

  // MARK: Cells

  private func cell(_ money: Money) -> ReportCell { style.cell(money, plan) }
  private func text(_ money: Money) -> String { style.text(money, plan) }
  private func percent(_ rate: Rate) -> ReportCell {
    .amount(.figure(.number(rate)), .percent, decimals: register.likelihoodDecimals)
  }
}

extension RiskCover.Kind {
  /// As a sentence names it.
  var words: String {
    switch self {
    case .contingency: "contingency"
    case .generalFund: "general fund"
    case .both: "two together"
    }
  }

  /// As a row names it.
  fileprivate var title: String {
    switch self {
    case .contingency: "Contingency"
    case .generalFund: "General fund"
    case .both: "Both together"
    }
  }
}
