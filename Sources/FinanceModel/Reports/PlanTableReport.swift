extension Report {
  /// The whole table in printed order: every heading, line, total and figure.
  public static func table(_ forecast: Forecast, style: ReportStyle = ReportStyle()) -> Report {
    PlanTableReport(forecast: forecast, style: style).report
  }
}

/// Lays out a plan's table with the titles, blanks and dashes that were published.
struct PlanTableReport {
  let forecast: Forecast
  let style: ReportStyle
  private let published: [PublishedTable.Place: Cell]

  init(forecast: Forecast, style: ReportStyle) {
    self.forecast = forecast
    self.style = style
    published = forecast.plan.publishedMarks
  }

  private var plan: Plan { forecast.plan }

  var report: Report {
    var blocks: [Report.Block] = plan.years.columns.isEmpty ? [] : [.table(table)]
    blocks += plan.tables.map { .table(table($0)) }
    let notes = self.notes
    if !notes.isEmpty { blocks.append(.notes(notes)) }
    return Report(
      title: plan.heading, subtitles: plan.source.map { ["Source: \($0)"] } ?? [], blocks: blocks)
  }

  private var table: ReportTable {
    let total = plan.totalColumn.map { [$0.title] } ?? []
    return ReportTable(
      caption: plan.title, unit: style.unit(plan),
      columns: plan.years.columns.map(\.description) + total,
      rows: plan.rows.indices.compactMap(row))
  }

  private func row(_ index: Int) -> ReportTable.Row? {
    let row = plan.rows[index]
    guard row.isPrinted, row.table == nil else { return nil }
    guard let details = row.details else { return ReportTable.Row(.heading, row.title) }
    var cells = cells(index, details, plan.years.columns.indices)
    if plan.totalColumn != nil { cells.append(style.cell(forecast.totals[index], details, plan)) }
    return ReportTable.Row(kind(row), row.title, cells)
  }

  private func cells(
    _ row: Int, _ details: RowDetails, _ columns: Range<Int>
  ) -> [ReportCell] {
    columns.map { column in
      details.text[column].map(ReportCell.text)
        ?? style.cell(cell(row, column), details, plan, column: column)
    }
  }

  /// A table beside the sections.
  private func table(_ table: DataTable) -> ReportTable {
    let columns = table.firstColumn..<(table.firstColumn + table.columns.count)
    let rows = plan.rows.indices.filter {
      plan.rows[$0].table == table.id && plan.rows[$0].isPrinted
    }
    return ReportTable(
      caption: table.title, unit: table.unit == plan.unit ? style.unit(plan) : table.unit,
      columns: table.columns.map(\.title),
      rows: rows.map { index in
        guard let details = plan.rows[index].details else {
          return ReportTable.Row(.heading, plan.rows[index].title)
        }
        return ReportTable.Row(
          kind(plan.rows[index]), details.title, cells(index, details, columns))
      })
  }

  private func kind(_ row: Row) -> ReportTable.Row.Kind {
    switch row {
    case .heading: .heading
    case .line: .line
    case .figure(let figure): figure.totalOf == nil ? .figure : .total
    }
  }

  /// The engine's cell, or the mark published where the engine has nil.
  func cell(_ row: Int, _ column: Int) -> Cell {
    let computed = forecast.printed[row][column].cell
    guard let details = plan.rows[row].details,
      let mark = published[PublishedTable.Place(row: row, column: column)],
      computed.figure.map({ $0.rounded(details.style(column).lastPlace).isZero })
        ?? (computed == .blank)
    else { return computed }
    return mark
  }

  private var notes: [String] {
    var notes = plan.rows.compactMap { row in
      row.details?.note.map { "\(row.title): \($0)" }
    }
    if forecast.printed.contains(where: { $0.contains(where: \.isProvisional) }) {
      notes.append("Totals above a figure to be confirmed (tbc) are provisional.")
    }
    if plan.rounding == .none, printedFiguresDoNotAdd {
      notes.append("Figures are not rounded before they are added: some do not add as printed.")
    }
    return notes
  }

  /// Whether a section's total differs from the sum of its lines as printed.
  private var printedFiguresDoNotAdd: Bool {
    let index = forecast.index
    return plan.rows.indices.contains { row in
      guard case .figure(let figure) = plan.rows[row], let section = figure.totalOf else {
        return false
      }
      return plan.years.planColumns.contains { column in
        let lines = (index.linesOfSection[section] ?? []).reduce(Int128(0)) { sum, line in
          sum + rounded(line, column)
        }
        return lines != rounded(row, column)
      }
    }
  }

  private func rounded(_ row: Int, _ column: Int) -> Int128 {
    guard let details = plan.rows[row].details else { return 0 }
    return forecast.printed[row][column].cell.figure?.rounded(details.lastPlace).trillionths ?? 0
  }
}

extension PublishedTable {
  /// A year's cell of the plan.
  struct Place: Hashable {
    let row: Int
    let column: Int
  }
}

extension Plan {
  /// The published cells that are no figure or nil: printed as published where the engine has nil.
  fileprivate var publishedMarks: [PublishedTable.Place: Cell] {
    var marks: [PublishedTable.Place: Cell] = [:]
    for row in published.flatMap(\.rows) {
      for cell in row.cells {
        guard case .position(let column) = cell.column, case .cell(let content) = cell.content,
          content == .blank || content == .dash || content.figure?.isZero == true
        else { continue }
        marks[PublishedTable.Place(row: row.row, column: column)] = content
      }
    }
    return marks
  }
}
