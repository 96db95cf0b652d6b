/// The sheets that hold a scenario against its plan.
extension PlanWorkbook {
  private static let kinds: [(kind: GapKind, label: String)] = [
    (.required, "Required"), (.plan, "Planned savings"), (.remaining, "Remaining"),
  ]
  /// The lines that enter the gap, as they stand on the sheet of what each adds.
  var lineRows: [Int] {
    index.gapLines.filter { plan.rows[$0].line?.details.unit.isMoney == true }
  }

  /// The plan's own figures, the difference from them, and what each change contributes.
  func comparison(_ base: GapStatement, _ gap: GapStatement) -> [Sheet] {
    (hasLivePlan ? [] : [before(base)]) + [difference(base, gap)]
      + [Series.annual, .cumulative].map { contributions(base, gap, $0) }
  }

  /// Whether the plan as it stands is in this workbook, with formulas of its own.
  private var hasLivePlan: Bool { lead?.isBase(of: answer.question) ?? false }

  /// The gap of the plan as it stands: live where it can be, or else among the values.
  private func unchanged(_ kind: GapKind, _ series: Series, _ year: Int) -> SheetPlace {
    if hasLivePlan, let lead { return lead.gap(kind, series, year: year) }
    let position = gapLines.firstIndex { $0.kind == kind && $0.series == series } ?? 0
    return SheetPlace(sheet: .before, row: position, column: year + 2)
  }

  private func sheet(_ id: Spreadsheet.SheetID, _ name: String, about: String) -> Sheet {
    var sheet = Sheet(id: id, name: name, title: name, about: about)
    sheet.headings = ["Line or gap", "Kind"] + years
    sheet.unit = style.unit(plan)
    return sheet
  }

  /// The rows of a gap in its two kinds: their label, kind and series.
  private var gapLines: [(kind: GapKind, label: String, series: Series)] {
    [Series.annual, .cumulative].flatMap { series in
      PlanWorkbook.kinds.map { ($0.kind, $0.label, series) }
    }
  }

  private func before(_ base: GapStatement) -> Sheet {
    var sheet = sheet(
      .before, "Before the changes",
      about: "The plan's own figures, as values, to which this scenario is compared.")
    sheet.title = "The plan as it stands, before the changes"
    sheet.lines = [unitWords, "The gap in both kinds, and what each line adds to it; values."]
    let effects = answer.base.gapEffects
    sheet.rows = gapLines.map { kind, label, series in
      SheetRow(
        kind == .remaining ? .total : .line, "\(label), \(series.rawValue)",
        [.text("\(series.rawValue) gap")]
          + (base.series(kind, series)?.values ?? []).map { figure($0, nil) })
    }
    sheet.rows += lineRows.map { row in
      let own = plan.rows[row].id.flatMap { effects[$0] } ?? []
      let cells = years.indices.map { year in
        figure(own.indices.contains(year) ? own[year].money ?? .zero : .zero, nil, nilMark: "-")
      }
      return SheetRow(.line, plan.rows[row].title, [.text("annual effect")] + cells)
    }
    return sheet
  }

  private func difference(_ base: GapStatement, _ gap: GapStatement) -> Sheet {
    var sheet = sheet(
      .difference, "Difference from the plan",
      about: "What the changes make of each line and of the gap, less the plan as it stands.")
    sheet.lines = [
      unitWords, "With the changes, less the plan as it stands; positive adds to the gap.",
    ]
    let (old, new) = (answer.base.gapEffects, forecast.gapEffects)
    sheet.rows = gapLines.map { entry in
      let values = zip(
        gap.series(entry.kind, entry.series)?.values ?? [],
        base.series(entry.kind, entry.series)?.values ?? []
      ).map { $0 - $1 }
      let cells = values.enumerated().map { year, value in
        subtracted(
          value, skeleton.gap(entry.kind, entry.series, year: year),
          unchanged(entry.kind, entry.series, year))
      }
      return SheetRow(
        entry.kind == .remaining ? .total : .line, "\(entry.label), \(entry.series.rawValue)",
        [.text("\(entry.series.rawValue) gap")] + cells)
    }
    sheet.rows += lineRows.enumerated().map { position, row in
      let id = plan.rows[row].id
      let cells = years.indices.map { year in
        let money = { (effects: [Identifier: [Cell]]) in
          id.flatMap { effects[$0] }?[year].money ?? .zero
        }
        let place = SheetPlace(
          sheet: .before, row: gapLines.count + position, column: year + 2)
        return subtracted(
          money(new) - money(old), skeleton.effect(position, year: year),
          hasLivePlan ? lead?.effect(id, year: year) : place)
      }
      return SheetRow(.line, plan.rows[row].title, [.text("annual effect")] + cells)
    }
    return sheet
  }

