/// Follows a figure down to the cells that were typed, each shown in full once.
struct DerivationBuilder {
  /// A figure in one column.
  struct Place: Hashable {
    let target: PlanIndex.Target
    let reading: Evaluator.Reading
    let column: Int
  }

  let evaluator: Evaluator
  private var shown: Set<Place> = []
  private var depth = 0

  /// How deep a tree goes before it says no more.
  private static let deepest = 40

  init(evaluator: Evaluator) {
    self.evaluator = evaluator
  }

  var plan: Plan { evaluator.plan }

  mutating func derivation(_ place: Place) -> Derivation {
    depth += 1
    defer { depth -= 1 }
    let recipe = recipe(place)
    let isCut = depth > DerivationBuilder.deepest
    let isRepeated = !recipe.inputs.isEmpty && (isCut || !shown.insert(place).inserted)
    var leaves = isRepeated ? [] : recipe.leaves
    var nilInputs = 0
    for input in isRepeated ? [] : recipe.inputs {
      if recipe.leavesOutNil, value(input).figure?.isZero ?? true {
        nilInputs += 1
      } else {
        let made = derivation(input)
        leaves.append(recipe.turnsIncome && isTurned(input) ? made.turned : made)
      }
    }
    return Derivation(
      title: recipe.title, id: recipe.id, column: plan.name(ofColumn: place.column),
      value: value(place), unit: recipe.unit, decimals: recipe.decimals,
      made: isCut && isRepeated ? "\(recipe.made) (explain it by itself)" : recipe.made,
      place: recipe.range, inputs: leaves, isRepeated: isRepeated && !isCut, nilInputs: nilInputs)
  }

  /// The value at a place, as formulas read it.
  private func value(_ place: Place) -> Cell {
    switch place.target {
    case .assumption(let index): return plan.assumptions[index].values[place.column].cell
    case .row(let row):
      if case .series(let series) = place.reading, plan.rows[row].line != nil {
        return evaluator.resolved { evaluator.line(row, series, place.column) }.cell
      }
      if place.reading == .printed {
        return evaluator.resolved { evaluator.printed(row, place.column) }.cell
      }
    case .section, .gap: break
    }
    let cell = Evaluator.SeriesCell(
      target: place.target, reading: place.reading, column: place.column)
    return evaluator.resolved { evaluator.series(cell) }.cell
  }

  private func isTurned(_ place: Place) -> Bool {
    if case .row(let row) = place.target {
      evaluator.index.lines[row]?.isTurned ?? false
    } else {
      false
    }
  }

  // MARK: How each kind of figure is made

  /// How a figure is made, before its inputs are followed.
  private struct Recipe {
    var title: String
    var id: Identifier?
    var unit: Unit
    var decimals: Int
    var made: String
    var range: SourceRange?
    var inputs: [Place] = []
    /// Inputs that are cells of the row itself.
    var leaves: [Derivation] = []
    var leavesOutNil = false
    /// Whether income printed positive enters it with its sign turned.
    var turnsIncome = false
  }

  private func recipe(_ place: Place) -> Recipe {
    switch place.target {
    case .assumption(let index):
      return self.assumption(plan.assumptions[index], place.column)
    case .section(let id):
      let section = plan.sections.first { $0.id == id }
      return Recipe(
        title: section?.title ?? id.name, id: id, unit: plan.unit, decimals: plan.decimals,
        made: "sum of its lines", range: section?.range,
        inputs: places(evaluator.index.linesOfSection[id] ?? [], place.reading, place.column),
        leavesOutNil: true)
    case .gap(let kind): return gap(kind, place)
    case .row(let row): return self.row(row, place)
    }
  }

  /// An assumption, with the values that changes took the place of.
  private func assumption(_ assumption: Assumption, _ column: Int) -> Recipe {
    let value = assumption.values[column]
    let decimals =
      assumption.unit == plan.unit ? plan.decimals : assumption.unit.defaultDecimals
    let words = { (change: String?) in change.map { "set by '\($0)'" } ?? "assumption" }
    var recipe = Recipe(
      title: assumption.title, id: assumption.id, unit: assumption.unit, decimals: decimals,
      made: words(value.change), range: value.range)
    recipe.leaves = value.earlier.map { earlier in
      Derivation(
        title: "before", id: nil, column: plan.name(ofColumn: column), value: earlier.cell,
        unit: assumption.unit, decimals: decimals, made: words(earlier.change),
        place: earlier.range, inputs: [], isRepeated: false, nilInputs: 0)
    }
    return recipe
  }

  private func places(
    _ rows: [Int], _ reading: Evaluator.Reading, _ column: Int
  ) -> [Place] {
    rows.map { Place(target: .row($0), reading: reading, column: column) }
  }

  private func gap(_ kind: GapKind, _ place: Place) -> Recipe {
    let isCumulative =
      kind == .structural && place.reading == .printed
      || place.reading != .series(.annual) && place.reading != .printed
    var recipe = Recipe(
      title: "Gap: \(kind.words), \(isCumulative ? "cumulative" : "annual")",
      id: Identifier(kind.rawValue), unit: plan.unit,
      decimals: plan.decimals, made: "", leavesOutNil: true, turnsIncome: true)
    if kind == .structural {
      recipe.made = "the cumulative remaining gap less the one-off money of the year"
      recipe.inputs =
        [Place(target: .gap(.remaining), reading: .series(.cumulative), column: place.column)]
        + places(evaluator.index.oneOffLines, .series(.level), place.column)
    } else if isCumulative {
      recipe.made = "the base year's gap and what each year adds"
      recipe.leaves = baseGap(kind).map { [$0] } ?? []
      recipe.inputs = years(through: place.column).map {
        Place(target: .gap(kind), reading: .series(.annual), column: $0)
      }
    } else if kind == .remaining {
      recipe.made = "required and planned"
      recipe.inputs = [GapKind.required, .plan].map {
        Place(target: .gap($0), reading: .series(.annual), column: place.column)
      }
    } else {
      recipe.made = "the annual effects of its lines"
      let rows = evaluator.index.gapLines.filter { evaluator.isCounted($0, in: kind) }
      recipe.inputs = places(rows, .series(.annual), place.column)
    }
    return recipe
  }

