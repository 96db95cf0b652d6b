extension Plan {
  /// The plan with a scenario's changes made, in order. Throws `Diagnostics` when one does not fit.
  ///
  /// What comes back is a plan like any other: a scenario without changes gives the same figures.
  public func applying(_ scenario: Scenario) throws(Diagnostics) -> Plan {
    let problems = Problems()
    var plan = self
    for change in scenario.changes {
      plan = Overlay(plan: plan, problems: problems).applying(change)
    }
    try problems.throwIfAny()
    return plan
  }

  /// The plan with one change made.
  func applying(_ change: Change) throws(Diagnostics) -> Plan {
    let problems = Problems()
    let plan = Overlay(plan: self, problems: problems).applying(change)
    try problems.throwIfAny()
    return plan
  }
}

/// Holds the changes of a scenario against a plan.
struct Overlay {
  let plan: Plan
  let problems: Problems

  private var context: PlanContext {
    PlanContext(
      unit: plan.unit, decimals: plan.decimals, years: plan.years, rounding: plan.rounding,
      hasGap: plan.gap != .none, problems: problems)
  }

  func applying(_ change: Change) -> Plan {
    guard let columns = columns(change.span) else { return plan }
    var changed = plan
    if case .assumption(let name) = change.target {
      guard let index = assumption(name) else { return plan }
      changed.assumptions[index] = applying(change, to: plan.assumptions[index], columns)
    } else {
      for row in rows(change.target) {
        guard case .line(var line) = plan.rows[row],
          let operation = operation(change, unit: line.details.unit, columns)
        else { continue }
        line.adjustments.append(
          Adjustment(
            operation: operation.operation, columns: operation.columns, name: change.name,
            range: change.range))
        changed.rows[row] = .line(line)
      }
    }
    return changed
  }

  // MARK: Which years

  /// The plan's columns that a span names, as it orders them; nil when one is not the plan's.
  private func columns(_ span: Change.Span) -> [Int]? {
    let all = plan.years.planColumns
    if let years = span.years {
      let columns = years.compactMap(context.planColumn)
      var seen: Set<Int> = []
      return columns.count == years.count ? columns.filter { seen.insert($0).inserted } : nil
    }
    let from = span.from.map(context.planColumn) ?? all.lowerBound
    let to = span.to.map(context.planColumn) ?? all.upperBound - 1
    guard let from, let to else { return nil }
    if from > to, let scalar = span.to {
      problems.add(
        .yearSequence, "the span ends before it begins", at: scalar.range,
        expected: "a year from \(plan.years.columns[from]) on")
      return nil
    }
    return Array(from...to)
  }

  // MARK: Which lines

  private func rows(_ target: Change.Target) -> [Int] {
    switch target {
    case .line(let name): return line(name).map { [$0] } ?? []
    case .lines(let names): return names.compactMap(line)
    case .selection(let selector): return rows(selector)
    case .assumption: return []
    }
  }

  private func rows(_ selector: Selector) -> [Int] {
    if let name = selector.section, !plan.sections.contains(where: { $0.id.name == name.text }) {
      unknown(name, "section", among: plan.sections.map(\.id.name))
      return []
    }
    let exceptions = Set(selector.exceptions.compactMap(line))
    let found = plan.rows.indices.filter { index in
      guard let line = plan.rows[index].line else { return false }
      let isInSection =
        selector.section.map { line.details.section?.name == $0.text } ?? true
      return isInSection && (selector.role.map { $0 == line.role } ?? true)
        && !exceptions.contains(index)
    }
    if found.isEmpty {
      problems.add(
        .emptySelection, "the selection holds no line", at: selector.range,
        expected: "a section or role with lines that are not excepted")
    }
    return found
  }

  private func line(_ name: Node.Scalar) -> Int? {
    if let index = plan.rows.firstIndex(where: { $0.line?.id.name == name.text }) { return index }
    let lines = plan.rows.compactMap { $0.line?.id.name }
    if plan.rows.contains(where: { $0.id?.name == name.text }) {
      problems.add(
        .unknownName, "'\(name.text)' is a figure, computed from other rows", at: name.range,
        expected: "a line", help: "change the lines it is made of, or insert a line of its own")
    } else if plan.assumptions.contains(where: { $0.id.name == name.text }) {
      problems.add(
        .unknownName, "'\(name.text)' is an assumption", at: name.range, expected: "a line",
        help: "write assumption: \(name.text)")
    } else if plan.sections.contains(where: { $0.id.name == name.text }) {
      problems.add(
        .unknownName, "'\(name.text)' is a section", at: name.range, expected: "a line",
        help: "write lines: { section: \(name.text) }")
    } else {
      unknown(name, "line", among: lines)
    }
    return nil
  }

  private func assumption(_ name: Node.Scalar) -> Int? {
    if let index = plan.assumptions.firstIndex(where: { $0.id.name == name.text }) { return index }
    if plan.rows.contains(where: { $0.line?.id.name == name.text }) {
      problems.add(
        .unknownName, "'\(name.text)' is a line", at: name.range, expected: "an assumption",
        help: "write line: \(name.text)")
    } else {
      unknown(name, "assumption", among: plan.assumptions.map(\.id.name))
    }
    return nil
  }

