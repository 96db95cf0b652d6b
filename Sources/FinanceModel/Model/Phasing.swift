/// Full-year effects that start within a year, laid over the years.
///
/// £1.200m from October 2018 is £0.600m in 2018-19 and the other £0.600m in 2019-20: the part of the
/// first year is rounded, and the rest is what is left, so that both add up to the full year.
public struct Phasing: Hashable, Sendable {
  /// By the column of the year in which each starts, from the base year on.
  public let effects: [Int: Quantity]
  /// How many months after the first day of its year each starts: 0 in April, 11 in March.
  public let months: Int

  /// What each column has, and what falls in the columns after `last`.
  func spread(rounding: Rounding?, through last: Int) -> (amounts: [Int: Int128], beyond: Int128) {
    var amounts: [Int: Int128] = [:]
    var beyond: Int128 = 0
    func put(_ amount: Int128, _ column: Int) {
      if column > last { beyond += amount } else { amounts[column, default: 0] += amount }
    }
    for (column, effect) in effects {
      let left = Int128(12 - months % 12)
      let share = FixedPoint.multiply(effect.trillionths, left, dividingBy: 12) ?? 0
      let part = rounding.map { FixedPoint.round(share, toMultipleOf: $0.step) } ?? share
      put(part, column + months / 12)
      if part != effect.trillionths { put(effect.trillionths - part, column + months / 12 + 1) }
    }
    return (amounts, beyond)
  }
}

extension Line {
  /// What of its full-year effects falls after the plan's last year; nil where nothing does.
  var phasedBeyond: Quantity? {
    let last = details.entries.count - 1
    guard let phasing, let any = phasing.effects.values.first else { return nil }
    let beyond = phasing.spread(rounding: details.rounding, through: last).beyond
    return beyond == 0 ? nil : any.with(trillionths: beyond)
  }
}
