import Testing

@testable import FinanceModel

/// Whatever the plan and the lever: the answer run as a scenario gives what was stated, and every
/// other step within the limits was tried here, one by one.
@Suite struct ClosingPropertyTests {
  private static let driven = """

    - { id: levy, role: funding, recurring: "= -rate * £33m" }
    - { id: growth, role: pressure, recurring: "= rate * level(levy) * 3 + share * £4m" }
    - { id: cuts, role: saving, recurring: "= -share * £1m" }
    - { id: drawn, role: reserves, one-off: "= rate * £1.234m" }
    """
  private static let head = """
    assumptions:
      rate: { unit: "%", values: 3.3% }
      share: { unit: "%", values: 60%, range: { low: 30%, central: 60%, high: 100% } }
    """

  @Test(arguments: 0..<4)
  func `answers hold in 40 random plans`(batch: Int) throws {
    var counts = (closed: 0, open: 0, none: 0)
    for number in 0..<10 {
      let seed = UInt64(batch * 10 + number)
      let naive = NaivePlan(seed: seed, mostLines: 4, mostYears: 4)
      let plan = try Sheet.plan(
        naive.sections + Self.driven, head: Self.head, base: naive.hasBase ? "2016-17" : nil,
        years: naive.years)
      var random = SplitMix64(seed: seed)
      let low = Int.random(in: 0...3, using: &random)
      let high = Int.random(in: 4...9, using: &random)
      let asked = [
        ("rate", "low \(low)% high \(high)% step 0.2"), ("share", "step 2"),
        ("share", "step 2 every-year"), ("rate", "low 0% high 9% step 0.1 every-year"),
        ("cuts", "high £\(high)m step £0.1m"), ("drawn", "high £\(high)m step £0.1m every-year"),
      ]
      for (name, options) in asked {
        do {
          let closing = try Closed.question(plan, name, options).answer()
          try expect(closing, "\(seed): \(name) \(options)")
          if closing.file == nil {
            counts.none += 1
          } else if closing.closes {
            counts.closed += 1
          } else {
            counts.open += 1
          }
        } catch let found as Diagnostics {
          #expect(found.all.first?.message.contains("does not move") == true, "\(found.all)")
        }
      }
    }
    #expect(counts.closed > 5 && counts.open > 5 && counts.none > 0, "\(counts)")
  }

  private func expect(_ closing: Closing, _ what: String) throws {
    let question = closing.question
    var plan = question.plan
    if let text = closing.file {
      let scenario = try Scenario(SourceFile(path: "closed.yaml", text: text))
      #expect(scenario.basedOn == "plan.yaml")
      #expect(try plan.applying(scenario).forecast().gap == closing.after, "\(what)")
    }
    var used: Int128 = 0
    for step in closing.steps {
      func gap(_ count: Int) -> Money? {
        let amount = question.lever.quantity(Int128(count) * question.step)
        let change = question.lever.change(amount, in: step.years)
        guard let sheet = try? Sheet(plan).with("- \(change)") else { return nil }
        return sheet.forecast.gap?.series(.remaining, step.effect)?[step.year]
      }
      let steps = Int(step.amount.trillionths / question.step)
      #expect(gap(0) == step.before, "\(what)")
      #expect(gap(steps) == step.after, "\(what)")
      let limits = question.limits(in: step.years, used: used)
      #expect(limits.contains(steps), "\(what)")
      let shorter = (0..<steps.magnitude).flatMap { [Int($0), -Int($0)] }.filter(limits.contains)
      if step.isClosed {
        #expect(step.after <= .zero)
        #expect(shorter.allSatisfy { gap($0).map { $0 > .zero } ?? true }, "\(what)")
      } else {
        #expect(step.after > .zero)
        #expect(limits.allSatisfy { gap($0).map { $0 >= step.after } ?? true }, "\(what)")
      }
      if let change = step.change { plan = try plan.applying(changes: [change]) }
      if question.lever.kind == .draw { used += step.amount.trillionths }
    }
  }
}
