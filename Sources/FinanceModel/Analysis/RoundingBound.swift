/// How far rounding alone can move a computed cell from the published one.
///
/// Half of the cell's own last place, plus what moving each published input by half of its last
/// place can do to the formula.
struct RoundingBound {
  /// A published cell that a formula reads.
  struct Input {
    let row: Int
    let column: Int
    let value: Quantity
  }

  let index: PlanIndex
  let published: [Int: Cell]
  let row: Int
  let column: PublishedTable.Column
  let inputs: [Input]
  private let center: Int128

  init(index: PlanIndex, published: [Int: Cell], row: Int, column: PublishedTable.Column) {
    self.index = index
    self.published = published
    self.row = row
    self.column = column
    let evaluator = Evaluator(index, published: published)
    center = RoundingBound.value(row, column, by: evaluator)
    inputs = evaluator.touched.sorted().compactMap { key in
      published[key]?.figure.map { value in
        Input(row: key / index.columnCount, column: key % index.columnCount, value: value)
      }
    }
  }

  /// In trillionths; a difference is rounding when it is strictly smaller.
  func bound() -> Int128 {
    let own = (index.plan.rows[row].details?.lastPlace.step ?? 0) / 2
    return inputs.reduce(own) { $0 + effect(of: $1) }
  }

  /// The most that moving one input by half of its last place, either way, moves the cell.
  private func effect(of input: Input) -> Int128 {
    let half = (index.plan.rows[input.row].details?.lastPlace.step ?? 0) / 2
    let effects = [half, -half].map { shift in
      var moved = published
      let value = input.value.with(trillionths: input.value.trillionths + shift)
      moved[input.row * index.columnCount + input.column] = .figure(value)
      let evaluator = Evaluator(index, published: moved)
      return Int128((RoundingBound.value(row, column, by: evaluator) - center).magnitude)
    }
    return effects.max() ?? 0
  }

  private static func value(
    _ row: Int, _ column: PublishedTable.Column, by evaluator: Evaluator
  ) -> Int128 {
    let cell = evaluator.resolved {
      switch column {
      case .position(let column): return evaluator.computedPrinted(row, column)
      case .total: return evaluator.total(row)
      }
    }.cell
    return cell.figure?.trillionths ?? 0
  }
}
