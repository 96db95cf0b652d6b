import Testing

@testable import FinanceModel

@Suite struct SupportLoadingTests {
  @Test(
    arguments: [
      (["repay-over": "0"], "'0' is no value of 'repay-over' [wrong-value]"),
      (["repay-over": "2.5"], "'2.5' is no value of 'repay-over' [wrong-value]"),
      (["repay-over": "51"], "'51' is no value of 'repay-over' [wrong-value]"),
      (["amounts": "[1.000, (2.000), ~, ~]"], "'amounts' are positive amounts [wrong-value]"),
      (["amounts": "rate"], "'amounts' does not go by '%' [wrong-value]"),
      (["amounts": "[1.000]"], "1 figure for 4 years [too-few-figures]"),
      (["amounts": "~"], "'amounts' has no value [missing-key]"),
      (
        ["amounts": "[tbc, ~, ~, ~]"],
        "'cap-amount' has no value in 2017-18 [assumption-without-value]"
      ),
      (["interest": "100.1%"], "a rate of interest is a share of the balance [wrong-value]"),
      (["interest": "(1%)"], "a rate of interest is a share of the balance [wrong-value]"),
      (["interest": "rat"], "the plan has no assumption 'rat' [unknown-name]"),
      (["interest": "none"], "exceptional support needs the key 'interest' [missing-key]"),
      (["section": "grwth"], "the plan has no section 'grwth' [unknown-name]"),
      (["status": "likely"], "'likely' is no value of 'status' [wrong-value]"),
      (["annuity-rate": "5"], "'annuity-rate' takes a percentage [wrong-value]"),
      (
        ["annuity-rate": "101%"],
        "'annuity-rate' is the rate by which repayments grow [wrong-value]"
      ),
      (["earlier": "{ 2016-17: 1.000 }"], "2016-17 is not before the plan [year-outside-plan]"),
      (
        ["earlier": "{ 2015-16: (1.000) }"],
        "the support of an earlier year is a positive amount [wrong-value]"
      ),
      (["id": "growth"], "the id 'growth' is used twice [duplicate-id]"),
    ] as [([String: String], String)])
  func `a fault of support is one error`(keys: [String: String], fault: String) {
    #expect(Supported.faults(keys) == [fault])
  }

  @Test(
    arguments: [
      (["opening": "none"], "a memorandum account needs the key 'opening' [missing-key]"),
      (["opening": "tbc"], "'opening' takes a figure [wrong-value]"),
      (
        ["override-ends": "2015-16"],
        "the override ends with 2015-16, before the plan [year-outside-plan]"
      ),
      (["override-ends": "2018"], "'2018' is not a financial year [bad-year]"),
      (["in-year-deficit": "[1.000, 1.000]"], "2 figures for 4 years [too-few-figures]"),
      (["reserves": "4.000"], "'reserves' holds one figure for each year [wrong-type]"),
      (["reserves": "[1.000]"], "1 figure for 4 years [too-few-figures]"),
      (["interest": "120%"], "a rate of interest is a share of the balance [wrong-value]"),
      (
        ["id": String(repeating: "a", count: 65)],
        "'\(String(repeating: "a", count: 65))' is too long: the ids of its rows begin with it "
          + "[bad-identifier]"
      ),
      (["section": "gaps"], "the plan has no section 'gaps' [unknown-name]"),
    ] as [([String: String], String)])
  func `a fault of an account is one error`(keys: [String: String], fault: String) {
    #expect(Supported.faults(nil, account: keys) == [fault])
  }

  @Test func `two entries of one id are one error`() {
    let one =
      "{ id: cap, section: growth, status: agreed, amounts: [~, ~, ~, ~], interest: 5%, repay-over: 9 }"
    #expect(
      Sheet.faults(Supported.growth, head: "exceptional-support: [\(one), \(one)]")
        == ["duplicate-id"])
  }

  @Test func `earlier support and accounts need a base year`() {
    let rate = ["interest": "5%"]
    #expect(
      Supported.faults(rate.merging(["earlier": "{ 2015-16: 1.000 }"]) { $1 }, base: nil).count > 0)
    #expect(
      Sheet.faults(
        Supported.growth,
        head: "memorandum-accounts: [{ id: a, section: growth, opening: 1.000, "
          + "in-year-deficit: [~, ~, ~, ~], interest: 5% }]", base: nil) == ["base-year-missing"])
  }

  @Test func `a section that takes its lines from a table has no room for others`() {
    let table = """
      - id: growth
        role: pressure
        lines: |
          id | 2017-18 | 2018-19 | 2019-20 | 2020-21
          pay | 1.000 | 1.000 | 1.000 | 1.000
      """
    #expect(Sheet.faults(table, head: Supported.head()) == ["wrong-type"])
  }

  @Test func `a plan that states neither is refused, with the keys to add`() throws {
    let forecast = try Sheet(Supported.growth).forecast
    #expect(throws: Diagnostics.self) { try forecast.supportAnswer() }
  }
}
