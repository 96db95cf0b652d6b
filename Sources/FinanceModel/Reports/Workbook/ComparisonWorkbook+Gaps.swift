/// The sheets on which several plans stand side by side.
extension ComparisonWorkbook {
  /// Each gap by plan, how far it is from the first, and the lines that differ.
  var compared: [Sheet] {
    mutating get {
      var sheets: [Sheet] = []
      for series in style.effects {
        sheets.append(gap(.required, series))
        sheets.append(gap(.remaining, series))
        if series == .cumulative, hasStructural { sheets.append(gap(.structural, series)) }
        if alternatives.count > 1 { sheets.append(distance(series)) }
        if !comparison.lines.isEmpty { sheets.append(differing(series)) }
      }
      return sheets
    }
  }

  /// Whether one-off money makes the structural gap of any another than what remains.
  private var hasStructural: Bool {
    alternatives.contains { $0.gap.cumulative[.structural] != $0.gap.cumulative[.remaining] }
  }

  private func sheet(_ id: Spreadsheet.SheetID, _ name: String, _ series: Series) -> Sheet {
    var sheet = Sheet(id: id, name: "\(name), \(series.rawValue)", title: "", about: "")
    sheet.headings =
      ["Plan or scenario"] + years + (series == .annual ? ["Total"] : [])
    sheet.unit = style.unit(plan)
    return sheet
  }

  // MARK: Gaps

  private func gap(_ kind: GapKind, _ series: Series) -> Sheet {
    let name = kind == .required ? "Required" : kind == .remaining ? "Remaining" : "Structural"
    let id = Spreadsheet.SheetID.compared(kind, series)
    var sheet = sheet(id, name, series)
    sheet.title =
      "\(name) gap, \(series.rawValue): "
      + (kind == .structural
        ? "remaining, without one-off money"
        : series == .annual ? "what each year adds" : "the level in each year")
    sheet.about = "The \(name.lowercased()) gap of each, side by side."
    sheet.lines = [lead.unitWords, signs]
    for (number, alternative) in alternatives.enumerated() {
      let values = alternative.gap.series(kind, series)?.values ?? []
      let cells = values.enumerated().map { year, value in
        lead.figure(
          value, .cell(books[number].skeleton.gap(kind, series, year: year).of(number)))
      }
      sheet.rows.append(
        SheetRow(.line, alternative.title, cells + total(values, series, id, row: number)))
    }
    if kind == .remaining, series == .cumulative, let last = alternatives.indices.last {
      sheet.charts = [
        SheetChart(
          chart: report.chart, rows: Array(0...last), columns: years.count...years.count)
      ]
    }
    return sheet
  }

  private var signs: String {
    "Positive is still to be found; a figure \(style.negatives.words) takes off the gap."
  }

  /// The column of totals, for what years add up to.
  private func total(
    _ values: [Money], _ series: Series, _ id: Spreadsheet.SheetID, row: Int
  ) -> [SpreadsheetCell] {
    guard series == .annual else { return [] }
    return [lead.figure(values.reduce(.zero, +), sum(id, row))]
  }

  private func sum(
    _ id: Spreadsheet.SheetID, _ row: Int, in unit: Unit? = nil
  ) -> SheetFormula {
    .rounded(
      .call(
        "SUM",
        [
          .area(
            SheetPlace(sheet: id, row: row, column: 1),
            SheetPlace(sheet: id, row: row, column: years.count))
        ]), lead.translator.finePlaces(unit ?? style.unit(plan)))
  }

  private func rounded(_ formula: SheetFormula) -> SheetFormula {
    .rounded(formula, lead.translator.finePlaces(style.unit(plan)))
  }

  private func distance(_ series: Series) -> Sheet {
    let id = Spreadsheet.SheetID.distance(series)
    var sheet = sheet(id, "Difference", series)
    sheet.title =
      "Remaining gap, \(series.rawValue): difference from '\(comparison.reference.title)'"
    sheet.about = "How much larger each remaining gap is than the first."
    sheet.lines = [lead.unitWords, "Positive is a larger gap than that of the first."]
    let remaining = Spreadsheet.SheetID.compared(.remaining, series)
    sheet.rows = alternatives.enumerated().dropFirst().map { number, alternative in
      let values = alternative.difference.series(series).values
      let cells = values.enumerated().map { year, value in
        lead.figure(
          value,
          rounded(
            .minus(
              .cell(SheetPlace(sheet: remaining, row: number, column: year + 1)),
              .cell(SheetPlace(sheet: remaining, row: 0, column: year + 1)))))
      }
      return SheetRow(
        .line, alternative.title, cells + total(values, series, id, row: number - 1))
    }
    return sheet
  }

