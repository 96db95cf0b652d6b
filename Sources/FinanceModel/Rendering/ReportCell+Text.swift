extension ReportCell {
  /// The cell for a reader: brackets for negatives unless told otherwise, commas, and its unit where `tableUnit` is another.
  func text(
    in tableUnit: Unit?, negatives: AmountFormat.Negatives = .brackets
  ) -> String {
    switch self {
    case .none: return ""
    case .text(let text): return SingleLine.text(text)
    case .amount(let cell, let unit, let decimals):
      let format = AmountFormat(decimals: decimals, negatives: negatives, groupsThousands: true)
      let figure = format.text(cell, in: unit)
      guard cell.figure != nil, unit != tableUnit else { return figure }
      return unit.phrase(figure)
    }
  }

  /// The cell for a machine: a minus for negatives and no commas, its unit where `rowUnit` is another.
  func plainText(in rowUnit: Unit?) -> String {
    switch self {
    case .none: return ""
    case .text(let text): return SingleLine.text(text)
    case .amount(let cell, let unit, let decimals):
      let format = AmountFormat(decimals: decimals, negatives: .minus, groupsThousands: false)
      let figure = format.text(cell, in: unit)
      guard cell.figure != nil, unit != rowUnit else { return figure }
      return unit.phrase(figure)
    }
  }

  /// The unit of an amount that is a figure.
  var unit: Unit? {
    if case .amount(let cell, let unit, _) = self, cell.figure != nil { unit } else { nil }
  }

  var isText: Bool {
    if case .text = self { true } else { false }
  }

  var isAmount: Bool {
    if case .amount = self { true } else { false }
  }
}

extension ReportTable {
  /// A cell of the table for a reader.
  func text(_ cell: ReportCell) -> String { cell.text(in: unit, negatives: negatives) }

  /// Whether a cell of the table stands in brackets.
  func isBracketed(_ cell: ReportCell) -> Bool { negatives == .brackets && cell.isNegative }

  /// Whether some cell does, so that a reader has to be told what brackets mean.
  var hasBrackets: Bool { rows.contains { $0.cells.contains(where: isBracketed) } }
}

extension Unit {
  /// How a heading names the unit; empty for plain numbers.
  var heading: String { self == .number ? "" : rawValue }
}
