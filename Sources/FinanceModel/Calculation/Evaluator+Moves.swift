/// Changes that take money from one year to another.
extension Evaluator {
  /// A cell before its adjustments, and after each of them; where money moves between years, worked
  /// out over all the years that it moves between.
  func adjustedEntries(
    _ row: Int, _ details: RowDetails, _ column: Int
  ) throws(Diagnostics) -> [Computed] {
    let adjustments = plan.rows[row].line?.adjustments ?? []
    guard adjustments.contains(where: \.movesMoney), index.planColumns.contains(column) else {
      var steps = [try entry(row, details, column)]
      for adjustment in plan.rows[row].adjustments(in: column) {
        steps.append(try adjusted(steps[steps.count - 1], adjustment, details, column))
      }
      return steps
    }
    // A slip needs the years before; only a total needs those after.
    let needsAll = adjustments.contains { if case .profile = $0.operation { true } else { false } }
    let last = needsAll ? index.planColumns.upperBound - 1 : column
    var years = try entries(row, details, through: last)
    var steps = [years[column]]
    for adjustment in adjustments {
      years = try years.applying(adjustment, self)
      if adjustment.columns.contains(column) { steps.append(years[column]) }
    }
    return steps
  }

  /// What each slip of a row takes past the plan's last year, in order; nothing where none does.
  func movedBeyond(_ row: Int) throws(Diagnostics) -> [(adjustment: Adjustment, amount: Quantity)] {
    guard let line = plan.rows[row].line, line.adjustments.contains(where: \.movesMoney) else {
      return []
    }
    var years = try entries(row, line.details, through: index.planColumns.upperBound - 1)
    var found: [(adjustment: Adjustment, amount: Quantity)] = []
    for adjustment in line.adjustments {
      years.beyond = nil
      years = try years.applying(adjustment, self)
      if let amount = years.beyond, !amount.isZero { found.append((adjustment, amount)) }
    }
    return found
  }

  private func entries(
    _ row: Int, _ details: RowDetails, through last: Int
  ) throws(Diagnostics) -> MovingYears {
    let first = index.planColumns.lowerBound
    var cells: [Computed] = []
    for column in first...last { cells.append(try entry(row, details, column)) }
    let line = plan.rows[row].line
    return MovingYears(
      first: first, last: index.planColumns.upperBound - 1, cells: cells, details: details,
      start: line?.basis == .level ? base(row) : nil, phasing: line?.phasing)
  }
}
