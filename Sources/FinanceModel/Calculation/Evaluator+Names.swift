extension Evaluator {
  func reference(
    _ name: Identifier, _ column: Int?, _ reading: Reading, at range: SourceRange
  ) throws(Diagnostics) -> Value {
    guard let column else { throw needsYear(range) }
    guard let target = index.target(name) else {
      throw fault(.unknownName, "there is no row or assumption '\(name)'", range, "a known name")
    }
    if !index.holds(target, column) { throw needsColumn(name, target, at: range) }
    switch target {
    case .assumption(let position):
      guard reading == .printed else {
        throw fault(
          .formulaSeries, "'\(name)' is an assumption and has no series", range, "a line or total")
      }
      return try assumption(position, column, at: range)
    case .row(let row):
      if plan.rows[row].line != nil, case .series(let series) = reading {
        return try sound(line(row, series, column))
      }
      if reading == .printed { return try sound(printed(row, column)) }
    case .section, .gap: break
    }
    return try sound(series(SeriesCell(target: target, reading: reading, column: column)))
  }

  /// A cell's value. One that failed ends its reader too, with nothing more to report.
  func sound(_ computed: Computed) throws(Diagnostics) -> Value {
    if computed.isFailed { throw Diagnostics([]) }
    return Value(computed)
  }

  private func assumption(
    _ position: Int, _ column: Int, at range: SourceRange
  ) throws(Diagnostics) -> Value {
    let assumption = plan.assumptions[position]
    let value = assumption.values[column]
    if let quantity = value.cell.figure { return Value(quantity) }
    if !index.planColumns.contains(column) { return .nothing }
    throw Diagnostics(
      Diagnostic(
        .assumptionWithoutValue,
        "'\(assumption.id)' has no value in \(plan.years.columns[column])", at: range,
        label: "expected a value for that year", help: "add it, or do not use it in that year",
        notes: [
          Diagnostic.Note(
            value.cell == .blank ? "the value is blank here" : "this is no figure", at: value.range)
        ]))
  }

  private func needsColumn(
    _ name: Identifier, _ target: PlanIndex.Target, at range: SourceRange
  ) -> Diagnostics {
    if case .row(let row) = target, let table = plan.rows[row].table {
      let column = plan.tables.first { $0.id == table }?.columns.first?.id.name ?? "column"
      return fault(
        .formulaYear, "'\(name)' is a row of the table '\(table)'", range,
        "its column, as in at(\(name), \(column))")
    }
    let year = plan.years.years.first?.description ?? "2017-18"
    return fault(
      .formulaYear, "'\(name)' has a figure for each year", range,
      "the year, as in at(\(name), \(year))")
  }
}
