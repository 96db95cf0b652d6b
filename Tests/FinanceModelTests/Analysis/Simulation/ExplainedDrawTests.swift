import Testing

@testable import FinanceModel

@Suite struct ExplainedDrawTests {
  private static let path = "\(Pinned.root)/Scenarios/simulation/plan.yaml"

  @Test(arguments: [0, 1, 17, 731_204])
  func `the scenario of a draw has the gap that the draw was counted with`(draw: UInt64) throws {
    let question = try SimulationQuestion(
      Question(contentsOf: Self.path),
      SimulationQuestion.Terms(draws: draw..<(draw + 1), seed: 7))
    let explained = try question.explained(draw)
    let scenario = try Scenario(SourceFile(path: "draw.yaml", text: explained.file))
    let gap = try #require(try question.plan.applying(scenario).gapStatement())
    let counted = try #require(try question.answer())
    for effect in [Series.annual, .cumulative] {
      #expect(gap.series(.remaining, effect) == counted.mean(effect))
      #expect(explained.answer.result.gap?.series(.remaining, effect) == counted.mean(effect))
    }
  }

  @Test func `a further range leaves what the others drew as it was`() throws {
    let question = try Question(contentsOf: Self.path)
    let terms = SimulationQuestion.Terms(draws: 0..<1, seed: 7)
    let all = try SimulationQuestion(question, terms).explained(5)
    let few = try SimulationQuestion(question, of: ["demand", "status:red"], terms).explained(5)
    #expect(few.values.map(\.input.key) == ["demand", "status:red"])
    for (input, value) in few.values {
      #expect(all.values.first { $0.input.key == input.key }?.value == value)
    }
  }
}
