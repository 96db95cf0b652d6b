/// Where amounts lie along an axis, and the round figures that are marked on it.
///
/// All of it is whole numbers: amounts in trillionths, places in hundredths of a pixel.
struct ChartScale {
  /// The amounts that are marked, from the lowest to the highest; nil is always one of them.
  let ticks: [Int128]
  /// From one tick to the next.
  let step: Int128
  /// The places of the lowest and of the highest tick.
  private let start: Int
  private let end: Int

  /// An axis that holds nil and all the amounts, with at most `intervals` steps of 1, 2 or 5 × 10^n.
  init(_ amounts: [Money], unit: Unit, intervals: Int, from start: Int, to end: Int) {
    var low = min(0, amounts.map(\.trillionths).min() ?? 0)
    var high = max(0, amounts.map(\.trillionths).max() ?? 0)
    if low == high { high = unit.trillionths }
    var step: Int128 = 1
    for factor in ChartScale.factors {
      step = factor
      let lowest = -((-low + step - 1) / step)
      let highest = (high + step - 1) / step
      if highest - lowest <= Int128(intervals) {
        (low, high) = (lowest * step, highest * step)
        break
      }
    }
    self.step = step
    ticks = (0...Int((high - low) / step)).map { low + Int128($0) * step }
    self.start = start
    self.end = end
  }

  /// 1, 2, 5, 10, 20, 50 and so on.
  private static let factors = (0..<34).flatMap { exponent in
    [1, 2, 5].map { FixedPoint.powerOfTen(exponent) * $0 }
  }

  /// The place of an amount, to the nearest hundredth of a pixel.
  func place(_ trillionths: Int128) -> Int {
    let span = ticks[ticks.count - 1] - ticks[0]
    let (length, isTurned) = (Int128(abs(end - start)), end < start)
    let offset = Int(((trillionths - ticks[0]) * length * 2 + span) / (span * 2))
    return isTurned ? start - offset : start + offset
  }

  func place(_ money: Money) -> Int { place(money.trillionths) }

  /// The decimals that a tick needs.
  func decimals(_ unit: Unit) -> Int {
    var decimals = 0
    while decimals < unit.possible(Int.max),
      !step.isMultiple(of: Rounding(decimals: decimals, unit: unit).step)
    {
      decimals += 1
    }
    return decimals
  }

  /// What stands beside a tick.
  func label(
    _ tick: Int128, _ unit: Unit, _ negatives: AmountFormat.Negatives = .brackets
  ) -> String {
    AmountFormat(decimals: decimals(unit), negatives: negatives, groupsThousands: true)
      .text(Money(trillionths: tick), in: unit)
  }

  /// The room that the widest label needs.
  func labelWidth(_ unit: Unit, size: Int) -> Int {
    ticks.map { ChartText.width(label($0, unit), size: size) }.max() ?? 0
  }
}
