@testable import FinanceModel

/// A small plan in £m whose funding is council tax, and what that comes to.
///
/// 100,000 Band D equivalents at £1,500.00, £100.00 of it for adult social care, over 2017-18 to
/// 2020-21; `tax` replaces single keys of the block.
struct Taxed {
  let plan: Plan
  let answer: CouncilTaxAnswer

  static let keys: [(key: String, value: String)] = [
    ("section", "funding"), ("band-d", "£1500.00"), ("adult-social-care", "£100.00"),
    ("tax-base", "100000"), ("tax-base-growth", "growth-rate"), ("core-increase", "core"),
    ("adult-social-care-increase", "[2%, 0%, 1%, 2%]"),
    ("collection-fund", "[4.000, 0.000, 0.000, 0.000]"),
    (
      "lines",
      "{ core-increase: { id: tax }, adult-social-care-increase: { id: care }, "
        + "base-growth: { id: base-growth }, collection-fund: { id: fund } }"
    ),
  ]

  static func head(_ tax: [String: String] = [:], core: String = "2.99%") -> String {
    let known = keys.map { key, value in "\(key): \(tax[key] ?? value)" }
    let more = tax.keys.filter { key in !keys.contains { $0.key == key } }.sorted()
    let entries = (known + more.map { "\($0): \(tax[$0] ?? "")" })
      .filter { !$0.hasSuffix(": none") }
    return """
      assumptions:
        core: { unit: "%", values: \(core) }
        growth-rate: { unit: "%", values: 1% }
        amount: { unit: £m, values: 1.000 }
      council-tax: { \(entries.joined(separator: ", ")) }
      """
  }

  static let sections = """
    - { id: funding, role: funding, lines: [{ id: grant, base: (9.000), recurring: [0.000, 0.000, 0.000, 0.000] }] }
    - { id: growth, role: pressure, lines: [{ id: pay, recurring: [5.000, 5.000, 5.000, 5.000] }] }
    """

  init(
    _ tax: [String: String] = [:], core: String = "2.99%", more: String = "",
    sections: String = Self.sections
  ) throws {
    plan = try Sheet.plan(sections, head: Self.head(tax, core: core) + "\n" + more)
    answer = try plan.forecast().councilTaxAnswer()
  }

  var sheet: Sheet { get throws { try Sheet(plan) } }

  /// What is wrong with such a plan, each with its code.
  static func faults(_ tax: [String: String], base: String? = "2016-17") -> [String] {
    Sheet.diagnostics(sections, head: head(tax), base: base)
      .map { "\($0.message) [\($0.code.rawValue)]" }
  }

  /// Figures in pounds and pence, one for each year.
  func pounds(_ figure: (CouncilTaxYear) -> Money?) -> String {
    let format = AmountFormat(decimals: 2, negatives: .minus, groupsThousands: false)
    return answer.years.map { figure($0).map { format.text($0, in: .pounds) } ?? "~" }
      .joined(separator: " ")
  }

  func millions(_ figures: [Money]) -> String {
    let format = AmountFormat(decimals: 3, negatives: .minus, groupsThousands: false)
    return figures.map { format.text($0, in: .millions) }.joined(separator: " ")
  }
}
