/// The sheets that lead from the lines of a plan to its gap.
extension PlanWorkbook {
  private var firstColumn: Int { index.planColumns.lowerBound }
  /// The columns of figures on the sheet of effects: the base year only where it has a gap of its own.
  private var effectColumns: [Int] { (index.baseGapColumn.map { [$0] } ?? []) + index.planColumns }

  /// What each line adds to the gap in each year, with the sign that it has there.
  var effects: Sheet {
    mutating get {
      var sheet = Sheet(
        id: .effects, name: "What each line adds", title: "What each line adds to the gap",
        about: "The annual effect of every line, from which the gap is added up.")
      sheet.lines = [
        unitWords,
        "Annual effects: positive adds to the gap of the year, a figure \(style.negatives.words) takes "
          + "off it.",
      ]
      sheet.headings = ["Line", "Role"] + effectColumns.map { plan.name(ofColumn: $0) }
      sheet.unit = style.unit(plan)
      for row in index.gapLines {
        guard let line = plan.rows[row].line, line.details.unit.isMoney else { continue }
        sheet.rows.append(
          SheetRow(
            .line, line.details.title,
            [.text(line.role.rawValue)] + effectColumns.map { effect(row, $0) }))
      }
      return sheet
    }
  }

  private mutating func effect(_ row: Int, _ column: Int) -> SpreadsheetCell {
    let series: Series = column < firstColumn ? .level : .annual
    return signed(row, series, column)
  }

  /// A series of a line with the sign that it has in the gap; nil where it has no figure.
  private mutating func signed(_ row: Int, _ series: Series, _ column: Int) -> SpreadsheetCell {
    let value = evaluator.resolved { evaluator.cell(evaluator.signed(row, series, column)) }.cell
    var formula: SheetFormula?
    do throws(FormulaTranslator.Untranslatable) {
      var term = try translator.line(row, series, column)
      if index.lines[row]?.isTurned == true { term.formula = .negative(term.formula) }
      formula = try translator.finished(term, in: style.unit(plan), rounding: nil)
    } catch {
      note(error.reason, plan.rows[row].title)
    }
    return figure(value.money ?? .zero, formula, nilMark: "-")
  }

  /// The amounts of every line whose money is for one year only.
  var oneOffs: Sheet {
    mutating get {
      var sheet = Sheet(
        id: .oneOffs, name: "One-off money", title: "One-off money",
        about: "The amounts that do not come again, which the structural gap leaves out.")
      sheet.lines = [unitWords, "The amount of each year, with the sign that it has in the gap."]
      sheet.headings = ["Line"] + years
      sheet.unit = style.unit(plan)
      for row in index.oneOffLines {
        sheet.rows.append(
          SheetRow(
            .line, plan.rows[row].title, index.planColumns.map { signed(row, .level, $0) }))
      }
      let last = sheet.rows.count - 1
      sheet.rows.append(
        SheetRow(
          .total, "One-off money",
          index.planColumns.map { column in
            let amount = evaluator.resolved { evaluator.cell(evaluator.oneOffAmounts(column)) }
            return figure(
              amount.cell.money ?? .zero,
              sum(.oneOffs, 0...last, column: column - firstColumn + 1), nilMark: "-")
          }))
      return sheet
    }
  }

  private func sum(
    _ sheet: Spreadsheet.SheetID, _ rows: ClosedRange<Int>, column: Int
  ) -> SheetFormula {
    .rounded(
      .call(
        "SUM",
        [
          .area(
            SheetPlace(sheet: sheet, row: rows.lowerBound, column: column),
            SheetPlace(sheet: sheet, row: rows.upperBound, column: column))
        ]), style.unit(plan).finePlaces)
  }

  // MARK: Gaps

  mutating func gap(_ gap: GapStatement, _ series: Series) -> Sheet {
    let isAnnual = series == .annual
    var sheet = Sheet(
      id: .gap(series), name: isAnnual ? "Gap, annual" : "Gap, cumulative",
      title: isAnnual
        ? "Budget gap, annual: what each year adds"
        : "Budget gap, cumulative: the level in each year",
      about: isAnnual
        ? "What each year adds to the gap, by kind." : "The level of the gap in each year, by kind."
    )
    let base =
      !isAnnual && gapRows.hasBase ? [plan.years.base?.description ?? "Before the plan"] : []
    sheet.lines = [
      unitWords,
      "Positive is still to be found; a figure \(style.negatives.words) takes off the gap.",
    ]
    sheet.headings = ["Gap"] + base + years + (isAnnual ? ["Total"] : [])
    sheet.unit = style.unit(plan)
    for row in gapRows.rows(series) {
      let values = values(row, gap, series)
      var cells = base.isEmpty ? [] : [baseCell(row)]
      cells += index.planColumns.map { column in
        figure(values[column - firstColumn], formula(row, series, column))
      }
      if isAnnual {
        let position = gapRows.rows(series).firstIndex(of: row) ?? 0
        let area = SheetFormula.area(
          SheetPlace(sheet: .gap(series), row: position, column: 1),
          SheetPlace(sheet: .gap(series), row: position, column: years.count))
        cells.append(
          figure(
            values.reduce(.zero, +),
            .rounded(.call("SUM", [area]), style.unit(plan).finePlaces)))
      }
      sheet.rows.append(
        SheetRow(row == .gap(.remaining) ? .total : isFigure(row), label(row), cells))
    }
    sheet.charts = charts(gap, series, hasBase: !base.isEmpty)
    return sheet
  }

