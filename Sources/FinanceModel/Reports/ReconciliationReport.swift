extension Report {
  /// Whether every published cell and claim holds, and what each that does not may be.
  public static func reconciliation(_ result: Reconciliation) -> Report {
    ReconciliationReport(result: result).report
  }
}

/// Lays out the verdicts: the counts, every cell that is not exact, and the claims.
private struct ReconciliationReport {
  let result: Reconciliation

  private var plan: Plan { result.plan }

  var report: Report {
    var report = Report(title: plan.heading, subtitles: ["Reconciliation"])
    if result.isEmpty {
      report.blocks = [
        .paragraph(
          "Nothing to reconcile: the plan has no published table, no identity and no claim.")
      ]
      return report
    }
    for table in plan.published {
      report.blocks.append(.paragraph(summary(table)))
    }
    let differing = result.cells.filter { $0.verdict != .exact }
    if !differing.isEmpty {
      report.blocks.append(.table(table(differing)))
      let causes = differing.compactMap(cause)
      if !causes.isEmpty { report.blocks.append(.notes(causes)) }
    }
    if !result.identities.isEmpty { report.blocks.append(.table(identities)) }
    if !result.claims.isEmpty {
      report.blocks.append(.table(claims))
      let reasons = result.claims.compactMap(reason)
      if !reasons.isEmpty { report.blocks.append(.notes(reasons)) }
    }
    return report
  }

  private func summary(_ table: PublishedTable) -> String {
    let cells = result.cells.filter { $0.table == table.name }
    let verdicts = Verdict.allCases.map { verdict in
      "\(cells.count { $0.verdict == verdict }) \(verdict.rawValue)"
    }
    var counts: [String: Int] = [:]
    for cell in cells { counts[kind(cell.published.content), default: 0] += 1 }
    let kinds = ["figure", "blank", "dash", "tbc", "n/a", "note"].compactMap { kind in
      counts[kind].map { "\($0) \(plural(kind, $0))" }
    }
    return "\(table.name): \(cells.count) cells (\(kinds.joined(separator: ", "))): "
      + verdicts.joined(separator: ", ") + "."
  }

  private func kind(_ content: PublishedTable.Content) -> String {
    switch content {
    case .text: "note"
    case .cell(.figure): "figure"
    case .cell(.blank): "blank"
    case .cell(.dash): "dash"
    case .cell(let cell): cell.mark ?? ""
    }
  }

  private func plural(_ kind: String, _ count: Int) -> String {
    if count == 1 || kind == "tbc" || kind == "n/a" { return kind }
    return kind == "dash" ? "dashes" : kind + "s"
  }

  private func table(_ cells: [ReconciledCell]) -> ReportTable {
    ReportTable(
      caption: "Cells that are not exact", unit: plan.unit,
      columns: ["Column", "Published", "Computed", "Difference", "Bound", "Verdict"],
      rows: cells.map { cell in
        ReportTable.Row(
          .line, plan.label(cell.row),
          [
            .text(plan.name(cell.column)), content(cell, cell.published.content),
            content(cell, cell.computed), amount(cell, cell.difference),
            amount(cell, cell.bound, moreDecimals: 1), .text(cell.verdict.rawValue),
          ])
      })
  }

  private func content(_ cell: ReconciledCell, _ content: PublishedTable.Content) -> ReportCell {
    switch content {
    case .text(let text): .text(text)
    case .cell(let value): plan.reportCell(cell, value)
    }
  }

  private func amount(
    _ cell: ReconciledCell, _ quantity: Quantity?, moreDecimals: Int = 0
  ) -> ReportCell {
    quantity.map { plan.reportCell(cell, .figure($0), moreDecimals: moreDecimals) } ?? .none
  }

  private func cause(_ cell: ReconciledCell) -> String? {
    cell.suggestion.map { suggestion in
      "\(plan.label(cell.row)), \(plan.name(cell.column)) "
        + "(\(cell.published.range.place)): \(suggestion)"
    }
  }

  private var identities: ReportTable {
    ReportTable(
      caption: "Identities", unit: plan.unit,
      columns: ["Column", "Left", "Right", "Difference", "Bound", "Verdict"],
      rows: result.identities.map { held in
        ReportTable.Row(
          .line, held.identity.says,
          [
            .text(held.column.map(plan.name(ofColumn:)) ?? ""), amount(held.left),
            amount(held.right),
            amount(held.difference), amount(held.bound, moreDecimals: 1),
            .text(held.verdict.identityWords),
          ])
      })
  }

  private func amount(_ quantity: Quantity?, moreDecimals: Int = 0) -> ReportCell {
    guard let quantity else { return .none }
    let style = plan.style(quantity)
    return .amount(.figure(quantity), style.unit, decimals: style.decimals + moreDecimals)
  }

  private var claims: ReportTable {
    ReportTable(
      caption: "Claims", unit: plan.unit, columns: ["Stated", "Computed", "Difference", "Verdict"],
      rows: result.claims.map { claim in
        ReportTable.Row(
          .line, claim.claim.says,
          [
            .text(claim.claim.text), amount(claim.computed, claim.claim),
            amount(claim.difference, claim.claim), .text(words(claim.verdict)),
          ])
      })
  }

  private func amount(_ quantity: Quantity?, _ claim: Claim) -> ReportCell {
    quantity.map { .amount(.figure($0), claim.unit, decimals: plan.decimals(claim)) } ?? .none
  }

  private func words(_ verdict: Verdict) -> String {
    switch verdict {
    case .exact: "holds"
    case .rounding: "holds as stated"
    case .noted: "fails, noted"
    case .wrong: "fails"
    }
  }

  private func reason(_ claim: ReconciledClaim) -> String? {
    guard claim.verdict == .noted, let noted = claim.claim.noted else { return nil }
    return "\(claim.claim.says): \(noted.reason)"
  }
}

extension Verdict {
  fileprivate var identityWords: String {
    switch self {
    case .exact: "holds"
    case .rounding: "within rounding"
    case .noted, .wrong: "fails"
    }
  }
}

extension Plan {
  /// A row's title; one that other rows share is followed by its section or, failing that, its id.
  fileprivate func label(_ row: Int) -> String {
    let title = rows[row].title
    guard rows.count(where: { $0.title == title && $0.isPrinted }) > 1,
      let details = rows[row].details
    else { return title }
    let section = sections.first { $0.id == details.section }?.title
    return "\(title) (\(section ?? details.id.name))"
  }

  /// In what a figure without a row is printed.
  func style(_ quantity: Quantity) -> CellStyle {
    quantity.isMoney == unit.isMoney
      ? CellStyle(unit: unit, decimals: decimals)
      : CellStyle(unit: quantity.isMoney ? .pounds : .number, decimals: 2)
  }

  /// The decimals in which a claim's figures are printed.
  func decimals(_ claim: Claim) -> Int {
    claim.unit == unit ? decimals : claim.unit.defaultDecimals
  }

  fileprivate func reportCell(
    _ cell: ReconciledCell, _ value: Cell, moreDecimals: Int = 0
  ) -> ReportCell {
    let style = style(cell)
    return .amount(value, style.unit, decimals: style.decimals + moreDecimals)
  }
}
