import Testing

@testable import FinanceModel

@Suite struct SupportTests {
  private func millions(_ amounts: [Money]) -> String { Supported.millions(amounts) }

  @Test func `support is one-off, and its interest and repayment start in the year after`() throws {
    let sheet = try Supported().sheet
    #expect(sheet.annual("cap") == "-12.000 4.000 8.000 0.000")
    #expect(sheet.cumulative("cap-interest") == "0.000 0.600 0.970 0.920")
    #expect(sheet.cumulative("cap-repayment") == "0.000 0.600 1.000 1.000")
    #expect(sheet["cap-outstanding"] == "12.000 19.400 18.400 17.400")
  }

  @Test func `the structural gap leaves the support out, and has its interest and repayment`()
    throws
  {
    let supported = try Supported()
    let sheet = try supported.sheet
    #expect(sheet.gap(.structural, .cumulative) == "5.000 11.200 16.970 21.920")
    #expect(sheet.gap(.remaining, .cumulative) == "-7.000 3.200 16.970 21.920")
    #expect(millions(supported.answer.structural.values) == "5.000 11.200 16.970 21.920")
    #expect(supported.answer.recurringYears.map(\.description) == ["2017-18", "2018-19"])
    #expect(supported.answer.hasFindings)
  }

  @Test func `the gap before support is the plan's gap without all of it`() throws {
    let answer = try Supported().answer
    #expect(millions(answer.before.cumulative.values) == "5.000 10.000 15.000 20.000")
    #expect(millions(answer.before.annual.values) == "5.000 5.000 5.000 5.000")
    #expect(millions(answer.after.annual.values) == "-7.000 10.200 13.770 4.950")
    #expect(answer.unwinding == .zero)
  }

  @Test func `an equal instalment is the same every year, and the last clears what is left`()
    throws
  {
    // A constant charge stays constant: 10 over 3 is 3.333 each, and 3.334 at the end.
    let answer = try Supported(["amounts": "[10.000, ~, ~, ~]", "repay-over": "3"]).answer
    #expect(millions(answer.supports[0].repayment) == "0.000 0.000 3.333 3.333 3.334")
    #expect(millions(answer.supports[0].outstanding) == "0.000 10.000 6.667 3.334 0.000")
    #expect(answer.supports[0].afterPlan.isEmpty)
  }

  @Test func `an amount that is too small for its years is repaid once, and never twice`() throws {
    let answer = try Supported(["amounts": "[0.030, ~, ~, ~]", "repay-over": "50"]).answer
    let later = answer.supports[0].afterPlan
    #expect(millions(answer.supports[0].repayment) == "0.000 0.000 0.001 0.001 0.001")
    #expect(later.count == 27)
    #expect(later.reduce(Money.zero) { $0 + $1.amount } == answer.supports[0].outstanding.last)
  }

  @Test func `an annuity's repayments grow by its rate, and the last clears what is left`() throws {
    // 100 over 3 years at 10%: 30.211, 33.233, 36.556.
    let answer = try Supported([
      "amounts": "[100.000, ~, ~, ~]", "repay-over": "3", "annuity-rate": "10%",
    ]).answer
    #expect(millions(answer.supports[0].repayment) == "0.000 0.000 30.211 33.233 36.556")
    #expect(millions(answer.supports[0].outstanding) == "0.000 100.000 69.789 36.556 0.000")
  }

