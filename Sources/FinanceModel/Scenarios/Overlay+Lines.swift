/// What a change does to a line.
extension Overlay {
  func applying(_ change: Change, to line: Line, _ columns: [Int]) -> Line {
    var changed = line
    if let node = change.funding {
      let status = RowLoader(context: context).fundingStatus(node, in: columns)
      changed.funding.status.merge(status) { _, new in new }
    }
    if let ends = change.ends, let year = problems.year(ends) {
      changed.funding.ends = year
      changed.funding.endsRange = ends.range
    }
    guard let made = operation(change, line, columns) else { return changed }
    changed.adjustments.append(
      Adjustment(
        operation: made.operation, columns: made.columns, name: change.name, range: change.range,
        statesShare: change.statesShare))
    if case .remove = change.operation, change.span.first == nil {
      changed.details.isPrinted = changed.details.isPrinted && hasHistory(line)
    }
    return changed
  }

  /// Whether a line shows anything in the years before the plan.
  private func hasHistory(_ line: Line) -> Bool {
    line.details.entries.prefix(plan.years.planColumns.lowerBound).contains { entry in
      switch entry {
      case .typed(let cell, _): cell != .blank
      case .formula: true
      case .blank: false
      }
    }
  }

  private typealias Made = (operation: Adjustment.Operation, columns: Set<Int>)

  private func operation(_ change: Change, _ line: Line, _ columns: [Int]) -> Made? {
    let unit = line.details.unit
    switch change.operation {
    case .scale(let rate), .deliver(let rate): return (.scale(rate), Set(columns))
    case .deliverByStatus(let range):
      return share(of: line, at: range).map { (.scale($0), Set(columns)) }
    case .set(let node):
      guard let cells = cells(node, unit: unit, columns, change.span) else { return nil }
      return (.set(cells), Set(cells.keys))
    case .add(let node):
      guard let cells = cells(node, unit: unit, columns, change.span),
        let amounts = figures(cells, "what is added", at: node.range)
      else { return nil }
      return (.add(amounts), Set(amounts.keys))
    case .slip(let share, let delay): return slip(share, delay, columns)
    case .profile(let node): return profile(node, line, columns, change)
    case .remove:
      let blanks = columns.map { ($0, Cell.blank) }
      return (.set(Dictionary(uniqueKeysWithValues: blanks)), Set(columns))
    case .shift, .insert, .fund: return nil
    }
  }

  /// The figures among cells; a diagnostic where there is none, or one that is no figure.
  private func figures(
    _ cells: [Int: Cell], _ what: String, at range: SourceRange
  ) -> [Int: Quantity]? {
    let amounts = cells.compactMapValues(\.figure)
    if !amounts.isEmpty, cells.values.allSatisfy({ $0.figure != nil || $0 == .blank }) {
      return amounts
    }
    problems.add(
      .wrongValue, "\(what) is a figure", at: range, expected: "a figure such as 0.500")
    return nil
  }

  // MARK: By status

  /// The share that the plan counts on for the status of a line; a diagnostic where it does not say.
  private func share(of line: Line, at range: SourceRange) -> Rate? {
    guard !plan.statusDelivery.isEmpty else {
      problems.add(
        .wrongValue, "the plan has no shares by status", at: range,
        expected: "a percentage such as 80%",
        help: "add delivery-by-status: { red: 25%, amber: 60%, green: 100% } to the plan",
        notes: [Diagnostic.Note("this is the plan", at: plan.range.firstLine)])
      return nil
    }
    guard let status = line.fields[.status] else {
      problems.add(
        .wrongValue, "'\(line.id)' has no status", at: range,
        expected: "lines with one of "
          + plan.statusDelivery.map { "'\($0.status)'" }.joined(separator: ", "),
        help: "give it a status, or leave it out with 'except'",
        notes: [Diagnostic.Note("this is the line", at: line.details.idRange)])
      return nil
    }
    if let found = plan.statusDelivery.first(where: { $0.status == status }) { return found.share }
    problems.add(
      .wrongValue, "the plan has no share for the status '\(status)' of '\(line.id)'", at: range,
      expected: "one of " + plan.statusDelivery.map { "'\($0.status)'" }.joined(separator: ", "))
    return nil
  }

  // MARK: Money that moves

  private func slip(_ share: Rate, _ delay: Change.Delay, _ columns: [Int]) -> Made? {
    let years = plan.years.years.count
    guard delay.months < years * 12 else {
      problems.add(
        .wrongValue, "the slip is as long as the plan, or longer", at: delay.range,
        expected: "less than its \(years == 1 ? "1 year" : "\(years) years")",
        help: share.trillionths == FixedPoint.one
          ? "to take it out of the plan's years altogether, use 'remove'"
          : "to keep only what does not slip, use 'deliver' with the rest of 100%")
      return nil
    }
    let first = columns.min() ?? plan.years.planColumns.lowerBound
    let slip = Slippage(share: share, months: delay.months, columns: Set(columns))
    return (.slip(slip), Set(first..<plan.years.planColumns.upperBound))
  }

  /// A new profile as amounts, or as shares where its cells are percentages.
  private func profile(
    _ node: Node, _ line: Line, _ columns: [Int], _ change: Change
  ) -> Made? {
    guard line.basis != .level else {
      problems.add(
        .wrongValue, "'\(line.id)' holds whole amounts, which have no total to keep",
        at: change.range, expected: "a recurring or one-off line", help: "'set' its levels instead")
      return nil
    }
    if case .scalar(let scalar) = node {
      problems.add(
        .wrongType, "'profile' holds a figure or a share for each year", at: scalar.range,
        expected: "a list such as [1.000, 2.000] or [25%, 75%]")
      return nil
    }
    let areShares = node.scalars.contains { $0.text.hasSuffix("%") }
    let unit = areShares ? Unit.percent : line.details.unit
    guard let cells = cells(node, unit: unit, columns, change.span),
      let amounts = figures(cells, "a profile", at: node.range)
    else { return nil }
    let all = Set(amounts.keys).union(cells.keys)
    if !areShares { return (.profile(.amounts(amounts)), all) }
    let shares = amounts.compactMapValues { quantity -> Rate? in
      if case .number(let rate) = quantity { rate } else { nil }
    }
    let sum = shares.values.reduce(Int128(0)) { $0 + $1.trillionths }
    guard sum == FixedPoint.one, shares.values.allSatisfy({ $0.trillionths >= 0 }) else {
      problems.add(
        .wrongValue, "the shares of a profile do not add up to 100%", at: node.range,
        expected: "shares from 0% that add up to 100%")
      return nil
    }
    return (.profile(.shares(shares)), all)
  }
}
