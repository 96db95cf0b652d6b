extension DerivationBuilder {
  /// The figures that an expression reads, in order, each once.
  func places(
    in expression: Expression, _ column: Int, _ reading: Evaluator.Reading
  ) -> [Place] {
    var found: [Place] = []
    collect(expression, column, reading, &found)
    var seen: Set<Place> = []
    return found.filter { seen.insert($0).inserted }
  }

  private func collect(
    _ expression: Expression, _ column: Int, _ reading: Evaluator.Reading, _ found: inout [Place]
  ) {
    func add(_ name: Identifier, _ column: Int, _ reading: Evaluator.Reading) {
      guard let target = evaluator.index.target(name) else { return }
      found.append(Place(target: target, reading: reading, column: column))
    }
    switch expression.kind {
    case .name(let name): add(name, column, reading)
    case .series(let series, let name): add(name, column, .series(series))
    case .base(let name): if let base = plan.years.baseColumn { add(name, base, .printed) }
    case .previous(let inner, _) where column > 0: collect(inner, column - 1, reading, &found)
    case .previous(_, let other?): collect(other, column, reading, &found)
    case .total(let inner):
      for year in evaluator.index.planColumns { collect(inner, year, reading, &found) }
    case .at(let inner, let named):
      if let column = evaluator.index.column(named) { collect(inner, column, reading, &found) }
    default:
      for part in expression.parts { collect(part, column, reading, &found) }
    }
  }
}
