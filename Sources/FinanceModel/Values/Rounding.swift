/// The grid that printed figures lie on: steps of £1,000 for £m with three decimals.
///
/// Rounding to it is half away from zero, as spreadsheets and councils do.
public struct Rounding: Hashable, Sendable {
  private let stored: Trillionths

  /// The distance between two neighbours, in trillionths.
  var step: Int128 { stored.value }

  init(step: Int128) {
    stored = Trillionths(step)
  }

  /// The last printed place of `unit` with `decimals` decimals, from 0 to as many as it can have.
  public init(decimals: Int, unit: Unit) {
    self.init(step: unit.trillionths / FixedPoint.powerOfTen(unit.possible(decimals)))
  }
}
