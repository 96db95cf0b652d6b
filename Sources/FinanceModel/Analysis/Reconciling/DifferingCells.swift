/// Decides on the cells of one table that do not agree: rounding, noted or wrong, and why.
///
/// They are taken in the order in which formulas read them. A formula that reads a wrong cell is
/// held against what ought to stand there, so that a misprint is reported once in tables, too, whose
/// own chain differs by rounding. What stands in for a wrong cell is no nearer than its own bound.
struct DifferingCells {
  let reconciler: TableReconciler
  private let figures: PublishedFigures
  private let misplaced: [MisplacedFigures.Place: Misprint]

  /// A cell that agrees with no computation; `position` counts the cells of its table.
  struct Open {
    let position: Int
    /// Its row, counted from the first of the published table.
    let row: Int
    let cell: PublishedTable.Cell
  }

  /// What stands in for a wrong cell, and how far it may be out, in trillionths.
  private struct Standin {
    let cell: Cell
    let bound: Int128
  }

  init(_ open: [Open], of reconciler: TableReconciler) {
    self.reconciler = reconciler
    let table = reconciler.table
    figures = PublishedFigures(table)
    let plan = reconciler.index.plan
    misplaced = MisplacedFigures(table: table, name: plan.title(of:)) { place in
      let row = table.rows[place.row].row
      let figure = reconciler.engine.shown(row, place.column).figure?.trillionths ?? 0
      let step = reconciler.style(row, place.column).lastPlace.step
      return FixedPoint.round(figure, toMultipleOf: step)
    }.causes(of: open.map { MisplacedFigures.Place(row: $0.row, column: $0.cell.column) })
  }

  /// One verdict for each of the cells, by position.
  func reconciled(_ open: [Open]) -> [Int: ReconciledCell] {
    var results: [Int: ReconciledCell] = [:]
    var wrong: [Int: Standin] = [:]
    for (open, formula) in inOrder(open) {
      let (result, standin) = reconciled(open, formula, wrong: wrong)
      results[open.position] = result
      if let key = key(open), let standin { wrong[key] = standin }
    }
    return results
  }

  // MARK: Order

  private func key(_ open: Open) -> Int? {
    guard case .position(let column) = open.cell.column else { return nil }
    return reconciler.engine.key(planRow(open), column)
  }

  private func planRow(_ open: Open) -> Int { reconciler.table.rows[open.row].row }

  /// Each cell after those that its formula reads.
  private func inOrder(_ open: [Open]) -> [(Open, PublishedFormula?)] {
    let all = open.map { ($0, formula($0)) }
    let places = Dictionary(
      all.indices.compactMap { place in key(open[place]).map { ($0, place) } },
      uniquingKeysWith: { first, _ in first })
    var readers: [[Int]] = Array(repeating: [], count: all.count)
    var waitsFor = Array(repeating: 0, count: all.count)
    for (place, (_, formula)) in all.enumerated() {
      for key in formula?.touched ?? [] {
        guard let read = places[key], read != place else { continue }
        readers[read].append(place)
        waitsFor[place] += 1
      }
    }
    var ready = all.indices.filter { waitsFor[$0] == 0 }
    var next = 0
    while next < ready.count {
      for reader in readers[ready[next]] {
        waitsFor[reader] -= 1
        if waitsFor[reader] == 0 { ready.append(reader) }
      }
      next += 1
    }
    // Cells that read each other's published values have no order; they come as they stand.
    return (ready + all.indices.filter { waitsFor[$0] > 0 }).map { all[$0] }
  }

  private func formula(_ open: Open, replacing: [Int: Cell] = [:]) -> PublishedFormula? {
    guard reconciler.isFormula(planRow(open), open.cell.column) else { return nil }
    return PublishedFormula(
      row: planRow(open), column: open.cell.column, index: reconciler.index,
      published: reconciler.published, replacing: replacing,
      style: { reconciler.style($0, .position($1)) })
  }

  // MARK: Verdicts

