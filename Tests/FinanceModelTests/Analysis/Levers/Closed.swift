@testable import FinanceModel

/// Closing questions from words, and their answers as text.
enum Closed {
  /// `options` are names and values: `from 2018-19 low 0% every-year`.
  static func question(_ plan: Plan, _ name: String, _ options: String) throws -> ClosingQuestion {
    guard let found = Identifier(name).flatMap(plan.lever) else { throw Diagnostics([]) }
    let lever = try ClosingLever(found, in: plan)
    var terms = ClosingQuestion.Terms()
    var words = options.split(separator: " ").map(String.init)[...]
    while let option = words.popFirst() {
      if option == "every-year" {
        terms.closesEveryYear = true
        continue
      }
      let value = words.popFirst() ?? ""
      switch option {
      case "year": terms.year = try FinancialYear(value)
      case "from": terms.from = try FinancialYear(value)
      case "low": terms.low = try lever.limit(value)
      case "high": terms.high = try lever.limit(value)
      default: terms.step = try lever.amount(value)
      }
    }
    return try ClosingQuestion(Question(base: plan), plan: plan, lever: lever, terms: terms)
  }

  /// One line for each gap: `-2.4: 4.200 to -0.120, 0.060 with a step less`, or `open`.
  static func text(_ closing: Closing) -> [String] {
    closing.steps.map { step in
      let amount = step.amount.typed(in: closing.question.lever.lever.unit)
      let less = step.oneStepLess.map { ", \(text($0)) with a step less" } ?? ""
      let end = step.isClosed ? less : ", open"
      return "\(amount): \(text(step.before)) to \(text(step.after))\(end)"
    }
  }

  private static func text(_ money: Money) -> String {
    AmountFormat(decimals: 3, negatives: .minus, groupsThousands: false).text(money, in: .millions)
  }
}

extension Money {
  /// Whole thousands of pounds.
  var inThousands: Int { Int(trillionths / Unit.thousands.trillionths) }
}
