/// Each word of a formula as a spreadsheet has it.
extension FormulaTranslator {
  func term(
    _ expression: Expression, _ column: Int?, _ reading: Evaluator.Reading
  ) throws(Untranslatable) -> Term {
    switch expression.kind {
    case .money(let money):
      let unit = style.unit(plan)
      return Term(
        formula: number(Quantity.money(money).typed(in: unit)), kind: kind(unit))
    case .number(let rate):
      return Term(formula: number(Quantity.number(rate).typed(in: .number)), kind: .number)
    case .zero: return Term(formula: .number("0"), kind: .zero)
    case .name(let name): return try reference(name, column, reading)
    case .series(let series, let name): return try reference(name, column, .series(series))
    case .base(let name):
      guard let base = plan.years.baseColumn else { throw Untranslatable(reason: noYear) }
      return try reference(name, base, .printed)
    case .negative(let inner):
      var term = try term(inner, column, reading)
      term.formula = .negative(term.formula)
      return term
    case .sum(let terms): return try sum(terms, column, reading)
    case .product(let first, let factors): return try product(first, factors, column, reading)
    case .call(.sum, let values):
      return try sum(
        values.map { Expression.Term(isSubtracted: false, expression: $0) }, column, reading)
    case .call(let function, let values): return try call(function, values, column)
    case .choice(let condition, let then, let otherwise):
      return try choice(condition, then, otherwise, column)
    case .rounded(let inner, let places): return try rounded(inner, places, column)
    case .previous(let inner, let other): return try previous(inner, other, column)
    case .total(let inner):
      var terms: [Term] = []
      for year in index.planColumns { terms.append(try term(inner, year, .printed)) }
      return added(terms)
    case .at(let inner, let named):
      return try term(inner, index.column(named), .printed)
    }
  }

  private var noYear: String { "it looks at a year that the plan has not" }

  private func number(_ typed: String) -> SheetFormula {
    typed.hasPrefix("-") ? .negative(.number(String(typed.dropFirst()))) : .number(typed)
  }

  // MARK: Arithmetic

  /// Terms added up: cells alone as an area or a list, others with signs between them.
  func added(_ terms: [Term]) -> Term {
    let (unified, kind) = unified(terms)
    let terms =
      unified.contains { $0.kind != .zero } ? unified.filter { $0.kind != .zero } : unified
    let isPlain = terms.allSatisfy { term in
      switch term.formula {
      case .cell, .area, .call("N", _): true
      default: false
      }
    }
    if terms.count == 1, case .area = terms[0].formula {
      return Term(formula: .call("SUM", [terms[0].formula]), kind: kind)
    }
    if terms.count > 2, isPlain {
      return Term(formula: .call("SUM", places.areas(terms.map(\.formula))), kind: kind)
    }
    let signed = terms.map { SheetFormula.Term(isSubtracted: false, formula: $0.formula) }
    if terms.isEmpty { return Term(formula: .number("0"), kind: .zero) }
    return Term(formula: signed.count == 1 ? signed[0].formula : .sum(signed), kind: kind)
  }

  private func sum(
    _ terms: [Expression.Term], _ column: Int?, _ reading: Evaluator.Reading
  ) throws(Untranslatable) -> Term {
    var parts: [Term] = []
    for part in terms { parts.append(try term(part.expression, column, reading)) }
    guard terms.contains(where: \.isSubtracted) else { return added(parts) }
    let (unified, kind) = unified(parts)
    let signed = zip(terms, unified).map { term, part in
      SheetFormula.Term(isSubtracted: term.isSubtracted, formula: part.formula)
    }
    return Term(formula: .sum(signed), kind: kind)
  }

  private func product(
    _ first: Expression, _ factors: [Expression.Factor], _ column: Int?,
    _ reading: Evaluator.Reading
  ) throws(Untranslatable) -> Term {
    func part(_ expression: Expression) throws(Untranslatable) -> Term {
      try term(expression, column, expression.isConstant ? .printed : reading)
    }
    var result = try part(first)
    var made: [SheetFormula.Factor] = []
    for factor in factors {
      var term = try part(factor.expression)
      if factor.isDivisor {
        guard
          value(factor.expression, column, factor.expression.isConstant ? .printed : reading)
            != nil
        else { throw Untranslatable(reason: "it divides by a cell without a figure") }
        if case .money(let exponent) = result.kind, case .money = term.kind {
          term = scaled(term, to: exponent)
          result.kind = .number
        }
      } else if case .money = term.kind {
        result.kind = term.kind
      } else if result.kind == .zero {
        result.kind = term.kind
      }
      made.append(SheetFormula.Factor(isDivisor: factor.isDivisor, formula: term.formula))
    }
    return Term(formula: .product(result.formula, made), kind: result.kind)
  }

  private func rounded(
    _ inner: Expression, _ places: Int, _ column: Int?
  ) throws(Untranslatable) -> Term {
    let term = try term(inner, column, .printed)
    guard case .money = term.kind else {
      return Term(formula: .rounded(term.formula, places), kind: term.kind)
    }
    let own = scaled(term, to: plan.unit.exponent)
    return Term(formula: .rounded(own.formula, places), kind: own.kind)
  }

  // MARK: Choices

  private func call(
    _ function: Expression.Function, _ values: [Expression], _ column: Int?
  ) throws(Untranslatable) -> Term {
    var parts: [Term] = []
    for expression in values {
      var part = try term(expression, column, .printed)
      // A cell without a figure is passed over as it is; a sum of such cells would count as nil.
      if case .call("N", let inner) = part.formula { part.formula = inner[0] }
      guard part.formula.isCell || value(expression, column, .printed) != nil else {
        throw Untranslatable(reason: "it passes over a figure that is not there")
      }
      parts.append(part)
    }
    let (terms, kind) = unified(parts)
    return Term(formula: .call(function.rawValue.uppercased(), terms.map(\.formula)), kind: kind)
  }

  private func choice(
    _ condition: Condition, _ then: Expression, _ otherwise: Expression, _ column: Int?
  ) throws(Untranslatable) -> Term {
    let sides = unified([
      try term(condition.left, column, .printed), try term(condition.right, column, .printed),
    ]).terms.map(comparable)
    let (results, kind) = unified([
      try term(then, column, .printed), try term(otherwise, column, .printed),
    ])
    let test = SheetFormula.comparison(
      sides[0], condition.comparison.rawValue, sides[1])
    return Term(formula: .call("IF", [test] + results.map(\.formula)), kind: kind)
  }

  /// A side of a comparison; one that is worked out is rounded, since binary sums are not exact.
  private func comparable(_ term: Term) -> SheetFormula {
    switch term.formula {
    case .cell, .number, .call("ROUND", _), .call("N", _): return term.formula
    case .negative(.number): return term.formula
    default:
      let places =
        if case .money(let exponent) = term.kind { exponent + 3 } else { 11 }
      return .rounded(term.formula, places)
    }
  }

  private func previous(
    _ inner: Expression, _ other: Expression?, _ column: Int?
  ) throws(Untranslatable) -> Term {
    guard let column else { throw Untranslatable(reason: noYear) }
    if column > 0, column < plan.years.columnCount {
      let isMissing =
        column == index.planColumns.lowerBound && value(inner, column - 1, .printed) == nil
      if other == nil || !isMissing { return try term(inner, column - 1, .printed) }
    }
    guard let other else { throw Untranslatable(reason: noYear) }
    return try term(other, column, .printed)
  }
}