  private func reconciled(
    _ open: Open, _ first: PublishedFormula?, wrong: [Int: Standin]
  ) -> (ReconciledCell, Standin?) {
    let read = first?.touched.filter { wrong[$0] != nil } ?? []
    let mended = read.reduce(into: [Int: Cell]()) { $0[$1] = wrong[$1]?.cell }
    let formula = read.isEmpty ? first : formula(open, replacing: mended)
    let own = reconciler.engine.shown(planRow(open), open.cell.column)
    let computed = formula?.cell ?? own
    if !read.isEmpty, reconciler.agrees(open.cell, computed, row: planRow(open)) {
      return (outcome(open, computed, .exact), nil)
    }
    let style = reconciler.style(planRow(open), open.cell.column)
    let half = style.lastPlace.step / 2
    let bound = formula.map {
      RoundingBound(formula: $0, own: half)
        .bound(wider: read.reduce(into: [:]) { $0[$1] = wrong[$1]?.bound })
    }
    // A table that carries its misprint on agrees with what it published, within rounding.
    if !read.isEmpty, let first {
      let near = RoundingBound(formula: first, own: half).bound()
      if published(open).standsForNil,
        difference(open, first.cell).trillionths.magnitude < near.magnitude
      {
        return (outcome(open, first.cell, .rounding, bound: near), nil)
      }
    }
    let standin = Standin(cell: computed, bound: bound ?? half)
    for candidate in [first?.cell, computed] {
      if let candidate, let reason = noted(open, difference(open, candidate), style) {
        return (outcome(open, candidate, .noted, suggestion: reason), standin)
      }
    }
    let misfit = Misfit(
      row: open.row, column: open.cell.column, published: published(open),
      text: open.cell.text.trimmed, computed: computed, style: style, formula: formula,
      bound: bound ?? 0)
    let size = difference(open, computed).trillionths.magnitude
    if let bound, size < bound.magnitude, published(open).standsForNil {
      let causes = slips(misfit, open).filter { $0.rank <= .strong }
      return (
        outcome(
          open, computed, .rounding, bound: bound, suggestion: Misprint.sentence(causes)), nil
      )
    }
    return (
      outcome(open, computed, .wrong, bound: bound, suggestion: cause(misfit, open)), standin
    )
  }

  private func slips(_ misfit: Misfit, _ open: Open) -> [Misprint] {
    misfit.slipsInCell + misfit.slipsInInputs(reconciler.index.plan, row: planRow(open))
  }

  private func cause(_ misfit: Misfit, _ open: Open) -> String? {
    let plan = reconciler.index.plan
    let place = MisplacedFigures.Place(row: open.row, column: open.cell.column)
    if let pattern = misplaced[place] { return Misprint.sentence([pattern]) }
    return Misprint.sentence(
      misfit.slipsInCell + misfit.pasted(figures, plan)
        + misfit.slipsInInputs(plan, row: planRow(open)) + misfit.countedRows(figures, plan))
  }

  private func published(_ open: Open) -> Cell {
    if case .cell(let cell) = open.cell.content { cell } else { .blank }
  }

  /// Published less computed.
  private func difference(_ open: Open, _ computed: Cell) -> Quantity {
    let isMoney = reconciler.style(planRow(open), open.cell.column).unit.isMoney
    let nothing: Quantity = isMoney ? .money(.zero) : .number(.zero)
    let published = published(open).figure ?? nothing
    return published.with(
      trillionths: published.trillionths - (computed.figure?.trillionths ?? 0))
  }

  /// The reason that the plan records for this difference.
  private func noted(_ open: Open, _ difference: Quantity, _ style: CellStyle) -> String? {
    let id = reconciler.index.plan.rows[planRow(open)].id?.name
    return reconciler.table.noted.first { noted in
      noted.row == id && noted.column == open.cell.column
        && noted.difference.rounded(style.lastPlace) == difference.rounded(style.lastPlace)
    }?.reason
  }

  private func outcome(
    _ open: Open, _ computed: Cell, _ verdict: Verdict, bound: Int128? = nil,
    suggestion: String? = nil
  ) -> ReconciledCell {
    let difference = difference(open, computed)
    return ReconciledCell(
      table: reconciler.table.name, row: planRow(open), column: open.cell.column,
      published: open.cell, computed: .cell(computed), verdict: verdict,
      difference: verdict == .exact ? nil : difference,
      bound: bound.map(difference.with(trillionths:)), suggestion: suggestion)
  }
}

extension Cell {
  /// Whether it can be compared with a figure: one itself, or a blank or dash for nil.
  fileprivate var standsForNil: Bool {
    figure != nil || self == .blank || self == .dash
  }
}
