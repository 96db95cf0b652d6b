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
