extension Quantity {
  /// The exact figure as a file has it in a unit, without the unit's sign: `1.25`, `-0.5`.
  func typed(in unit: Unit) -> String {
    let most = unit.possible(.max)
    let decimals =
      (0...most).first { rounded(Rounding(decimals: $0, unit: unit)) == self } ?? most
    let format = AmountFormat(decimals: decimals, negatives: .minus, groupsThousands: false)
    return format.text(self, in: unit)
  }

  /// So many points of a percentage: `1 point`, `-0.5 points`.
  var points: String {
    let number = typed(in: .percent)
    return "\(number) \(number == "1" ? "point" : "points")"
  }
}

extension Cell {
  /// As it is typed in a file: exact, in the row's decimals or as many more as it needs.
  func typed(in unit: Unit, decimals: Int) -> String {
    guard let figure else { return self == .blank ? "~" : mark ?? "~" }
    var places = decimals
    while places < unit.possible(places + 1),
      figure.rounded(Rounding(decimals: places, unit: unit)) != figure
    { places += 1 }
    let format = AmountFormat(decimals: places, negatives: .brackets, groupsThousands: false)
    let text = format.text(figure, in: unit)
    guard unit == .percent else { return text }
    return text.hasSuffix(")") ? "(\(text.dropFirst().dropLast())%)" : text + "%"
  }
}
