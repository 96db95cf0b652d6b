import Testing

@testable import FinanceModel

@Suite struct SavingsMonitoringTests {
  private func answer(_ delivery: String) throws -> SavingsMonitoring {
    let answer = try Saved(head: "savings-delivery: \(delivery)").answer
    return try #require(answer.monitoring)
  }

  private func text(_ amounts: SavingsMonitoring.Amounts) -> String {
    [amounts.approved, amounts.achieved, amounts.pressures, amounts.atRisk].map(Saved.text)
      .joined(separator: " ")
  }

  @Test func `at risk is approved less achieved and pressures, by owner`() throws {
    let found = try answer(
      """
      { savings: { fleet: { achieved: 0.700, pressures: 0.100 }, estate: { achieved: 0.250 } }, \
      budgets: { Place: 10.000, Corporate: 20.000 } }
      """)
    #expect(found.owners.map(\.name) == ["Place", "Corporate"])
    #expect(
      found.owners.map(\.amounts).map(text)
        == ["1.000 0.700 0.100 0.200", "1.000 0.250 0.000 0.750"])
    #expect(text(found.total) == "2.000 0.950 0.100 0.950")
    #expect(found.owners[0].amounts.share(of: found.owners[0].budget) == (try Rate("2%")))
    #expect(found.totalBudget == Money(pounds: 30_000_000))
  }

  @Test func `the total has no share of a budget where an owner has none`() throws {
    let found = try answer("{ savings: {}, budgets: { Place: 10.000 } }")
    #expect(found.totalBudget == nil)
  }

  @Test func `a saving of which nothing is stated is all at risk, and is named`() throws {
    let found = try answer("{ savings: { fleet: { achieved: 1.000 } } }")
    #expect(found.unstated.map(\.id.name) == ["estate"])
    #expect(text(found.total) == "2.000 1.000 0.000 1.000")
  }

  @Test func `of one-off money all of the year is approved, and it does not unwind`() throws {
    let found = try answer("{ year: 2018-19, savings: { sale: { achieved: 0.100 } } }")
    let sale = found.owners.flatMap(\.savings).first { $0.line.id.name == "sale" }
    #expect(sale.map { text($0.amounts) } == "0.400 0.100 0.000 0.300")
    let after = try answer("{ year: 2019-20, savings: {} }")
    #expect(after.owners.flatMap(\.savings).map(\.line.id.name) == ["estate"])
    #expect(found.owners.last?.name == nil)
  }

  @Test func `what is achieved beyond what was approved is negative at risk`() throws {
    let found = try answer("{ savings: { fleet: { achieved: 1.200 } } }")
    #expect(Saved.text(found.owners[0].amounts.atRisk) == "-0.200")
  }

  @Test func `an amount with the other sign than its saving is refused`() throws {
    let plan = try Sheet.plan(
      Saved.sections,
      head: "savings-delivery: "
        + "{ savings: { fleet: { achieved: (0.700) }, estate: { achieved: 0 } } }")
    let found = faults { () throws(Diagnostics) in _ = try plan.savingsAnswer() }
    #expect(found.map(\.message) == ["'achieved' of 'fleet' has the other sign than the saving"])
  }

  @Test func `a rolled plan leaves out the delivery of the year that is gone`() throws {
    func rolled(_ year: String) throws -> RollForward {
      try RollForward(
        SourceFile(
          path: "plan.yaml",
          text: Sheet.text(
            Saved.sections, head: "savings-delivery: { year: \(year), savings: {} }")))
    }
    #expect(try rolled("2017-18").leftOut == ["the delivery of savings of 2017-18"])
    #expect(try rolled("2017-18").new.plan.savingsDelivery == nil)
    #expect(try rolled("2018-19").leftOut.isEmpty)
    #expect(try rolled("2018-19").new.plan.savingsDelivery?.year.description == "2018-19")
  }
}
