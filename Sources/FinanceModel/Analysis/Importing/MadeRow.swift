/// How a table makes a row from others.
enum MadeRow: Hashable {
  /// Rows added up, some of them taken away.
  case sum([Term])
  /// What another row was the year before: an opening balance.
  case previous(Int)
  /// What another row adds to the year before.
  case change(Int)
  /// The running sum of another row.
  case running(Int)

  struct Term: Hashable {
    /// Its position among the rows of the table.
    let row: Int
    let isNegative: Bool
  }

  var terms: [Term] {
    switch self {
    case .sum(let terms): terms
    case .previous(let row), .change(let row), .running(let row):
      [Term(row: row, isNegative: false)]
    }
  }
}

/// How well other rows make a row: the columns in which they do and do not.
struct TotalFit {
  /// Columns with a figure other than nil that agree.
  var agreeing = 0
  /// Those that agree exactly.
  var exact = 0
  /// Columns that differ.
  var differing: [Int] = []
  /// Figures, without their sign, that agree; two that are the same count once.
  var sizes: Set<UInt128> = []

  var holds: Bool { differing.isEmpty && agreeing > 0 }
}

/// Rows added up, one after another, column by column.
struct TotalSums {
  private let figures: TotalFigures
  private var sums: [Int128?]

  init(_ figures: TotalFigures) {
    self.figures = figures
    sums = Array(repeating: nil, count: figures.columnCount)
  }

  /// The sum in a column; nil where no row has a figure.
  subscript(column: Int) -> Int128? { sums[column] }

  mutating func add(_ row: Int) {
    for column in sums.indices {
      if let figure = figures.figure(row, column) { sums[column] = (sums[column] ?? 0) + figure }
    }
  }
}

/// The figures of a table's rows, column by column, ready to be added up.
struct TotalFigures {
  let rows: [ImportedRow]
  /// The years before the plan come first.
  let historyCount: Int
  let columnCount: Int
  let step: Int128

  func figure(_ row: Int, _ column: Int) -> Int128? {
    column < columnCount ? rows[row].cells[column].figure : nil
  }

  /// Holds a row against the figures that others give, `count` of them added up.
  func fit(
    _ row: Int, count: Int, _ made: (Int) -> Int128?
  ) -> TotalFit {
    var fit = TotalFit()
    for column in 0..<columnCount {
      let cell = rows[row].cells[column]
      let sum = made(column)
      if cell.isText || cell.form == .tbc || cell.form == .notApplicable { continue }
      guard let figure = cell.figure else {
        // A blank or a dash stands for nil, but before the plan tables leave much out.
        if column >= historyCount, let sum, !isWithin(sum, count) { fit.differing.append(column) }
        continue
      }
      guard let sum else {
        if column >= historyCount, figure != 0 { fit.differing.append(column) }
        continue
      }
      guard isWithin(figure - sum, count) else {
        fit.differing.append(column)
        continue
      }
      if figure != 0 {
        fit.agreeing += 1
        fit.sizes.insert(figure.magnitude)
        if figure == sum { fit.exact += 1 }
      }
    }
    return fit
  }

  /// Whether a difference is less than rounding can make it, in a sum of `count` figures.
  private func isWithin(_ difference: Int128, _ count: Int) -> Bool {
    2 * difference.magnitude < UInt128(count + 1) * step.magnitude
  }

  func fit(_ row: Int, _ terms: [MadeRow.Term]) -> TotalFit {
    fit(row, count: terms.count) { sum(terms, $0) }
  }

  func fit(_ row: Int, _ made: MadeRow) -> TotalFit {
    let count =
      switch made {
      case .sum(let terms): terms.count
      case .previous: 1
      case .change, .running: 2
      }
    return fit(row, count: count) { value(made, of: row, $0) }
  }

  /// What other rows make of a row in a column; nil where none of them has a figure.
  func value(_ made: MadeRow, of row: Int, _ column: Int) -> Int128? {
    switch made {
    case .sum(let terms): return sum(terms, column)
    case .previous(let other):
      return column == 0 ? figure(row, column) : figure(other, column - 1)
    case .change(let other):
      return figure(other, column).map { $0 - (column > 0 ? figure(other, column - 1) ?? 0 : 0) }
    case .running(let other):
      return figure(other, column).map { $0 + (column > 0 ? figure(row, column - 1) ?? 0 : 0) }
    }
  }

  private func sum(_ terms: [MadeRow.Term], _ column: Int) -> Int128? {
    var sum: Int128?
    for term in terms {
      guard let figure = figure(term.row, column) else { continue }
      sum = (sum ?? 0) + (term.isNegative ? -figure : figure)
    }
    return sum
  }
}
