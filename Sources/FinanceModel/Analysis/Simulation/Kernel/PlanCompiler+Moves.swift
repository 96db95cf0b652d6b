/// `MovingYears` for all draws at once: changes that take money from one year to another.
extension PlanCompiler {
  /// The cells of one row from the plan's first year on.
  private struct Years {
    var cells: [Symbol]
    /// The full-year effects that the cells are made of, while nothing else has changed them.
    var phasing: Phasing?
    /// Whether some draws have changed them and others have not.
    var mayBePhased = false
  }

  /// A cell of a row after its changes, worked out over the years that its money moves between.
  func moved(
    _ row: Int, _ details: RowDetails, through last: Int, column: Int, allStages: Bool
  ) throws(KernelStop) -> Symbol {
    let first = index.planColumns.lowerBound
    guard let line = plan.rows[row].line else { return .nothing }
    var years = Years(cells: [], phasing: line.phasing)
    for year in first...last { years.cells.append(try entry(row, details, year)) }
    let start = line.basis == .level ? try base(row) : nil
    var result = years.cells[column - first]
    for (position, adjustment) in line.adjustments.enumerated() {
      switch adjustment.operation {
      case .slip(let slip):
        if years.mayBePhased { throw .unheld("a line that starts late slips in some draws only") }
        if let phasing = years.phasing {
          try self.slip(&years, slip, phasing, details)
        } else {
          try self.slip(&years, slip, details, start)
        }
        years.phasing = nil
      case .profile(let profile):
        try spread(&years, profile, adjustment, details)
        years.phasing = nil
      case .set, .add, .scale, .deliver:
        let before = years.cells
        for year in first...last where adjustment.columns.contains(year) {
          years.cells[year - first] = try adjusted(
            before[year - first], row, position, details, year)
        }
        if years.phasing != nil, !isSame(before, years.cells) {
          years.mayBePhased = !years.cells.allSatisfy(\.sum.isConstant)
          years.phasing = nil
        }
      }
      if allStages || adjustment.columns.contains(column) { result = years.cells[column - first] }
    }
    return result
  }

  private func isSame(_ before: [Symbol], _ after: [Symbol]) -> Bool {
    zip(before, after).allSatisfy { $0.isNothing == $1.isNothing && $0.sum == $1.sum }
  }

  // MARK: Slipping

  private func slip(
    _ years: inout Years, _ slip: Slippage, _ details: RowDetails, _ start: Symbol?
  ) throws(KernelStop) {
    let (whole, months) = (slip.months / 12, Int128(slip.months % 12))
    var changes = Array(repeating: NodeSum(0), count: years.cells.count)
    var fault: NodeSum?
    for position in years.cells.indices
    where slip.columns.contains(index.planColumns.lowerBound + position) {
      guard let money = money(position, years, start) else { continue }
      fault = either(fault, money.fault)
      let share = try graph.share(
        of: money.sum, factor: slip.share.trillionths, divisor: FixedPoint.one)
      let leaving = try rounded(share, details)
      let latest = try rounded(
        try graph.share(of: leaving, factor: months, divisor: 12), details)
      changes[position] = changes[position] + -leaving
      for (distance, amount) in [(whole, leaving + -latest), (whole + 1, latest)]
      where position + distance < years.cells.count {
        changes[position + distance] = changes[position + distance] + amount
      }
    }
    var level = NodeSum(0)
    for position in years.cells.indices {
      level = level + changes[position]
      let change = start == nil ? changes[position] : level
      try add(change, to: &years.cells[position], fault, details)
    }
  }

  /// What a year brings: its figure, or for a level what it adds to the year before.
  private func money(_ position: Int, _ years: Years, _ start: Symbol?) -> Symbol? {
    let cell = years.cells[position]
    guard let start else { return cell.isNothing ? nil : cell }
    let before = position == 0 ? start : years.cells[position - 1]
    if cell.isNothing, before.isNothing { return nil }
    var money = Symbol(kind: .quantity(cell.sum + -before.sum, isMoney: true))
    money.fault = either(cell.fault, before.fault)
    return money
  }

