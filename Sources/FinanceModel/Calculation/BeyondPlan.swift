/// Money of a line that a slip or a late start takes past the plan's last year.
public struct BeyondPlan: Hashable, Sendable {
  public let id: Identifier
  public let title: String
  /// What the years after the plan add to the gap; negative takes off it.
  public let amount: Money
  /// The change that took it there; nil where the plan itself phases it.
  public let change: String?
}

extension Evaluator {
  /// Everything that falls after the plan, in printed order; memoranda are in no gap.
  func beyondPlan() -> [BeyondPlan] {
    index.gapLines.flatMap { row -> [BeyondPlan] in
      guard let line = plan.rows[row].line else { return [] }
      let isTurned = index.lines[row]?.isTurned ?? false
      return resolved { (try? movedBeyond(row)) ?? [] }.compactMap { past in
        guard case .money(let money) = past.amount, money != .zero else { return nil }
        return BeyondPlan(
          id: line.id, title: line.details.title, amount: isTurned ? -money : money,
          change: past.change)
      }
    }
  }
}

extension [BeyondPlan] {
  /// The lines of each change together, in the order in which the changes are first met.
  var byChange: [(change: String?, lines: [BeyondPlan], total: Money)] {
    var changes: [String?] = []
    for line in self where !changes.contains(line.change) { changes.append(line.change) }
    return changes.map { change in
      let lines = filter { $0.change == change }
      return (change, lines, lines.reduce(Money.zero) { $0 + $1.amount })
    }
  }
}
