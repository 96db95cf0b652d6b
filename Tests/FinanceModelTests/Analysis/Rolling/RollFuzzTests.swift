import Testing

@testable import FinanceModel

@Suite struct RollFuzzTests {
  @Test(arguments: 0..<8)
  func `over 1,000 random plans add the same in the years of both, and so do some rolled again`(
    batch: Int
  ) throws {
    var rolled = 0
    for seed in 0..<300 {
      let text = RandomPlan(seed: UInt64(batch * 300 + seed)).text
      guard (try? Plan(SourceFile(path: "plan.yaml", text: text)).forecast()) != nil else {
        continue
      }
      let once = try rolling(text)
      expectSame(once, text)
      rolled += 1
      if seed.isMultiple(of: 4) { expectSame(try rolling(once.text), once.text) }
    }
    #expect(rolled >= 126)
  }

  private func rolling(_ text: String) throws -> RollForward {
    do {
      return try RollForward(SourceFile(path: "plan.yaml", text: text))
    } catch let error {
      let words = DiagnosticRenderer(usesColor: false).text(error)
      Issue.record("\(words)\n\(text)")
      throw error
    }
  }

  private func expectSame(_ roll: RollForward, _ text: String) {
    let years = roll.old.plan.years.years.dropFirst()
    for year in years {
      for row in roll.old.plan.rows.indices {
        guard let line = roll.old.plan.rows[row].line else { continue }
        let before = annual(roll.old, line.id, year)
        let after = annual(roll.new, line.id, year)
        #expect(before == after, "\(line.id) in \(year):\n\(text)\n\(roll.text)")
      }
      for kind in [GapKind.remaining, .structural] {
        let before = roll.old.gap?.cumulative[kind]?[year]
        let after = roll.new.gap?.cumulative[kind]?[year]
        #expect(before == after, "\(kind) in \(year):\n\(text)\n\(roll.text)")
      }
    }
  }

  /// What a line adds in a year; a blank adds as much as nil.
  private func annual(_ forecast: Forecast, _ id: Identifier, _ year: FinancialYear) -> Cell? {
    guard let row = forecast.plan.rows.firstIndex(where: { $0.id == id }),
      let index = forecast.plan.years.years.firstIndex(of: year),
      let cell = forecast.effects[row]?.annual[index]
    else { return nil }
    return cell.figure?.isZero ?? false ? .blank : cell
  }
}
