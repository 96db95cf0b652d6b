import Testing

@testable import FinanceModel

/// What value of one lever closes the gap, worked out by hand.
///
/// Pay adds 1.8, 1.2 and 1.2: a gap of 1.8, 3.0 and 4.2.
@Suite struct ClosingTests {
  private static let pay = """
    - { id: pay, role: pressure, recurring: "= pay-award * £60m" }
    - { id: offices, role: saving, recurring: [~, ~, ~] }
    - { id: drawn, role: reserves, one-off: [~, ~, ~] }
    """
  private static let head = """
    assumptions:
      pay-award: { unit: "%", values: [3%, 2%, 2%] }
      idle: { unit: "%", values: 2% }
    """

  private func question(
    _ name: String, _ options: String = "", _ sections: String = pay, _ head: String = head
  ) throws -> ClosingQuestion {
    let plan = try Sheet.plan(sections, head: head, years: 3)
    return try Closed.question(plan, name, options)
  }

  /// `-2.4 in 2017-18...: 4.200 to -0.120, 0.060 with one step less`, for each gap.
  private func closed(
    _ name: String, _ options: String = "", _ sections: String = pay, _ head: String = head
  ) throws -> [String] {
    try Closed.text(question(name, options, sections, head).answer())
  }

  @Test func `a constant shift closes the last year's level, or passes it by less than a step`()
    throws
  {
    // A point in each of three years is 1.8 of 4.2: 2.4 points pass it by 0.12.
    #expect(try closed("pay-award") == ["-2.4: 4.200 to -0.120, 0.060 with a step less"])
    // In two years it is 1.2: 3.5 points are exact.
    #expect(
      try closed("pay-award", "from 2018-19") == ["-3.5: 4.200 to 0.000, 0.120 with a step less"])
    #expect(
      try closed("pay-award", "year 2018-19 step 1") == [
        "-3: 3.000 to -0.600, 0.600 with a step less"
      ])
    #expect(
      try question("pay-award", "from 2018-19").answer().changes == [
        "{ assumption: pay-award, shift: -3.5 points, in: [2018-19, 2019-20] }"
      ])
  }

  @Test func `where a limit is met, what is left is said`() throws {
    let closing = try question("pay-award", "low 0%").answer()
    // Two points lower at most: 3.6 of 4.2.
    #expect(Closed.text(closing) == ["-2: 4.200 to 0.600, open"])
    #expect(!closing.closes)
    let page = Report.closing(closing).rendered(as: .text).replacing(/\s+/, with: " ")
    #expect(page.contains("from £4.200m to £0.600m, which is left. It may be no less than 0%."))
  }

  @Test func `the range of an assumption limits it where what it has lies in it`() throws {
    func head(_ low: String) -> String {
      """
      assumptions:
        pay-award:
          { unit: "%", values: [3%, 2%, 2%], range: { low: \(low), central: 2.5%, high: 4% } }
      """
    }
    #expect(
      try closed("pay-award", "", Self.pay, head("1%")) == ["-1: 4.200 to 2.400, open"])
    #expect(
      try closed("pay-award", "low 0.5%", Self.pay, head("1%")) == ["-1.5: 4.200 to 1.500, open"])
    // A range from 2.5% does not hold the 2% of two years, and is no limit.
    #expect(
      try closed("pay-award", "", Self.pay, head("2.5%")) == [
        "-2.4: 4.200 to -0.120, 0.060 with a step less"
      ])
  }

  @Test func `each year in turn has a value of its own`() throws {
    #expect(
      try closed("pay-award", "every-year") == [
        "-3: 1.800 to 0.000, 0.060 with a step less", "-2: 1.200 to 0.000, 0.060 with a step less",
        "-2: 1.200 to 0.000, 0.060 with a step less",
      ])
    let closing = try question("pay-award", "every-year low 1%").answer()
    #expect(
      Closed.text(closing) == [
        "-2: 1.800 to 0.600, open", "-1: 1.200 to 0.600, open", "-1: 1.200 to 0.600, open",
      ])
    #expect(closing.after.remaining(.cumulative, closing.question.target)?.inThousands == 1800)
  }

  @Test func `an amount is saved in each year, and in a section of income it is added`() throws {
    // Three times a in the third year: 1.4 exactly; from the last year 4.2.
    #expect(try closed("offices") == ["1.4: 4.200 to 0.000, 0.003 with a step less"])
    #expect(
      try closed("offices", "step £1m") == ["2: 4.200 to -1.800, 1.200 with a step less"])
    #expect(
      try question("offices", "from 2019-20").answer().changes == [
        "{ line: offices, add: -4.2, in: [2019-20] }"
      ])
    let turned = """
      - { id: pay, role: pressure, recurring: "= pay-award * £60m" }
      - { id: more, signs: income-positive, role: saving, lines: [{ id: fees, recurring: [~, ~, ~] }] }
      """
    #expect(
      try question("fees", "from 2019-20", turned).answer().changes == [
        "{ line: fees, add: 4.2, in: [2019-20] }"
      ])
    #expect(try closed("offices", "high £1m") == ["1: 4.200 to 1.200, open"])
  }

  @Test func `a draw is money for one year, and no more than there is`() throws {
    let closing = try question("drawn", "high £5m").answer()
    #expect(Closed.text(closing) == ["4.2: 4.200 to 0.000, 0.001 with a step less"])
    #expect(closing.changes == ["{ line: drawn, add: -4.2, in: [2019-20] }"])
    let page = Report.closing(closing).rendered(as: .text).replacing(/\s+/, with: " ")
    #expect(page.contains("Without one-off money the gap of 2019-20 is £4.200m a year."))
    // 1.8 and 3.0 leave 0.2 for the third year.
    #expect(
      try closed("drawn", "high £5m every-year") == [
        "1.8: 1.800 to 0.000, 0.001 with a step less", "3: 3.000 to 0.000, 0.001 with a step less",
        "0.2: 4.200 to 4.000, open",
      ])
  }

  @Test func `an empty reserve closes nothing`() throws {
    let closing = try question("drawn", "high 0").answer()
    #expect(Closed.text(closing) == ["0: 4.200 to 4.200, open"])
    #expect(!closing.closes)
    #expect(closing.file == nil)
    let page = Report.closing(closing).rendered(as: .text).replacing(/\s+/, with: " ")
    #expect(page.contains("cumulative, £4.200m. It may give no more than £0m in all."))
    #expect(!page.contains("scenario:"))
  }

  @Test func `a gap that is nil or below needs no lever to move`() throws {
    let closing = try question(
      "offices", "",
      """
      - { id: pay, role: pressure, recurring: [1.000, ~, ~] }
      - { id: offices, role: saving, recurring: [(2.000), ~, ~] }
      """
    ).answer()
    #expect(Closed.text(closing) == ["0: -1.000 to -1.000"])
    #expect(closing.closes)
    #expect(closing.file == nil)
  }

  @Test func `a dip that no probe meets is found by going step by step`() throws {
    // The gap is 1.0 but from 2.0% to 2.4%, between the probes at 1.6% and 3.2%.
    let sections = """
      - id: fee
        role: pressure
        recurring: ["= if(rate < 2%, £1m, if(rate > 2.4%, £1m, £0m))", ~, ~]
      """
    let head = "assumptions: { rate: { unit: \"%\", values: 0% } }"
    #expect(
      try closed("rate", "high 5%", sections, head) == ["2: 1.000 to 0.000, 1.000 with a step less"]
    )
  }

  @Test func `an assumption that moves no gap is named in its place`() throws {
    do {
      _ = try question("idle").answer()
      Issue.record("nothing was wrong")
    } catch let found as Diagnostics {
      #expect(found.all.map(\.code) == [.wrongValue])
      #expect(found.all.first?.range?.text == "idle")
      #expect(found.all.first?.message.contains("does not move the remaining gap") == true)
    }
  }

  @Test(arguments: [
    ("pay-award", "low 2.5%", "exclude what 'pay-award' has now, 2%"),
    ("pay-award", "high 2.5%", "exclude what 'pay-award' has now, 3%"),
    ("pay-award", "low 5% high 1%", "the lowest is above the highest"),
    ("pay-award", "step 0", "more than nil"), ("pay-award", "step -0.1", "more than nil"),
    ("pay-award", "year 2025-26", "2025-26 is no year of the plan"),
    ("pay-award", "year 2017-18 from 2018-19", "cannot close the gap of 2017-18"),
    ("offices", "low £1m", "exclude what 'offices' has now, £0m"),
    ("drawn", "", "needs --high"), ("drawn", "high 5 from 2018-19", "leave out --from"),
    ("pay", "", "has the role pressure"),
  ])
  func `terms that no lever can be held to are refused`(
    name: String, options: String, message: String
  ) throws {
    do {
      _ = try question(name, options)
      Issue.record("nothing was refused")
    } catch let fault as ClosingFault {
      #expect("\(fault.message); \(fault.help)".contains(message))
    }
  }
}
