/// The points of an input as whole numbers of the largest power of ten that all are multiples of.
struct InputPoints: Sendable {
  /// In trillionths.
  let unit: Int128
  /// Ascending, in units.
  let values: [Int128]

  /// The points in trillionths, ascending.
  init(_ points: [Int128]) {
    if let even = InputPoints.even(points) {
      self = even
      return
    }
    var unit: Int128 = 0
    for point in points where point != 0 && (unit == 0 || point % unit != 0) {
      unit = NodeSum.unit(of: [NodeSum(point), NodeSum(unit)])
    }
    let found = max(unit, 1)
    self.unit = found
    values = found == 1 ? points : points.map { $0 / found }
  }

  private init(unit: Int128, values: [Int128]) {
    self.unit = unit
    self.values = values
  }

  /// Points that all lie as far from the next, which takes no division for each; nil for others.
  private static func even(_ points: [Int128]) -> InputPoints? {
    guard points.count > 2 else { return nil }
    let (first, step) = (points[0], points[1] - points[0])
    for place in 2..<points.count where points[place] - points[place - 1] != step { return nil }
    let unit = NodeSum.unit(of: [NodeSum(first), NodeSum(step)])
    let (start, stride) = (first / unit, step / unit)
    return InputPoints(unit: unit, values: points.indices.map { start + Int128($0) * stride })
  }
}
