/// An identity held in one year, or once where it names its own columns.
public struct ReconciledIdentity: Sendable {
  public let identity: TableIdentity
  /// The position of the year; nil where the identity names its own columns.
  public let column: Int?
  public let left: Quantity?
  public let right: Quantity?
  public let verdict: Verdict
  /// Left less right; nil where neither is a figure.
  public let difference: Quantity?
  /// What rounding alone could make the difference; nil where the identity holds.
  public let bound: Quantity?
}

/// Gives the identities of a plan their verdicts, on the published figures or on the engine's own.
struct IdentityReconciler {
  let index: PlanIndex
  /// The plan's own figures, from its own entries all the way.
  let engine: Evaluator
  private let nearest: Evaluator

  init(index: PlanIndex, engine: Evaluator) {
    self.index = index
    self.engine = engine
    let published = index.plan.published.flatMap(\.rows).cells(index)
    nearest = Evaluator(index, published: published)
  }

  func reconciled(_ identity: TableIdentity) throws(Diagnostics) -> [ReconciledIdentity] {
    guard let columns = identity.columns else { return [try reconciled(identity, nil)] }
    return try columns.map { column throws(Diagnostics) in try reconciled(identity, column) }
  }

  private func reconciled(
    _ identity: TableIdentity, _ column: Int?
  ) throws(Diagnostics) -> ReconciledIdentity {
    let chain = try engine.sides(of: identity, column)
    // A misprint may leave no value, as a nil divisor does; then the engine's own figures decide.
    let near = (try? nearest.sides(of: identity, column)) ?? chain
    for sides in [near, chain] where sides.holds {
      return outcome(identity, column, sides, .exact, bound: nil)
    }
    guard identity.condition.comparison == .equal, near.difference != nil else {
      return outcome(identity, column, near, .wrong, bound: nil)
    }
    let bound = bound(identity, column, isMoney: near.isMoney)
    let isRounding = (near.difference ?? 0).magnitude < bound.magnitude
    return outcome(identity, column, near, isRounding ? .rounding : .wrong, bound: bound)
  }

  private func outcome(
    _ identity: TableIdentity, _ column: Int?, _ sides: Sides, _ verdict: Verdict, bound: Int128?
  ) -> ReconciledIdentity {
    let zero: Quantity = sides.isMoney ? .money(.zero) : .number(.zero)
    return ReconciledIdentity(
      identity: identity, column: column, left: sides.left, right: sides.right, verdict: verdict,
      difference: sides.difference.map(zero.with), bound: bound.map(zero.with))
  }

  /// What rounding of the published inputs can do to the difference of the two sides.
  ///
  /// The difference is put into the plan as one more row, so that its inputs are followed as those
  /// of any other; it has no last place of its own.
  private func bound(_ identity: TableIdentity, _ column: Int?, isMoney: Bool) -> Int128 {
    let condition = identity.condition
    let difference = Expression(
      kind: .sum([
        Expression.Term(isSubtracted: false, expression: condition.left),
        Expression.Term(isSubtracted: true, expression: condition.right),
      ]), range: identity.range)
    let formula = Formula(text: identity.text, expression: difference, range: identity.range)
    var plan = index.plan
    let row = plan.rows.count
    plan.rows.append(.figure(Figure(difference: formula, id: identity.id, isMoney, in: plan)))
    let trial = PublishedFormula(
      row: row, column: column.map(PublishedTable.Column.position) ?? .total,
      index: PlanIndex(plan), published: nearest.published, style: style)
    return RoundingBound(formula: trial, own: 0).bound()
  }

  /// The unit and decimals in which a cell is published.
  private func style(_ row: Int, _ column: Int) -> CellStyle {
    let table = index.plan.published.first { $0.rows.contains { $0.row == row } }
    return index.plan.style(row, .position(column), in: table)
  }
}

/// Both sides of an identity, computed.
private struct Sides {
  let left: Quantity?
  let right: Quantity?
  let holds: Bool

  var isMoney: Bool { (left ?? right)?.isMoney ?? true }

  /// Left less right in trillionths; nil where neither is a figure.
  var difference: Int128? {
    left == nil && right == nil ? nil : (left?.trillionths ?? 0) - (right?.trillionths ?? 0)
  }
}

extension Evaluator {
  fileprivate func sides(
    of identity: TableIdentity, _ column: Int?
  ) throws(Diagnostics) -> Sides {
    let condition = identity.condition
    return try valueOrFault { () throws(Diagnostics) in
      let left = try evaluate(condition.left, column, .printed)
      let right = try evaluate(condition.right, column, .printed)
      return Sides(
        left: left.quantity(like: right), right: right.quantity(like: left),
        holds: try holds(condition, column).holds)
    }
  }
}

extension Value {
  /// The quantity; for a bare 0, nil of the kind of the other side.
  fileprivate func quantity(like other: Value) -> Quantity? {
    kind == .zero ? (other.quantity ?? .money(.zero)).with(trillionths: 0) : quantity
  }
}

extension Figure {
  /// A row that stands for the difference of the two sides of an identity.
  fileprivate init(difference: Formula, id: Identifier, _ isMoney: Bool, in plan: Plan) {
    let unit: Unit = isMoney ? plan.unit : .number
    details = RowDetails(
      id: id, title: id.name, section: nil, table: nil, unit: unit, decimals: plan.decimals,
      rounding: nil, isPrinted: false, columnStyles: [:],
      entries: plan.years.columns.map { _ in .formula(difference) }, text: [:], note: nil,
      source: nil, inTotal: .formula(difference), idRange: difference.range, range: difference.range
    )
    totalOf = nil
  }
}
