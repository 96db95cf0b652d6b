extension Report {
  /// What changed between two versions of a plan: opening, a row for each line, closing.
  public static func movement(_ movement: Movement, style: ReportStyle = ReportStyle()) -> Report {
    MovementReport(movement: movement, style: style).report
  }
}

/// Lays out a movement: its tables, the note of each letter, and what else a reader has to know.
private struct MovementReport {
  let movement: Movement
  let style: ReportStyle
  let words: MovementWords

  init(movement: Movement, style: ReportStyle) {
    self.movement = movement
    self.style = style
    words = MovementWords(movement: movement, style: style)
  }

  private var plan: Plan { movement.new.plan }
  private var effects: [Series] { style.effect.map { [$0] } ?? [.annual, .cumulative] }

  var report: Report {
    var report = Report(
      title: plan.heading,
      subtitles: ["Movement from \(movement.old.title) to \(movement.new.title)"],
      blocks: [.paragraph(words.summary)])
    report.blocks += words.findings.map(Report.Block.paragraph)
    let tables = effects.map(table)
    report.blocks += tables.map(Report.Block.table)
    let notes = words.lettered
    if !notes.isEmpty { report.blocks.append(.notes(notes)) }
    var remarks = words.remarks
    if tables.contains(where: { !addsAsPrinted($0) }) {
      remarks.append(
        "Figures are finer than the last place that is printed: some do not add as printed.")
    }
    if !remarks.isEmpty { report.blocks.append(.notes(remarks)) }
    return report
  }

  // MARK: Tables

  /// The column of letters, where there is one.
  private var stub: [String] { movement.groups.isEmpty ? [] : ["Ref"] }

  private func table(_ effect: Series) -> ReportTable {
    let isAnnual = effect == .annual
    var rows = [gap(.figure, words.opening, movement.opening(effect), effect)]
    if !isAnnual, movement.start != .zero {
      let start = YearSeries(
        first: movement.years[0], values: movement.years.map { _ in movement.start })
      rows.append(gap(.line, MovementWords.start, start, effect))
    }
    rows += movement.carried.map { row($0, effect) }
    if !movement.carried.isEmpty {
      rows.append(
        gap(.total, MovementWords.afterCarriedGap, movement.afterCarriedGap(effect), effect))
    }
    var isUnderTitle = false
    for group in movement.groups {
      // A heading holds for all below it, so that rows without one must not follow it.
      if let title = group.title ?? (isUnderTitle ? MovementWords.untitled : nil) {
        rows.append(ReportTable.Row(.heading, title))
        isUnderTitle = group.title != nil
      }
      rows += group.rows.map { row($0, effect) }
    }
    rows.append(gap(.total, words.closing, movement.closing(effect), effect))
    return ReportTable(
      caption: isAnnual
        ? "Movement, annual: what each year adds to the gap"
        : "Movement, cumulative: the level of the gap in each year",
      unit: style.unit(plan),
      columns: stub + movement.years.map(\.description)
        + (isAnnual ? [plan.totalColumn?.title ?? "Total"] : []),
      rows: rows, chart: isAnnual ? nil : chart)
  }

  /// From the opening to the closing gap of the last year, row by row.
  private var chart: Chart {
    let start = movement.start == .zero ? [] : [(MovementWords.start, movement.start)]
    let rows = (movement.carried + movement.rows).map { row in
      (row.title, row.cumulative.last?.money ?? .zero)
    }
    return GapCharts(plan: plan, style: style).steps(
      "Movement", from: (movement.old.title, movement.opening(.cumulative).values.last ?? .zero),
      start + rows, to: movement.new.title)
  }

  private func row(_ row: Movement.Row, _ effect: Series) -> ReportTable.Row {
    let letter = row.letter.flatMap { $0.isFirst ? $0.text : nil }
    let cells = row.cells(effect) + (effect == .annual ? [row.annualTotal] : [])
    return ReportTable.Row(
      .line, row.title, stub.map { _ in letter.map(ReportCell.text) ?? .none } + amounts(cells))
  }

  private func gap(
    _ kind: ReportTable.Row.Kind, _ title: String, _ series: YearSeries<Money>, _ effect: Series
  ) -> ReportTable.Row {
    let values = series.values + (effect == .annual ? [series.total] : [])
    return ReportTable.Row(
      kind, title, stub.map { _ in .none } + amounts(values.map(Cell.money)))
  }

  private func amounts(_ cells: [Cell]) -> [ReportCell] {
    cells.map { .amount($0, style.unit(plan), decimals: style.decimals(plan)) }
  }

  // MARK: As printed

  /// Whether the printed figures add down to each total, and across to the last column.
  private func addsAsPrinted(_ table: ReportTable) -> Bool {
    let grid = Rounding(decimals: style.decimals(plan), unit: style.unit(plan))
    let figures = table.rows.map { row in
      row.cells.dropFirst(stub.count).map { cell -> Int128 in
        guard case .amount(let amount, _, _) = cell else { return 0 }
        return amount.figure?.rounded(grid).trillionths ?? 0
      }
    }
    let years = movement.years.count
    let addsAcross = figures.allSatisfy { row in
      row.count <= years || row.prefix(years).reduce(0, +) == row[years]
    }
    let addsDown = (0..<years).allSatisfy { column in
      var sum: Int128 = 0
      return zip(table.rows, figures).allSatisfy { row, figures in
        if row.kind == .total { return sum == figures[column] }
        sum += column < figures.count ? figures[column] : 0
        return true
      }
    }
    return addsAcross && addsDown
  }
}
