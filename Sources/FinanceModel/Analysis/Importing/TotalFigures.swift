/// How well other rows make a row: the columns in which they do and do not.
struct TotalFit {
  /// Columns with a figure other than nil that agree.
  var agreeing = 0
  /// Those that agree exactly.
  var exact = 0
  /// Columns with nil, or a mark for it, where the others make exactly nil.
  var nils = 0
  /// Columns that differ.
  var differing: [Int] = []
  /// Figures, without their sign, that agree; two that are the same count once.
  var sizes: [UInt128] = []

  /// How many columns speak for it, and whether that is more than chance and one misprint.
  var isNear: Bool {
    exact > 0 && exact + nils > 1 && sizes.count + nils > 1 && exact + nils >= 2 * differing.count
  }

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
  /// What rows should be that do not add as they are printed.
  private var corrected: [Int: [Int128?]] = [:]
  /// What the cells hold a row to, ready to be compared many times.
  private let held: [[Held]]
  private let effort = Effort()

  private enum Held {
    /// Words and marks that no sum has to meet.
    case anything
    case nothing
    case figure(Int128)
  }

  /// How many more sums are tried, so that a large table takes seconds and not hours.
  private final class Effort {
    var left = 2_000_000
  }

  var isExhausted: Bool { effort.left <= 0 }

  init(rows: [ImportedRow], historyCount: Int, columnCount: Int, step: Int128) {
    self.rows = rows
    held = rows.map { row in
      row.cells.map { cell -> Held in
        if cell.isText || cell.form == .tbc || cell.form == .notApplicable { return .anything }
        return cell.figure.map(Held.figure) ?? .nothing
      }
    }
    self.historyCount = historyCount
    self.columnCount = columnCount
    self.step = step
  }

  func figure(_ row: Int, _ column: Int) -> Int128? {
    guard column < columnCount else { return nil }
    return corrected[row].map { $0[column] } ?? rows[row].cells[column].figure
  }

  mutating func correct(_ row: Int, _ made: MadeRow) {
    corrected[row] = (0..<columnCount).map { column in
      value(made, of: row, column) ?? rows[row].cells[column].figure
    }
  }

  /// Whether fewer than two rows have figures in more than one column: a sum of one is no sum.
  func isThin(_ terms: [MadeRow.Term]) -> Bool {
    terms.count { term in
      (0..<columnCount).count { (figure(term.row, $0) ?? 0) != 0 } > 1
    } < 2
  }

  /// Whether the figures of a row have three digits or more, so that none agree by chance.
  func isLarge(_ row: Int) -> Bool {
    (0..<columnCount).count { (figure(row, $0) ?? 0).magnitude >= 100 * step.magnitude } > 1
  }

  /// Holds a row against the figures that others give, `count` of them added up.
  ///
  /// It goes no further once more than `atMost` columns differ.
  func fit(
    _ row: Int, count: Int, atMost: Int = .max, _ made: (Int) -> Int128?
  ) -> TotalFit {
    effort.left -= 1
    var fit = TotalFit()
    for column in 0..<columnCount where fit.differing.count <= atMost {
      let sum = made(column)
      switch held[row][column] {
      case .anything: continue
      case .nothing:
        // A blank or a dash stands for nil, but before the plan tables leave much out.
        if column >= historyCount, let sum, !isWithin(sum, count) { fit.differing.append(column) }
        if sum == 0 { fit.nils += 1 }
      case .figure(let figure):
        guard let sum else {
          if column >= historyCount, figure != 0 { fit.differing.append(column) }
          continue
        }
        if !isWithin(figure - sum, count) {
          fit.differing.append(column)
        } else if figure != 0 {
          fit.agreeing += 1
          if !fit.sizes.contains(figure.magnitude) { fit.sizes.append(figure.magnitude) }
          if figure == sum { fit.exact += 1 }
        } else if sum == 0 {
          fit.nils += 1
        }
      }
    }
    return fit
  }

  /// Whether a difference is less than rounding can make it, in a sum of `count` figures.
  private func isWithin(_ difference: Int128, _ count: Int) -> Bool {
    2 * difference.magnitude < UInt128(count + 1) * step.magnitude
  }

  /// The same figures as they are printed, also of rows that do not add.
  var printed: TotalFigures? {
    guard !corrected.isEmpty else { return nil }
    var printed = self
    printed.corrected = [:]
    return printed
  }

  /// Of totals that do not add, the printed figure or the right one may go on into the next.
  func fit(_ row: Int, _ terms: [MadeRow.Term]) -> TotalFit {
    let fit = fit(row, count: terms.count) { sum(terms, $0) }
    guard !fit.holds, let printed else { return fit }
    let other = printed.fit(row, count: terms.count) { printed.sum(terms, $0) }
    return other.differing.count < fit.differing.count ? other : fit
  }

  func fit(_ row: Int, _ made: MadeRow) -> TotalFit {
    let count: Int
    switch made {
    case .sum(let terms): return fit(row, terms)
    case .previous: count = 1
    case .change, .running: count = 2
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
