import Testing

@testable import FinanceModel

@Suite struct MemorandumAccountTests {
  private func account(_ keys: [String: String], more: String = "") throws -> AccountForecast {
    try Supported(nil, account: keys, more: more).answer.accounts[0]
  }

  @Test func `only the interest of a deficit held outside is in the gap`() throws {
    let supported = try Supported(nil, account: ["base-interest": "0.300"])
    let account = supported.answer.accounts[0]
    #expect(Supported.millions(account.balance) == "10.000 14.000 16.000 15.000 15.000")
    #expect(Supported.millions(account.deficit) == "0.000 4.000 2.000 -1.000 0.000")
    #expect(Supported.millions(account.interest) == "0.300 0.500 0.700 0.800 0.750")
    let sheet = try supported.sheet
    #expect(sheet.annual("dsg-interest") == "0.200 0.200 0.100 -0.050")
    #expect(sheet.gap(.remaining) == "5.200 5.200 5.100 4.950")
    #expect(sheet.gap(.structural, .cumulative) == sheet.gap(.remaining, .cumulative))
  }

  @Test func `the end of an override is stated and never counted`() throws {
    let ending = try Supported(nil, account: ["override-ends": "2018-19"]).answer
    let without = try Supported(nil, account: [:]).answer
    #expect(ending.after == without.after)
    #expect(ending.accounts[0].exposure?.balance == Money(pounds: 16_000_000))
    #expect(ending.accounts[0].exposure?.reserves == nil)
    #expect(ending.hasFindings)
    #expect(without.accounts[0].exposure == nil)
    #expect(!without.hasFindings)
  }

  @Test(
    arguments: [
      ("[9, 16, 1, 1]", true, nil), ("[20, 15.999, 20, 20]", false, "0.001"),
      ("[20, ~, 20, 20]", false, nil), ("\"= £20m - 2 * pay\"", false, "6.000"),
      ("\"= £30m\"", true, nil),
    ] as [(String, Bool, String?)])
  func `it is held against the reserves at that date`(
    reserves: String, isCovered: Bool, short: String?
  ) throws {
    let exposure = try account(["override-ends": "2018-19", "reserves": reserves]).exposure
    #expect(exposure?.isCovered == isCovered)
    #expect((exposure?.short).map { Supported.millions([$0]) } == short)
  }

  @Test func `without reserves of its own the plan's general reserves bear it`() throws {
    let reserves = """
      reserves:
        - { id: general-fund, kind: general, opening: 12.000, use: [1.000, 1.000, ~, ~] }
        - { id: balances, kind: general, opening: 5.000 }
        - { id: insurance, kind: earmarked, opening: 50.000 }
      """
    let account = try account(["override-ends": "2018-19"], more: reserves)
    let held = account.reserves.compactMap(\.self)
    #expect(Supported.millions(held) == "17.000 16.000 15.000 15.000 15.000")
    #expect((account.exposure?.short).map { Supported.millions([$0]) } == "1.000")
  }

  @Test func `general reserves bear what falls on them only once, in the order in which it falls`()
    throws
  {
    let plan = try Sheet.plan(
      Supported.growth,
      head: """
        assumptions: { rate: { unit: "%", base: 5%, values: 5% } }
        reserves: [{ id: general-fund, kind: general, opening: 10.000 }]
        memorandum-accounts:
          - { id: late, section: growth, opening: 6.000, in-year-deficit: [~, ~, ~, ~], interest: rate, override-ends: 2018-19 }
          - { id: early, section: growth, opening: 9.000, in-year-deficit: [~, ~, ~, ~], interest: rate, override-ends: 2017-18 }
        """, base: "2016-17")
    let accounts = try plan.forecast().supportAnswer().accounts
    #expect(accounts.map { $0.exposure?.isCovered } == [false, true])
    #expect(accounts[0].exposure?.short == Money(pounds: 5_000_000))
    #expect(accounts[0].exposure?.borneBefore == ["early"])
  }

  @Test func `reserves of a year in which they are not stated are unknown, and not nil pounds`()
    throws
  {
    let stated = try account(["override-ends": "2016-17", "reserves": "[20.000, ~, 20.000, ~]"])
    #expect(
      stated.reserves == [nil, Money(pounds: 20_000_000), nil, Money(pounds: 20_000_000), nil])
    #expect(stated.exposure?.reserves == nil && stated.exposure?.isCovered == false)
  }

  @Test(arguments: [("2016-17", "10.000"), ("2017-18", "14.000"), ("2020-21", "15.000")])
  func `the balance that falls is that of the last year of the override`(
    year: String, balance: String
  ) throws {
    let exposure = try account(["override-ends": year]).exposure
    #expect((exposure?.balance).map { Supported.millions([$0]) } == balance)
  }

  @Test func `an override that ends after the plan has nothing to state yet`() throws {
    #expect(try account(["override-ends": "2021-22"]).exposure == nil)
  }

  @Test func `a surplus falls on nobody`() throws {
    let account = try account([
      "opening": "(1.000)", "in-year-deficit": "[(1.000), ~, ~, ~]", "override-ends": "2018-19",
    ])
    #expect(account.exposure?.isCovered == true)
    #expect(Supported.millions(account.interest) == "0.000 -0.050 -0.100 -0.100 -0.100")
  }
}
