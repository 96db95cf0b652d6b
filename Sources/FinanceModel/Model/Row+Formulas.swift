extension Row {
  /// Every formula of the row: of its cells, of the share delivered and of its total column.
  var formulas: [Formula] {
    var formulas = (details?.entries ?? []).compactMap { entry -> Formula? in
      if case .formula(let formula) = entry { formula } else { nil }
    }
    for adjustment in line?.adjustments ?? [] {
      if case .deliver(let formula) = adjustment.operation { formulas.append(formula) }
    }
    if case .formula(let formula)? = details?.inTotal { formulas.append(formula) }
    return formulas
  }
}
