import Testing

@testable import FinanceModel

@Suite struct NetBudgetTests {
  /// A plan in £m of changes: funding of £100m, of which £60m is council tax.
  private static let sections = """
    - id: funding
      role: funding
      lines:
        - { id: tax, base: (60.000), recurring: [(2.000), (2.000), (2.000), (2.000)] }
        - { id: grant, base: (40.000), recurring: [1.000, 0.000, 0.000, 0.000] }
    - id: growth
      role: pressure
      lines:
        - { id: care, service: adults, recurring: [4.000, 3.000, 2.000, 1.000] }
        - { id: homes, service: children, base: 5.000, level: [6.000, 6.000, 7.000, 7.000] }
        - { id: pay, recurring: [1.500, 1.500, 1.500, 1.500] }
        - { id: draw, role: reserves, one-off: [(2.500), ~, ~, ~] }
    - id: savings
      role: saving
      lines:
        - { id: reablement, service: adults, recurring: [(1.000), (1.000), ~, ~] }
        - { id: offices, recurring: [(0.500), ~, ~, ~] }
    """
  private static let budget =
    "net-budget: { services: [{ service: adults, title: Adult care, base: 50.000 }, "
    + "{ service: children }], corporate: 45.000, council-tax: [tax] }"

  private func millions(_ amounts: [Money]) -> String { Supported.millions(amounts) }

  private func answer(
    _ sections: String = Self.sections, budget: String = Self.budget, more: String = ""
  ) throws -> NetBudgetAnswer {
    try Sheet.plan(sections, head: budget + more).forecast().netBudgetAnswer()
  }

  @Test func `a service has its base budget, its pressures and its savings`() throws {
    let answer = try answer()
    #expect(answer.services.map(\.title) == ["Adult care", "children"])
    let adults = answer.services[0]
    #expect(millions(adults.standstill) == "50.000 54.000 57.000 59.000 60.000")
    #expect(millions(adults.budget) == "50.000 53.000 55.000 57.000 58.000")
    #expect(millions(answer.services[1].budget) == "5.000 6.000 6.000 7.000 7.000")
    #expect(millions(answer.corporate.budget) == "45.000 46.000 47.500 49.000 50.500")
    #expect((answer.reserves?.budget).map(millions) == "0.000 -2.500 0.000 0.000 0.000")
    #expect(millions(answer.standstill) == "100.000 104.000 111.000 115.500 118.000")
    #expect(millions(answer.requirement) == "100.000 102.500 108.500 113.000 115.500")
  }

  @Test func `council tax has to bring what other funding leaves, and the rest is the gap`() throws
  {
    let answer = try answer()
    #expect(millions(answer.councilTaxRequirement) == "60.000 63.500 69.500 74.000 76.500")
    #expect(answer.councilTax.map(millions) == "60.000 62.000 64.000 66.000 68.000")
    #expect(millions(answer.unmet) == "0.000 1.500 5.500 8.000 8.500")
    #expect(answer.unmet == answer.gap)
    #expect(answer.ties)
    #expect(!answer.hasFindings)
  }

  @Test func `budgets that do not come to the funding do not tie, by the same in every year`()
    throws
  {
    let answer = try answer(
      budget: Self.budget.replacing("corporate: 45.000", with: "corporate: 45.250"))
    #expect(millions(answer.untied) == "0.250 0.250 0.250 0.250 0.250")
    #expect(answer.hasFindings)
  }

  @Test func `a base gap that is stated is part of the tie`() throws {
    let more = "\nbase-gap: 0.250"
    #expect(try !answer(more: more).ties)
    let budget = Self.budget.replacing("corporate: 45.000", with: "corporate: 45.250")
    #expect(try answer(budget: budget, more: more).ties)
  }

