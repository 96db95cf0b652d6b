extension ReportLayout.Look {
  func style(_ negatives: ReportLayout.Negatives) -> ReportStyle {
    ReportStyle(
      unit: unit, decimals: decimals, effect: kind,
      negatives: negatives == .minus ? .minus : .brackets)
  }
}

extension ReportLayout.Look {
  /// Whether a table has the total of years that it does not show.
  func addsUpHiddenYears(_ block: Report.Block, _ plan: Plan) -> Bool {
    guard let years, years.count < plan.years.years.count, case .table(let table) = block else {
      return false
    }
    let totals = ["Total", plan.totalColumn?.title ?? "Total"]
    return table.columns.contains(where: totals.contains)
      && table.columns.contains { name in years.contains { $0.year.description == name } }
  }
}

extension Report.Block {
  /// The block as a layout shows it.
  func shown(_ look: ReportLayout.Look, _ style: ReportStyle, _ plan: Plan) -> Report.Block {
    guard case .table(var table) = self else { return self }
    table.choose(look, plan)
    table.negatives = style.negatives
    table.chart?.negatives = style.negatives
    return .table(table)
  }
}

extension ReportTable {
  /// Leaves out the columns that a layout does not show, in a table whose columns are years.
  ///
  /// A chart needs all its years in the table below it; without one of them it goes too.
  fileprivate mutating func choose(_ look: ReportLayout.Look, _ plan: Plan) {
    let years = plan.years.years.map(\.description)
    guard columns.contains(where: years.contains) else { return }
    let history = look.priorYear == false ? plan.years.history.map(\.description) : []
    let total = look.total == false ? ["Total", plan.totalColumn?.title ?? "Total"] : []
    let chosen = look.years?.map(\.year.description) ?? years
    let unchosen = years.filter { !chosen.contains($0) }
    let hidden = Set(history + total + unchosen)
    let kept = (0..<columnCount).filter { $0 >= columns.count || !hidden.contains(columns[$0]) }
    guard kept.count < columnCount else { return }
    columns = kept.filter { $0 < columns.count }.map { columns[$0] }
    for row in rows.indices {
      let cells = rows[row].cells
      rows[row].cells = kept.filter { $0 < cells.count }.map { cells[$0] }
    }
    if !unchosen.isEmpty { chart = nil }
  }
}