  /// Of each full-year effect, which is typed, the share starts so many months later.
  private func slip(
    _ years: inout Years, _ slip: Slippage, _ phasing: Phasing, _ details: RowDetails
  ) throws(KernelStop) {
    var staying: [Int: Quantity] = [:]
    var leaving: [Int: Quantity] = [:]
    for (column, effect) in phasing.effects {
      var moved: Int128 = 0
      if slip.columns.contains(column) {
        guard let share = FixedPoint.product(effect.trillionths, slip.share.trillionths) else {
          throw .tooLarge
        }
        moved = try rounded(NodeSum(share), details).constant
      }
      leaving[column] = effect.with(trillionths: moved)
      staying[column] = effect.with(trillionths: effect.trillionths - moved)
    }
    let first = index.planColumns.lowerBound
    let parts = [
      phasing, Phasing(effects: staying, months: phasing.months),
      Phasing(effects: leaving, months: phasing.months + slip.months),
    ].map { $0.spread(rounding: details.rounding, through: index.planColumns.upperBound - 1) }
    for position in years.cells.indices {
      let amounts = parts.map { $0.amounts[first + position] ?? 0 }
      let change = NodeSum(amounts[1] + amounts[2] - amounts[0])
      try add(change, to: &years.cells[position], nil, details)
    }
  }

  private func rounded(_ sum: NodeSum, _ details: RowDetails) throws(KernelStop) -> NodeSum {
    guard let rounding = details.rounding else { return sum }
    return try graph.rounded(sum, toMultipleOf: rounding.step)
  }

  /// Adds what moves to a cell; a cell that is no figure stays so while nothing arrives.
  private func add(
    _ change: NodeSum, to cell: inout Symbol, _ fault: NodeSum?, _ details: RowDetails
  ) throws(KernelStop) {
    if change == NodeSum(0) { return }
    var amount = Symbol(kind: .quantity(change, isMoney: details.unit.isMoney))
    amount.mayBeNothing = !change.isConstant
    amount.fault = fault
    cell = try added(cell, amount)
  }

  // MARK: Spreading a total anew

  private func spread(
    _ years: inout Years, _ profile: Profile, _ adjustment: Adjustment, _ details: RowDetails
  ) throws(KernelStop) {
    let first = index.planColumns.lowerBound
    let affected = years.cells.indices.filter { adjustment.columns.contains(first + $0) }
    let total = try graph.bounded(NodeSum.total(affected.map { years.cells[$0].sum }))
    var fault: NodeSum?
    for position in affected { fault = either(fault, years.cells[position].fault) }
    var amounts: [Int: NodeSum] = [:]
    switch profile {
    case .amounts(let given):
      guard total.isConstant else {
        throw .unheld("the total of a profile in amounts differs between draws")
      }
      guard given.values.reduce(0, { $0 + $1.trillionths }) == total.constant else {
        throw .fault("a profile does not add up to its total")
      }
      amounts = given.mapValues { NodeSum($0.trillionths) }
    case .shares(let shares):
      var left = total
      for column in shares.keys.sorted() {
        let part = try rounded(
          try graph.share(
            of: total, factor: shares[column]?.trillionths ?? 0, divisor: FixedPoint.one), details)
        amounts[column] = part
        left = left + -part
      }
      let last = shares.keys.sorted().last { shares[$0]?.trillionths != 0 }
      if let last { amounts[last] = (amounts[last] ?? NodeSum(0)) + left }
    }
    let isProvisional = affected.contains { years.cells[$0].isProvisional }
    for position in affected {
      var symbol = Symbol(kind: .nothing, isProvisional: isProvisional)
      if let sum = amounts[first + position] {
        symbol.kind = .quantity(try graph.bounded(sum), isMoney: details.unit.isMoney)
      }
      symbol.fault = fault
      years.cells[position] = symbol
    }
  }
}
