@testable import FinanceModel

/// A small plan in £m with support or a memorandum account, and what that comes to.
///
/// From 2017-18 to 2020-21 after the base year 2016-17, in a section of pressures with one line.
struct Supported {
  let plan: Plan
  let answer: SupportAnswer

  static let support: [(key: String, value: String)] = [
    ("id", "cap"), ("section", "growth"), ("status", "agreed"),
    ("amounts", "[12.000, 8.000, ~, ~]"),
    ("interest", "rate"), ("repay-over", "20"),
  ]
  static let account: [(key: String, value: String)] = [
    ("id", "dsg"), ("section", "growth"), ("opening", "10.000"),
    ("in-year-deficit", "[4.000, 2.000, (1.000), ~]"), ("interest", "rate"),
  ]
  static let growth =
    "- { id: growth, role: pressure, lines: [{ id: pay, recurring: [5.000, 5.000, 5.000, 5.000] }] }"

  /// The head of a plan with these keys in place of the usual; `none` takes one out.
  static func head(_ support: [String: String]? = [:], account: [String: String]? = nil) -> String {
    func list(
      _ name: String, _ usual: [(key: String, value: String)], _ given: [String: String]?
    ) -> String? {
      guard let given else { return nil }
      let known = usual.map { ($0.key, given[$0.key] ?? $0.value) }
      let more = given.keys.filter { key in !usual.contains { $0.key == key } }.sorted()
      let entries = (known + more.map { ($0, given[$0] ?? "") }).filter { $0.1 != "none" }
        .map { "\($0.0): \($0.1)" }
      return "\(name): [{ \(entries.joined(separator: ", ")) }]"
    }
    return [
      "assumptions: { rate: { unit: \"%\", base: 5%, values: 5% } }",
      list("exceptional-support", Self.support, support),
      list("memorandum-accounts", Self.account, account),
    ].compactMap { $0 }.joined(separator: "\n")
  }

  init(
    _ support: [String: String]? = [:], account: [String: String]? = nil, more: String = "",
    sections: String = Self.growth, base: String? = "2016-17"
  ) throws {
    plan = try Sheet.plan(
      sections, head: Self.head(support, account: account) + (more.isEmpty ? "" : "\n\(more)"),
      base: base)
    answer = try plan.forecast().supportAnswer()
  }

  var sheet: Sheet { get throws { try Sheet(plan) } }

  /// What is wrong with such a plan, each with its code.
  static func faults(
    _ support: [String: String]? = [:], account: [String: String]? = nil, base: String? = "2016-17"
  ) -> [String] {
    Sheet.diagnostics(growth, head: head(support, account: account), base: base)
      .map { "\($0.message) [\($0.code.rawValue)]" }
  }

  static func millions(_ amounts: [Money]) -> String {
    let format = AmountFormat(decimals: 3, negatives: .minus, groupsThousands: false)
    return amounts.map { format.text($0, in: .millions) }.joined(separator: " ")
  }
}
