extension Evaluator {
  /// A section's, a figure's or a gap's series in one column.
  func computeSeries(_ cell: SeriesCell) -> Computed {
    switch cell.target {
    case .section(let id): return section(id, cell.reading, cell.column)
    case .gap(let kind): return gap(kind, cell.reading, cell.column)
    case .row(let row): return figure(row, cell.reading, cell.column)
    case .assumption: return .blank
    }
  }

  /// The sum of a section's lines, signs as printed.
  private func section(_ id: Identifier, _ reading: Reading, _ column: Int) -> Computed {
    reporting(column: column) { () throws(Diagnostics) in
      var sum = Value.nothing
      for row in index.linesOfSection[id] ?? [] {
        sum = try combined(sum, sound(line(row, reading, column)), at: plan.rows[row].range)
      }
      return cell(sum)
    }
  }

  private func line(_ row: Int, _ reading: Reading, _ column: Int) -> Computed {
    if case .series(let series) = reading {
      line(row, series, column)
    } else {
      printed(row, column)
    }
  }

  /// A figure's formula with every name read as the series.
  private func figure(_ row: Int, _ reading: Reading, _ column: Int) -> Computed {
    reporting(column: column) { () throws(Diagnostics) in
      cell(try evaluate(try onlyFormula(of: row).expression, column, reading))
    }
  }

  /// The one formula that makes a figure in every year of the plan. Without it there is no series.
  func onlyFormula(of row: Int) throws(Diagnostics) -> Formula {
    let formulas = plan.rows[row].details?.entries[index.planColumns].map { entry -> Formula? in
      if case .formula(let formula) = entry { formula } else { nil }
    }
    guard let formulas, let first = formulas.first ?? nil,
      formulas.allSatisfy({ $0?.range == first.range })
    else {
      throw Diagnostics(
        Diagnostic(
          .formulaSeries, "'\(plan.rows[row].id?.name ?? "")' has no series",
          at: plan.rows[row].range, label: "expected one formula for all years",
          help: "annual, cumulative and level are taken of lines and their totals"))
    }
    return first
  }

  // MARK: Gaps

  /// A gap in one column: the annual one where no series is named, but structural is cumulative.
  private func gap(_ kind: GapKind, _ reading: Reading, _ column: Int) -> Computed {
    let isAnnual =
      switch reading {
      case .printed: kind != .structural
      case .series(let series): series == .annual
      }
    if isAnnual {
      guard index.planColumns.contains(column) else { return .blank }
      if kind == .structural {
        let before = cumulative(kind, column - 1)
        return cell(added(Value(cumulative(kind, column)), negated(Value(before))))
      }
      return cell(signedSum(of: kind, .annual, column))
    }
    return cumulative(kind, column)
  }

  /// The cumulative gap: the one before, or the base year's own gap, and what the year adds.
  private func cumulative(_ kind: GapKind, _ column: Int) -> Computed {
    let first = index.planColumns.lowerBound
    guard column >= first - 1 else { return .blank }
    if kind == .structural {
      let remaining = series(gapCell(.remaining, .cumulative, column))
      return cell(added(Value(remaining), negated(oneOffAmounts(column))))
    }
    if column < first { return cell(added(Value(.money(.zero)), baseGap(kind))) }
    let before = series(gapCell(kind, .cumulative, column - 1))
    return cell(added(Value(before), Value(series(gapCell(kind, .annual, column)))))
  }

  func gapCell(_ kind: GapKind, _ series: Series, _ column: Int) -> SeriesCell {
    SeriesCell(target: .gap(kind), reading: .series(series), column: column)
  }

  /// What a gap starts from in the base year.
  private func baseGap(_ kind: GapKind) -> Value {
    switch plan.gap {
    case .none: return .nothing
    case .stated(let money): return kind == .plan ? .nothing : Value(.money(money))
    case .computed:
      return index.baseGapColumn.map { signedSum(of: kind, .level, $0) } ?? .nothing
    }
  }

  /// The sum over the lines of a gap, each turned where its section prints income positive.
  private func signedSum(of kind: GapKind, _ series: Series, _ column: Int) -> Value {
    var sum = Value(.money(.zero))
    for row in index.gapLines where isCounted(row, in: kind) {
      sum = added(sum, signed(row, series, column))
    }
    return sum
  }

  func isCounted(_ row: Int, in kind: GapKind) -> Bool {
    let role = index.lines[row]?.role
    switch kind {
    case .required: return role != .saving
    case .beforeReserves: return role != .saving && role != .reserves
    case .plan: return role == .saving
    case .remaining, .structural: return true
    }
  }

  func signed(_ row: Int, _ series: Series, _ column: Int) -> Value {
    let value = Value(line(row, series, column))
    return index.lines[row]?.isTurned ?? false ? negated(value) : value
  }

  /// The one-off money in a year: the amounts of one-off lines and of everything from reserves.
  func oneOffAmounts(_ column: Int) -> Value {
    index.oneOffLines.reduce(Value.nothing) { sum, row in
      added(sum, signed(row, .level, column))
    }
  }
}
