import Testing

@testable import FinanceModel

@Suite struct ReplenishmentTests {
  /// `a 0.334 of 1.000`, and the closing balances of the stated year with all contributions.
  private func found(_ reserves: Reserved, by year: String) throws -> [String] {
    let replenishment = try reserves.forecast.replenishment(by: FinancialYear(year))
    let areEnough = replenishment.contributions.map(\.isEnough)
    #expect(!areEnough.contains(false))
    return replenishment.contributions.map { contribution in
      "\(contribution.reserve.id) \(Reserved.text(contribution.yearly)) of "
        + "\(Reserved.text(contribution.short)), closing "
        + Reserved.text(replenishment.closing(of: contribution))
    }
  }

  @Test(
    arguments: [
      ("2020-21", ["a 1.250 of 5.000, closing 4.000"]),
      ("2019-20", ["a 0.667 of 2.000, closing 4.001"]),
      ("2018-19", []),
    ] as [(String, [String])])
  func `equal amounts from the first year are rounded up to the last place`(
    year: String, contributions: [String]
  ) throws {
    let reserves = try Reserved("kind: general, opening: 10.000, meets-gap: yes, minimum: 4.000")
    #expect(try found(reserves, by: year) == contributions)
  }

  @Test func `a reserve without a minimum is brought back to nil`() throws {
    let reserves = try Reserved("kind: general, opening: 10.000, meets-gap: yes")
    #expect(try found(reserves, by: "2020-21") == ["a 0.250 of 1.000, closing 0.000"])
  }

  @Test func `what the first is given, the next need not pay`() throws {
    let reserves = try Reserved(
      "kind: earmarked, opening: 1.000, meets-gap: yes, minimum: 1.000\n"
        + "kind: general, opening: 2.000, meets-gap: yes, minimum: 1.000")
    // All 11.000 of the gap falls on the first, and nothing is left for the second to meet.
    #expect(try found(reserves, by: "2020-21") == ["a 2.750 of 1.000, closing 1.000"])
  }

  @Test func `interest earned on what is contributed is taken off`() throws {
    let reserves = try Reserved(
      "kind: general, opening: 1.000, minimum: 2.000, contributions: \"= 10% * a-opening\"",
      gap: "[~, ~, ~, ~]")
    // 1.000 grows to 1.464 in four years. A quarter of the 0.536 that lack is more than is needed.
    let contributions = try found(reserves, by: "2020-21")
    #expect(contributions.count == 1)
    let yearly = try reserves.forecast.replenishment(by: FinancialYear("2020-21"))
      .contributions[0].yearly
    let step = Money(pounds: 1000)
    func closing(_ amount: Money) throws -> Money {
      let text = AmountFormat(decimals: 3, negatives: .minus, groupsThousands: false)
        .text(amount, in: .millions)
      return try reserves.with("- { line: a-contributions, add: \(text) }")["a"].closing[3]
    }
    #expect(try closing(yearly) >= Money(pounds: 2_000_000))
    #expect(try closing(yearly - step) < Money(pounds: 2_000_000))
    #expect(yearly < Money(pounds: 134_000))
  }

  @Test func `what is printed as a scenario does what is said`() throws {
    let reserves = try Reserved(
      "title: \"A: reserve, odd {one}\", kind: general, opening: 10.000, meets-gap: yes, minimum: 4.000"
    )
    let question = Question(base: reserves.plan)
    let replenishment = try reserves.forecast.replenishment(by: FinancialYear("2020-21"))
    let text = try #require(replenishment.file(of: question))
    let scenario = try Scenario(SourceFile(path: "replenished.yaml", text: text))
    let after = try Reserved(reserves.plan.applying(scenario))
    #expect(try after.closing("a") == Reserved.text(replenishment.after.balances[0].closing))
    #expect(try after.closing("a") == "9.250 7.500 5.750 4.000")
  }
}
