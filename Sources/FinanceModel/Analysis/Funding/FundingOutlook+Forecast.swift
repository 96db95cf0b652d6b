extension Forecast {
  /// How sure the plan's money is, when it stops, and what is paid within what.
  public var fundingOutlook: FundingOutlook {
    let rows = plan.rows.indices.filter { row in
      guard let line = plan.rows[row].line, line.details.unit.isMoney else { return false }
      return line.role == .funding || line.role == .income
    }
    return FundingOutlook(
      forecast: self, lines: rows.compactMap { fundingLine($0, index) }, rolls: rolledMoney)
  }

  private func fundingLine(_ row: Int, _ index: PlanIndex) -> FundingLine? {
    guard let line = plan.rows[row].line, let effects = effects[row] else { return nil }
    let isTurned = index.lines[row]?.isTurned ?? false
    let start = plan.years.baseColumn.map { printed[row][$0].cell } ?? .blank
    let base = line.baseIsMemo ? Money.zero : start.money ?? .zero
    let levels = effects.cumulative.map { cell in
      let level = base + (cell.money ?? .zero)
      return isTurned ? level : -level
    }
    let isWhole =
      line.basis != .recurring || (!line.baseIsMemo && (start.money != nil || start == .dash))
    let hasEnded = plan.years.years.map { year in line.funding.ends.map { $0 < year } ?? false }
    let plain = FundingLine(
      id: line.id, title: line.details.title, section: line.details.section, role: line.role,
      levels: levels, isWhole: isWhole,
      statuses: plan.years.planColumns.map { line.funding.status[$0] }, end: nil,
      hasEnded: hasEnded)
    guard let ends = line.funding.ends else { return plain }
    let before = plan.years.column(of: ends).flatMap { printed[row][$0].cell.money } ?? .zero
    return plain.ending(in: ends, years: plan.years.years, before: isTurned ? before : -before)
  }

  /// The money that lines are rolled into, each with all the lines that lead to it.
  private var rolledMoney: [RolledMoney] {
    let lines = plan.rows.compactMap(\.line)
    let next = Dictionary(
      lines.compactMap { line in line.funding.rolledInto.map { (line.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    func last(_ id: Identifier) -> Identifier {
      var (end, seen) = (id, Set([id]))
      while let further = next[end], seen.insert(further).inserted { end = further }
      return end
    }
    let effects = gapEffects
    func part(_ line: Line) -> RolledMoney.Part {
      let cells = effects[line.id] ?? []
      let annual = plan.years.years.indices.map { year in
        cells.isEmpty ? Money.zero : -(cells[year].money ?? .zero)
      }
      return RolledMoney.Part(
        id: line.id, title: line.details.title,
        annual: YearSeries(first: plan.years.years[0], values: annual))
    }
    let rolled = Dictionary(
      grouping: lines.filter { next[$0.id] != nil }, by: { last($0.id) })
    return lines.compactMap { line in
      rolled[line.id].map { RolledMoney(into: part(line), lines: $0.map(part)) }
    }
  }
}

extension FundingLine {
  /// The same line with its last year; `before` is its figure then where that is before the plan.
  ///
  /// No money ends at nil or below: what stands there is a change, as a plan rolled forward has it.
  fileprivate func ending(
    in year: FinancialYear, years: [FinancialYear], before: Money
  ) -> FundingLine {
    let amount = years.lastIndex { $0 <= year }.map { levels[$0] } ?? before
    func line(_ end: FundingEnd?) -> FundingLine {
      FundingLine(
        id: id, title: title, section: section, role: role, levels: levels,
        isWhole: isWhole && amount > .zero, statuses: statuses, end: end, hasEnded: hasEnded)
    }
    let counted = years.indices.first(where: line(nil).countsAfterEnd)
      .map { FundingEnd.Counted(year: years[$0], amount: levels[$0]) }
    return line(
      FundingEnd(
        year: year, amount: amount,
        takenOut: hasEnded.contains(true) ? levels.last.map { amount - $0 } : nil,
        counted: counted))
  }
}
