@testable import FinanceModel

/// A scenario of up to four random changes that fit a plan.
struct RandomScenario {
  let text: String

  init(of plan: Plan, using random: inout SplitMix64) {
    var changes: [String] = []
    for number in 0..<Int.random(in: 1...4, using: &random) {
      let whole = Int.random(in: 0..<6, using: &random) == 0
      let change =
        whole
        ? RandomScenario.coming(number, plan, &random)
        : RandomScenario.change(plan, &random) + RandomScenario.span(plan, &random)
      changes.append("- { name: Change \(number), \(change) }")
    }
    text = changes.joined(separator: "\n")
  }

  private static func change(_ plan: Plan, _ random: inout SplitMix64) -> String {
    let percent =
      "\(Int.random(in: 0...250, using: &random)).\(Int.random(in: 0..<100, using: &random))%"
    if let assumption = plan.assumptions.randomElement(using: &random),
      Int.random(in: 0..<3, using: &random) == 0
    {
      let name = "assumption: \(assumption.id)"
      if Bool.random(using: &random) { return "\(name), scale: \(percent)" }
      let points = assumption.unit == .percent ? " points" : ""
      return "\(name), shift: 0.\(Int.random(in: 1...9, using: &random))\(points)"
    }
    let months = Int.random(in: 1..<(12 * plan.years.years.count), using: &random)
    let share = Int.random(in: 0...100, using: &random)
    let operations = [
      "slip: \(share)%, by: \(months) months", "deliver: \(share)%", "scale: \(percent)",
      "add: 0.\(Int.random(in: 100...999, using: &random))",
      "set: -1.\(Int.random(in: 100...999, using: &random))",
    ]
    return "\(target(plan, &random)), \(operations.randomElement(using: &random) ?? "")"
  }

  /// A line that comes, goes, or brings its money in other years.
  private static func coming(
    _ number: Int, _ plan: Plan, _ random: inout SplitMix64
  ) -> String {
    let years = plan.years.years.count
    let amount = "0.\(Int.random(in: 100...999, using: &random))"
    let lines = plan.rows.compactMap(\.line)
    // A line whose formula reads its own earlier years has no total before it is computed.
    let movable = lines.filter { $0.basis != .level && Row.line($0).formulas.isEmpty }
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      return "remove: \(lines.randomElement(using: &random)?.id.name ?? "")"
        + span(plan, &random)
    case 1:
      guard let line = movable.randomElement(using: &random) else { fallthrough }
      var shares = (0..<years).map { _ in Int.random(in: 0...(100 / years), using: &random) }
      shares[years - 1] = 100 - shares.dropLast().reduce(0, +)
      return "line: \(line.id), profile: [\(shares.map { "\($0)%" }.joined(separator: ", "))]"
    default:
      let list = Array(repeating: amount, count: years).joined(separator: ", ")
      return "insert: { id: new-\(number), role: pressure, one-off: [\(list)] }"
    }
  }

  private static func target(_ plan: Plan, _ random: inout SplitMix64) -> String {
    let lines = plan.rows.compactMap(\.line)
    let line = lines.randomElement(using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return "lines: { role: \(line?.role.rawValue ?? "") }"
    case 1:
      if let section = line?.details.section { return "lines: { section: \(section) }" }
      fallthrough
    case 2:
      let ids = lines.shuffled(using: &random).prefix(3).map(\.id.name)
      return "lines: [\(ids.joined(separator: ", "))]"
    default: return "line: \(line?.id.name ?? "")"
    }
  }

  private static func span(_ plan: Plan, _ random: inout SplitMix64) -> String {
    let years = plan.years.years
    let first = Int.random(in: 0..<years.count, using: &random)
    let last = Int.random(in: first..<years.count, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return ", from: \(years[first]), to: \(years[last])"
    case 1: return ", in: \(years[last])"
    case 2: return ", from: \(years[first])"
    default: return ""
    }
  }
}
