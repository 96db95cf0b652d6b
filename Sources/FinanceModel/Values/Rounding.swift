/// The grid that printed figures lie on: steps of £1,000 for £m with three decimals.
///
/// Rounding to it is half away from zero, as spreadsheets and councils do.
public struct Rounding: Hashable, Sendable {
  /// The distance between two neighbours, in trillionths.
  let step: Int128

  init(step: Int128) {
    self.step = step
  }

  /// The last printed place of `unit` with `decimals` decimals, from 0 to 6.
  public init(decimals: Int, unit: Unit) {
    step = unit.trillionths / FixedPoint.powerOfTen(min(max(decimals, 0), 6))
  }
}
