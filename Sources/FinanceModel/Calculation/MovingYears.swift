/// The cells of one row from the plan's first year on, while money moves between them.
struct MovingYears {
  let first: Int
  /// The plan's last column; there may be fewer cells.
  let last: Int
  var cells: [Computed]
  let details: RowDetails
  /// What a line of levels starts from; nil for one on another basis.
  let start: Computed?
  /// The full-year effects that the cells are made of, while nothing else has changed them.
  var phasing: Phasing?
  /// What the last change took past these years.
  var beyond: Quantity?

  subscript(column: Int) -> Computed { cells[column - first] }

  private var columns: Range<Int> { first..<first + cells.count }

  func applying(_ adjustment: Adjustment, _ evaluator: Evaluator) throws(Diagnostics) -> MovingYears
  {
    var result = self
    result.phasing = nil
    result.beyond = nil
    switch adjustment.operation {
    case .slip(let slip):
      if let phasing {
        try result.slip(slip, phasing, adjustment, evaluator)
      } else {
        try result.slip(slip, adjustment, evaluator)
      }
    case .profile(let profile): try result.spread(profile, adjustment, evaluator)
    case .set, .add, .scale, .deliver:
      for column in columns where adjustment.columns.contains(column) {
        result.cells[column - first] = try evaluator.adjusted(
          cells[column - first], adjustment, details, column)
      }
      // A share of 100% delivered changes nothing.
      if result.cells == cells { result.phasing = phasing }
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
        let part = FixedPoint.multiply(rounded(share), months, dividingBy: 12)
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
    beyond = quantity(past)
  }

  /// What a year brings: its figure, or for a level what it adds to the year before.
  ///
  /// A level that is not a figure, after one that is, takes it all away.
  private func money(_ position: Int) -> Int128? {
    let figure = cells[position].cell.figure
    guard let start else { return figure?.trillionths }
    let before = (position == 0 ? start : cells[position - 1]).cell.figure
    if figure == nil, before == nil { return nil }
    return (figure?.trillionths ?? 0) - (before?.trillionths ?? 0)
  }

  /// Of each full-year effect the share starts so many months later.
  private mutating func slip(
    _ slip: Slippage, _ phasing: Phasing, _ adjustment: Adjustment, _ evaluator: Evaluator
  ) throws(Diagnostics) {
    var staying: [Int: Quantity] = [:]
    var leaving: [Int: Quantity] = [:]
    for (column, effect) in phasing.effects {
      guard let share = FixedPoint.product(effect.trillionths, slip.share.trillionths) else {
        throw evaluator.tooLarge(at: adjustment.range)
      }
      let moved = slip.columns.contains(column) ? rounded(share) : 0
      leaving[column] = quantity(moved)
      staying[column] = quantity(effect.trillionths - moved)
    }
    let parts = [
      phasing, Phasing(effects: staying, months: phasing.months),
      Phasing(effects: leaving, months: phasing.months + slip.months),
    ].map { $0.spread(rounding: details.rounding, through: last) }
    for position in cells.indices {
      let amounts = parts.map { $0.amounts[first + position] ?? 0 }
      try add(amounts[1] + amounts[2] - amounts[0], at: position, adjustment, evaluator)
    }
    beyond = quantity(parts[1].beyond + parts[2].beyond - parts[0].beyond)
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
    Quantity(trillionths: trillionths, isMoney: details.unit.isMoney)
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
