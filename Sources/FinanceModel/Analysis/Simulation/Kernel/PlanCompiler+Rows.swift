/// `Evaluator+Rows` and `Evaluator+Gap` for all draws at once.
extension PlanCompiler {
  /// The cell that the table prints for a row, as references read it.
  func printed(_ row: Int, _ column: Int) throws(KernelStop) -> Symbol {
    if !reached.holds(.row(row)) { return try constant { $0.printed(row, column) } }
    guard printsChange(row, column) else { return try raw(row, column) }
    return try change(from: try start(row, before: column), to: try raw(row, column))
  }

  /// A series of a line.
  func line(_ row: Int, _ series: Series, _ column: Int) throws(KernelStop) -> Symbol {
    if !reached.holds(.row(row)) { return try constant { $0.line(row, series, column) } }
    switch series {
    case .annual: return try annual(row, column)
    case .cumulative: return try cumulative(row, column)
    case .level:
      let first = index.planColumns.lowerBound
      if column < first { return column == first - 1 ? try base(row) : try raw(row, column) }
      return try added(try base(row), try cumulative(row, column))
    }
  }

  private func annual(_ row: Int, _ column: Int) throws(KernelStop) -> Symbol {
    guard index.planColumns.contains(column), let line = index.lines[row] else { return .nothing }
    if line.basis == .recurring { return try raw(row, column) }
    return try change(from: try start(row, before: column), to: try raw(row, column))
  }

  private func cumulative(_ row: Int, _ column: Int) throws(KernelStop) -> Symbol {
    guard index.planColumns.contains(column) else { return .nothing }
    var sum = Symbol.nothing
    for year in index.planColumns.lowerBound...column {
      sum = try added(sum, try annual(row, year))
    }
    return sum
  }

  /// The base-year figure from which a line starts; nothing where it is a memo.
  func base(_ row: Int) throws(KernelStop) -> Symbol {
    try start(row, before: index.planColumns.lowerBound)
  }

  private func start(_ row: Int, before column: Int) throws(KernelStop) -> Symbol {
    guard column > 0 else { return .nothing }
    if column == index.planColumns.lowerBound, index.lines[row]?.baseIsMemo ?? false {
      return .nothing
    }
    return try raw(row, column - 1)
  }

  /// The difference of two cells; two that are not figures give the later as it is.
  private func change(from before: Symbol, to after: Symbol) throws(KernelStop) -> Symbol {
    if before.isNothing, after.isNothing {
      var symbol = after
      symbol.fault = either(after.fault, before.fault)
      return symbol
    }
    if before.mayBeNothing || after.mayBeNothing, before.isProvisional, !after.isProvisional {
      throw .unheld("a figure is to be confirmed in some draws only")
    }
    return try added(after, -before)
  }

  private func printsChange(_ row: Int, _ column: Int) -> Bool {
    index.lines[row]?.printsChange ?? false && index.planColumns.contains(column)
  }

  // MARK: Series

  func computeSeries(_ cell: Evaluator.SeriesCell) throws(KernelStop) -> Symbol {
    switch cell.target {
    case .section(let id):
      return try reporting(cell.column) { () throws(KernelStop) in
        try section(id, cell.reading, cell.column)
      }
    case .gap(let kind): return try gap(kind, cell.reading, cell.column)
    case .row(let row):
      return try reporting(cell.column) { () throws(KernelStop) in
        guard let formula = try? evaluator.onlyFormula(of: row) else {
          throw .fault("a figure has no series")
        }
        return shown(try evaluate(formula.expression, cell.column, cell.reading))
      }
    case .assumption: return .nothing
    }
  }

  private func section(
    _ id: Identifier, _ reading: Evaluator.Reading, _ column: Int
  ) throws(KernelStop) -> Symbol {
    var sum = Symbol.nothing
    for row in index.linesOfSection[id] ?? [] {
      let value =
        if case .series(let series) = reading {
          try line(row, series, column)
        } else {
          try printed(row, column)
        }
      sum = try combined(sum, value)
    }
    return sum
  }

  /// A value as a cell holds it, where a bare 0 leaves a blank.
  private func shown(_ value: Symbol) -> Symbol {
    guard value.isZero else { return value }
    var blank = Symbol.nothing
    blank.isProvisional = value.isProvisional
    blank.fault = value.fault
    return blank
  }
}