  /// The gap of the base year; nil where it is nil pounds.
  private func baseGap(_ kind: GapKind) -> Derivation? {
    let column = evaluator.index.planColumns.lowerBound - 1
    let cell = evaluator.resolved {
      evaluator.series(evaluator.gapCell(kind, .cumulative, column))
    }.cell
    guard let figure = cell.figure, !figure.isZero else { return nil }
    let made = if case .stated = plan.gap { "base-gap" } else { "its cost less its funding" }
    return Derivation(
      title: "the base year's gap", id: nil, column: plan.years.base?.description ?? "",
      value: cell, unit: plan.unit, decimals: plan.decimals, made: made, place: nil, inputs: [],
      isRepeated: false, nilInputs: 0)
  }

  private func row(_ row: Int, _ place: Place) -> Recipe {
    guard let details = plan.rows[row].details else {
      return Recipe(title: plan.rows[row].title, unit: plan.unit, decimals: 0, made: "heading")
    }
    var recipe = Recipe(
      title: details.title, id: details.id, unit: details.style(place.column).unit,
      decimals: details.style(place.column).decimals, made: "", range: details.range)
    let column = place.column
    if let line = plan.rows[row].line {
      switch (place.reading, line.basis) {
      case (.series(.cumulative), _):
        recipe.made = "cumulative: what each year adds"
        recipe.inputs = years(through: column).map {
          Place(target: .row(row), reading: .series(.annual), column: $0)
        }
        return recipe
      case (.series(.level), _) where evaluator.index.planColumns.contains(column):
        recipe.made = "level: the base year's figure and what each year adds"
        let base = plan.years.baseColumn.map { [$0] } ?? []
        recipe.leaves = base.map { entry(row, details, $0, title: "base year") }
        recipe.inputs = years(through: column).map {
          Place(target: .row(row), reading: .series(.annual), column: $0)
        }
        return recipe
      case (.series(.annual), .oneOff), (.series(.annual), .level), (.printed, .oneOff):
        if place.reading != .printed || evaluator.index.lines[row]?.printsChange ?? false {
          let before = column > 0 ? [column - 1] : []
          recipe.made = "\(line.basis.rawValue): the year's amount less that of the year before"
          recipe.leaves = (before + [column]).map { entry(row, details, $0, title: "amount") }
          return recipe
        }
      default: break
      }
    }
    let own = entry(row, details, column, title: details.title)
    recipe.made = own.made
    recipe.range = own.place
    recipe.leaves = adjustments(row, details, column)
    if !recipe.leaves.isEmpty { recipe.made = "changed" }
    for case .deliver(let formula) in plan.rows[row].adjustments(in: column).map(\.operation) {
      recipe.inputs += places(in: formula.expression, column, .printed)
    }
    if case .formula(let formula) = details.entries[column] {
      let reading = plan.rows[row].line == nil ? place.reading : .printed
      recipe.inputs += places(in: formula.expression, column, reading)
    }
    return recipe
  }

  private func years(through column: Int) -> [Int] {
    evaluator.index.planColumns.filter { $0 <= column }
  }

  /// One cell of a row as the file has it.
  private func entry(
    _ row: Int, _ details: RowDetails, _ column: Int, title: String
  ) -> Derivation {
    var made = "blank"
    var range = details.range
    switch details.entries[column] {
    case .typed(_, let place):
      made = plan.rows[row].line?.phasing.map { words($0, details) } ?? "typed"
      range = place
    case .formula(let formula):
      made = "= \(formula.text)"
      range = formula.range
    case .blank: break
    }
    return Derivation(
      title: title, id: nil, column: plan.name(ofColumn: column),
      value: evaluator.resolved { evaluator.own(row, column) }.cell, unit: details.unit,
      decimals: details.decimals, made: made, place: range, inputs: [], isRepeated: false,
      nilInputs: 0)
  }

  /// A cell before its changes, and after each of them; nothing for one without changes.
  private func adjustments(_ row: Int, _ details: RowDetails, _ column: Int) -> [Derivation] {
    let adjustments = plan.rows[row].adjustments(in: column)
    guard !adjustments.isEmpty else { return [] }
    let steps = evaluator.resolved { evaluator.steps(row, column) }
    let style = details.style(column)
    func step(_ title: String, _ cell: Cell, _ made: String, at place: SourceRange)
      -> Derivation
    {
      Derivation(
        title: title, id: nil, column: plan.name(ofColumn: column), value: cell, unit: style.unit,
        decimals: style.decimals, made: made, place: place, inputs: [], isRepeated: false,
        nilInputs: 0)
    }
    let before = entry(row, details, column, title: "")
    let place = before.place ?? details.range
    return [step("before the changes", steps[0].cell, before.made, at: place)]
      + zip(adjustments, steps.dropFirst()).map { adjustment, after in
        step(
          adjustment.name, after.cell, words(adjustment, details, column), at: adjustment.range)
      }
  }
}