  /// A figure less the plan's; nil for a line that the plan has not.
  private func subtracted(
    _ value: Money, _ new: SheetPlace, _ old: SheetPlace?
  ) -> SpreadsheetCell {
    let formula = old.map {
      SheetFormula.rounded(
        .minus(.cell(new), .cell($0)), style.unit(plan).finePlaces)
    }
    return figure(value, formula ?? .cell(new), nilMark: "-")
  }

  // MARK: Change by change

  private func contributions(
    _ base: GapStatement, _ gap: GapStatement, _ series: Series
  ) -> Sheet {
    let name = "Changes, \(series.rawValue)"
    var sheet = Sheet(
      id: .changes(series), name: name,
      title: "Remaining gap, \(series.rawValue), change by change",
      about: "What each change adds to the \(series.rawValue) remaining gap, in the order made.")
    sheet.lines = [
      unitWords, "What a change adds is a value: it takes a plan without the change to find it.",
    ]
    sheet.headings = ["Change"] + years
    sheet.unit = style.unit(plan)
    let start = (base.series(.remaining, series)?.values ?? []).enumerated().map { year, value in
      figure(value, .cell(unchanged(.remaining, series, year)))
    }
    sheet.rows = [SheetRow(.line, "The plan as it stands", start)]
    sheet.rows += answer.contributions.map { contribution in
      SheetRow(
        .line, contribution.change.name,
        contribution.difference.series(series).values.map { figure($0, nil) })
    }
    let last = sheet.rows.count
    sheet.rows.append(SheetRow(.line, "Figures typed into this workbook", typed(last, series)))
    let end = gap.series(.remaining, series)?.values ?? []
    sheet.rows.append(
      SheetRow(
        .total, "With the changes",
        end.enumerated().map { year, value in
          let area = SheetFormula.area(
            SheetPlace(sheet: .changes(series), row: 0, column: year + 1),
            SheetPlace(sheet: .changes(series), row: last, column: year + 1))
          return figure(
            value, .rounded(.call("SUM", [area]), style.unit(plan).finePlaces))
        }))
    return sheet
  }

  /// What a reader's own figures add, so that the rows still add up to the gap; nil as it is written.
  private func typed(_ count: Int, _ series: Series) -> [SpreadsheetCell] {
    years.indices.map { year in
      let area = SheetFormula.area(
        SheetPlace(sheet: .changes(series), row: 0, column: year + 1),
        SheetPlace(sheet: .changes(series), row: count - 1, column: year + 1))
      let known = SheetFormula.cell(skeleton.gap(.remaining, series, year: year))
      return figure(
        .zero,
        .rounded(
          .minus(known, .call("SUM", [area])), style.unit(plan).finePlaces),
        nilMark: "-")
    }
  }

  /// Each change alone and what they do only together, as values; nothing where nobody asked.
  func alone(_ base: GapStatement, _ gap: GapStatement) -> [Sheet] {
    guard attribution != nil else { return [] }
    let report = GapReport(answer: answer, attribution: attribution, style: style)
    return [Series.annual, .cumulative].enumerated().flatMap { position, series in
      report.difference(from: base, to: gap, series).dropFirst(2).compactMap { block in
        guard case .table(let table) = block else { return nil }
        var sheet = Sheet(table, id: .report(position))
        sheet.name = "Each change alone, \(series.rawValue)"
        sheet.about = "What each change does by itself, and all of them only together; values."
        sheet.lines.append("Each change made by itself on the plan as it stands; values.")
        return sheet
      }
    }
  }

  /// What the changes set, as values; nothing for a plan alone.
  var settings: [Sheet] {
    let report = GapReport(answer: answer, attribution: nil, style: style)
    return report.changes.compactMap { block in
      guard case .table(let table) = block else { return nil }
      var sheet = Sheet(table, id: .settings)
      sheet.about = "The figures that each change sets, and what stood there before; values."
      sheet.lines.append("The figures that each change sets, and what they were before.")
      return sheet
    }
  }
}
