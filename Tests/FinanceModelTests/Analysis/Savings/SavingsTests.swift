import Testing

@testable import FinanceModel

/// A plan with savings of each kind, and what is said of them; figures as text in £m.
struct Saved {
  let answer: SavingsAnswer

  static let statuses = "delivery-by-status: { red: 25%, amber: 60%, green: 100% }"
  static let sections = """
    - { id: pay, role: pressure, recurring: [2.000, 2.000, 2.000, 2.000] }
    - id: savings
      role: saving
      lines:
        - { id: fleet, status: green, owner: Place, recurring: [(1.000), (0.500), ~, ~] }
        - { id: estate, status: amber, owner: Corporate, recurring: [(1.000), (1.000), (1.000), (1.000)] }
        - { id: sale, status: red, owner: Corporate, one-off: [~, (0.400), ~, (0.200)] }
        - { id: plain, recurring: [~, (0.100), ~, ~] }
    """

  init(_ sections: String = Saved.sections, head: String = Saved.statuses) throws {
    answer = try Sheet.plan(sections, head: head).savingsAnswer()
  }

  static func text(_ series: YearSeries<Money>?) -> String {
    series?.values.map(text).joined(separator: " ") ?? "none"
  }

  static func text(_ money: Money) -> String {
    AmountFormat(decimals: 3, negatives: .minus, groupsThousands: false).text(money, in: .millions)
  }
}

@Suite struct SavingsTests {
  @Test func `savings are planned, counted on by status, and green only`() throws {
    let answer = try Saved().answer
    #expect(Saved.text(answer.planned.total(.annual)) == "2.000 2.000 0.600 1.200")
    #expect(Saved.text(answer.expected?.total(.annual)) == "1.600 1.300 0.500 0.650")
    #expect(Saved.text(answer.green?.total(.annual)) == "1.000 0.500 0.000 0.000")
    #expect(Saved.text(answer.planned.total(.cumulative)) == "2.000 4.000 4.600 5.800")
    #expect(Saved.text(answer.expected?.total(.cumulative)) == "1.600 2.900 3.400 4.050")
    #expect(answer.withoutStatus.map(\.id.name) == ["plain"])
  }

  @Test func `what is planned is the planned savings of the gap`() throws {
    let answer = try Saved().answer
    let gap = try #require(answer.planned.gap.annual[.plan])
    #expect(answer.planned.total(.annual) == gap.map { -$0 })
  }

  @Test func `what is counted on is the plan run with delivery by status`() throws {
    // The scenario cannot take a line without a status.
    let sections = Saved.sections.replacingOnce(
      "{ id: plain, ", with: "{ id: plain, status: green, ")
    let plan = try Sheet.plan(sections, head: Saved.statuses)
    let scenario = SourceFile(
      path: "by-status.yaml",
      text: "scenario: by-status\nbased-on: plan.yaml\n"
        + "changes: [{ lines: { role: saving }, deliver: by-status }]\n")
    let run = try plan.applying(try Scenario(scenario)).forecast()
    let answer = try plan.savingsAnswer()
    #expect(answer.expected?.gap.cumulative == run.gap?.cumulative)
    #expect(answer.returning?.delivered == run.gap?.cumulative[.remaining])
  }

  @Test func `what recurs returns the year after, and a one-off does not`() throws {
    let returning = try #require(try Saved().answer.returning)
    // 40% of the estate's 1.000 in each year; 75% of the sale's 0.400 and 0.200.
    #expect(Saved.text(returning.returned) == "0.000 0.400 0.400 0.400")
    #expect(Saved.text(returning.overspend) == "0.400 0.700 0.400 0.550")
    #expect(Saved.text(returning.afterPlan) == "0.400")
    #expect(Saved.text(returning.planned) == "0.000 0.000 1.400 2.200")
    #expect(Saved.text(returning.budgeted) == "0.000 0.400 2.200 3.400")
    #expect(Saved.text(returning.delivered) == "0.400 1.100 2.600 3.950")
    #expect(returning.budgeted + returning.overspend == returning.delivered)
    #expect(returning.other.values.allSatisfy { $0 == .zero })
  }

  @Test(arguments: [
    (
      "recurring: [(1.000), (1.000), 2.000, ~]", "0.000 0.400 -0.400 0.000",
      "0.400 0.400 0.000 0.000"
    ),
    (
      "level: [(1.000), (3.000), (2.000), ~], base: ~", "0.000 0.400 0.400 -0.800",
      "0.400 0.800 0.000 0.000"
    ),
    ("recurring: [~, ~, ~, (1.000)]", "0.000 0.000 0.000 0.000", "0.000 0.000 0.000 0.400"),
    ("recurring: [1.000, ~, ~, ~]", "0.000 -0.400 0.000 0.000", "-0.400 0.000 0.000 0.000"),
  ])
  func `what returns stays as long as the plan counts on it`(
    figures: String, returned: String, overspend: String
  ) throws {
    let sections = """
      - id: savings
        role: saving
        lines: [{ id: estate, status: amber, \(figures) }]
      """
    let returning = try #require(try Saved(sections).answer.returning)
    #expect(Saved.text(returning.returned) == returned)
    #expect(Saved.text(returning.overspend) == overspend)
    #expect(returning.afterPlan == returning.overspend.values.last)
    #expect(returning.budgeted + returning.overspend == returning.delivered)
  }

