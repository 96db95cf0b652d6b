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
    let isLevel = plan.rows[row].line?.basis == .level
    return MovingYears(
      first: first, cells: cells, details: details, start: isLevel ? base(row) : nil)
  }
}

/// The cells of one row from the plan's first year on, while money moves between them.
private struct MovingYears {
  let first: Int
  var cells: [Computed]
  let details: RowDetails
  /// What a line of levels starts from; nil for one on another basis.
  let start: Computed?
  /// What the last change took past these years.
  var beyond: Quantity?

  subscript(column: Int) -> Computed { cells[column - first] }

  private var columns: Range<Int> { first..<first + cells.count }

  func applying(_ adjustment: Adjustment, _ evaluator: Evaluator) throws(Diagnostics) -> MovingYears
  {
    var result = self
    switch adjustment.operation {
    case .slip(let slip): try result.slip(slip, adjustment, evaluator)
    case .profile(let profile): try result.spread(profile, adjustment, evaluator)
    case .set, .add, .scale, .deliver:
      for column in columns where adjustment.columns.contains(column) {
        result.cells[column - first] = try evaluator.adjusted(
          cells[column - first], adjustment, details, column)
      }
    }
    return result
  }

  // MARK: Slipping

  /// The share of each year's money leaves it and arrives later; together nothing is made or lost.
  private mutating func slip(
    _ slip: Slippage, _ adjustment: Adjustment, _ evaluator: Evaluator
  ) throws(Diagnostics) {
    let years = slip.months / 12
    let months = Int128(slip.months % 12)
    var changes = Array(repeating: Int128(0), count: cells.count)
    var past: Int128 = 0
    for position in cells.indices where slip.columns.contains(first + position) {
      guard let money = money(position) else { continue }
      guard let share = FixedPoint.product(money, slip.share.trillionths),
        let part = FixedPoint.multiply(money, slip.share.trillionths * months,
          dividingBy: FixedPoint.one * 12)
      else { throw evaluator.tooLarge(at: adjustment.range) }
      let leaving = rounded(share)
      let latest = rounded(part)
      changes[position] -= leaving
      for (distance, amount) in [(years, leaving - latest), (years + 1, latest)] {
        if position + distance < cells.count {
          changes[position + distance] += amount
        } else {
          past += amount
        }
      }
    }
    var level: Int128 = 0
    for position in cells.indices {
      level += changes[position]
      try add(start == nil ? changes[position] : level, at: position, adjustment, evaluator)
    }
    beyond = details.unit.isMoney ? .money(Money(trillionths: past)) : nil
  }

  /// What a year brings: its figure, or for a level what it adds to the year before.
  private func money(_ position: Int) -> Int128? {
    guard let figure = cells[position].cell.figure else { return nil }
    guard let start else { return figure.trillionths }
    let before = position == 0 ? start : cells[position - 1]
    return figure.trillionths - (before.cell.figure?.trillionths ?? 0)
  }

  private func rounded(_ trillionths: Int128) -> Int128 {
    guard let rounding = details.rounding else { return trillionths }
    return FixedPoint.round(trillionths, toMultipleOf: rounding.step)
  }

  private mutating func add(
    _ change: Int128, at position: Int, _ adjustment: Adjustment, _ evaluator: Evaluator
  ) throws(Diagnostics) {
    if change == 0 { return }
    let amount = quantity(change)
    let sum = evaluator.added(Value(cells[position]), Value(amount))
    cells[position] = evaluator.cell(try evaluator.bounded(sum, at: adjustment.range))
  }

  private func quantity(_ trillionths: Int128) -> Quantity {
    details.unit.isMoney
      ? .money(Money(trillionths: trillionths)) : .number(Rate(trillionths: trillionths))
  }

  // MARK: Spreading a total anew

  private mutating func spread(
    _ profile: Profile, _ adjustment: Adjustment, _ evaluator: Evaluator
  ) throws(Diagnostics) {
    let affected = columns.filter { adjustment.columns.contains($0) }
    let total = affected.reduce(Int128(0)) { sum, column in
      FixedPoint.clampedSum(sum, self[column].cell.figure?.trillionths ?? 0)
    }
    let amounts: [Int: Int128]
    switch profile {
    case .amounts(let given):
      amounts = given.mapValues(\.trillionths)
      let sum = amounts.values.reduce(0, FixedPoint.clampedSum)
      guard sum == total else { throw differing(sum, total, adjustment) }
    case .shares(let shares): amounts = try parts(of: total, shares, adjustment, evaluator)
    }
    let isProvisional = affected.contains { self[$0].isProvisional }
    for column in affected {
      cells[column - first] = Computed(
        cell: amounts[column].map { .figure(quantity($0)) } ?? .blank, isProvisional: isProvisional)
    }
  }

  /// The shares of a total, each rounded, the last taking what rounding leaves.
  private func parts(
    of total: Int128, _ shares: [Int: Rate], _ adjustment: Adjustment, _ evaluator: Evaluator
  ) throws(Diagnostics) -> [Int: Int128] {
    var parts: [Int: Int128] = [:]
    let columns = shares.keys.sorted()
    let last = columns.last { shares[$0]?.trillionths != 0 }
    var left = total
    for column in columns {
      guard let share = shares[column],
        let part = FixedPoint.product(total, share.trillionths)
      else { throw evaluator.tooLarge(at: adjustment.range) }
      parts[column] = rounded(part)
      left -= rounded(part)
    }
    if let last { parts[last, default: 0] += left }
    return parts
  }

  private func differing(
    _ sum: Int128, _ total: Int128, _ adjustment: Adjustment
  ) -> Diagnostics {
    let format = AmountFormat(
      decimals: details.decimals, negatives: .brackets, groupsThousands: true)
    func text(_ trillionths: Int128) -> String {
      format.text(quantity(trillionths), in: details.unit)
    }
    return Diagnostics(
      Diagnostic(
        .profileTotal,
        "the profile adds up to \(text(sum)), and '\(details.id)' to \(text(total))",
        at: adjustment.range, label: "expected figures that add up to \(text(total))",
        help: "shares such as [25%, 75%] keep the total by themselves; 'set' changes it"))
  }
}
