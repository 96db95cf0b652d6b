extension CheckRule {
  static let blankInsideProfile = CheckRule(
    "blank-inside-profile",
    finds: "a year without a figure between years that have one, which the published table does "
      + "not print blank as well",
    why: "a blank counts as nothing, and nobody can tell a nil from a figure that was forgotten",
    mending: "type the figure, or 0.000 or \"-\" where it is nil",
    faulty: "- { id: pay, title: Pay award, recurring: [1.000, ~, 1.000] }",
    mended: "- { id: pay, title: Pay award, recurring: [1.000, 0.000, 1.000] }"
  ) { subject in
    let columns = subject.plan.years.planColumns
    let publishedBlanks = subject.publishedBlanks
    let rows = subject.plan.rows.indices.compactMap { row -> Finding.Place? in
      guard let details = subject.plan.rows[row].details else { return nil }
      let blanks = blanks(in: columns.map { details.entries[$0].typedOrFormula }).filter {
        !publishedBlanks.contains(subject.index.key(row, columns.lowerBound + $0))
      }
      return blanks.first.map { first in
        Finding.Place(
          "'\(details.title)' has no figure for \(subject.years(blanks)), between years with one",
          at: details.place(columns.lowerBound + first))
      }
    }
    let assumptions = subject.plan.assumptions.compactMap { assumption -> Finding.Place? in
      let blanks = blanks(in: columns.map { assumption.values[$0].cell })
      return blanks.first.map { first in
        Finding.Place(
          "'\(assumption.title)' has no value for \(subject.years(blanks)), between years with one",
          at: assumption.values[columns.lowerBound + first].range)
      }
    }
    return rows + assumptions
  }

  /// The positions of the blanks that stand between cells that are not.
  private static func blanks(in cells: [Cell?]) -> [Int] {
    guard let first = cells.firstIndex(where: { $0 != .blank }),
      let last = cells.lastIndex(where: { $0 != .blank })
    else { return [] }
    return (first...last).filter { cells[$0] == .blank }
  }
}

extension Entry {
  /// The cell as it was typed, a blank where nothing was written, and nil for a formula.
  fileprivate var typedOrFormula: Cell? {
    switch self {
    case .typed(let cell, _): cell
    case .blank: .blank
    case .formula: nil
    }
  }
}

extension CheckSubject {
  fileprivate func years(_ offsets: [Int]) -> String {
    offsets.map { year($0).description }.listed()
  }

  /// The cells that a published table prints blank.
  fileprivate var publishedBlanks: Set<Int> {
    Set(
      reconciliation.cells.compactMap { cell in
        guard case .position(let column) = cell.column, cell.published.content == .cell(.blank)
        else { return nil }
        return index.key(cell.row, column)
      })
  }
}
