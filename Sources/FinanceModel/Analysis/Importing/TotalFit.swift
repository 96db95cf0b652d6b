/// How well other rows make a row: the columns in which they do and do not.
struct TotalFit {
  /// Columns with a figure other than nil that agree.
  var agreeing = 0
  /// Those that agree exactly.
  var exact = 0
  /// Columns with nil, or a mark for it, where the others make exactly nil.
  var nils = 0
  /// How many columns differ.
  var differing = 0
  /// Figures, without their sign, that agree; two that are the same count once.
  var sizes: [UInt128] = []

  /// How many columns speak for it, and whether that is more than chance and one misprint.
  var isNear: Bool {
    exact > 0 && exact + nils > 1 && sizes.count + nils > 1 && exact + nils >= 2 * differing
  }

  var holds: Bool { differing == 0 && agreeing > 0 }
}

/// Rows added up, one after another, column by column.
struct TotalSums {
  private let figures: TotalFigures
  private var sums: [Int128?]
  /// How many rows were added.
  private var count = 0

  init(_ figures: TotalFigures) {
    self.figures = figures
    sums = Array(repeating: nil, count: figures.columnCount)
  }

  /// The sum in a column; nil where no row has a figure.
  subscript(column: Int) -> Int128? { sums[column] }

  /// Adds the rows that were not added before, as far as so many.
  mutating func add(_ rows: [Int], upTo end: Int) {
    figures.spend((end - count) * sums.count)
    for row in rows[count..<end] {
      for column in sums.indices {
        if let figure = figures.figure(row, column) { sums[column] = (sums[column] ?? 0) + figure }
      }
    }
    count = end
  }
}
