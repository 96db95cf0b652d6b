extension Misfit {
  /// Another cell's figure in place of the right one: of the same row, or of another row.
  func pasted(_ figures: PublishedFigures, _ plan: Plan) -> [Misprint] {
    guard let figure = published.figure else { return [] }
    let cells = figures.table.rows[row].cells
    let place = cells.firstIndex { $0.column == column } ?? 0
    var found = [place - 1, place + 1].compactMap { next -> Misprint? in
      guard cells.indices.contains(next), cells[next].figure == figure else { return nil }
      return Misprint(
        rank: .strong, before: "it is the figure of ", name: plan.title(of: cells[next].column),
        after: " in the same row")
    }
    let neighbours = [(-1, "above"), (1, "below")].compactMap { step, word in
      figures.neighbour(of: row, by: step, in: column).map { (row: $0, word: word) }
    }
    for neighbour in neighbours where figures.figure(neighbour.row, column) == figure {
      found.append(
        Misprint(
          rank: .strong, before: "it is the figure of ", name: title(neighbour.row, figures),
          after: ", the row \(neighbour.word)"))
    }
    let others = figures.rows(with: figure, in: column).filter { other in
      other != row && !neighbours.contains { $0.row == other }
    }
    if let only = others.first, others.count == 1 {
      found.append(
        Misprint(rank: .strong, before: "it is the figure of ", name: title(only, figures)))
    }
    return found
  }

  /// A row of the same column, not among the formula's own, that a sum has or lacks.
  func countedRows(_ figures: PublishedFigures, _ plan: Plan) -> [Misprint] {
    guard let formula, published.figure != nil, let computed = computed.figure,
      formula.inputs.count > 1, formula.inputs.allSatisfy({ $0.times != nil })
    else { return [] }
    let inputs = Set(formula.inputs.map(\.row))
    func rows(with trillionths: Int128) -> [Int] {
      figures.rows(with: computed.with(trillionths: trillionths), in: column).filter {
        $0 != row && !inputs.contains(figures.table.rows[$0].row)
      }
    }
    let difference = printed - meant
    let counted = rows(with: difference)
    let left = rows(with: -difference)
    return counted.compactMap { other in
      let isTotal = plan.rows[figures.table.rows[other].row].line == nil
      guard isTotal || counted.count == 1 else { return nil }
      return Misprint(
        rank: isTotal ? .strong : .weak, before: "", name: title(other, figures),
        after: " is counted as well")
    }
      + (left.count == 1
        ? [Misprint(rank: .weak, before: "", name: title(left[0], figures), after: " is left out")]
        : [])
  }

  private func title(_ row: Int, _ figures: PublishedFigures) -> String {
    "'\(figures.table.rows[row].title)'"
  }
}
