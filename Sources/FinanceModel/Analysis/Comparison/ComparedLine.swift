/// A line of one or more compared plans that does not add the same to each year in all of them.
public struct ComparedLine: Sendable {
  public let id: Identifier
  /// The row of the line in each alternative; nil where the line is not in it.
  public let rows: [Int?]

  /// The lines that differ in some forecast from the first, in the order of the plans.
  ///
  /// A blank, or a line that is not there, is the same as nil: only amounts are compared.
  static func differing(among forecasts: [Forecast]) -> [ComparedLine] {
    let places = forecasts.map { forecast in
      Dictionary(
        forecast.plan.rows.enumerated().compactMap { row, content in
          content.line.map { ($0.id, row) }
        }, uniquingKeysWith: { first, _ in first })
    }
    return order(of: forecasts.map(\.plan)).compactMap { id in
      let rows = places.map { $0[id] }
      let amounts = zip(forecasts, rows).map { forecast, row in
        forecast.amounts(row.flatMap { forecast.effects[$0] })
      }
      return amounts.allSatisfy { $0 == amounts[0] } ? nil : ComparedLine(id: id, rows: rows)
    }
  }

  /// Every line once: those of the first plan, each followed by the lines that others have after it.
  private static func order(of plans: [Plan]) -> [Identifier] {
    var seen: Set<Identifier> = []
    var following: [Identifier?: [Identifier]] = [:]
    let first = plans.first?.lineNames ?? []
    let isFirst = Set(first)
    seen.formUnion(first)
    for plan in plans.dropFirst() {
      var before: Identifier?
      for id in plan.lineNames {
        if isFirst.contains(id) {
          before = id
        } else if seen.insert(id).inserted {
          following[before, default: []].append(id)
        }
      }
    }
    return (following[nil] ?? []) + first.flatMap { [$0] + (following[$0] ?? []) }
  }
}

extension Plan {
  fileprivate var lineNames: [Identifier] { rows.compactMap { $0.line?.id } }
}

extension Forecast {
  /// What a line adds to each year, in trillionths; nil for a cell that is not a figure.
  fileprivate func amounts(_ effects: LineEffects?) -> [Int128] {
    effects?.annual.map { $0.figure?.trillionths ?? 0 }
      ?? Array(repeating: 0, count: plan.years.years.count)
  }
}
