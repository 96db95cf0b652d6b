@testable import FinanceModel

/// A small random plan driven by assumptions, in which any word of a formula may stand.
struct RandomDrivenPlan {
  private var random: SplitMix64
  private let years: Int
  /// Rows that formulas may name, those that are lines, and those that are typed.
  private var rows: [String] = []
  private var lines: [String] = []
  private var rates = 0
  private let numbers = ["growth", "share", "count"]

  /// The text of a plan; the same seed gives the same one.
  static func text(seed: UInt64) -> String {
    var plan = RandomDrivenPlan(random: SplitMix64(seed: seed))
    return plan.text()
  }

  private init(random: SplitMix64) {
    self.random = random
    years = Int.random(in: 2...5, using: &self.random)
  }

  private mutating func text() -> String {
    let unit = pick(["£m, decimals: 3", "£m, decimals: 3", "£000, decimals: 0", "£, decimals: 2"])
      .split(separator: ",").map { $0.drop { $0 == " " } }
    let labels = (0..<years).compactMap { FinancialYear(start: 2017 + $0)?.description }
    var text = "plan: random\ntitle: Random\nunit: \(unit[0])\n\(unit[1])\nbase-year: 2016-17\n"
    text += "years: [\(labels.joined(separator: ", "))]\n"
    if chance(6) { text += "rounding: none\n" }
    if chance(4) { text += "base-gap: 1.500\n" }
    text += "assumptions:\n"
    text += "  growth: { unit: \"%\", values: [\(list { "\($0.number(0...60))%" })] }\n"
    text += "  share: { unit: \"%\", values: \(number(50...99))% }\n"
    text += "  count: { unit: number, values: [\(list { $0.number(1...40) })] }\n"
    text += "  price: { unit: \"£m\", values: [\(list { $0.number(1...9) })] }\nsections:\n"
    for (place, role) in ["funding", "pressure", "cost", "saving", "income"].enumerated() {
      if place > 1, chance(2) { continue }
      text += "  - id: section-\(place)\n    role: \(role)\n"
      if chance(4) { text += "    signs: income-positive\n" }
      if chance(3) { text += "    shows: \(pick(["changes", "levels"]))\n" }
      if chance(4) {
        text += "    delivery: \(pick(["\"= share\"", "75%", "\"= min(share, 90%)\""]))\n"
      }
      text += "    total: { id: total-\(place) }\n    lines:\n"
      let first = rows.count
      for _ in 0..<Int.random(in: 2...5, using: &random) { text += "      - \(row())\n" }
      if rows.count > first { rows.append("total-\(place)") }
    }
    if chance(2) {
      text +=
        "  - { id: seen, figure: \"= \(money(2)) + \(pick(GapKind.allCases.map(\.rawValue)))\" }\n"
    }
    return text
  }

  // MARK: Rows

  private mutating func row() -> String {
    let id = "row-\(rows.count)"
    if chance(6) {
      let text = chance(2) ? "\"= \(money(2))\"" : "\"= \(self.number(2))\", unit: number"
      if text.hasSuffix("number") {
        rates += 1
        return "{ id: rate-\(rates), figure: \(text) }"
      }
      rows.append(id)
      return "{ id: \(id), figure: \(text) }"
    }
    let basis = pick(["recurring", "recurring", "one-off", "level"])
    var entries = list { plan in
      plan.chance(8) ? plan.pick(["~", "tbc", "\"-\""]) : plan.amount()
    }
    var then = ""
    if chance(2) {
      entries = list { "\"= \($0.money(2))\"" }
      if !rows.isEmpty, chance(3) {
        entries = amount()
        then = ", then: \"= previous(\(id)) * (1 + growth)\""
      }
    }
    let base = basis == "level" || chance(2) ? ", base: \(chance(4) ? "~" : amount())" : ""
    let share = chance(8) ? ", delivery: \"= share\"" : ""
    if chance(10) {
      rows.append(id)
      lines.append(id)
      return "{ id: \(id), full-year: \(amount()), starts: \(pick(["July", "October"])) 2017 }"
    }
    rows.append(id)
    lines.append(id)
    return "{ id: \(id), \(basis): [\(entries)]\(then)\(base)\(share) }"
  }

  private mutating func list(_ item: (inout RandomDrivenPlan) -> String) -> String {
    (0..<years).map { _ in item(&self) }.joined(separator: ", ")
  }

  private mutating func amount() -> String {
    let text = number(0...9)
    return chance(3) ? "(\(text))" : text
  }

  private mutating func number(_ range: ClosedRange<Int>) -> String {
    let rest = Int.random(in: 0...999, using: &random)
    return "\(Int.random(in: range, using: &random)).\(String(rest + 1000).dropFirst())"
  }

  // MARK: Formulas

  /// A formula that gives money.
  private mutating func money(_ depth: Int) -> String {
    guard depth > 0, !rows.isEmpty else {
      return rows.isEmpty || chance(3)
        ? pick(["£1.234m", "price", "£250k", "-£0.75m"]) : pick(rows)
    }
    let (one, other) = (money(depth - 1), money(depth - 1))
    let year = FinancialYear(start: 2017 + Int.random(in: 0..<years, using: &random))
    switch Int.random(in: 0..<18, using: &random) {
    case 0, 1: return "\(number(depth - 1)) * (\(one))"
    case 2: return "(\(one)) / (1 + abs(\(number(depth - 1))))"
    case 3: return "(\(one)) + (\(other))"
    case 4: return "(\(one)) - (\(other))"
    case 5: return "-(\(one))"
    case 6: return "\(pick(["min", "max"]))(\(one), \(other), £0.5m)"
    case 7: return "abs(\(one))"
    case 8: return "round(\(one), \(Int.random(in: 0...2, using: &random)))"
    case 9: return "if(\(one) \(comparison()) \(other), \(pick(rows)), \(other))"
    case 10: return "if(\(number(depth - 1)) \(comparison()) 20%, \(one), 0)"
    case 11 where !lines.isEmpty:
      return "\(pick(["annual", "cumulative", "level", "base"]))(\(pick(lines)))"
    case 12: return "previous(\(one), £0.1m)"
    case 13: return "total(\(pick(rows)))"
    case 14: return "at(\(one), \(year?.description ?? ""))"
    case 15: return "sum(\(one), \(other))"
    case 16: return "count * (\(one))"
    default: return "growth * (\(one))"
    }
  }

  /// A formula that gives a number.
  private mutating func number(_ depth: Int) -> String {
    guard depth > 0 else { return pick(numbers + ["3%", "0.125", "7.5%"]) }
    let (one, other) = (number(depth - 1), number(depth - 1))
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return "(\(one)) * (\(other))"
    case 1: return "(\(one)) - (\(other))"
    case 2: return "round(\(one), 2)"
    case 3:
      let (money, divisor) = (self.money(1), self.money(1))
      return "if(\(divisor) = £0, 0, (\(money)) / (\(divisor)))"
    case 4: return "max(\(one), 1%)"
    case 5: return "(\(one)) / \(pick(["count", "7", "(2 + share)"]))"
    default: return one
    }
  }

  private mutating func comparison() -> String {
    pick(Condition.Comparison.allCases.map(\.rawValue))
  }

  // MARK: Chance

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  /// Once in so many times.
  private mutating func chance(_ times: Int) -> Bool {
    Int.random(in: 0..<times, using: &random) == 0
  }
}

extension RandomDrivenPlan {
  /// A plan that loads and computes; every other one with a random scenario, where that fits it.
  static func plan(seed: UInt64) -> Plan? {
    let file = SourceFile(path: "plan.yaml", text: text(seed: seed))
    guard let plan = try? Plan(file), (try? plan.forecast()) != nil else { return nil }
    if seed % 2 == 0 { return plan }
    var random = SplitMix64(seed: seed)
    let scenario = RandomScenario(of: plan, using: &random)
    let changed = try? plan.applying(Sheet.scenario(scenario.text))
    return changed.flatMap { (try? $0.forecast()) == nil ? nil : $0 } ?? plan
  }
}
