import Testing

@testable import FinanceModel

/// How sure a simulation sounds.
@Suite struct SimulationWordsTests {
  private static func simulation(
    _ values: String, _ chances: String, draws: UInt64, more: String = ""
  ) throws -> Simulation {
    let plan = try Sheet.plan(
      "- { id: pay, role: pressure, recurring: [\"= drawn\", ~, ~, ~] }",
      head: "assumptions: { drawn: { unit: £m, values: 2.000, range: { distribution: discrete, "
        + "values: [\(values)], chances: [\(chances)] } } }" + more)
    let terms = SimulationQuestion.Terms(draws: 0..<draws, seed: 3)
    return try #require(try SimulationQuestion(Question(base: plan), terms).answer())
  }

  private func page(_ simulation: Simulation, _ style: ReportStyle = ReportStyle()) -> String {
    Report.simulation(simulation, style: style).rendered(as: .text)
      .split(separator: "\n").joined(separator: " ")
  }

  @Test(arguments: [
    ("1.000, 2.000", "50%, 50%", 400, "in at least nine draws of ten from £1.000m to £2.000m."),
    ("1.000, 2.000", "1%, 99%", 400, "on average, and £2.000m in at least nine draws of ten."),
    ("2.000, 3.000", "100%, 0%", 400, "The remaining gap of 2020-21 is £2.000m in every draw."),
    ("2.000, 3.000", "100%, 0%", 1, "The remaining gap of 2020-21 is £2.000m in the one draw."),
  ])
  func `nine draws of ten are at least as many, also where draws heap up`(
    values: String, chances: String, draws: Int, words: String
  ) throws {
    let simulation = try Self.simulation(values, chances, draws: UInt64(draws))
    #expect(page(simulation).contains(words))
  }

  @Test func `a chance of nothing or of all has no standard error, and one draw tells none`() throws
  {
    let text = page(try Self.simulation("1.000, 2.000", "50%, 50%", draws: 400))
    #expect(text.contains("Cumulative gap nil or below       0.00     0.00     0.00     0.00   "))
    #expect(!text.contains("standard error                  0.00"))
    #expect(text.contains("below 0.75% may well be in none of 400 draws"))
    let one = page(try Self.simulation("1.000, 2.000", "50%, 50%", draws: 1))
    #expect(one.contains("1 draw is too few for"))
    let words = one.split(separator: " ").joined(separator: " ")
    #expect(words.contains("No chance can be told from 1 draw."))
  }

  @Test func `a contingency is rounded up, so that it covers what it says`() throws {
    let simulation = try Self.simulation("1.001, 1.104", "10%, 90%", draws: 400)
    let style = ReportStyle(unit: .millions, decimals: 1)
    let words = SimulationWords(question: simulation.question, style: style)
    #expect(words.contingency(simulation, .percent(80)).values[0] == Money(pounds: 1_200_000))
    #expect(page(simulation, style).contains("rounded up to the last printed place"))
    #expect(!page(simulation).contains("rounded up"))
  }

  @Test(arguments: [("yes", true), ("no", false)])
  func `reserves last only where one of them meets the gap`(meets: String, isSaid: Bool) throws {
    let text = page(
      try Self.simulation(
        "1.000, 2.000", "50%, 50%", draws: 400,
        more: "\nreserves: [{ id: fund, kind: general, opening: 0.500, meets-gap: \(meets) }]"))
    #expect(text.contains("Chance that the reserves last") == isSaid)
    #expect(text.contains("No reserve meets the remaining gap") != isSaid)
  }

  @Test(arguments: [
    (0..<60, "the draws from 60 to 79 are missing", "--from-draw 60 --draws 20"),
    (20..<80, "the draws from 0 to 19 are missing", "--from-draw 0 --draws 20"),
    (0..<90, "the counts are of the draws 0 to 89", "all parts together"),
  ])
  func `parts that are not all of the run are refused where its draws are stated`(
    draws: Range<UInt64>, message: String, help: String
  ) throws {
    let question = try Self.simulation("1.000, 2.000", "50%, 50%", draws: 1).question
    var asked = question
    asked.terms.draws = draws
    let part = SimulationFile(try #require(try asked.answer()))
    #expect(try [part].merged(for: question).counts.count == UInt64(draws.count))
    let error = #expect(throws: Diagnostics.self) {
      try [part].merged(for: question, draws: 0..<80)
    }
    #expect(error?.all.first?.message.hasPrefix(message) == true)
    #expect(error?.all.first?.help?.contains(help) == true)
  }
}
