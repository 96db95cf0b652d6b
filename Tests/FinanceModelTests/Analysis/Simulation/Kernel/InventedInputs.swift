@testable import FinanceModel

/// Inputs for a plan whose own assumptions have no ranges, or too tame ones.
enum InventedInputs {
  /// The plan's own inputs; all its assumptions at once; shares delivered of its lines.
  static func sets(_ plan: Plan, seed: UInt64) -> [[SampledInput]] {
    var random = SplitMix64(seed: seed)
    let lines = plan.rows.compactMap(\.line).map(\.id)
    let shares = (0..<3).map { number in
      share(number, lines.filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
    }
    let values = plan.assumptions.flatMap { assumption in
      value(of: assumption, plan, isEachYear: Bool.random(using: &random), &random)
    }
    return [plan.sampledInputs, values + shares.prefix(1), Array(shares)].filter { !$0.isEmpty }
  }

  static func share(_ number: Int, _ lines: [Identifier]) -> SampledInput {
    let spread = spread(
      .number(Rate(trillionths: 700_000_000_000)), step: 7_000_000_000, count: 50, lines.first)
    return SampledInput(
      key: "share \(number)", title: "", target: .delivery(lines: lines), unit: .percent,
      spread: spread)
  }

  /// Values from four fifths of the plan's to six, in steps that no rounding fits.
  private static func value(
    of assumption: Assumption, _ plan: Plan, isEachYear: Bool, _ random: inout SplitMix64
  ) -> [SampledInput] {
    let columns = plan.years.planColumns.filter { assumption.values[$0].cell.figure != nil }
    guard let first = columns.first, let value = assumption.values[first].cell.figure else {
      return []
    }
    let size = max(value.trillionths.magnitude, 1000)
    let count = Int.random(in: 2...30, using: &random)
    let low = value.with(trillionths: value.trillionths - Int128(size / 5))
    let step = max(Int128(size * 2 / 5) / Int128(count), 1)
    return (isEachYear ? columns.map { [$0] } : [columns]).map { columns in
      SampledInput(
        key: "\(assumption.id) \(columns)", title: "",
        target: .assumption(assumption.id, columns: columns), unit: assumption.unit,
        spread: spread(low, step: step, count: count, assumption.id))
    }
  }

  static func spread(
    _ low: Quantity, step: Int128, count: Int, _ name: Identifier?
  ) -> Spread {
    let high = low.with(trillionths: low.trillionths + step * Int128(count))
    return Spread(
      distribution: .uniform, low: low, central: nil, high: high, deviation: nil, values: [],
      grid: Rounding(step: step), isEachYear: false, source: nil,
      range: SourceRange(file: SourceFile(path: "", text: ""), bytes: 0..<0))
  }
}
