/// A range that is not drawn from as the plan states it, because changes of a scenario say otherwise.
///
/// What a change sets is decided, and nothing is drawn in its place. What a change shifts or scales
/// takes its range along: in each year the range moves by as much as the value.
public struct ChangedRange: Hashable, Sendable {
  /// The assumption, or the savings, that have the range.
  public let title: String
  /// The names of the changes, in the order in which they apply.
  public let changes: [String]
  /// The years in which it is so; empty for a share of savings, which is of all years.
  public let years: [FinancialYear]
  /// By how much the range moves; nil where the value is stated and not drawn.
  public let move: Quantity?
  public let unit: Unit
}

extension Plan {
  /// The ranges that changes have moved or made idle: of assumptions, then of savings.
  public var changedRanges: [ChangedRange] {
    assumptions.flatMap(changedRanges) + statedShares
  }

  /// The columns in which an assumption is drawn: those of its range whose value no change states.
  ///
  /// Of which years the range speaks is seen from the values before all changes.
  func drawnColumns(of assumption: Assumption, in spread: Spread) -> [Int] {
    var planned = assumption
    planned.values = assumption.values.map { value in
      value.earlier.last.map { Assumption.Value(cell: $0.cell, range: $0.range) } ?? value
    }
    return columns(of: planned, in: spread).filter { !assumption.values[$0].isStated }
  }

  /// The assumptions that are drawn although no year's value lay in their range before all changes.
  var outlyingRanges: [Assumption] {
    assumptions.filter { assumption in
      guard let spread = assumption.spread else { return false }
      let range = spread.low.trillionths...spread.high.trillionths
      let drawn = drawnColumns(of: assumption, in: spread)
      return !drawn.isEmpty
        && drawn.allSatisfy { column in
          let value = assumption.values[column]
          let planned = value.earlier.last?.cell ?? value.cell
          return !(planned.figure.map { range.contains($0.trillionths) } ?? true)
        }
    }
  }

  private func changedRanges(of assumption: Assumption) -> [ChangedRange] {
    guard let spread = assumption.spread else { return [] }
    let drawn = drawnColumns(of: assumption, in: spread)
    let changed = years.planColumns.filter { column in
      let value = assumption.values[column]
      return value.isStated || (value.move != 0 && drawn.contains(column))
    }
    let groups = changed.grouped { column in
      let value = assumption.values[column]
      return Effect(changes: value.changes, move: value.isStated ? nil : Trillionths(value.move))
    }
    return groups.map { effect, columns in
      ChangedRange(
        title: assumption.title, changes: effect.changes, years: columns.map { years.columns[$0] },
        move: effect.move.map { spread.low.with(trillionths: $0.value) }, unit: assumption.unit)
    }
  }

  private struct Effect: Hashable {
    let changes: [String]
    let move: Trillionths?
  }

  private var statedShares: [ChangedRange] {
    func range(_ title: String, _ lines: [Line]) -> ChangedRange {
      var names: [String] = []
      for line in lines {
        for change in line.adjustments where change.statesShare && !names.contains(change.name) {
          names.append(change.name)
        }
      }
      return ChangedRange(title: title, changes: names, years: [], move: nil, unit: .percent)
    }
    let own = rows.compactMap(\.line).filter { $0.deliveryRange != nil && $0.statesShare }
    let byStatus = statusDelivery.filter { $0.spread != nil }.compactMap { status in
      let lines = savings(of: status).filter(\.statesShare)
      let count = lines.count == 1 ? "1 saving that is" : "\(lines.count) savings that are"
      return lines.isEmpty ? nil : range("\(count) \(status.status)", lines)
    }
    return own.map { range($0.details.title, [$0]) } + byStatus
  }
}

extension SimulationQuestion {
  /// What is drawn from a range in which no year's value lies.
  var outlying: [Assumption] {
    plan.outlyingRanges.filter { assumption in
      inputs.contains { input in
        if case .assumption(assumption.id, _) = input.target { true } else { false }
      }
    }
  }
}

extension Line {
  /// Whether a scenario states which share of it is delivered.
  var statesShare: Bool { adjustments.contains(where: \.statesShare) }
}

extension Assumption.Value {
  /// By how many trillionths changes have moved it; 0 where it has no figure.
  var move: Int128 {
    guard let new = cell.figure, let old = earlier.last?.cell.figure else { return 0 }
    return new.trillionths - old.trillionths
  }

  /// The names of the changes that made it, the first one first.
  fileprivate var changes: [String] {
    ([change] + earlier.map(\.change)).compactMap { $0 }.reversed()
  }
}

extension Spread {
  /// The same range, so many trillionths higher.
  func moved(by move: Int128) -> Spread {
    func moved(_ value: Quantity) -> Quantity { value.with(trillionths: value.trillionths + move) }
    return Spread(
      distribution: distribution, low: moved(low), central: central.map(moved), high: moved(high),
      deviation: deviation,
      values: values.map { WeightedValue(moved($0.value), weight: $0.weight) }, grid: grid,
      isEachYear: isEachYear, source: source, range: range)
  }
}

extension [Int] {
  /// The members that have the same key together, in the order in which the first of them stands.
  func grouped<Key: Hashable>(
    by key: (Int) -> Key
  ) -> [(key: Key, members: [Int])] {
    var groups: [(key: Key, members: [Int])] = []
    for member in self {
      let key = key(member)
      if let place = groups.firstIndex(where: { $0.key == key }) {
        groups[place].members.append(member)
      } else {
        groups.append((key, [member]))
      }
    }
    return groups
  }
}