  @Test func `what is repaid after the plan is what is outstanding, to its last year`() throws {
    let support = try Supported().answer.supports[0]
    #expect(support.afterPlan.count == 18)
    #expect(support.afterPlan.first?.year?.description == "2021-22")
    #expect(millions(support.afterPlan.suffix(2).map(\.amount)) == "1.000 0.400")
    #expect(support.afterPlan.last?.year?.description == "2038-39")
    #expect(
      support.afterPlan.reduce(Money.zero) { $0 + $1.amount } == support.outstanding.last)
  }

  @Test func `earlier support is repaid and costs interest, which the base budget has already`()
    throws
  {
    let supported = try Supported([
      "earlier": "{ 2014-15: 10.000, 2015-16: 10.000 }",
      "amounts": "{ base: 10.000, values: [~, ~, ~, ~] }", "repay-over": "10",
    ])
    let support = supported.answer.supports[0]
    #expect(millions(support.outstanding) == "27.000 24.000 21.000 18.000 15.000")
    #expect(millions(support.repayment) == "2.000 3.000 3.000 3.000 3.000")
    #expect(millions(support.interest) == "0.950 1.350 1.200 1.050 0.900")
    let sheet = try supported.sheet
    #expect(sheet.annual("cap") == "10.000 0.000 0.000 0.000")
    #expect(sheet.annual("cap-repayment") == "1.000 0.000 0.000 0.000")
    #expect(sheet.annual("cap-interest") == "0.400 -0.150 -0.150 -0.150")
  }

  @Test func `support of the last year leaves the year after it short`() throws {
    let answer = try Supported(["amounts": "[~, ~, ~, 7.000]"]).answer
    #expect(answer.unwinding == Money(pounds: 7_000_000))
  }

  @Test(arguments: [
    "- { id: growth, role: pressure, lines: [{ id: pay, base: 0, level: [5.000, 10.000, 15.000, 20.000] }] }",
    "- { id: growth, role: pressure, signs: income-positive, lines: [{ id: pay, recurring: [(5.000), (5.000), (5.000), (5.000)] }] }",
    "- { id: growth, role: pressure, delivery: 50%, lines: [{ id: pay, delivery: 100%, recurring: [5.000, 5.000, 5.000, 5.000] }] }",
    "- { id: growth, role: memorandum, lines: [{ id: pay, role: pressure, recurring: [5.000, 5.000, 5.000, 5.000] }] }",
  ])
  func `the section decides how the lines are printed, and not what they come to`(section: String)
    throws
  {
    let usual = try Supported(account: [:])
    let other = try Supported(account: [:], sections: section)
    #expect(other.answer.after == usual.answer.after)
    #expect(other.answer.before == usual.answer.before)
    #expect(other.answer.structural == usual.answer.structural)
    #expect(other.answer.supports[0].outstanding == usual.answer.supports[0].outstanding)
  }

  @Test func `a plan without a base year begins with nothing due`() throws {
    let answer = try Supported(
      ["interest": "[5%, 5%, 5%, 5%]"], more: "", sections: Supported.growth,
      base: "base-years: [2015-16, 2016-17]"
    ).answer
    #expect(millions(answer.supports[0].outstanding) == "0.000 12.000 19.400 18.400 17.400")
    let plan = try Sheet.plan(
      Supported.growth,
      head: Supported.head().replacing("base: 5%, ", with: ""), base: nil)
    let without = try plan.forecast().supportAnswer()
    #expect(millions(without.supports[0].outstanding) == "0.000 12.000 19.400 18.400 17.400")
    #expect(millions(without.after.cumulative.values) == "-7.000 3.200 16.970 21.920")
  }

  @Test func `a scenario that halves the line halves what is owed`() throws {
    let plan = try Supported().plan
    let changed = try plan.applying(
      Scenario(
        SourceFile(
          path: "q.yaml",
          text: "{ scenario: q, based-on: plan.yaml, changes: [{ line: cap, scale: 50% }] }")))
    let answer = try changed.forecast().supportAnswer()
    #expect(millions(answer.supports[0].drawn) == "0.000 6.000 4.000 0.000 0.000")
    #expect(millions(answer.supports[0].outstanding) == "0.000 6.000 9.700 9.200 8.700")
    #expect(answer.supports[0].changedLines.isEmpty)
  }

  @Test func `what is agreed is final funding, and what is requested an assumption`() throws {
    for (status, expected) in [("agreed", FundingStatus.final), ("requested", .assumed)] {
      let line = try Supported(["status": status]).plan.rows.compactMap(\.line)
        .first { $0.id.name == "cap" }
      #expect(line?.funding.status == [1: expected, 2: expected, 3: expected, 4: expected])
    }
  }

  @Test func `the rate may be a formula`() throws {
    let answer = try Supported(["interest": "\"= rate + 1%\""]).answer
    #expect(millions(answer.supports[0].interest) == "0.000 0.000 0.720 1.164 1.104")
  }

  @Test func `a plan rolled forward owes what it owed`() throws {
    let text = Sheet.text(
      Supported.growth,
      head: Supported.head(
        ["amounts": "{ base: 6.000, values: [12.000, 8.000, ~, ~] }"],
        account: ["reserves": "[9.000, 8.000, 7.000, 6.000]", "override-ends": "2018-19"]))
    var file = SourceFile(path: "plan.yaml", text: text)
    var before = try Plan(file).forecast().supportAnswer()
    for _ in 0..<3 {
      let rolled = try RollForward(file)
      file = SourceFile(path: "plan.yaml", text: rolled.text)
      let after = try Plan(file).forecast().supportAnswer()
      #expect(
        after.after.cumulative.values.dropLast() == before.after.cumulative.values.dropFirst())
      #expect(
        after.supports[0].outstanding.dropLast() == before.supports[0].outstanding.dropFirst())
      #expect(after.supports[0].interest.dropLast() == before.supports[0].interest.dropFirst())
      #expect(after.accounts[0].balance.dropLast() == before.accounts[0].balance.dropFirst())
      #expect(rolled.held.isEmpty)
      before = after
    }
    #expect(before.accounts[0].account.overrideEnds == nil)
  }
}
