/// Reads the differences that a plan records with their reason.
struct NotedLoader {
  let context: PlanContext
  let rows: [Row]
  /// The table beside the sections; nil for the plan's own.
  let table: DataTable?
  let totalColumn: TotalColumn?

  private var problems: Problems { context.problems }

  func differences(_ items: [Node]) -> [NotedDifference] {
    items.compactMap { item in
      guard let reader = MappingReader(item, .noted, problems), let row = reader.scalar("row"),
        let column = reader.scalar("column").flatMap(column), let reason = reader.text("because")
      else { return nil }
      guard let details = rows.first(where: { $0.id?.name == row.text })?.details else {
        problems.add(
          .unknownName, "there is no row '\(row.text)'", at: row.range,
          expected: "the id of a row",
          help: NearestName.of(row.text, among: rows.compactMap { $0.id?.name })
            .map { "the nearest is '\($0)'" })
        return nil
      }
      guard let difference = difference(reader, unit: unit(details, column)) else { return nil }
      return NotedDifference(
        row: row.text, column: column, difference: difference, reason: reason, range: reader.range)
    }
  }

  private func unit(_ details: RowDetails, _ column: PublishedTable.Column) -> Unit {
    if case .position(let position) = column { details.style(position).unit } else { details.unit }
  }

  private func column(_ scalar: Node.Scalar) -> PublishedTable.Column? {
    if let totalColumn, scalar.text == totalColumn.id.name { return .total }
    let column = table.map { $0.column(scalar, problems) } ?? context.column(scalar)
    return column.map(PublishedTable.Column.position)
  }

  /// The figure at `difference`, published less computed.
  private func difference(_ reader: MappingReader, unit: Unit) -> Quantity? {
    reader.figure("difference", unit: unit)?.quantity
  }
}

extension MappingReader {
  /// A figure at a key, with its last place as typed.
  func figure(_ key: String, unit: Unit) -> (quantity: Quantity, place: Rounding)? {
    guard let scalar = scalar(key), let amount = problems.amount(scalar, unit: unit) else {
      return nil
    }
    if let figure = amount.cell.figure, let place = amount.place { return (figure, place) }
    problems.add(
      .wrongValue, "'\(key)' takes a figure", at: scalar.range, expected: "a figure such as 4.496")
    return nil
  }
}