  /// The id of what has a title, for someone who typed that.
  private func id(titled title: String) -> Identifier? {
    plan.rows.first { $0.title.trimmed == title.trimmed }?.id
      ?? plan.assumptions.first { $0.title.trimmed == title.trimmed }?.id
  }

  private func unknown(_ name: Node.Scalar, _ what: String, among names: [String]) {
    problems.add(
      .unknownName, "the plan has no \(what) '\(name.text)'", at: name.range,
      expected: "the id of \(what == "assumption" ? "an" : "a") \(what)",
      help: id(titled: name.text).map { "'\(name.text)' is the title of '\($0)'" }
        ?? NearestName.of(name.text, among: names).map { "the nearest is '\($0)'" },
      notes: [Diagnostic.Note("this is the plan", at: plan.range.firstLine)])
  }

  // MARK: What is done

  private func operation(
    _ change: Change, unit: Unit, _ columns: [Int]
  ) -> (operation: Adjustment.Operation, columns: Set<Int>)? {
    switch change.operation {
    case .scale(let rate): return (.scale(rate), Set(columns))
    case .set(let node):
      guard let cells = cells(node, unit: unit, columns, change.span) else { return nil }
      return (.set(cells), Set(cells.keys))
    case .add(let node):
      guard let cells = cells(node, unit: unit, columns, change.span) else { return nil }
      let amounts = cells.compactMapValues(\.figure)
      guard !amounts.isEmpty, cells.values.allSatisfy({ $0.figure != nil || $0 == .blank }) else {
        problems.add(
          .wrongValue, "what is added is a figure", at: node.range,
          expected: "a figure such as 0.500")
        return nil
      }
      return (.add(amounts), Set(amounts.keys))
    case .shift: return nil
    }
  }

  /// One cell for each column: one for all of them, a list, or a mapping by year.
  private func cells(
    _ node: Node, unit: Unit, _ columns: [Int], _ span: Change.Span
  ) -> [Int: Cell]? {
    let profile = ProfileLoader(context: context, unit: unit)
    let before = problems.found.count
    var cells: [Int: Cell] = [:]
    switch node {
    case .scalar(let scalar):
      let cell = profile.cell(scalar)
      for column in columns { cells[column] = cell }
    case .sequence(let items, let range):
      if items.count != columns.count {
        problems.add(
          items.count < columns.count ? .tooFewFigures : .tooManyFigures,
          "\(context.figures(items.count)) for \(columns.count) years", at: range,
          expected: "one for each year of the change")
      }
      for (column, item) in zip(columns, items) {
        cells[column] = problems.scalar(item, "a figure").map(profile.cell)
      }
    case .mapping(let entries, _):
      if let first = span.first {
        problems.add(
          .conflictingKeys, "the figures already name their years", at: first.range,
          expected: "no 'in', 'from' or 'to'")
      }
      for entry in entries {
        guard let column = context.planColumn(entry.key) else { continue }
        cells[column] = problems.scalar(entry.value, "a figure").map(profile.cell)
      }
    }
    return problems.found.count == before ? cells : nil
  }

  private func applying(
    _ change: Change, to assumption: Assumption, _ columns: [Int]
  ) -> Assumption {
    var changed = assumption
    switch change.operation {
    case .set(let node):
      for (column, cell) in cells(node, unit: assumption.unit, columns, change.span) ?? [:] {
        changed.values[column] = Assumption.Value(cell: cell, range: change.range)
      }
    case .shift(let scalar):
      guard let shift = shift(scalar, unit: assumption.unit) else { return assumption }
      for column in columns {
        guard let old = assumption.values[column].cell.figure else { continue }
        changed.values[column] = value(old, old.trillionths + shift.trillionths, change)
      }
    case .scale(let rate):
      for column in columns {
        guard let old = assumption.values[column].cell.figure else { continue }
        let product = FixedPoint.product(old.trillionths, rate.trillionths)
        changed.values[column] = value(old, product, change)
      }
    case .add: break
    }
    return changed
  }

  /// A changed value of an assumption; a diagnostic when it is beyond what a figure may be.
  private func value(
    _ old: Quantity, _ trillionths: Int128?, _ change: Change
  ) -> Assumption.Value {
    if let trillionths, FixedPoint.isWithinLimit(trillionths) {
      return Assumption.Value(
        cell: .figure(old.with(trillionths: trillionths)), range: change.range)
    }
    problems.add(
      .figureTooLarge, "the changed value is 1,000,000,000,000,000 or more", at: change.range,
      expected: "a smaller change")
    return Assumption.Value(cell: .figure(old), range: change.range)
  }

  /// The size of a shift: points of a percentage, or an amount in the assumption's unit.
  private func shift(_ scalar: Node.Scalar, unit: Unit) -> Quantity? {
    guard unit == .percent else {
      return problems.amount(scalar, unit: unit)?.cell.figure
    }
    let words = scalar.text.split(separator: " ")
    guard words.count >= 2, let last = words.last, last == "points" || last == "point" else {
      problems.add(
        .wrongValue, "a percentage is shifted by points", at: scalar.range,
        expected: "a shift such as 0.5 points",
        help: "a percentage of 3% shifted by 0.5 points is 3.5%")
      return nil
    }
    let number = Node.Scalar(
      text: words.dropLast().joined(separator: " "), style: scalar.style, range: scalar.range)
    return problems.amount(number, unit: .percent)?.cell.figure
  }
}
