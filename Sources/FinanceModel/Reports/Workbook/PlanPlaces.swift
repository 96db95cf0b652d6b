/// Where each figure of a plan stands in its workbook.
struct PlanPlaces {
  let index: PlanIndex
  /// The rows of the workings, in order.
  private(set) var workings: [Working] = []
  /// The first column of years that the assumptions and the workings show.
  private(set) var firstColumn: [Spreadsheet.SheetID: Int] = [:]
  /// The rows of the plan's own table that only head others.
  private(set) var headings: Set<Int> = []
  private var printed: [Int: (sheet: Spreadsheet.SheetID, row: Int)] = [:]
  private var entries: [Int: Int] = [:]
  private var amounts: [Int: Int] = [:]
  private var operands: [Operand: Int] = [:]

  /// A row of the workings.
  enum Working: Hashable {
    /// A line's figures before they are changed, or a one-off's amounts.
    case entry(Int)
    /// What a change takes them times, or adds.
    case operand(Int, adjustment: Int)
    /// A one-off's amounts after its changes.
    case amount(Int)
    /// A row that the table does not print.
    case unprinted(Int)
  }

  private struct Operand: Hashable {
    let row: Int
    let adjustment: Int
  }

  var plan: Plan { index.plan }

  init(_ index: PlanIndex) {
    self.index = index
    placePrinted()
    for row in plan.rows.indices { placeWorkings(row) }
    let assumed = index.planColumns.lowerBound
    firstColumn[.assumptions] =
      (0..<assumed).first { column in
        plan.assumptions.contains { $0.values[column].cell != .blank }
      } ?? assumed
    firstColumn[.workings] =
      (0..<assumed).first { column in
        workings.contains { working in
          guard case .unprinted(let row) = working, let details = plan.rows[row].details else {
            return false
          }
          if case .blank = details.entries[column] { return false }
          return true
        }
      } ?? assumed
  }

  /// The printed rows of the plan's own table, and those of each table beside it.
  func rows(of table: Identifier?) -> [Int] {
    plan.rows.indices.filter { row in
      plan.rows[row].table == table && (plan.rows[row].isPrinted || table != nil)
    }
  }

  private mutating func placePrinted() {
    let sheets: [(Spreadsheet.SheetID, Identifier?)] =
      [(.plan, nil)] + plan.tables.indices.map { (.table($0), plan.tables[$0].id) }
    for (sheet, table) in sheets {
      for (position, row) in rows(of: table).enumerated() {
        printed[row] = (sheet, position)
        if table == nil, plan.rows[row].details == nil { headings.insert(position) }
      }
    }
  }

  private mutating func placeWorkings(_ row: Int) {
    guard let details = plan.rows[row].details, details.table == nil else { return }
    let operands = operandPositions(row)
    if movesMoney(row), index.lines[row]?.printsChange == true {
      amounts[row] = workings.count
      workings.append(.amount(row))
    } else if !operands.isEmpty || index.lines[row]?.printsChange == true {
      entries[row] = workings.count
      workings.append(.entry(row))
      for adjustment in operands {
        self.operands[Operand(row: row, adjustment: adjustment)] = workings.count
        workings.append(.operand(row, adjustment: adjustment))
      }
      if !operands.isEmpty, index.lines[row]?.printsChange == true {
        amounts[row] = workings.count
        workings.append(.amount(row))
      }
    }
    if !details.isPrinted {
      printed[row] = (.workings, workings.count)
      workings.append(.unprinted(row))
    }
  }

  // MARK: Changes of a line

  /// Whether its money moves between years, which no formula of one cell says.
  func movesMoney(_ row: Int) -> Bool {
    plan.rows[row].line?.adjustments.contains(where: \.movesMoney) ?? false
  }

  /// The changes that act on a cell after the last that replaces it, by their place in the line.
  func operands(_ row: Int, _ column: Int) -> [Int] {
    guard let adjustments = plan.rows[row].line?.adjustments, !movesMoney(row) else { return [] }
    let acting = adjustments.indices.filter { adjustments[$0].columns.contains(column) }
    let last = acting.last { adjustments[$0].replaces }
    return acting.filter { position in last.map { position > $0 } ?? true }
  }

  private func operandPositions(_ row: Int) -> [Int] {
    guard plan.rows[row].line?.adjustments.isEmpty == false else { return [] }
    return Set(index.planColumns.flatMap { operands(row, $0) }).sorted()
  }

  // MARK: Places

  /// The cell that the table prints.
  func printed(_ row: Int, _ column: Int) -> SheetPlace? {
    printed[row].map { place($0.sheet, $0.row, column) }
  }

  /// A line's figure on its own basis.
  func own(_ row: Int, _ column: Int) -> SheetPlace? {
    guard index.planColumns.contains(column), index.lines[row]?.printsChange == true else {
      return printed(row, column)
    }
    return (amounts[row] ?? entries[row]).map { place(.workings, $0, column) }
  }

  /// A line's figure as its own formula sees it.
  func carried(_ row: Int, _ column: Int) -> SheetPlace? {
    guard index.planColumns.contains(column), let entry = entries[row] else {
      return own(row, column)
    }
    return place(.workings, entry, column)
  }

  /// A line's figure before its changes, where it has any.
  func entry(_ row: Int, _ column: Int) -> SheetPlace? {
    entries[row].map { place(.workings, $0, column) }
  }

  func operand(_ row: Int, _ adjustment: Int, _ column: Int) -> SheetPlace? {
    operands[Operand(row: row, adjustment: adjustment)].map { place(.workings, $0, column) }
  }

  func assumption(_ position: Int, _ column: Int) -> SheetPlace? {
    guard column >= firstColumn[.assumptions] ?? 0 else { return nil }
    return place(.assumptions, position, column)
  }

  /// A year of a gap; the base year only of a cumulative one.
  func gap(_ series: Series, _ row: Int, _ column: Int, hasBase: Bool) -> SheetPlace {
    let first = index.planColumns.lowerBound - (hasBase ? 1 : 0)
    return SheetPlace(sheet: .gap(series), row: row, column: column - first + 1)
  }

  private func place(_ sheet: Spreadsheet.SheetID, _ row: Int, _ column: Int) -> SheetPlace {
    let first =
      if case .table(let table) = sheet { plan.tables[table].firstColumn } else {
        firstColumn[sheet] ?? 0
      }
    return SheetPlace(sheet: sheet, row: row, column: column - first + 1)
  }
}
