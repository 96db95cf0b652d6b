import Testing

@testable import FinanceModel

/// What a scenario does to something that has a range.
@Suite struct ChangedRangeTests {
  private static func plan() throws -> Plan {
    try Sheet.plan(
      """
      - id: pressures
        role: pressure
        lines: [{ id: pay, recurring: "= award * £100m" }]
      - id: savings
        role: saving
        lines:
          - { id: vans, status: amber, recurring: [(1.000), ~, ~, ~] }
          - { id: desks, status: amber, recurring: [(1.000), ~, ~, ~] }
          - { id: web, delivery-range: { low: 50%, high: 100%, distribution: uniform }, recurring: [(1.000), ~, ~, ~] }
      """,
      head: """
        assumptions:
          award: { title: Pay award, unit: "%", values: [3%, 2.5%, 2%, 0%], range: { low: 1.5%, central: 2.5%, high: 4.5% } }
        delivery-by-status: { amber: { share: 60%, range: { low: 40%, central: 70%, high: 95% } } }
        """)
  }

  private static func question(_ changes: String) throws -> SimulationQuestion {
    let text = "scenario: tried\nbased-on: plan.yaml\nchanges:" + changes
    let scenario = try Scenario(SourceFile(path: "tried.yaml", text: text))
    return try SimulationQuestion(
      Question(base: plan(), scenarios: [scenario]),
      SimulationQuestion.Terms(draws: 0..<64, seed: 5))
  }

  private func award(_ question: SimulationQuestion, _ draw: UInt64) -> [[String]] {
    question.drawn(draw).compactMap { input, value in
      guard case .assumption(_, let columns) = input.target else { return nil }
      let years = columns.map { question.plan.years.columns[$0].description }
      return [value.typed(in: .percent)] + years
    }
  }

  private func notes(_ question: SimulationQuestion) -> [String] {
    SimulationWords(question: question, style: ReportStyle()).changedRanges
  }

  /// The year at 0% is one of which the range does not speak; being set, it is named as well.
  @Test func `a value that a change sets is decided, and the page says so`() throws {
    let planned = award(try Self.question(" []"), 3)[0]
    #expect(Array(planned.dropFirst()) == ["2017-18", "2018-19", "2019-20"])
    let question = try Self.question(
      "\n  - { name: Settled, assumption: award, set: 1.4%, in: [2018-19, 2020-21] }")
    #expect(award(question, 3) == [[planned[0], "2017-18", "2019-20"]])
    #expect(
      notes(question) == [
        "'Pay award' is not drawn in 2018-19 and 2020-21, because a change states it: 'Settled'."
      ])
    #expect(question.plan.assumptions[0].values[2].cell.figure?.typed(in: .percent) == "1.4")
  }

  @Test func `a shift takes the range along in its years, with the same chance in each draw`()
    throws
  {
    let question = try Self.question(
      "\n  - { name: Dearer, assumption: award, shift: 3 points, in: [2018-19, 2019-20] }")
    for draw in UInt64(0)..<20 {
      let before = try #require(try award(Self.question(" []"), draw).first?[0])
      let moved = try Rate(before + "%") + Rate.percent(3)
      #expect(
        award(question, draw) == [
          [before, "2017-18"],
          [Quantity.number(moved).typed(in: .percent), "2018-19", "2019-20"],
        ])
    }
    #expect(
      notes(question) == [
        "The range of 'Pay award' moves with its values in 2018-19 and 2019-20, by 3 points: 'Dearer'."
      ])
    let ends = question.inputs.map {
      [$0.spread.low, $0.spread.high].map { $0.typed(in: .percent) }
    }
    #expect(ends.prefix(2) == [["1.5", "4.5"], ["4.5", "7.5"]])
  }

  /// The compiled plan draws both ranges of one assumption alike, as the evaluator does.
  @Test(arguments: [
    "\n  - { assumption: award, shift: 1.25 points, in: [2018-19] }",
    "\n  - { assumption: award, scale: 110% }",
    "\n  - { assumption: award, set: 2%, from: 2018-19 }\n  - { line: vans, deliver: by-status }",
  ])
  func `the compiled plan and the evaluator agree on it, and so does an explained draw`(
    changes: String
  ) throws {
    let question = try Self.question(changes)
    let simulation = try #require(try question.answer())
    #expect(simulation.reason == nil)
    let slow = EvaluatorDraws(plan: question.plan, inputs: question.inputs, seed: 5)
    let counts = try #require(try slow.counts(0..<64))
    let years = question.plan.years.years
    #expect(
      try SimulationFile(question.simulation(of: counts)).text(years: years)
        == SimulationFile(simulation).text(years: years))
    let explained = try question.explained(9)
    let scenario = try Scenario(SourceFile(path: "draw.yaml", text: explained.file))
    #expect(
      try question.plan.applying(scenario).gapStatement()?.series(.remaining, .cumulative)?.values
        == slow.outcome(9).cumulative)
  }

  @Test func `a share that a change delivers is not drawn on top of itself`() throws {
    let question = try Self.question(
      "\n  - { name: As counted on, line: vans, deliver: by-status }\n"
        + "  - { name: Half the web, line: web, deliver: 50% }")
    let lines = question.inputs.compactMap { input in
      if case .delivery(let lines) = input.target { lines.map(\.name) } else { nil }
    }
    #expect(lines == [["desks"]])
    #expect(
      notes(question) == [
        "The share delivered is not drawn, because a change states it: web, by 'Half the web'.",
        "The share delivered is not drawn, because a change states it: 1 saving that is amber, by "
          + "'As counted on'.",
      ])
  }

  @Test func `nothing is left to draw where a scenario states it all, and the help says why`()
    throws
  {
    let error = #expect(throws: Diagnostics.self) {
      try Self.question(
        "\n  - { assumption: award, set: 2% }\n  - { lines: { role: saving }, deliver: 100% }")
    }
    #expect(error?.all.first?.help?.hasPrefix("the scenario states all that has one") == true)
  }

  @Test func `a range in which no value lies is pointed at`() throws {
    let plan = try Sheet.plan(
      "- { id: pay, role: pressure, recurring: \"= award * £100m\" }",
      head: "assumptions: { award: { title: Award, unit: \"%\", values: 3%, range: { low: 0.01, "
        + "central: 0.02, high: 0.04 } } }")
    let question = try SimulationQuestion(
      Question(base: plan), SimulationQuestion.Terms(draws: 0..<9, seed: 1))
    #expect(question.outlying.map(\.id.name) == ["award"])
    let page = try Report.simulation(#require(try question.answer())).rendered(as: .markdown)
    #expect(page.contains("No year's value of 'Award' lies in its range, from 0.01% to 0.04%"))
    #expect(try Self.question(" []").outlying.isEmpty)
  }
}
