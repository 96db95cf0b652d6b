/// The points of an input as whole numbers of the largest power of ten that all are multiples of.
struct InputPoints: Sendable {
  /// In trillionths.
  let unit: Int128
  /// Ascending, in units.
  let values: [Int128]

  /// The points in trillionths.
  init(_ points: [Int128]) {
    var unit: Int128 = 0
    for point in points where point != 0 && (unit == 0 || point % unit != 0) {
      unit = NodeSum.unit(of: [NodeSum(point), NodeSum(unit)])
    }
    let found = max(unit, 1)
    self.unit = found
    values = found == 1 ? points : points.map { $0 / found }
  }
}
