/// Money of a line that a slip or a late start takes past the plan's last year.
public struct BeyondPlan: Hashable, Sendable {
  public let id: Identifier
  public let title: String
  /// What the years after the plan add, signs as printed.
  public let amount: Money
  /// The change that took it there; nil where the plan itself phases it.
  public let change: String?
}

extension Evaluator {
  /// Everything that falls after the plan, in printed order.
  func beyondPlan() -> [BeyondPlan] {
    plan.rows.indices.flatMap { row -> [BeyondPlan] in
      guard let line = plan.rows[row].line else { return [] }
      func beyond(_ quantity: Quantity?, _ change: String?) -> [BeyondPlan] {
        guard case .money(let money)? = quantity else { return [] }
        return [
          BeyondPlan(id: line.id, title: line.details.title, amount: money, change: change)
        ]
      }
      let moved = resolved { (try? movedBeyond(row)) ?? [] }
      return beyond(line.phasedBeyond, nil)
        + moved.flatMap { beyond($0.amount, $0.adjustment.name) }
    }
  }
}
