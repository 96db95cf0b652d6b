/// What a figure is made of, down to the cells that were typed.
public struct Derivation: Sendable {
  /// The title of the row, section, gap or assumption.
  public let title: String
  public let id: Identifier?
  /// The year or column of the value; nil for a change, which has none of its own.
  public let column: String?
  public let value: Cell
  public let unit: Unit
  public let decimals: Int
  /// How it is made: a formula, or words such as `typed`.
  public let made: String
  /// Where that stands; nil for a gap, which the program itself adds up.
  public let place: SourceRange?
  /// What it is made of; empty for a typed cell and where `isRepeated`.
  public let inputs: [Derivation]
  /// Whether it has been shown in full before.
  public let isRepeated: Bool
  /// How many inputs that are nil are left out.
  public let nilInputs: Int
}

extension Plan {
  /// What a figure is made of: a row, a section, an assumption or a gap, one tree for each column.
  ///
  /// `effect` chooses a series of a gap, section or line; nil is the figure as printed, for a gap
  /// the annual one. Columns in which the plan has no such figure are left out. Throws `Diagnostics`.
  public func derivations(
    of name: Identifier, in columns: [Expression.Column], effect: Series? = nil
  ) throws(Diagnostics) -> [Derivation] {
    let index = PlanIndex(self)
    guard let target = index.target(name) else { return [] }
    if case .gap = target, gap == .none { return [] }
    let evaluator = Evaluator(index)
    _ = try evaluator.forecast()
    var trees: [Derivation] = []
    for column in columns.compactMap(index.column) where index.holds(target, column) {
      // A page each: what one year shows is shown in full in the next year's tree too.
      var builder = DerivationBuilder(evaluator: evaluator)
      trees.append(
        builder.derivation(
          DerivationBuilder.Place(
            target: target, reading: effect.map(Evaluator.Reading.series) ?? .printed,
            column: column)))
    }
    if !evaluator.problems.isEmpty { throw Diagnostics(evaluator.problems) }
    return trees
  }
}

extension Derivation {
  /// The same figure as it enters the gap from a section that prints income positive.
  var turned: Derivation {
    let negative = value.figure.map { Cell.figure($0.with(trillionths: -$0.trillionths)) }
    let turned = "turned, as income is printed positive"
    return Derivation(
      title: title, id: id, column: column, value: negative ?? value, unit: unit,
      decimals: decimals, made: made == "typed" ? turned : "\(turned): \(made)", place: place,
      inputs: inputs, isRepeated: isRepeated, nilInputs: nilInputs)
  }
}
