@testable import FinanceModel

/// Amendments to a small plan, each given as the text of its changes, and their figures as text.
struct Amended {
  let answer: AmendmentAnswer

  init(_ plan: Plan, _ amendments: [String]) throws {
    answer = try AmendmentQuestion(
      budget: Question(base: plan), amendments: Amended.amendments(amendments)
    ).answer()
  }

  static func amendments(_ texts: [String]) throws -> [Amendment] {
    try texts.enumerated().map { number, changes in
      let items = changes.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
      let text = "scenario: a\(number + 1)\nbased-on: plan.yaml\nchanges:\n\(items)\n"
      let scenario = try Scenario(SourceFile(path: "a\(number + 1).yaml", text: text))
      return Amendment(scenario: scenario, steps: [scenario])
    }
  }

  static func text(_ series: YearSeries<Money>) -> String {
    let format = AmountFormat(decimals: 3, negatives: .minus, groupsThousands: false)
    return series.values.map { format.text($0, in: .millions) }.joined(separator: " ")
  }

  func effect(_ position: Int = 0) -> AmendmentEffect { answer.outcomes[position].effect }

  /// The set with these amendments, counted from 1.
  func set(_ numbers: Int...) -> AmendmentSet? {
    answer.sets.first { $0.members == numbers.map { $0 - 1 } }
  }

  /// The page as text, with one space for each break and indentation.
  var page: String { Report.amendments(answer).rendered(as: .text).replacing(/\s+/, with: " ") }
}
