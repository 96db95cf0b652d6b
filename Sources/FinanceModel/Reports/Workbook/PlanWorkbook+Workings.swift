/// The sheet of what the plan's table does not show and its figures are made of.
extension PlanWorkbook {
  var workings: Sheet {
    mutating get {
      let first = places.firstColumn[.workings] ?? 0
      let columns = first..<plan.years.columnCount
      var sheet = Sheet(
        id: .workings, name: "Workings", title: "Workings",
        about: "Amounts of one-off lines, figures before changes, and rows that are not printed.")
      sheet.lines = [unitWords]
      sheet.headings = ["Working"] + columns.map { plan.years.columns[$0].description }
      sheet.unit = style.unit(plan)
      for working in places.workings { sheet.rows.append(row(working, columns)) }
      return sheet
    }
  }

  private mutating func row(_ working: PlanPlaces.Working, _ columns: Range<Int>) -> SheetRow {
    switch working {
    case .unprinted(let row):
      return SheetRow(
        .line, "\(plan.rows[row].title) (not printed)", cells(row, columns))
    case .entry(let row):
      let isAmount = index.lines[row]?.printsChange == true
      let isChanged = plan.rows[row].line?.adjustments.isEmpty == false
      let words =
        isChanged ? "before its changes" : isAmount ? "the amount of each year" : "as planned"
      return SheetRow(
        .line, "\(plan.rows[row].title): \(words)",
        columns.map { index.planColumns.contains($0) ? entryCell(row, $0) : .none })
    case .amount(let row):
      return SheetRow(
        .figure, "\(plan.rows[row].title): the amount of each year",
        columns.map { index.planColumns.contains($0) ? amountCell(row, $0) : .none })
    case .operand(let row, let position):
      guard let adjustment = plan.rows[row].line?.adjustments[position] else {
        return SheetRow(.line, "")
      }
      return SheetRow(
        .line, "\(words(adjustment)): \(adjustment.name)",
        columns.map { column in
          places.operands(row, column).contains(position)
            ? operandCell(row, adjustment, column) : .none
        }, indent: 1)
    }
  }

  private func words(_ adjustment: Adjustment) -> String {
    if case .add = adjustment.operation { "plus" } else { "times" }
  }

  private mutating func entryCell(_ row: Int, _ column: Int) -> SpreadsheetCell {
    guard let details = plan.rows[row].details else { return .none }
    let cell = evaluator.resolved { evaluator.computeCarried(row, column) }.cell
    var figure = figure(cell, details, column)
    if !isReplaced(row, column), case .formula = details.entries[column] {
      do throws(FormulaTranslator.Untranslatable) {
        figure.formula = try entry(row, column, details)
      } catch {
        note(error.reason, details.title)
      }
    } else {
      figure = input(
        figure, .entry(details.id, column), at: places.entry(row, column),
        isSet: isReplaced(row, column))
    }
    return .figure(figure)
  }

  private mutating func amountCell(_ row: Int, _ column: Int) -> SpreadsheetCell {
    guard let details = plan.rows[row].details else { return .none }
    var figure = figure(
      evaluator.resolved { evaluator.raw(row, column) }.cell, details, column)
    if places.movesMoney(row) {
      note("a change moves its money between years", details.title)
      return .figure(figure)
    }
    guard figure.cell.figure != nil else { return .figure(figure) }
    do throws(FormulaTranslator.Untranslatable) {
      figure.formula = try changed(row, column, details)
    } catch {
      note(error.reason, details.title)
    }
    return .figure(figure)
  }

  private mutating func operandCell(
    _ row: Int, _ adjustment: Adjustment, _ column: Int
  ) -> SpreadsheetCell {
    guard let details = plan.rows[row].details else { return .none }
    switch adjustment.operation {
    case .add(let amounts):
      guard let amount = amounts[column] else { return .none }
      var figure = figure(.figure(amount), details, column)
      figure.isInput = true
      return .figure(figure)
    case .scale(let rate): return .figure(share(rate, nil))
    case .deliver(let formula):
      guard let value = translator.value(formula.expression, column, .printed) else { return .none }
      var figure = share(Rate(trillionths: value.trillionths), nil)
      do throws(FormulaTranslator.Untranslatable) {
        figure.formula = try translator.formula(
          formula, row: nil, column, in: .percent, rounding: nil)
        figure.isInput = formula.expression.isConstant
        if figure.isInput { figure.formula = nil }
      } catch {
        note(error.reason, details.title)
      }
      return .figure(figure)
    case .set, .slip, .profile: return .none
    }
  }

  private func share(_ rate: Rate, _ formula: SheetFormula?) -> SheetFigure {
    let cell = Cell.figure(.number(rate))
    return SheetFigure(
      cell: cell, unit: .percent, decimals: cell.decimals(in: .percent, atLeast: 0),
      formula: formula, isInput: formula == nil)
  }

  private func figure(_ cell: Cell, _ details: RowDetails, _ column: Int) -> SheetFigure {
    let shown = style.style(details, plan, column: column)
    return SheetFigure(cell: cell, unit: shown.unit, decimals: shown.decimals)
  }
}
