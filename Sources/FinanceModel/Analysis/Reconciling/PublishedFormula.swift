/// A computed cell as a function of the published cells that it is nearest to.
struct PublishedFormula {
  /// A published figure that the formula reads.
  struct Input {
    /// Its place in `Evaluator.key`.
    let key: Int
    let row: Int
    let column: Int
    let value: Quantity
    /// How many times it is added, below nil where subtracted; nil where it enters in another way.
    let times: Int?
    /// Half of its last place, in trillionths.
    let halfPlace: Int128
  }

  let row: Int
  let column: PublishedTable.Column
  /// The formula's cell.
  let cell: Cell
  /// Every published cell that it reads, figure or not, in `Evaluator.key`.
  let touched: Set<Int>
  /// Those that are figures, in order of their keys.
  let inputs: [Input]
  private let index: PlanIndex
  private let published: [Int: Cell]
  /// What stands in place of published cells that are wrong.
  private let replacing: [Int: Cell]

  init(
    row: Int, column: PublishedTable.Column, index: PlanIndex, published: [Int: Cell],
    replacing: [Int: Cell] = [:], style: (Int, Int) -> CellStyle
  ) {
    self.row = row
    self.column = column
    self.index = index
    self.published = published
    self.replacing = replacing
    let evaluator = Evaluator(index, published: published, replacing: replacing)
    cell = evaluator.shown(row, column)
    let touched = evaluator.touched
    self.touched = touched
    let influence = Influence(on: row, column, by: evaluator)
    let isFollowed = touched.allSatisfy {
      influence.times[$0] != nil || influence.others.contains($0)
    }
    inputs = touched.sorted().compactMap { key -> Input? in
      guard let value = (replacing[key] ?? published[key])?.figure else { return nil }
      let (row, column) = (key / index.columnCount, key % index.columnCount)
      let times =
        isFollowed && !influence.others.contains(key) ? influence.times[key] : nil
      return Input(
        key: key, row: row, column: column, value: value, times: times,
        halfPlace: style(row, column).lastPlace.step / 2)
    }
  }

  /// In trillionths; nil pounds where the cell is not a figure.
  var value: Int128 { cell.figure?.trillionths ?? 0 }

  /// The value with some inputs replaced, by key.
  func value(with inputs: [Int: Cell]) -> Int128 {
    let evaluator = Evaluator(
      index, published: published, replacing: replacing.merging(inputs) { $1 })
    return evaluator.shown(row, column).figure?.trillionths ?? 0
  }
}

extension Evaluator {
  /// The cell that a table shows in a column, from the row's own entry or formula.
  func shown(_ row: Int, _ column: PublishedTable.Column) -> Cell {
    switch column {
    case .position(let column):
      guard plan.rows[row].details?.entries.indices.contains(column) ?? false else { return .blank }
      return resolved { computedPrinted(row, column) }.cell
    case .total: return resolved { total(row) }.cell
    }
  }
}
