/// The gaps for all draws at once.
extension PlanCompiler {
  /// What each plan year adds to the remaining gap, and the base year's own gap.
  func remainingGap() throws(KernelStop) -> (base: Symbol, annual: [Symbol]) {
    // Line by line first: a sum that waits for its lines is begun again for each of them.
    for row in index.gapLines where reached.holds(.row(row)) {
      for column in index.planColumns {
        _ = try resolved { () throws(KernelStop) in try line(row, .annual, column) }
      }
    }
    let first = index.planColumns.lowerBound
    let base = try resolved { () throws(KernelStop) in
      try series(gapCell(.remaining, .cumulative, first - 1))
    }
    var annual: [Symbol] = []
    for column in index.planColumns {
      annual.append(
        try resolved { () throws(KernelStop) in
          try series(gapCell(.remaining, .annual, column))
        })
    }
    return (base, annual)
  }

  func gap(
    _ kind: GapKind, _ reading: Evaluator.Reading, _ column: Int
  ) throws(KernelStop) -> Symbol {
    let isAnnual =
      switch reading {
      case .printed: kind != .structural
      case .series(let series): series == .annual
      }
    guard isAnnual else { return try cumulativeGap(kind, column) }
    guard index.planColumns.contains(column) else { return .nothing }
    if kind == .structural {
      let before = try cumulativeGap(kind, column - 1)
      return try added(try cumulativeGap(kind, column), -before)
    }
    return try signedSum(of: kind, .annual, column)
  }

  private func cumulativeGap(_ kind: GapKind, _ column: Int) throws(KernelStop) -> Symbol {
    let first = index.planColumns.lowerBound
    guard column >= first - 1 else { return .nothing }
    if kind == .structural {
      let remaining = try series(gapCell(.remaining, .cumulative, column))
      let amounts = try total(index.oneOffLines, .level, column, from: .nothing)
      return try added(remaining, -amounts)
    }
    if column < first { return try added(Symbol(.money(.zero)), try baseGap(kind)) }
    let before = try series(gapCell(kind, .cumulative, column - 1))
    return try added(before, try series(gapCell(kind, .annual, column)))
  }

  private func gapCell(
    _ kind: GapKind, _ series: Series, _ column: Int
  ) -> Evaluator.SeriesCell {
    evaluator.gapCell(kind, series, column)
  }

  private func baseGap(_ kind: GapKind) throws(KernelStop) -> Symbol {
    switch plan.gap {
    case .none: return .nothing
    case .stated(let money): return kind == .plan ? .nothing : Symbol(.money(money))
    case .computed:
      guard let column = index.baseGapColumn else { return .nothing }
      return try signedSum(of: kind, .level, column)
    }
  }

  private func signedSum(
    of kind: GapKind, _ series: Series, _ column: Int
  ) throws(KernelStop) -> Symbol {
    let rows = index.gapLines.filter { evaluator.isCounted($0, in: kind) }
    return try total(rows, series, column, from: Symbol(.money(.zero)))
  }

  /// The sum of a series of lines, each turned where its section prints income positive.
  private func total(
    _ rows: [Int], _ series: Series, _ column: Int, from start: Symbol
  ) throws(KernelStop) -> Symbol {
    var total = start
    var sums: [NodeSum] = [start.sum]
    for row in rows {
      let value = try line(row, series, column)
      let isTurned = index.lines[row]?.isTurned ?? false
      if case .quantity(let sum, let isMoney) = value.kind {
        sums.append(isTurned ? -sum : sum)
        if total.isNothing { total.kind = .quantity(NodeSum(0), isMoney: isMoney) }
      }
      total.isProvisional = total.isProvisional || value.isProvisional
      total.fault = either(total.fault, value.fault)
    }
    if total.isNothing { return total }
    total.mayBeNothing = false
    return total.with(try graph.bounded(NodeSum.total(sums)))
  }
}
