/// What a name of a formula is in a workbook.
extension FormulaTranslator {
  func reference(
    _ name: Identifier, _ column: Int?, _ reading: Evaluator.Reading
  ) throws(Untranslatable) -> Term {
    guard let column, let target = index.target(name) else {
      throw Untranslatable(reason: "it names what the workbook has not")
    }
    switch target {
    case .assumption(let position):
      guard let place = places.assumption(position, column) else {
        return Term(formula: .number("0"), kind: .zero)
      }
      let unit = style.assumptionUnit(plan.assumptions[position], plan)
      return Term(
        formula: reference(place, plan.assumptions[position].values[column].cell),
        kind: kind(unit))
    case .section(let id):
      var terms: [Term] = []
      for row in index.linesOfSection[id] ?? [] {
        terms.append(try self.row(row, column, reading))
      }
      return added(terms)
    case .gap(let gap): return try self.gap(gap, column, reading)
    case .row(let row): return try self.row(row, column, reading)
    }
  }

  private func row(
    _ row: Int, _ column: Int, _ reading: Evaluator.Reading
  ) throws(Untranslatable) -> Term {
    if case .series(let series) = reading {
      if plan.rows[row].line != nil { return try line(row, series, column) }
      guard let formula = try? evaluator.onlyFormula(of: row) else {
        throw Untranslatable(reason: "it takes a series of several formulas")
      }
      return try term(formula.expression, column, reading)
    }
    if seesItself(row), let place = places.carried(row, column),
      index.lines[row]?.printsChange == false
    {
      let cell = evaluator.resolved { evaluator.computeCarried(row, column) }.cell
      return Term(formula: reference(place, cell), kind: kind(unit(row, column)))
    }
    guard let place = places.printed(row, column) else {
      throw Untranslatable(reason: "it names what the workbook has not")
    }
    let cell = evaluator.resolved { evaluator.printed(row, column) }.cell
    return Term(formula: reference(place, cell), kind: kind(unit(row, column)))
  }

  /// The unit in which the workbook has a row's figure.
  func unit(_ row: Int, _ column: Int) -> Unit {
    guard let details = plan.rows[row].details else { return plan.unit }
    return style.style(details, plan, column: column).unit
  }

  /// A cell; one with a mark or an empty text is looked through, so that it counts as nil.
  func reference(_ place: SheetPlace, _ cell: Cell) -> SheetFormula {
    cell.figure == nil ? .valueOrNil(place) : .cell(place)
  }

  // MARK: Series of a line

  /// A line's figure on its own basis.
  func own(_ row: Int, _ column: Int) throws(Untranslatable) -> Term {
    guard let place = places.own(row, column) else {
      throw Untranslatable(reason: "it names what the workbook has not")
    }
    let cell = evaluator.resolved { evaluator.own(row, column) }.cell
    return Term(formula: reference(place, cell), kind: kind(unit(row, column)))
  }

  /// The base-year figure from which a line starts; nil where there is none.
  func start(_ row: Int) throws(Untranslatable) -> Term? {
    guard index.lines[row]?.baseIsMemo == false, let base = plan.years.baseColumn,
      evaluator.resolved({ evaluator.base(row) }).cell.figure != nil
    else { return nil }
    return try own(row, base)
  }

  func line(_ row: Int, _ series: Series, _ column: Int) throws(Untranslatable) -> Term {
    guard let line = index.lines[row] else { throw Untranslatable(reason: "it has no series") }
    guard index.planColumns.contains(column) else {
      if series != .level { return Term(formula: .number("0"), kind: .zero) }
      if column == plan.years.baseColumn {
        return try start(row) ?? Term(formula: .number("0"), kind: .zero)
      }
      return try own(row, column)
    }
    let isRecurring = line.basis == .recurring
    switch series {
    case .annual:
      if isRecurring { return try own(row, column) }
      if line.printsChange { return try printedChange(row, column) }
      return try changeOfOwn(row, from: column - 1, to: column)
    case .cumulative:
      if isRecurring { return try ownToDate(row, column, with: nil) }
      return try changeOfOwn(row, from: index.planColumns.lowerBound - 1, to: column)
    case .level:
      return isRecurring
        ? try ownToDate(row, column, with: try start(row)) : try own(row, column)
    }
  }

  private func printedChange(_ row: Int, _ column: Int) throws(Untranslatable) -> Term {
    guard let place = places.printed(row, column) else {
      throw Untranslatable(reason: "it names what the workbook has not")
    }
    let cell = evaluator.resolved { evaluator.printed(row, column) }.cell
    return Term(formula: reference(place, cell), kind: kind(unit(row, column)))
  }

  private func changeOfOwn(
    _ row: Int, from before: Int, to column: Int
  ) throws(Untranslatable) -> Term {
    let after = try own(row, column)
    let start =
      before < index.planColumns.lowerBound ? try start(row) : try own(row, before)
    guard let start else { return after }
    return Term(formula: .minus(after.formula, start.formula), kind: after.kind)
  }

  private func ownToDate(
    _ row: Int, _ column: Int, with start: Term?
  ) throws(Untranslatable) -> Term {
    var terms: [Term] = []
    for year in index.planColumns.lowerBound...column { terms.append(try own(row, year)) }
    let sum = added(terms)
    guard let start else { return sum }
    return Term(formula: .plus(start.formula, sum.formula), kind: sum.kind)
  }

  // MARK: Gaps

  private func gap(
    _ kind: GapKind, _ column: Int, _ reading: Evaluator.Reading
  ) throws(Untranslatable) -> Term {
    let isAnnual =
      switch reading {
      case .printed: kind != .structural
      case .series(let series): series == .annual
      }
    let money = self.kind(style.unit(plan))
    func cumulative(_ column: Int) throws(Untranslatable) -> SheetFormula {
      let first = index.planColumns.lowerBound
      if column < first - 1 || column < first && !gapRows.hasBase { return .number("0") }
      guard column >= first || kind != .structural else {
        throw Untranslatable(reason: "it looks at the structural gap of the base year")
      }
      return .cell(
        places.gap(.cumulative, gapRows.row(kind, .cumulative), column, hasBase: gapRows.hasBase))
    }
    if isAnnual {
      guard index.planColumns.contains(column) else {
        return Term(formula: .number("0"), kind: .zero)
      }
      if kind == .structural {
        return Term(
          formula: .minus(try cumulative(column), try cumulative(column - 1)), kind: money)
      }
      return Term(
        formula: .cell(places.gap(.annual, gapRows.row(kind, .annual), column, hasBase: false)),
        kind: money)
    }
    return Term(formula: try cumulative(column), kind: money)
  }
}

extension ReportStyle {
  /// The unit in which an assumption is shown.
  func assumptionUnit(_ assumption: Assumption, _ plan: Plan) -> Unit {
    assumption.unit == plan.unit ? unit(plan) : assumption.unit
  }
}
