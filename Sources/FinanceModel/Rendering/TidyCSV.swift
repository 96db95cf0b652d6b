/// Writes every line of a plan and its scenarios as tidy CSV: one row for each kind, year and scenario.
///
/// Figures are plain, `-4.496`, in the unit that the row names. The last columns say in every row what
/// the whole file is: plan, status, program and fingerprint of the inputs.
struct TidyCSV {
  let pack: ReportPack
  private let writer = CSVRenderer()

  init(_ pack: ReportPack) { self.pack = pack }

  private static let columns = [
    "scenario", "id", "title", "section", "role", "basis", "kind", "year", "value", "unit",
    "figure", "plan", "status", "program", "inputs",
  ]

  var text: String {
    let style = pack.layout.style(of: .gap)
    let about = writer.record([
      pack.plan.id.name, pack.layout.status.rawValue, pack.program, pack.fingerprint,
    ])
    var text = writer.record(TidyCSV.columns)
    for (name, forecast) in alternatives {
      for row in rows(of: forecast, style) { text += "\(name),\(row),\(about)" }
    }
    return text
  }

  /// The plan and the scenarios, each by its id, or by id and place where two have the same.
  private var alternatives: [(name: String, forecast: Forecast)] {
    let found: [(id: Identifier, forecast: Forecast)] =
      pack.comparison.map { comparison in
        comparison.alternatives.map { alternative in
          let question = alternative.question
          return (question.scenarios.last?.id ?? question.base.id, alternative.forecast)
        }
      } ?? [(pack.plan.id, pack.answer.result)]
    return found.enumerated().map { number, alternative in
      let isAlone = found.count { $0.id == alternative.id } == 1
      return (alternative.id.name + (isAlone ? "" : "-\(number + 1)"), alternative.forecast)
    }
  }

  /// The fields of each row between the name of its scenario and what it says of the whole file.
  private func rows(of forecast: Forecast, _ style: ReportStyle) -> [String] {
    let plan = forecast.plan
    var rows: [String] = []
    for row in plan.rows.indices {
      guard let line = plan.rows[row].line, let effects = forecast.effects[row] else { continue }
      let details = line.details
      let shown = style.effectStyle(details, plan)
      let printed = forecast.printed[row][plan.years.planColumns].map(\.isProvisional)
      let head = writer.fields([
        line.id.name, writer.words(details.title), details.section?.name ?? "",
        line.role.rawValue, line.basis.rawValue,
      ])
      // A running sum stays provisional once a year of it is.
      let sums = printed.indices.map { printed[...$0].contains(true) }
      rows += years(head, "annual", effects.annual, plan, shown, isProvisional: printed)
      rows += years(head, "cumulative", effects.cumulative, plan, shown, isProvisional: sums)
    }
    return rows + gap(forecast, style)
  }

  /// The kinds of gap as rows of their own, told from lines by the colon in their id.
  private func gap(_ forecast: Forecast, _ style: ReportStyle) -> [String] {
    guard let gap = forecast.gap else { return [] }
    let plan = forecast.plan
    let provisional = plan.years.years.map { gap.provisionalYears.contains($0) }
    let shown = CellStyle(unit: style.unit(plan), decimals: style.decimals(plan))
    return GapKind.allCases.flatMap { kind in
      [Series.annual, .cumulative].flatMap { effect -> [String] in
        guard let series = gap.series(kind, effect) else { return [] }
        let head = "gap:\(kind.rawValue),Budget gap: \(kind.words),,gap,"
        return years(
          head, effect.rawValue, series.values.map { .money($0) }, plan, shown,
          isProvisional: provisional)
      }
    }
  }

  private func years(
    _ head: String, _ kind: String, _ cells: [Cell], _ plan: Plan, _ style: CellStyle,
    isProvisional: [Bool]
  ) -> [String] {
    let format = AmountFormat(decimals: style.decimals, negatives: .minus, groupsThousands: false)
    let unit = style.unit.rawValue
    return zip(plan.years.years, zip(cells, isProvisional)).map { year, value in
      let (cell, isProvisional) = value
      let figure = cell.figure.map { format.text($0, in: style.unit) } ?? ""
      return "\(head),\(kind),\(year),\(figure),\(unit),\(cell.word(isProvisional: isProvisional))"
    }
  }
}

extension Cell {
  /// What stands in the cell, in a word.
  fileprivate func word(isProvisional: Bool) -> String {
    switch self {
    case .figure: isProvisional ? "provisional" : "figure"
    case .blank: "blank"
    case .dash: "dash"
    case .toBeConfirmed: "tbc"
    case .notApplicable: "n/a"
    }
  }
}
