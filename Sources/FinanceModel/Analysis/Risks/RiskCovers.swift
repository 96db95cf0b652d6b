/// Holds the risks of a plan against its contingency and its general fund.
struct RiskCovers {
  let plan: Plan
  let register: RiskRegister

  /// Each that the plan states, and both together. Throws `Diagnostics` for a formula without money.
  func all() throws(Diagnostics) -> [RiskCover] {
    let evaluator = Evaluator(PlanIndex(plan))
    let stated: [(kind: RiskCover.Kind, key: String, held: RiskRegister.Held?)] = [
      (.contingency, "contingency", register.contingency),
      (.generalFund, "general-fund", register.generalFund),
    ]
    var covers: [RiskCover] = []
    for (kind, key, held) in stated {
      guard let held else { continue }
      let amount = try evaluator.amount(held, key)
      covers.append(cover(kind, amount.money, isProvisional: amount.isProvisional))
    }
    if register.generalFund == nil, let balance = evaluator.generalFund {
      covers.append(cover(.generalFund, balance.money, isProvisional: balance.isProvisional))
    }
    if covers.count > 1 {
      covers.append(
        cover(
          .both, covers.map(\.held).reduce(.zero, +),
          isProvisional: covers.contains(where: \.isProvisional)))
    }
    return covers
  }

  private func cover(
    _ kind: RiskCover.Kind, _ held: Money, isProvisional: Bool
  ) -> RiskCover {
    RiskCover(
      kind: kind, held: held, left: held - register.weighted,
      leftAtUpper: held - register.total(\.upper), isProvisional: isProvisional)
  }
}

extension Evaluator {
  /// What the general reserves of the plan hold at the start of its first year; nil where none do.
  fileprivate var generalFund: (money: Money, isProvisional: Bool)? {
    let openings = plan.reserves.filter { $0.kind == .general }.map { $0.name(of: .opening) }
    let rows = plan.rows.indices.filter { openings.contains(plan.rows[$0].id?.name ?? "") }
    guard !rows.isEmpty, let first = index.planColumns.first else { return nil }
    let cells = rows.map { row in resolved { raw(row, first) } }
    return (cells.compactMap(\.cell.money).reduce(.zero, +), cells.contains(where: \.isProvisional))
  }

  /// The money that is held, as stated or as its formula gives it.
  fileprivate func amount(
    _ held: RiskRegister.Held, _ key: String
  ) throws(Diagnostics) -> (money: Money, isProvisional: Bool) {
    let formula: Formula
    switch held.amount {
    case .stated(let money): return (money, false)
    case .formula(let stated): formula = stated
    }
    let value = try valueOrFault { () throws(Diagnostics) in
      try evaluate(formula.expression, nil, .printed)
    }
    switch value.kind {
    case .quantity(.money(let money)): return (money, value.isProvisional)
    case .zero: return (.zero, value.isProvisional)
    case .quantity, .nothing:
      throw fault(
        .formulaKind,
        value.kind == .nothing
          ? "the formula of '\(key)' gives no figure"
          : "the formula of '\(key)' gives a number", held.range, "an amount of money",
        "such as at(contingency, \(plan.years.years.first?.description ?? "budget"))")
    }
  }
}
