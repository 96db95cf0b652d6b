extension Forecast {
  /// What `table --format json` holds: every printed row with its cells, and the tables beside them.
  public func tableJSON(style: ReportStyle = ReportStyle()) -> JSONValue {
    let writer = TableWriter(table: PlanTableReport(forecast: self, style: style))
    return .object([
      ("schema", 1), ("plan", plan.json(style)),
      ("columns", .array(plan.years.columns.map { .string($0.description) })),
      ("rows", writer.rows(of: nil, plan.years.columns.indices)),
      ("tables", .array(plan.tables.map(writer.table))),
    ])
  }
}

/// Writes the rows of a plan's tables.
private struct TableWriter {
  let table: PlanTableReport

  private var plan: Plan { table.forecast.plan }

  func table(_ data: DataTable) -> JSONValue {
    .object([
      ("id", .string(data.id.name)), ("title", .string(data.title)),
      (
        "columns",
        .array(
          data.columns.map { .object([("id", .string($0.id.name)), ("title", .string($0.title))]) })
      ),
      ("rows", rows(of: data.id, data.firstColumn..<(data.firstColumn + data.columns.count))),
    ])
  }

  func rows(of table: Identifier?, _ columns: Range<Int>) -> JSONValue {
    .array(
      plan.rows.indices.filter { plan.rows[$0].isPrinted && plan.rows[$0].table == table }
        .map { row($0, columns) })
  }

  private func row(_ row: Int, _ columns: Range<Int>) -> JSONValue {
    guard let details = plan.rows[row].details else {
      return .object([("id", .null), ("title", .string(plan.rows[row].title))])
    }
    let style = table.style
    let cells = columns.map { column -> JSONValue in
      details.text[column].map(JSONValue.string)
        ?? style.json(table.cell(row, column), details, plan, column: column)
    }
    var members: [(String, JSONValue)] = [
      ("id", .string(details.id.name)), ("title", .string(details.title)),
      ("unit", .string(style.style(details, plan).unit.rawValue)), ("cells", .array(cells)),
    ]
    if plan.totalColumn != nil, details.table == nil {
      members.append(("total", style.json(table.forecast.totals[row], details, plan)))
    }
    return .object(members)
  }
}
