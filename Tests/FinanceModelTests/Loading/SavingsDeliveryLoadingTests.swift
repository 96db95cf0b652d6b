import Testing

@testable import FinanceModel

@Suite struct SavingsDeliveryLoadingTests {
  static let sections = """
    - { id: pay, role: pressure, recurring: [3.000, 2.000] }
    - id: savings
      role: saving
      lines:
        - { id: fleet, owner: Place, recurring: [(1.000), (1.000)] }
        - { id: estate, owner: Corporate, one-off: [(0.500), ~] }
    """

  private func faults(_ delivery: String) -> [String] {
    let head = "savings-delivery: \(delivery)"
    let found = Sheet.diagnostics(Self.sections, head: head, years: 2)
    return found.map { "\($0.message) [\($0.code.rawValue)]" }
  }

  @Test(arguments: [
    ("{ savings: { fleets: { achieved: 1 } } }", "the plan has no line 'fleets' [unknown-name]"),
    ("{ savings: { pay: { achieved: 1 } } }", "'pay' is no saving [wrong-value]"),
    (
      "{ savings: { fleet: { achieved: some } } }", "'some' is not an amount [amount-stray]"
    ),
    ("{ savings: { fleet: { achieved: tbc } } }", "'achieved' takes a figure [wrong-value]"),
    (
      "{ savings: { fleet: { pressures: 1 } } }",
      "a saving in delivery needs the key 'achieved' [missing-key]"
    ),
    ("{ savings: { fleet: 1.000 } }", "a saving in delivery is written as keys with values"),
    ("{ savings: {}, budgets: { Palace: 12 } }", "no saving has the owner 'Palace' [unknown-name]"),
    ("{ savings: {}, budgets: { Place: 0 } }", "a budget is an amount above nil [wrong-value]"),
    ("{ savings: {}, budgets: { Place: tbc } }", "a budget is an amount above nil [wrong-value]"),
    ("{ savings: {}, budgets: { Place: 5% } }", "'5%' does not go with the unit [amount-unit]"),
    ("{ savings: {}, year: 2019-20 }", "2019-20 is not a year of the plan [year-outside-plan]"),
    (
      "{ savings: {}, owner: Place }",
      "unknown key 'owner' in the delivery of savings [unknown-key]"
    ),
    ("{ year: 2017-18 }", "the delivery of savings needs the key 'savings' [missing-key]"),
  ])
  func `one mistake is one error`(delivery: String, fault: String) {
    let found = faults(delivery)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(fault) == true, "\(found)")
  }

  @Test func `everything wrong in it is reported together`() {
    let found = faults(
      "{ savings: { fleets: { achieved: 1 }, fleet: { achieved: tbc } }, budgets: { Place: 0 } }")
    #expect(found.count == 3)
  }

  @Test func `an amount may name its own unit`() throws {
    let plan = try Sheet.plan(
      Self.sections, head: "savings-delivery: { savings: { fleet: { achieved: £250k } } }",
      years: 2)
    #expect(plan.savingsDelivery?.savings.map(\.achieved) == [Money(pounds: 250_000)])
    #expect(plan.savingsDelivery?.year.description == "2017-18")
  }
}
