/// The sheets on which several plans stand side by side.
extension ComparisonWorkbook {
  /// Each gap by plan, how far it is from the first, and the lines that differ.
  var compared: [Sheet] {
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
    sheet.lines = [style.unitWords(plan), signs]
    for (number, alternative) in alternatives.enumerated() {
      let values = alternative.gap.series(kind, series)?.values ?? []
      let cells = values.enumerated().map { year, value in
        figure(
          value, .cell(plans[number].skeleton.gap(kind, series, year: year).of(number)))
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
    return [figure(values.reduce(.zero, +), sum(id, row))]
  }

  private func figure(_ money: Money, _ formula: SheetFormula) -> SpreadsheetCell {
    style.figure(money, formula, in: plan)
  }

  private func sum(_ id: Spreadsheet.SheetID, _ row: Int) -> SheetFormula {
    .rounded(
      .call(
        "SUM",
        [
          .area(
            SheetPlace(sheet: id, row: row, column: 1),
            SheetPlace(sheet: id, row: row, column: years.count))
        ]), style.unit(plan).finePlaces)
  }

  private func rounded(_ formula: SheetFormula) -> SheetFormula {
    .rounded(formula, style.unit(plan).finePlaces)
  }

  private func distance(_ series: Series) -> Sheet {
    let id = Spreadsheet.SheetID.distance(series)
    var sheet = sheet(id, "Difference", series)
    sheet.title =
      "Remaining gap, \(series.rawValue): difference from '\(comparison.reference.title)'"
    sheet.about = "How much larger each remaining gap is than the first."
    sheet.lines = [style.unitWords(plan), "Positive is a larger gap than that of the first."]
    let remaining = Spreadsheet.SheetID.compared(.remaining, series)
    sheet.rows = alternatives.enumerated().dropFirst().map { number, alternative in
      let values = alternative.difference.series(series).values
      let cells = values.enumerated().map { year, value in
        figure(
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

  private func differing(_ series: Series) -> Sheet {
    var sheet = sheet(.differing(series), "Lines that differ", series)
    sheet.title = "Lines that differ, \(series.rawValue)"
    sheet.about =
      "What each line adds where it is not the same in all, signs as its table has them."
    sheet.lines = [style.unitWords(plan), "Signs are those of the plan's table."]
    sheet.rows = DifferingLines(comparison, series).rows(plans, titles: report.lineTitles)
    return sheet
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
