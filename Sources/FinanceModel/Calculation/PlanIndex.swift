/// Where each name of a plan leads, worked out once.
struct PlanIndex: Sendable {
  private(set) var plan: Plan
  /// How many columns there are, those of tables included.
  let columnCount: Int
  let planColumns: Range<Int>
  private let targets: [Identifier: Target]
  /// The positions of the lines of each section, in order.
  let linesOfSection: [Identifier: [Int]]
  /// The positions of all lines that enter the gap.
  let gapLines: [Int]
  /// Those of them whose money is for one year only.
  let oneOffLines: [Int]
  /// What the arithmetic needs to know of each row that is a line; nil for other rows.
  private(set) var lines: [LineFacts?]
  /// Those lines of a gap that a formula makes somewhere, so that a change of others may reach them.
  let formulaLines: [Int]
  /// The cells that are simply typed, row by row; nil where a formula or an adjustment makes one.
  private var typed: [Cell?]
  /// Where in `typed` each row begins.
  private let typedStart: [Int]
  private let columns: [Identifier: Int]

  /// A line's facts, small enough to be copied for every cell.
  struct LineFacts: Sendable {
    let basis: Basis
    let role: Role
    let baseIsMemo: Bool
    /// Whether its figures are turned where they enter the gap.
    let isTurned: Bool
    /// Whether it is a one-off where the table prints changes.
    let printsChange: Bool
    /// Whether something changes its figures after its entries.
    fileprivate(set) var isAdjusted: Bool
    /// Whether money moves between its years, and only typed figures and rates take part.
    fileprivate(set) var movesTypedMoney: Bool
  }

  /// What a name stands for.
  enum Target: Hashable, Sendable {
    case row(Int)
    case section(Identifier)
    case assumption(Int)
    case gap(GapKind)
  }

  init(_ plan: Plan) {
    self.plan = plan
    columnCount = plan.columnCount
    planColumns = plan.years.planColumns
    var targets: [Identifier: Target] = [:]
    var lines: [Identifier: [Int]] = [:]
    let sections = Dictionary(
      plan.sections.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for kind in GapKind.allCases {
      if let id = Identifier(kind.rawValue) { targets[id] = .gap(kind) }
    }
    for section in plan.sections {
      targets[section.id] = .section(section.id)
      lines[section.id] = []
    }
    for (index, assumption) in plan.assumptions.enumerated() {
      targets[assumption.id] = .assumption(index)
    }
    for (index, row) in plan.rows.enumerated() {
      guard let details = row.details else { continue }
      targets[details.id] = .row(index)
      if let section = details.section, row.line != nil { lines[section]?.append(index) }
    }
    self.targets = targets
    linesOfSection = lines
    let planShows: Section.Shows =
      plan.rows.contains { $0.line?.basis == .level } ? .levels : .changes
    let facts = plan.rows.map { row in
      row.line.map { line in
        let section = line.details.section.flatMap { sections[$0] }
        return LineFacts(line, in: section, shows: section?.shows ?? planShows)
      }
    }
    self.lines = facts
    gapLines = facts.indices.filter { facts[$0].map { $0.role != .memorandum } ?? false }
    oneOffLines = gapLines.filter { index in
      facts[index].map { $0.basis == .oneOff || $0.role == .reserves } ?? false
    }
    formulaLines = gapLines.filter { !plan.rows[$0].formulas.isEmpty }
    let cells = plan.rows.map { $0.typedCells() }
    typed = cells.flatMap { $0 }
    typedStart = cells.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    columns = Dictionary(
      plan.tables.flatMap { table in
        table.columns.enumerated().map { ($1.id, table.firstColumn + $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The index after changes to lines or values, and the rows of those lines.
  ///
  /// Nil where lines or assumptions have been added: every place may then be another one.
  func changed(to new: Plan) -> (index: PlanIndex, rows: [Int])? {
    guard new.rows.count == plan.rows.count, new.assumptions.count == plan.assumptions.count else {
      return nil
    }
    let rows = plan.rows.indices.filter {
      new.rows[$0].adjustmentCount != plan.rows[$0].adjustmentCount
    }
    var index = self
    index.plan = new
    for row in rows {
      let cells = new.rows[row].typedCells()
      index.typed.replaceSubrange(typedStart[row]..<typedStart[row] + cells.count, with: cells)
      index.lines[row]?.isAdjusted = true
      index.lines[row]?.movesTypedMoney = new.rows[row].line?.movesTypedMoney ?? false
    }
    return (index, rows)
  }

  /// The position of a cell in one list of all cells.
  func key(_ row: Int, _ column: Int) -> Int { row * columnCount + column }

  /// The cell of a row where it is simply typed.
  func typed(_ row: Int, _ column: Int) -> Cell? {
    typed[typedStart[row] + column]
  }

  /// The position of a column that `at` names.
  func column(_ column: Expression.Column) -> Int? {
    switch column {
    case .year(let year): plan.years.column(of: year)
    case .named(let name): columns[name]
    }
  }

  /// Whether a name has a value in a column: a row of a table in that table's, all else in the years.
  func holds(_ target: Target, _ column: Int) -> Bool {
    if plan.tables.isEmpty { return true }
    if case .row(let row) = target {
      return plan.rows[row].table == plan.table(ofColumn: column)?.id
    }
    return column < plan.years.columnCount
  }

  /// The base year, where its whole budgets have a gap of their own; nil where they have none.
  var baseGapColumn: Int? {
    guard plan.gap == .computed, gapLines.contains(where: { lines[$0]?.role == .cost }) else {
      return nil
    }
    return plan.years.baseColumn
  }

  func target(_ name: Identifier) -> Target? { targets[name] }
}

extension PlanIndex.LineFacts {
  fileprivate init(_ line: Line, in section: Section?, shows: Section.Shows) {
    basis = line.basis
    role = line.role
    baseIsMemo = line.baseIsMemo
    isTurned = section?.signs == .incomePositive
    printsChange = line.basis == .oneOff && shows == .changes
    isAdjusted = !line.adjustments.isEmpty
    movesTypedMoney = line.movesTypedMoney
  }
}

extension Row {
  fileprivate var adjustmentCount: Int {
    if case .line(let line) = self { line.adjustments.count } else { 0 }
  }

  /// One cell for each column; nil where it has to be computed.
  fileprivate func typedCells() -> [Cell?] {
    guard let details else { return [] }
    let adjusted = line?.adjustments.reduce(into: Set<Int>()) { $0.formUnion($1.columns) } ?? []
    return details.entries.enumerated().map { column, entry in
      if adjusted.contains(column) { return nil }
      switch entry {
      case .typed(let cell, _): return cell
      case .blank: return .blank
      case .formula: return nil
      }
    }
  }
}

extension Line {
  /// Whether money moves between its years, and only typed figures and rates take part.
  fileprivate var movesTypedMoney: Bool {
    adjustments.contains(where: \.movesMoney) && Row.line(self).formulas.isEmpty
  }
}