  /// What is required and planned in each year, and the level of what remains.
  private func charts(_ gap: GapStatement, _ series: Series, hasBase: Bool) -> [SheetChart] {
    let first = hasBase ? 2 : 1
    let columns = first...(first + years.count - 1)
    let charts = style.charts(plan)
    func chart(_ title: String, _ words: String, _ kinds: [GapKind]) -> SheetChart {
      let bars = kinds.map { kind in
        Chart.Figures.bars((gap.series(kind, series)?.values ?? []).map { $0 })
      }
      return SheetChart(
        chart: charts.chart(
          title, words: words, series: kinds.map { label(.gap($0)) }, .years(years, bars)),
        rows: kinds.map { gapRows.row($0, series) }, columns: columns)
    }
    let remaining = chart(
      "Remaining gap, \(charts.meaning(series))",
      charts.course("The remaining gap", gap.series(.remaining, series)?.values ?? []),
      [.remaining])
    guard series == .annual, let reductions = charts.reductions(gap, series) else {
      return [remaining]
    }
    return [
      chart(
        "Required, and planned savings, \(charts.meaning(series))", reductions.words,
        [.required, .plan])
    ]
  }

  private func isFigure(_ row: GapRows.Row) -> ReportTable.Row.Kind {
    row == .gap(.structural) ? .figure : .line
  }

  private func label(_ row: GapRows.Row) -> String {
    switch row {
    case .reserves: "Use of reserves"
    case .gap(.beforeReserves): "Required before reserves"
    case .gap(.required): "Required"
    case .gap(.plan): "Planned savings"
    case .gap(.remaining): "Remaining"
    case .gap(.structural): "Structural, without one-off money"
    }
  }

  private func values(_ row: GapRows.Row, _ gap: GapStatement, _ series: Series) -> [Money] {
    switch row {
    case .gap(let kind): return gap.series(kind, series)?.values ?? []
    case .reserves:
      guard let after = gap.series(.required, series),
        let before = gap.series(.beforeReserves, series)
      else { return [] }
      return (after - before).values
    }
  }

  private func place(_ row: GapRows.Row, _ series: Series, _ column: Int) -> SheetPlace {
    places.gap(
      series, gapRows.rows(series).firstIndex(of: row) ?? 0, column,
      hasBase: series == .cumulative && gapRows.hasBase)
  }

  private func formula(
    _ row: GapRows.Row, _ series: Series, _ column: Int
  ) -> SheetFormula? {
    if row == .gap(.required), gapRows.hasReserves {
      return added([.gap(.beforeReserves), .reserves], series, column)
    }
    if row == .gap(.remaining) { return added([.gap(.required), .gap(.plan)], series, column) }
    if series == .annual { return byRole(row, column) }
    let fine = style.unit(plan).finePlaces
    if row == .gap(.structural) {
      let remaining = SheetFormula.cell(place(.gap(.remaining), series, column))
      guard !index.oneOffLines.isEmpty else { return remaining }
      let oneOff = SheetPlace(
        sheet: .oneOffs, row: index.oneOffLines.count, column: column - firstColumn + 1)
      return .rounded(.minus(remaining, .cell(oneOff)), fine)
    }
    let annual = SheetFormula.cell(place(row, .annual, column))
    guard column > firstColumn || gapRows.hasBase else { return annual }
    return .rounded(.plus(.cell(place(row, series, column - 1)), annual), fine)
  }

  private func added(
    _ rows: [GapRows.Row], _ series: Series, _ column: Int
  ) -> SheetFormula {
    .rounded(
      .sum(
        rows.map {
          SheetFormula.Term(isSubtracted: false, formula: .cell(place($0, series, column)))
        }), style.unit(plan).finePlaces)
  }

  /// The effects of the lines whose role counts, added up.
  private func byRole(_ row: GapRows.Row, _ column: Int) -> SheetFormula? {
    let count = index.gapLines.count { plan.rows[$0].line?.details.unit.isMoney == true }
    guard count > 0, let offset = effectColumns.firstIndex(of: column) else { return nil }
    func area(_ column: Int) -> SheetFormula {
      .area(
        SheetPlace(sheet: .effects, row: 0, column: column),
        SheetPlace(sheet: .effects, row: count - 1, column: column))
    }
    let tests: [String] =
      switch row {
      case .gap(.plan): ["saving"]
      case .reserves: ["reserves"]
      case .gap(.beforeReserves): ["<>saving", "<>reserves"]
      default: ["<>saving"]
      }
    let conditions = tests.flatMap { [area(1), SheetFormula.text($0)] }
    return .rounded(
      .call("SUMIFS", [area(offset + 2)] + conditions),
      style.unit(plan).finePlaces)
  }

  /// What a cumulative gap starts from: stated by the plan, or made of the base year's budgets.
  private mutating func baseCell(_ row: GapRows.Row) -> SpreadsheetCell {
    if row == .gap(.structural) { return .none }
    let base = firstColumn - 1
    func start(_ kind: GapKind) -> Money {
      let cell = translator.evaluator.gapCell(kind, .cumulative, base)
      return evaluator.resolved { evaluator.series(cell) }.cell.money ?? .zero
    }
    let value: Money =
      if case .gap(let kind) = row { start(kind) } else {
        start(.required) - start(.beforeReserves)
      }
    if row == .gap(.remaining) {
      return figure(value, added([.gap(.required), .gap(.plan)], .cumulative, base))
    }
    if row == .gap(.required), gapRows.hasReserves {
      return figure(value, added([.gap(.beforeReserves), .reserves], .cumulative, base))
    }
    guard index.baseGapColumn != nil, case .computed = plan.gap else {
      guard case .figure(let stated) = figure(value, nil) else { return .none }
      if value == .zero { return .figure(stated) }
      return .figure(
        input(stated, .baseGap(row), at: place(row, .cumulative, base), isSet: false))
    }
    return figure(value, byRole(row, base))
  }
}

extension ReportStyle {
  func charts(_ plan: Plan) -> GapCharts { GapCharts(plan: plan, style: self) }
}