  @Test func `lines that go by savings are shown apart, and the whole is what the plan gives`()
    throws
  {
    let fee = "\n- { id: fee, role: pressure, recurring: \"= -10% * sum(savings)\" }"
    let returning = try #require(try Saved(Saved.sections + fee).answer.returning)
    #expect(returning.other.values.contains { $0 != .zero })
    #expect(
      returning.budgeted + returning.overspend + returning.other == returning.delivered)
  }

  @Test func `a year that is short through delivery is a finding, and a gap as planned is none`()
    throws
  {
    let answer = try Saved().answer
    #expect(answer.yearsShort.map(\.description) == ["2017-18", "2018-19", "2019-20", "2020-21"])
    let green = Saved.sections.replacingOnce("status: amber", with: "status: green")
      .replacingOnce("status: red", with: "status: green")
    #expect(try Saved(green).answer.hasFindings == false)
    let ahead = Saved.sections.replacingOnce("[2.000, 2.000, 2.000, 2.000]", with: "[~, ~, ~, ~]")
    #expect(try Saved(ahead).answer.hasFindings == false)
  }

  @Test func `green is what counts in full, whatever it is called`() throws {
    let head = "delivery-by-status: { done: 100%, red: 25%, amber: 60%, green: 90% }"
    let sections = Saved.sections.replacingOnce("status: amber", with: "status: done")
    let answer = try Saved(sections, head: head).answer
    #expect(Saved.text(answer.green?.total(.annual)) == "1.000 1.000 1.000 1.000")
  }

  @Test func `green only is what the green savings are planned to bring, whatever else drops out`()
    throws
  {
    let answer = try Saved(
      """
        - id: savings
          role: saving
          lines:
            - { id: lights, title: Lights, status: green, recurring: [(0.150), ~, ~, ~] }
            - { id: rents, title: Rents, status: amber, base: (0.500), level: [(0.700), (0.900), (0.900), (0.900)] }
            - { id: sale, title: Sale, status: amber, base: (0.200), one-off: [~, ~, ~, ~] }
      """
    ).answer
    #expect(Saved.text(answer.green?.total(.annual)) == "0.150 0.000 0.000 0.000")
  }

  @Test func `a one-off saving of the base year ends, and costs nothing`() throws {
    let answer = try Saved(
      """
        - id: savings
          role: saving
          lines:
            - { id: lights, title: Lights, status: green, recurring: [(0.150), ~, ~, ~] }
            - { id: rebate, title: Rebate, status: green, base: (0.400), one-off: [~, ~, ~, ~] }
      """
    ).answer
    let page = try Report.savings(answer).rendered(as: .text)
      .split { $0.isWhitespace }.joined(separator: " ")
    #expect(page.contains("with (£0.400m) of one-off money of 2016-17 that ends"))
    #expect(page.contains("that ends with that year: 'Rebate', £0.400m."))
    #expect(!page.contains("Costs money"))
  }

  @Test func `a plan without shares by status has savings as planned alone`() throws {
    let answer = try Saved(head: "").answer
    #expect(answer.expected == nil && answer.green == nil && answer.returning == nil)
    #expect(!answer.hasFindings)
    #expect(try answer.groups(by: nil).map(\.field) == [.status, .owner])
  }

  @Test func `groups add up to all savings, those without the field last`() throws {
    let answer = try Saved().answer
    for field in LineField.allCases {
      let groups = try answer.groups(by: [field])[0].groups
      let lines = groups.flatMap(\.lines)
      #expect(Set(lines.map(\.id)) == Set(answer.lines.map(\.id)))
      #expect(answer.planned.series(lines, .annual) == answer.planned.total(.annual))
      #expect(groups.dropLast().allSatisfy { $0.value != nil })
    }
    let statuses = try answer.groups(by: [.status])[0].groups.map(\.title)
    #expect(statuses == ["red", "amber", "green", "Without a status"])
  }

  @Test func `a section that prints income positive saves what it prints`() throws {
    let sections = """
      - { id: pay, role: pressure, recurring: [1.000, ~, ~, ~] }
      - id: savings
        role: saving
        signs: income-positive
        lines: [{ id: fleet, status: amber, recurring: [1.000, ~, ~, ~] }]
      """
    let answer = try Saved(sections).answer
    #expect(Saved.text(answer.planned.total(.annual)) == "1.000 0.000 0.000 0.000")
    #expect(Saved.text(answer.expected?.total(.annual)) == "0.600 0.000 0.000 0.000")
  }

  @Test(arguments: ["", "gap: none"])
  func `a plan without savings says what to write`(head: String) throws {
    let plan = try Sheet.plan("- { id: pay, role: pressure, recurring: [~, ~, ~, ~] }", head: head)
    let found = faults { () throws(Diagnostics) in _ = try plan.savingsAnswer() }
    #expect(found.map(\.message) == ["the plan has no savings"])
    #expect(found.first?.help?.contains("role: saving") == true)
  }
}

/// What is thrown; nothing where nothing is.
func faults(_ body: () throws(Diagnostics) -> Void) -> [Diagnostic] {
  do throws(Diagnostics) {
    try body()
    return []
  } catch {
    return error.all
  }
}
