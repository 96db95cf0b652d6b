import Testing

@testable import FinanceModel

@Suite struct RiskLoadingTests {
  static let pay = "- { id: pay, role: pressure, recurring: [1.000, 2.000] }"
  static let flood = "{ id: flood, lower: 0.250, upper: 0.750, likelihood: 10% }"

  static func plan(_ risks: String, more: String = "") throws -> Plan {
    try Sheet.plan(pay, head: "risks: { register: \(risks)\(more) }", years: 2)
  }

  private func faults(_ risks: String, more: String = "") -> [String] {
    Sheet.diagnostics(Self.pay, head: "risks: { register: \(risks)\(more) }", years: 2)
      .map { "\($0.message) [\($0.code.rawValue)]" }
  }

  @Test(arguments: [
    ("likelihood", "120%", "a likelihood is at most certain [wrong-value]"),
    ("likelihood", "-5%", "a likelihood is never below nil [wrong-value]"),
    ("likelihood", "(5%)", "a likelihood is never below nil [wrong-value]"),
    ("likelihood", "75", "'likelihood' takes a percentage [wrong-value]"),
    ("likelihood", "tbc", "'likelihood' takes a percentage [wrong-value]"),
    ("likelihood", "often%", "'often%' is not an amount [amount-stray]"),
    ("likelihood", "~", "'likelihood' has no value [missing-key]"),
    ("lower", "0.800", "the lower amount is more than the upper [wrong-value]"),
    ("lower", "(0.100)", "'lower' of a risk is below nil [wrong-value]"),
    ("lower", "tbc", "'lower' takes a figure [wrong-value]"),
    ("upper", "~", "'upper' takes a figure [wrong-value]"),
    ("upper", "10%", "'10%' does not go with the unit [amount-unit]"),
    ("upper", "1000000000000", "'1000000000000' is beyond what a figure can hold [amount-size]"),
    ("id", "Flood", "'Flood' is not an id [bad-identifier]"),
    ("probability", "10%", "unknown key 'probability' in a risk [unknown-key]"),
  ])
  func `one mistake in a risk is one error`(key: String, value: String, fault: String) {
    var entries = ["id": "flood", "lower": "0.250", "upper": "0.750", "likelihood": "10%"]
    entries[key] = value
    let risk = entries.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    #expect(faults("[{ \(risk.joined(separator: ", ")) }]") == [fault])
  }

  @Test(arguments: ["id", "likelihood", "lower", "upper"])
  func `a risk needs each of its figures`(key: String) {
    let entries = ["id: flood", "lower: 0.250", "upper: 0.750", "likelihood: 10%"]
    let risk = entries.filter { !$0.hasPrefix("\(key):") }.joined(separator: ", ")
    #expect(faults("[{ \(risk) }]") == ["a risk needs the key '\(key)' [missing-key]"])
  }

  @Test(arguments: [
    (", contingency: tbc", "'contingency' takes a figure [wrong-value]"),
    (", contingency: some", "'some' is not an amount [amount-stray]"),
    (", contingency: 5%", "'5%' does not go with the unit [amount-unit]"),
    (", contingency: \"= payy\"", "there is no row or assumption 'payy' [unknown-name]"),
    (", general-fund: ~", "'general-fund' has no value [missing-key]"),
    (", general-fund: [1.000]", "'general-fund' is one value, not a list [wrong-type]"),
    (", reserve: 1.000", "unknown key 'reserve' in a risk register [unknown-key]"),
  ])
  func `one mistake in what is held is one error`(more: String, fault: String) {
    #expect(faults("[\(Self.flood)]", more: more) == [fault])
  }

  @Test func `a risk that stands twice is found, with the place of the first`() throws {
    let found = Sheet.diagnostics(
      Self.pay, head: "risks: { register: [\(Self.flood), \(Self.flood)] }", years: 2)
    #expect(found.map(\.message) == ["the risk 'flood' is there twice"])
    #expect(found[0].notes.map(\.message) == ["'flood' is first used here"])
  }

  @Test func `everything wrong in a register is reported together`() {
    let risks = "[{ id: a, lower: 2, upper: 1, likelihood: 5% }, { id: b, lower: 1, upper: 1 }]"
    #expect(
      faults(risks, more: ", contingency: tbc").map { $0.suffix(13) }
        == ["[wrong-value]", "[missing-key]", "[wrong-value]"])
  }

  @Test func `a register may be a table pasted into the plan`() throws {
    let head = """
      risks:
        register: |
          Id    | Title   | Lower | Upper | Likelihood | Owner
          flood | A flood | £250k | 0.750 | 10%        | Place

          fire  | A fire  | 0     | 1,000k | 0.5%      |
      """
    let risks = try Sheet.plan(Self.pay, head: head, years: 2).risks?.risks ?? []
    #expect(risks.map(\.title) == ["A flood", "A fire"])
    #expect(risks.map(\.owner) == ["Place", nil])
    #expect(risks.map(\.lower) == [Money(pounds: 250_000), .zero])
    #expect(risks.map(\.upper) == [Money(pounds: 750_000), Money(pounds: 1_000_000)])
  }

  @Test(arguments: [
    ("id|lower|uper|likelihood\n1|1|1|1%", "the column 'uper' is no key of a risk [table-column]"),
    (
      "id|lower|upper|likelihood|lower\nflood|1|2|1%|1",
      "'lower' stands for a column that is there already [table-column]"
    ),
    (
      "id|lower|upper|likelihood\nflood|1|2",
      "the row has 3 cells and the heading 4 [ragged-row]"
    ),
    ("id|lower|upper|likelihood\nflood||2|1%", "a risk needs the key 'lower' [missing-key]"),
  ])
  func `one mistake in a table is one error`(table: String, fault: String) {
    let rows = table.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n")
    let found = Sheet.diagnostics(Self.pay, head: "risks:\n  register: |\n\(rows)", years: 2)
    #expect(found.map { "\($0.message) [\($0.code.rawValue)]" } == [fault])
  }

  @Test func `risks may name ids of the plan, and formulas do not see them`() throws {
    _ = try Self.plan("[{ id: pay, lower: 1, upper: 2, likelihood: 5% }]")
    let found = Sheet.faults(
      Self.pay + "\n- { id: more, figure: \"= flood\" }",
      head: "risks: { register: [\(Self.flood)] }", years: 2)
    #expect(found == ["unknown-name"])
  }
}
