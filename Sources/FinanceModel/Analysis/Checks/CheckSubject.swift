/// A file under check with everything that the rules read, computed once.
struct CheckSubject: Sendable {
  let plan: Plan
  let index: PlanIndex
  let forecast: Forecast
  let reconciliation: Reconciliation
  /// Every line in printed order.
  let lines: [CheckedLine]
  /// The changes of a scenario that alter no figure; empty for a plan.
  let idleChanges: [Change]
  /// What each of those changes reaches, before and after it; empty for a plan.
  let records: [ChangeRecord]

  /// A plan file. Throws `Diagnostics` when it does not compute.
  init(_ plan: Plan) throws(Diagnostics) {
    try self.init(plan, idleChanges: [], records: [])
  }

  /// A scenario file, by the changes that stand in it and not in one that it is based on.
  init(_ question: Question) throws(Diagnostics) {
    _ = try question.plan()
    var plan = question.base
    for scenario in question.scenarios.dropLast() { plan = try plan.applying(scenario) }
    if let scenario = question.scenarios.last {
      plan = try plan.addingAssumptions(of: scenario)
    }
    var forecast = try plan.forecast()
    var idle: [Change] = []
    var recorder = ChangeRecorder()
    var before = Evaluator(PlanIndex(plan))
    for change in question.scenarios.last?.changes ?? [] {
      plan = try plan.applying(change)
      let next = try plan.forecast()
      // How sure money is, is no figure.
      if !change.isOfFunding, next.hasFigures(of: forecast) { idle.append(change) }
      forecast = next
      let after = Evaluator(PlanIndex(plan))
      recorder.record(change, from: before, to: after)
      before = after
    }
    try self.init(question.base, idleChanges: idle, records: recorder.records)
  }

  private init(
    _ plan: Plan, idleChanges: [Change], records: [ChangeRecord]
  ) throws(Diagnostics) {
    self.init(
      try plan.forecast(), try plan.reconciled(), idleChanges: idleChanges, records: records)
  }

  /// A forecast by itself, for rules that ask for nothing published or claimed.
  init(_ forecast: Forecast) {
    self.init(
      forecast, Reconciliation(plan: forecast.plan, cells: [], claims: [], identities: []),
      idleChanges: [], records: [])
  }

  private init(
    _ forecast: Forecast, _ reconciliation: Reconciliation, idleChanges: [Change],
    records: [ChangeRecord]
  ) {
    plan = forecast.plan
    let index = forecast.index
    self.index = index
    self.forecast = forecast
    self.reconciliation = reconciliation
    lines = plan.rows.indices.compactMap { CheckedLine($0, index, forecast) }
    self.idleChanges = idleChanges
    self.records = records
  }
}

extension Forecast {
  /// Whether every figure is the same; a blank and 0.000 are, a cell still to be confirmed is not.
  fileprivate func hasFigures(of other: Forecast) -> Bool {
    gap == other.gap
      && zip(printed.joined(), other.printed.joined()).allSatisfy { cell, other in
        (cell.cell.figure?.trillionths ?? 0) == (other.cell.figure?.trillionths ?? 0)
          && cell.isProvisional == other.isProvisional
      }
  }
}

extension CheckSubject {
  /// A line of the plan with its position and what it adds to the gap.
  struct CheckedLine {
    let row: Int
    let line: Line
    /// In trillionths, one value for each plan year, turned where its section prints income
    /// positive; a cell that is not a figure is nil pounds.
    let annual: [Int128]
    let cumulative: [Int128]

    var title: String { line.details.title }
    var range: SourceRange { line.details.idRange }

    /// Nil for a row that is no line.
    init?(_ row: Int, _ index: PlanIndex, _ forecast: Forecast) {
      guard let line = index.plan.rows[row].line, let effects = forecast.effects[row] else {
        return nil
      }
      let sign: Int128 = index.lines[row]?.isTurned ?? false ? -1 : 1
      self.row = row
      self.line = line
      annual = effects.annual.map { sign * ($0.figure?.trillionths ?? 0) }
      cumulative = effects.cumulative.map { sign * ($0.figure?.trillionths ?? 0) }
    }
  }

  /// Every name that the plan reads: in a formula, a share delivered, an identity, a claim or a reserve.
  var names: Set<Identifier> {
    var names: Set<Identifier> = []
    for row in plan.rows {
      for formula in row.formulas { names.formUnion(formula.expression.names) }
    }
    for reserve in plan.reserves {
      names.formUnion(Reserve.Part.allCases.compactMap { Identifier(reserve.name(of: $0)) })
    }
    for claim in plan.claims { names.formUnion(claim.formula.expression.names) }
    for condition in plan.identities.map(\.condition) {
      names.formUnion(condition.left.names.union(condition.right.names))
    }
    return names
  }

  /// The year of one of the plan's own columns, counted from its first.
  func year(_ offset: Int) -> FinancialYear { plan.years.years[offset] }

  /// An amount in the plan's unit and decimals: `£7.800m`.
  func text(_ money: Money) -> String {
    text(.money(money), plan.unit, decimals: plan.decimals)
  }

  /// An amount as a row prints it.
  func text(_ quantity: Quantity, _ details: RowDetails) -> String {
    text(quantity, details.unit, decimals: details.decimals)
  }

  private func text(_ quantity: Quantity, _ unit: Unit, decimals: Int) -> String {
    let format = AmountFormat(decimals: decimals, negatives: .brackets, groupsThousands: true)
    return unit.phrase(format.text(quantity, in: unit))
  }
}

extension RowDetails {
  /// Where a cell stands, or the row itself where nothing was written for it.
  func place(_ column: Int) -> SourceRange {
    switch entries[column] {
    case .typed(_, let range): range
    case .formula(let formula): formula.range
    case .blank: idRange
    }
  }

  /// Whether a figure was typed in one of its cells.
  var isTyped: Bool {
    entries.contains { if case .typed = $0 { true } else { false } }
  }
}

extension [String] {
  /// `a`, `a and b`, `a, b and c`; beyond `most` items the rest are counted.
  func listed(most: Int = 4) -> String {
    guard count > 1 else { return first ?? "" }
    if count > most {
      return prefix(most - 1).joined(separator: ", ") + " and \(count - most + 1) more"
    }
    return dropLast().joined(separator: ", ") + " and " + self[count - 1]
  }
}
