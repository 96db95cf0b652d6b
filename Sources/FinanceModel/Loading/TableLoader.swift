/// Reads the tables beside the sections, whose columns are not years.
struct TableLoader {
  let context: PlanContext
  private(set) var tables: [DataTable] = []
  private(set) var rows: [Row] = []
  private var nextColumn: Int

  init(context: PlanContext) {
    self.context = context
    nextColumn = context.years.columnCount
  }

  private var problems: Problems { context.problems }

  mutating func load(_ items: [Node]) {
    for item in items {
      guard let reader = MappingReader(item, .table, problems), let id = reader.identifier("id")
      else { continue }
      let unit = reader.has("unit") ? reader.unit("unit") ?? context.unit : context.unit
      let decimals =
        (reader.has("decimals") ? reader.integer("decimals", in: 0...6) : nil)
        ?? (unit == context.unit ? context.decimals : unit.planDecimals)
      let style = CellStyle(unit: unit, decimals: decimals)
      let items = reader.items("columns")
      let columns = items.compactMap { column($0, style) }
      if columns.isEmpty || columns.count < items.count {
        problems.silence(.tooFewFigures, .tooManyFigures)
      }
      let table = DataTable(
        id: id, title: reader.text("title") ?? id.name, unit: unit, decimals: decimals,
        columns: columns.map(\.column), firstColumn: nextColumn, note: reader.text("note"),
        source: reader.text("source"), range: reader.keyRange("id"))
      tables.append(table)
      let loader = TableRowLoader(context: context, table: table, formulas: columns.map(\.formula))
      rows += reader.items("rows").compactMap(loader.row)
      nextColumn += columns.count
    }
  }

  private func column(
    _ node: Node, _ style: CellStyle
  ) -> (column: DataTable.Column, formula: Formula?)? {
    guard let reader = MappingReader(node, .column, problems), let id = reader.identifier("id")
    else { return nil }
    let unit = reader.has("unit") ? reader.unit("unit") ?? style.unit : style.unit
    let decimals =
      (reader.has("decimals") ? reader.integer("decimals", in: 0...6) : nil)
      ?? (unit == style.unit ? style.decimals : unit.defaultDecimals)
    let column = DataTable.Column(
      id: id, title: reader.text("title") ?? id.name,
      style: CellStyle(unit: unit, decimals: decimals), range: reader.keyRange("id"))
    return (column, reader.has("formula") ? reader.formula("formula") : nil)
  }
}
