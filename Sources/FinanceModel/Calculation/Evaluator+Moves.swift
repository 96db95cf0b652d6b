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
    // A slip needs the years before; only a total, and full-year effects, need those after.
    let needsAll =
      plan.rows[row].line?.phasing != nil
      || adjustments.contains { if case .profile = $0.operation { true } else { false } }
    let last = needsAll ? index.planColumns.upperBound - 1 : column
    let stages = try stages(row, details, through: last)
    return [stages[0][column]]
      + zip(adjustments, stages.dropFirst()).filter { $0.0.columns.contains(column) }
      .map { $0.1[column] }
  }

  /// The years of a row in which typed money moves, worked out once; nil for any other row.
  func typedMoney(_ row: Int, _ details: RowDetails) throws(Diagnostics) -> MovingYears? {
    guard index.lines[row]?.movesTypedMoney ?? false else { return nil }
    if let known = moved[row] { return known }
    let years = try stages(row, details, through: index.planColumns.upperBound - 1).last
    moved[row] = years
    return years
  }

  /// What of a row falls after the plan's last year, and the change that took it there.
  ///
  /// A later change of the last year holds for what comes after it as well: a share is kept of it,
  /// and a figure set there takes its place.
  func movedBeyond(_ row: Int) throws(Diagnostics) -> [(change: String?, amount: Quantity)] {
    guard let line = plan.rows[row].line,
      line.phasing != nil || line.adjustments.contains(where: \.movesMoney)
    else { return [] }
    let last = index.planColumns.upperBound - 1
    let stages = try stages(row, line.details, through: last)
    var found: [(change: String?, amount: Quantity)] = []
    if let rest = line.phasedBeyond { found.append((nil, rest)) }
    for (adjustment, years) in zip(line.adjustments, stages.dropFirst()) {
      if adjustment.columns.contains(last) {
        for (position, past) in found.enumerated().reversed() {
          if let amount = try kept(past.amount, adjustment, line.details, last) {
            found[position].amount = amount
          } else {
            found.remove(at: position)
          }
        }
      }
      if let amount = years.beyond, !amount.isZero { found.append((adjustment.name, amount)) }
    }
    return found
  }

  /// What a change of the last year leaves of what comes after it.
  private func kept(
    _ amount: Quantity, _ adjustment: Adjustment, _ details: RowDetails, _ last: Int
  ) throws(Diagnostics) -> Quantity? {
    switch adjustment.operation {
    case .set: return nil
    case .add, .slip, .profile: return amount
    case .scale, .deliver:
      return try adjusted(.typed(.figure(amount)), adjustment, details, last).cell.figure
    }
  }

  /// The years of a row before its adjustments, and after each of them.
  private func stages(
    _ row: Int, _ details: RowDetails, through last: Int
  ) throws(Diagnostics) -> [MovingYears] {
    var stages = [try entries(row, details, through: last)]
    for adjustment in plan.rows[row].line?.adjustments ?? [] {
      stages.append(try stages[stages.count - 1].applying(adjustment, self))
    }
    return stages
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
