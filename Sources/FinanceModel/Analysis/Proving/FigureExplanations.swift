/// Looks for what a wrong figure is right for: another year, another whole, a sum without a row.
struct FigureExplanations {
  let engine: Evaluator

  private var plan: Plan { engine.plan }

  /// The one thing that the figure would be right for; nil where there is none, or are several.
  func explained(
    _ claim: Claim, _ computed: Quantity, _ holds: (Quantity) -> Bool
  ) -> (kind: FigureFault.Kind, words: String)? {
    if let year = otherYear(claim, holds) {
      return (.year, "that is the figure of \(year); ")
    }
    if let whole = otherWhole(claim, holds) {
      return (.percentageOfWhat, "that is the percentage of \(whole); ")
    }
    if let row = rowLeftOut(claim, holds) {
      return (.value, "it leaves out '\(row)'; ")
    }
    return nil
  }

  private func value(_ expression: Expression) -> Quantity? {
    do throws(Diagnostics) {
      return try engine.valueOrFault { () throws(Diagnostics) in
        try engine.evaluate(expression, nil, .printed)
      }.quantity
    } catch {
      return nil
    }
  }

  /// The one of several candidates that holds.
  private func only(
    _ candidates: [(name: String, expression: Expression)], _ holds: (Quantity) -> Bool
  ) -> String? {
    let found = candidates.filter { value($0.expression).map(holds) ?? false }
    let names = found.reduce(into: [String]()) { if !$0.contains($1.name) { $0.append($1.name) } }
    return names.count == 1 ? names[0] : nil
  }

  /// The year for which the formula of one year would hold.
  private func otherYear(_ claim: Claim, _ holds: (Quantity) -> Bool) -> String? {
    let expression = claim.formula.expression
    guard expression.namedYears.count == 1, let year = expression.namedYears.first else {
      return nil
    }
    let others = plan.years.years.filter { $0 != year }.map { other in
      (
        other.description,
        expression.replacing { part in
          guard case .at(let inner, .year(year)) = part.kind else { return nil }
          return .at(inner, .year(other))
        }
      )
    }
    return only(others, holds)
  }

  /// The total, figure or gap that a share would be of.
  private func otherWhole(_ claim: Claim, _ holds: (Quantity) -> Bool) -> String? {
    let expression = claim.formula.expression
    guard case .product(let part, let factors) = expression.kind, factors.count == 1,
      factors[0].isDivisor, let name = factors[0].expression.names.first,
      factors[0].expression.names.count == 1
    else { return nil }
    let wholes: [(Identifier, String)] =
      plan.rows.compactMap { row in
        guard row.line == nil, let details = row.details, details.table == nil,
          details.unit.isMoney
        else { return nil }
        return (details.id, details.title)
      }
      + GapKind.allCases.compactMap { kind in
        Identifier(kind.rawValue).map { ($0, "the \(kind.rawValue) gap") }
      }
    let candidates = wholes.filter { $0.0 != name && !part.names.contains($0.0) }.map { id, title in
      let whole = factors[0].expression.replacing { part in
        if case .name(name) = part.kind { .name(id) } else { nil }
      }
      return (
        "'\(title)'",
        Expression(
          kind: .product(part, [.init(isDivisor: true, expression: whole)]),
          range: expression.range)
      )
    }
    return only(candidates) { share in
      holds(share) || holds(share.with(trillionths: -share.trillionths))
    }
  }

  /// The line without which a total would hold.
  private func rowLeftOut(_ claim: Claim, _ holds: (Quantity) -> Bool) -> String? {
    let expression = claim.formula.expression
    let candidates = expression.names.sorted { $0.name < $1.name }.flatMap { name in
      lines(of: name).map { line in
        (
          line.title,
          expression.replacing { found in
            guard case .name(name) = found.kind else { return nil }
            func part(_ id: Identifier) -> Expression {
              Expression(kind: .name(id), range: expression.range)
            }
            return .sum([
              .init(isSubtracted: false, expression: part(name)),
              .init(isSubtracted: true, expression: part(line.id)),
            ])
          }
        )
      }
    }
    return only(candidates, holds)
  }

  /// The lines of a section that is named, or whose total is.
  private func lines(of name: Identifier) -> [RowDetails] {
    let total = plan.rows.first { $0.id == name && $0.line == nil }
    let section = total?.details?.section ?? name
    // Only a figure that adds the section up is its total.
    if let total, !total.formulas.contains(where: { $0.expression.names.contains(section) }) {
      return []
    }
    return (engine.index.linesOfSection[section] ?? []).compactMap { plan.rows[$0].details }
  }
}
