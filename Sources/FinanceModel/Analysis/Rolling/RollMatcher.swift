/// Finds what a rolled plan still needs so that it agrees with the old one in the years of both.
struct RollMatcher {
  private let years: RolledYears
  private let old: Evaluator
  private let forecast: Forecast
  /// The parts of formulas that read the new base year or one before it.
  private let parts: [FormulaRoller.Part]
  private(set) var edits = RollEdits()

  init(years: RolledYears, old: Evaluator, forecast: Forecast, node: Node) {
    self.years = years
    self.old = old
    self.forecast = forecast
    parts = ["sections", "tables", "reserves"].compactMap { node[$0] }
      .flatMap { FormulaRoller.parts(in: $0, years) }
    for part in parts where isGone(part) { replace(part) }
  }

  /// Adds what makes the plans agree better, and says whether there was anything to add.
  mutating func improve(for new: Evaluator, _ forecast: Forecast) -> Bool {
    for part in parts where edits.amounts[part.text] == nil && value(part, old) != value(part, new)
    {
      replace(part)
      return true
    }
    if let gap = self.forecast.gap?.cumulative[.remaining]?[years.base], edits.baseGap == nil,
      let found = forecast.gap?.base, gap != found
    {
      edits.baseGap = gap
      return true
    }
    return hold(for: new)
  }

  /// Adds what lets a plan be computed that cannot be, and says whether there was anything to add.
  ///
  /// Most often a formula has no value in the added year: its row is then blank there. In a cycle a
  /// total over the plan takes in the added year, which needs the row that reads it: that row keeps
  /// its figures. Where the one does not help, the other is tried.
  mutating func improve(after faults: Diagnostics, in rolled: Plan) -> Bool {
    let ids = Set(
      rolled.rows.compactMap { row in
        faults.all.contains { $0.isAbout(row.range) } ? row.id : nil
      })
    let isCycle = faults.all.contains { $0.code == .cycle }
    var isBetter = false
    for row in old.plan.rows.indices {
      guard let id = old.plan.rows[row].id, ids.contains(id) else { continue }
      if isCycle ? holdEveryYear(row) : edits.blank.insert(id).inserted {
        isBetter = true
      } else if isCycle {
        isBetter = edits.blank.insert(id).inserted || isBetter
      } else if holdEveryYear(row) {
        edits.blank.remove(id)
        isBetter = true
      }
    }
    return isBetter
  }

  private mutating func holdEveryYear(_ row: Int) -> Bool {
    guard let details = old.plan.rows[row].details, details.table == nil else { return false }
    var isBetter = false
    for year in years.common where edits.frozen[details.id]?[year] == nil {
      guard let column = years.old.column(of: year), case .formula = details.entries[column] else {
        continue
      }
      isBetter = true
      let steps = old.resolved { old.steps(row, column) }
      edits.frozen[details.id, default: [:]][year] = steps.first?.cell ?? .blank
    }
    return isBetter
  }

  // MARK: Amounts in formulas

  /// Whether a part names a year that the new plan does not have. The base year it always has.
  private func isGone(_ part: FormulaRoller.Part) -> Bool {
    if case .base = part.expression.kind { false } else { years.isGone(part.year) }
  }

  private func value(_ part: FormulaRoller.Part, _ evaluator: Evaluator) -> Value? {
    try? evaluator.valueOrFault { () throws(Diagnostics) in
      try evaluator.evaluate(part.expression, nil, .printed)
    }
  }

  private mutating func replace(_ part: FormulaRoller.Part) {
    edits.amounts[part.text] = (value(part, old) ?? .nothing).written(in: old.plan.unit)
  }

  // MARK: Figures that are held

  /// Holds the figures of lines whose own formulas would give others, wherever lines differ.
  ///
  /// They are told by evaluating each formula on the old figures of all other lines: what only reads
  /// a line that differs is right again once that line is held.
  private mutating func hold(for new: Evaluator) -> Bool {
    let rows = rows(new.plan)
    guard years.common.contains(where: { !differing(rows, in: $0, new).isEmpty }) else {
      return false
    }
    var known: [Int: Cell] = [:]
    for year in years.common {
      guard let before = years.old.column(of: year), let after = years.new.column(of: year) else {
        continue
      }
      for row in rows { known[new.key(row.new, after)] = forecast.printed[row.old][before].cell }
    }
    let alone = Evaluator(new.index, published: known)
    var isBetter = false
    for year in years.common {
      for row in differing(rows, in: year, alone) { isBetter = hold(row, year) || isBetter }
    }
    if isBetter { return true }
    for year in years.common {
      for row in differing(rows, in: year, new) { isBetter = hold(row, year) || isBetter }
      if isBetter { return true }
    }
    return false
  }

  /// The lines of the old plan that have another figure in a year of the new one.
  private func differing(
    _ rows: [(old: Int, new: Int)], in year: FinancialYear, _ new: Evaluator
  ) -> [Int] {
    guard let before = years.old.column(of: year), let after = years.new.column(of: year) else {
      return []
    }
    return rows.filter { differs($0.old, before, new, $0.new, after) }.map(\.old)
  }

  /// The lines of the old plan with their positions in the new one; what moves reserves goes on as it is.
  private func rows(_ plan: Plan) -> [(old: Int, new: Int)] {
    let positions = Dictionary(
      plan.rows.indices.compactMap { row in plan.rows[row].line.map { ($0.id, row) } },
      uniquingKeysWith: { first, _ in first })
    return old.plan.rows.indices.compactMap { row in
      guard let line = old.plan.rows[row].line, line.details.section?.name != Reserve.section else {
        return nil
      }
      return positions[line.id].map { (row, $0) }
    }
  }

  private func differs(
    _ row: Int, _ before: Int, _ new: Evaluator, _ newRow: Int, _ after: Int
  ) -> Bool {
    func cells(_ evaluator: Evaluator, _ row: Int, _ column: Int) -> [Cell] {
      [
        evaluator.resolved { evaluator.raw(row, column) }.cell,
        evaluator.resolved { evaluator.line(row, .annual, column) }.cell,
      ].map { $0.figure?.isZero ?? false ? .blank : $0 }
    }
    return cells(old, row, before) != cells(new, newRow, after)
  }

  /// Holds one figure; where that did not help before, what is delivered of it in every year.
  private mutating func hold(_ row: Int, _ year: FinancialYear) -> Bool {
    guard let line = old.plan.rows[row].line, let column = years.old.column(of: year) else {
      return false
    }
    if edits.frozen[line.id]?[year] == nil {
      let steps = old.resolved { old.steps(row, column) }
      edits.frozen[line.id, default: [:]][year] = steps.first?.cell ?? .blank
      return true
    }
    guard edits.delivered.insert(line.id).inserted else { return false }
    for year in years.common {
      guard let column = years.old.column(of: year) else { continue }
      edits.frozen[line.id, default: [:]][year] = old.resolved { old.raw(row, column) }.cell
    }
    return true
  }
}

extension Diagnostic {
  /// Whether a fault, or a place that matters to it, lies in a row.
  fileprivate func isAbout(_ row: SourceRange) -> Bool {
    ([range].compactMap { $0 } + notes.map(\.range)).contains { place in
      place.file == row.file && row.bytes.contains(place.bytes.lowerBound)
    }
  }
}
