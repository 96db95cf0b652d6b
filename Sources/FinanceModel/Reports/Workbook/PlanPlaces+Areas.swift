extension PlanPlaces {
  /// Cells that stand side by side as areas, for a function that passes over what is no figure.
  ///
  /// A heading between two lines of the plan's table has no figure, and is passed over as well.
  func areas(_ formulas: [SheetFormula]) -> [SheetFormula] {
    var areas: [(from: SheetPlace, to: SheetPlace)] = []
    var others: [SheetFormula] = []
    for formula in formulas {
      guard let place = PlanPlaces.cell(formula) else {
        others.append(formula)
        continue
      }
      if let last = areas.last, follows(last.from, last.to, place) {
        areas[areas.count - 1].to = place
      } else {
        areas.append((place, place))
      }
    }
    return areas.map { $0 == $1 ? .cell($0) : .area($0, $1) } + others
  }

  private static func cell(_ formula: SheetFormula) -> SheetPlace? {
    switch formula {
    case .cell(let place): place
    case .call("N", let inner): inner.first.flatMap(cell)
    default: nil
    }
  }

  /// Whether a cell goes on with an area, down a column or along a row.
  private func follows(_ from: SheetPlace, _ to: SheetPlace, _ next: SheetPlace) -> Bool {
    guard next.sheet == to.sheet else { return false }
    if next.row == to.row { return next.column == to.column + 1 && from.row == to.row }
    guard next.column == to.column, from.column == to.column, next.row > to.row else {
      return false
    }
    return next.row == to.row + 1
      || next.sheet == .plan && (to.row + 1..<next.row).allSatisfy(headings.contains)
  }
}
