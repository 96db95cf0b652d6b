/// The figures of a table's rows, column by column, ready to be added up.
struct TotalFigures {
  let rows: [ImportedRow]
  /// The years before the plan come first.
  let historyCount: Int
  let columnCount: Int
  let step: Int128
  /// What rows should be that do not add as they are printed.
  private var corrected: [Int: [Int128?]] = [:]
  /// What is printed, row by row.
  private let typed: [[Int128?]]
  /// The figures column by column, nil as nothing, as they are printed and as they should be.
  private let typedColumns: [[Int128]]
  private var columns: [[Int128]]
  /// What the cells hold a row to, ready to be compared many times.
  private let held: [[Held]]
  private let effort = Effort()

  private enum Held {
    /// Words and marks that no sum has to meet.
    case anything
    case nothing
    case figure(Int128)
  }

  /// How many figures were added and compared.
  private final class Effort {
    var spent = 0
  }

  /// The most figures that are added and compared: a large table takes seconds and not hours.
  static let mostWork = 20_000_000

  var work: Int { effort.spent }
  var isExhausted: Bool { work >= TotalFigures.mostWork }

  init(rows: [ImportedRow], historyCount: Int, columnCount: Int, step: Int128) {
    self.rows = rows
    held = rows.map { row in
      row.cells.map { cell -> Held in
        if cell.isText || cell.form == .tbc || cell.form == .notApplicable { return .anything }
        return cell.figure.map(Held.figure) ?? .nothing
      }
    }
    let typed = rows.map { row in row.cells.prefix(columnCount).map(\.figure) }
    self.typed = typed
    typedColumns = (0..<columnCount).map { column in
      typed.map { column < $0.count ? $0[column] ?? 0 : 0 }
    }
    columns = typedColumns
    self.historyCount = historyCount
    self.columnCount = columnCount
    self.step = step
  }

  func figure(_ row: Int, _ column: Int) -> Int128? {
    guard column < columnCount else { return nil }
    return corrected.isEmpty
      ? typed[row][column] : corrected[row].map { $0[column] } ?? typed[row][column]
  }

  func isCorrected(_ row: Int) -> Bool { corrected[row] != nil }

  mutating func correct(_ row: Int, _ made: MadeRow) {
    let values =
      if case .running(let other) = made {
        sums(of: other)
      } else {
        (0..<columnCount).map { value(made, of: row, $0) }
      }
    let right = values.indices.map { values[$0] ?? typed[row][$0] }
    corrected[row] = right
    for column in 0..<columnCount { columns[column][row] = right[column] ?? 0 }
  }

  /// Corrects an opening to what is printed of its closing row, which is then right as printed.
  mutating func correctOpening(_ row: Int, _ made: MadeRow) {
    for term in made.terms { corrected[term.row] = nil }
    for column in 0..<columnCount {
      for term in made.terms { columns[column][term.row] = typed[term.row][column] ?? 0 }
    }
    correct(row, made)
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
    effort.spent += columnCount
    var fit = TotalFit()
    for column in 0..<columnCount where fit.differing <= atMost {
      let sum = made(column)
      switch held[row][column] {
      case .anything: continue
      case .nothing:
        // A blank or a dash stands for nil, but before the plan tables leave much out.
        if column >= historyCount, let sum, !isWithin(sum, count) { fit.differing += 1 }
        if sum == 0 { fit.nils += 1 }
      case .figure(let figure):
        guard let sum else {
          if column >= historyCount, figure != 0 { fit.differing += 1 }
          continue
        }
        if !isWithin(figure - sum, count) {
          fit.differing += 1
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
    difference.isRounding(of: count, step: step.magnitude)
  }

  /// The same figures as they are printed, also of rows that do not add.
  var printed: TotalFigures? {
    guard !corrected.isEmpty else { return nil }
    var printed = self
    printed.corrected = [:]
    printed.columns = typedColumns
    return printed
  }

  /// Of totals that do not add, the printed figure or the right one may go on into the next.
  func fit(_ row: Int, _ terms: [MadeRow.Term]) -> TotalFit {
    let fit = fit(row, count: terms.count) { sum(terms, $0) }
    guard !fit.holds, let printed else { return fit }
    let other = printed.fit(row, count: terms.count) { printed.sum(terms, $0) }
    return other.differing < fit.differing ? other : fit
  }

  func fit(_ row: Int, _ made: MadeRow) -> TotalFit {
    let count: Int
    switch made {
    case .sum(let terms): return fit(row, terms)
    case .previous: count = 1
    case .change, .running: count = 2
    }
    let fit = fit(row, count: count) { value(made, of: row, $0) }
    guard case .running(let other) = made, !fit.holds else { return fit }
    // A misprinted year goes on into the next only where the next is added to it as it is printed.
    let sums = sums(of: other)
    let added = self.fit(row, count: columnCount) { sums[$0] }
    return added.differing < fit.differing ? added : fit
  }

  /// The running sum of a row, from its first column on; nil where it has no figure.
  private func sums(of row: Int) -> [Int128?] {
    var sum: Int128 = 0
    return (0..<columnCount).map { column in
      guard let figure = figure(row, column) else { return nil }
      sum += figure
      return sum
    }
  }

  /// What other rows make of a row in a column; nil where none of them has a figure.
  func value(_ made: MadeRow, of row: Int, _ column: Int) -> Int128? {
    switch made {
    case .sum(let terms): return sum(terms, column)
    case .previous(let closing):
      guard column > 0 else { return figure(row, column) }
      return figure(closing.row, column - 1).map { closing.isNegative ? -$0 : $0 }
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

  // MARK: One column

  func printedFigure(_ row: Int, _ column: Int) -> Int128? { typed[row][column] }

  /// Holds a row's figure in one column against those of others in the same, or another.
  func probe(_ row: Int, _ column: Int, of others: Int) -> TotalProbe {
    effort.spent += 1
    return TotalProbe(
      figure: typed[row][column] ?? 0, step: step.magnitude, values: columns[others],
      printed: corrected.isEmpty ? nil : typedColumns[others])
  }

  func counts(_ probe: TotalProbe, _ rows: [Int]) -> [Int] {
    effort.spent += rows.count
    return probe.counts(of: rows)
  }

  func spend(_ count: Int) { effort.spent += count }
}
