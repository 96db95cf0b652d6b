@testable import FinanceModel

/// A plan of typed lines, driven lines, totals, figures and assumptions, as the text of a file.
///
/// Its formulas read years, base years and totals in every way that the language has, so that some
/// plans have no value; those are left to their errors.
struct RandomPlan {
  let text: String

  init(seed: UInt64) {
    var maker = RandomPlanMaker(seed: seed)
    text = maker.file()
  }
}

/// Makes the parts of a random plan, one after the other.
private struct RandomPlanMaker {
  private var random: SplitMix64
  private let years: [FinancialYear]
  private let history: [FinancialYear]
  private let lines: [String]

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    years = (0..<Int.random(in: 1...5, using: &random)).compactMap {
      FinancialYear(start: 2017 + $0)
    }
    history = (0..<Int.random(in: 0...2, using: &random)).reversed()
      .compactMap { FinancialYear(start: 2016 - $0) }
    lines = (0..<Int.random(in: 1...8, using: &random)).map { "line-\($0)" }
  }

  // MARK: The parts of the file

  mutating func file() -> String {
    let first = lines.prefix(lines.count / 2)
    var parts = ["plan: random", "title: Random", "unit: £m"]
    if history.count == 1 { parts.append("base-year: \(history[0])") }
    if history.count > 1 { parts.append("base-years: [\(list(history.map(\.description)))]") }
    parts.append("years: [\(list(years.map(\.description)))]")
    if one(in: 5) { parts.append("base-gap: \(amount())") }
    if one(in: 9) { parts.append("rounding: none") }
    parts += [
      "assumptions:",
      "  growth: { unit: \"%\", values: \(rates())\(one(in: 4) ? ", extends: blank" : "") }",
    ]
    parts += ["  share: { unit: \"%\", values: \(one(in: 2) ? "90%" : rates())\(extends()) }"]
    parts += ["sections:", section("first", Array(first))]
    parts.append(section("second", Array(lines.dropFirst(first.count))))
    let base = history.isEmpty || one(in: 2) ? "" : ", base: \(amount())"
    parts.append("  - { id: reading, figure: \"= \(sum())\"\(base) }")
    return parts.joined(separator: "\n") + "\n"
  }

  private mutating func section(_ id: String, _ lines: [String]) -> String {
    let delivery = one(in: 4) ? "\n    delivery: \(one(in: 2) ? "85%" : "\"= share\"")" : ""
    let signs = one(in: 3) ? "\n    signs: income-positive" : ""
    let rows = lines.map { "      - \(line($0))" }.joined(separator: "\n")
    return """
        - id: \(id)
          lines:\(rows.isEmpty ? " []" : "\n" + rows)
          total: { id: total-\(id) }\(indented(delivery + signs))
      """
  }

  private func indented(_ keys: String) -> String {
    keys.split(separator: "\n").map { "\n" + "    " + $0.drop { $0 == " " } }.joined()
  }

  private mutating func line(_ id: String) -> String {
    let basis = Basis.allCases.randomElement(using: &random) ?? .level
    let role = Role.allCases.randomElement(using: &random) ?? .cost
    var keys = ["id: \(id)", "role: \(role.rawValue)"]
    if !history.isEmpty, basis == .level || one(in: 2) {
      let bases = history.map { _ in one(in: 4) ? "~" : amount() }
      keys.append("base: \(history.count > 1 && one(in: 2) ? "[\(list(bases))]" : bases[0])")
      if one(in: 6) { keys.append("base-memo: yes") }
    }
    keys.append("\(basis.rawValue): \(profile())")
    if one(in: 7) { keys.append("delivery: \(one(in: 2) ? "70%" : "\"= share\"")") }
    if one(in: 9) { keys.append("text: { \(years[0]): see note }") }
    return "{ \(list(keys)) }"
  }

  private mutating func profile() -> String {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return "\"= \(sum())\""
    case 1:
      let count = Int.random(in: 0..<years.count, using: &random)
      return "[\(list((0..<count).map { _ in cell() }))], then: \"= \(sum())\""
    case 2: return "{ \(list(years.map { "\($0): \(cell())" })) }"
    default: return "[\(list(years.map { _ in cell() }))]"
    }
  }

  private mutating func cell() -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: "~"
    case 1: "\"= \(sum())\""
    case 2: ["tbc", "\"-\"", "n/a"].randomElement(using: &random) ?? "~"
    default: amount()
    }
  }

  private mutating func sum() -> String {
    one(in: 3) ? "\(term()) + \(term())" : one(in: 3) ? "\(term()) - \(term())" : term()
  }

  private mutating func term() -> String {
    let line = lines.randomElement(using: &random) ?? "line-0"
    let year = (history + years).randomElement(using: &random) ?? years[0]
    switch Int.random(in: 0..<13, using: &random) {
    case 0: return "previous(\(line)) * (1 + growth)"
    case 1: return "previous(\(line), £1m)"
    case 2: return "base(\(line))"
    case 3: return "at(\(line), \(year))"
    case 4: return "level(\(line)) * growth"
    case 5: return "cumulative(\(line)) * 10%"
    case 6: return "total(\(line)) / 7"
    case 7: return "previous(level(\(line))) * growth"
    case 8: return "min(\(line), £2m)"
    case 9: return "previous(total-first)"
    case 10: return "at(required, \(year))"
    case 11: return "share * £3m"
    default: return line
    }
  }

  // MARK: Figures

  private func list(_ items: [String]) -> String { items.joined(separator: ", ") }

  private mutating func one(in count: Int) -> Bool {
    Int.random(in: 0..<count, using: &random) == 0
  }

  private mutating func amount() -> String {
    "\(Int.random(in: -9...9, using: &random)).\(Int.random(in: 100...999, using: &random))"
  }

  private mutating func rates() -> String {
    let rates = years.map { _ in "\(Int.random(in: 1...9, using: &random))%" }
    return "[\(list(rates))]"
  }

  private mutating func extends() -> String {
    [", extends: last", ", extends: 5%", "", ""].randomElement(using: &random) ?? ""
  }
}