  // MARK: Lines

  private mutating func differing(_ series: Series) -> Sheet {
    let id = Spreadsheet.SheetID.differing(series)
    var sheet = sheet(id, "Lines that differ", series)
    sheet.title = "Lines that differ, \(series.rawValue)"
    sheet.about =
      "What each line adds where it is not the same in all, signs as its table has them."
    sheet.lines = [lead.unitWords, "Signs are those of the plan's table."]
    for (line, title) in zip(comparison.lines, report.lineTitles) {
      sheet.rows.append(SheetRow(.heading, title))
      for number in alternatives.indices {
        sheet.rows.append(row(line.rows[number], number, series, id, at: sheet.rows.count))
      }
    }
    return sheet
  }

  /// What a line adds in one of the plans.
  private mutating func row(
    _ row: Int?, _ number: Int, _ series: Series, _ id: Spreadsheet.SheetID, at position: Int
  ) -> SheetRow {
    let (forecast, title) = (alternatives[number].forecast, alternatives[number].title)
    guard let row, let effects = forecast.effects[row],
      let details = forecast.plan.rows[row].details
    else { return SheetRow(.line, "Not in \(title)", indent: 1) }
    let shown = style.effectStyle(details, forecast.plan)
    // What moves a reserve is money of one year: it has no unwinding, and a balance has no total.
    let isBalance = details.section?.name == Reserve.section
    let isAnnual = series == .annual && !isBalance
    let figures = isAnnual ? effects.annual : effects.cumulative
    var cells = figures.enumerated().map { year, cell in
      let formula = formula(row, number, isAnnual ? .annual : .cumulative, year, shown.unit)
      return SheetFigure(cell: cell, unit: shown.unit, decimals: shown.decimals, formula: formula)
    }
    if isAnnual {
      cells.append(
        SheetFigure(
          cell: effects.total, unit: shown.unit, decimals: shown.decimals,
          formula: effects.total.figure == nil ? nil : sum(id, position, in: shown.unit)))
    }
    for index in cells.indices where cells[index].cell.figure == nil {
      cells[index].formula = cells[index].formula.map { marked($0, cells[index].cell) }
    }
    return SheetRow(.line, title, cells.map(SpreadsheetCell.figure), indent: 1)
  }

  /// A mark until there is a figure.
  private func marked(_ formula: SheetFormula, _ cell: Cell) -> SheetFormula {
    let references = formula.references
    let count = SheetFormula.comparison(.call("COUNT", references), "=", .number("0"))
    return references.isEmpty ? formula : .call("IF", [count, .text(cell.mark ?? ""), formula])
  }

  private mutating func formula(
    _ row: Int, _ number: Int, _ series: Series, _ year: Int, _ unit: Unit
  ) -> SheetFormula? {
    let book = books[number]
    do throws(FormulaTranslator.Untranslatable) {
      let term = try book.translator.line(
        row, series, book.index.planColumns.lowerBound + year)
      return try book.translator.finished(term, in: unit, rounding: nil).of(number)
    } catch {
      note(error.reason, row, of: number)
      return nil
    }
  }
}

extension SheetFormula {
  /// The formula as sheets outside its plan have it.
  func of(_ plan: Int) -> SheetFormula {
    switch self {
    case .number, .text: self
    case .cell(let place): .cell(place.of(plan))
    case .area(let from, let to): .area(from.of(plan), to.of(plan))
    case .call(let name, let parts): .call(name, parts.map { $0.of(plan) })
    case .negative(let inner): .negative(inner.of(plan))
    case .sum(let terms):
      .sum(terms.map { Term(isSubtracted: $0.isSubtracted, formula: $0.formula.of(plan)) })
    case .product(let first, let factors):
      .product(
        first.of(plan),
        factors.map { Factor(isDivisor: $0.isDivisor, formula: $0.formula.of(plan)) })
    case .comparison(let left, let sign, let right):
      .comparison(left.of(plan), sign, right.of(plan))
    }
  }
}