  @Test func `a stated base budget has all that its lines have in the base year`() throws {
    let stated = Self.budget.replacing(
      "{ service: children }", with: "{ service: children, base: 5.000 }")
    #expect(try answer(budget: stated).requirement == answer().requirement)
    #expect(
      try Sheet(Self.sections, head: stated)["net-budget-requirement"]
        == "102.500 108.500 113.000 115.500")
  }

  @Test func `the requirement is a row that formulas may name`() throws {
    let sheet = try Sheet(
      Self.sections + "\n- { id: minimum, figure: \"= 5% * net-budget-requirement\" }",
      head: Self.budget)
    #expect(sheet["net-budget-requirement"] == "102.500 108.500 113.000 115.500")
    #expect(sheet.base("net-budget-requirement") == "100.000")
    #expect(sheet["minimum"] == "5.125 5.425 5.650 5.775")
  }

  @Test(arguments: [
    "{ line: care, scale: 150% }", "{ remove: homes }",
    "{ line: pay, slip: 50%, by: 1 year }",
    "{ insert: [{ id: new, section: growth, service: adults, recurring: [3.000, ~, ~, ~] }] }",
    "{ insert: [{ id: new, section: funding, recurring: [(3.000), ~, ~, ~] }] }",
    "{ insert: [{ id: new, section: savings, one-off: [(3.000), ~, 1.000, ~] }] }",
  ])
  func `the row and the page agree, and tie, whatever a scenario changes`(change: String) throws {
    let plan = try Sheet.plan(Self.sections, head: Self.budget)
    let text = "{ scenario: q, based-on: plan.yaml, changes: [\(change)] }"
    let changed = try plan.applying(Scenario(SourceFile(path: "q.yaml", text: text)))
    let answer = try changed.forecast().netBudgetAnswer()
    #expect(answer.ties)
    #expect(
      try Sheet(changed)["net-budget-requirement"]
        == millions(Array(answer.requirement.dropFirst())))
  }

  @Test func `income printed as positive lowers a budget all the same`() throws {
    let sections =
      Self.sections
      + "\n- { id: fees, role: income, signs: income-positive, lines: [{ id: parking, recurring: [1.000, ~, ~, ~] }] }"
    let answer = try answer(sections)
    #expect(millions(answer.corporate.budget) == "45.000 45.000 46.500 48.000 49.500")
    #expect(answer.ties)
    #expect(
      try Sheet(sections, head: Self.budget)["net-budget-requirement"]
        == "101.500 107.500 112.000 114.500")
  }

  @Test func `council tax that the plan states is its council tax, and its fund is not`() throws {
    let taxed = try Taxed(["adult-social-care": "£100.00"])
    let head =
      Taxed.head() + "\nnet-budget: { corporate: 159.000 }"
    let answer = try Sheet.plan(Taxed.sections, head: head).forecast().netBudgetAnswer()
    #expect(
      answer.councilTax == [taxed.answer.base.yield] + taxed.answer.years.map(\.charge.yield))
    #expect(answer.funding.map(\.id.name).contains("fund"))
    #expect(answer.ties)
  }

  @Test func `support is funding of the year, and its cost a budget`() throws {
    let support =
      "\nexceptional-support: [{ id: cap, section: growth, status: agreed, "
      + "amounts: [4.000, ~, ~, ~], interest: 5%, repay-over: 4 }]"
    let answer = try answer(more: support)
    #expect(millions(answer.requirement) == "100.000 102.500 109.700 114.150 116.600")
    #expect(answer.funding.map { millions($0.amounts) }.last == "0.000 -4.000 0.000 0.000 0.000")
    #expect(answer.ties)
  }

  @Test func `a plan of whole budgets needs no more than its lines`() throws {
    let sections = """
      - { id: adults, role: cost, service: adults, base: 60.000, level: [62.000, 64.000, 66.000, 68.000] }
      - { id: other, role: cost, base: 40.000, level: [40.000, 40.000, 40.000, 40.000] }
      - { id: funds, role: funding, base: (99.000), level: [(100.000), (100.000), (100.000), (100.000)] }
      """
    let answer = try Sheet.plan(sections).forecast().netBudgetAnswer()
    #expect(millions(answer.services[0].budget) == "60.000 62.000 64.000 66.000 68.000")
    #expect(answer.councilTax == nil)
    #expect(millions(answer.unmet) == "1.000 2.000 4.000 6.000 8.000")
    #expect(answer.ties)
  }

  @Test func `a plan rolled forward has the budgets that it reached`() throws {
    let text = Sheet.text(Self.sections, head: Self.budget)
    let before = try answer()
    let rolled = try RollForward(SourceFile(path: "plan.yaml", text: text))
    let after = try Plan(SourceFile(path: "plan.yaml", text: rolled.text)).forecast()
      .netBudgetAnswer()
    #expect(after.ties)
    #expect(after.requirement.dropLast() == before.requirement.dropFirst())
    #expect(after.services[0].budget.dropLast() == before.services[0].budget.dropFirst())
  }

  @Test(arguments: [
    ("{ services: [{ service: adults, base: 50.000 }], corporate: 1.000 }", "unknown-name"),
    ("{ services: [{ service: adults }, { service: children }] }", "base-missing"),
    ("{ council-tax: [taxes] }", "unknown-name"), ("{ council-tax: [care] }", "wrong-value"),
    ("{ services: [{ base: 1.000 }] }", "missing-key"), ("{ corporat: 1.000 }", "unknown-key"),
    ("[adults]", "wrong-type"),
  ])
  func `a fault of a net budget is one error`(budget: String, code: String) {
    let found = Sheet.diagnostics(Self.sections, head: "net-budget: \(budget)")
    #expect(found.map(\.code.rawValue) == [code], "\(found.map(\.message))")
  }

  @Test func `a line of a service without a budget is refused in a scenario too`() throws {
    let plan = try Sheet.plan(Self.sections, head: Self.budget)
    let text =
      "{ scenario: q, based-on: plan.yaml, changes: [{ insert: [{ id: new, section: growth, "
      + "service: parks, recurring: [1.000, ~, ~, ~] }] }] }"
    let scenario = try Scenario(SourceFile(path: "q.yaml", text: text))
    #expect(throws: Diagnostics.self) { try plan.applying(scenario) }
  }

  @Test func `a plan without budgets is refused, with the key to add`() throws {
    let forecast = try Sheet.plan(Self.sections).forecast()
    #expect(throws: Diagnostics.self) { try forecast.netBudgetAnswer() }
  }
}
