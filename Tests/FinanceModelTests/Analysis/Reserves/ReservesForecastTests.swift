import Testing

@testable import FinanceModel

@Suite struct ReservesForecastTests {
  private let general = "kind: general, opening: 10.000, meets-gap: yes"

  @Test func `a remaining gap is drawn at its cumulative amount each year`() throws {
    let reserves = try Reserved(general)
    #expect(try Reserved.text(reserves["a"].gapMet) == "2.000 3.000 3.000 3.000")
    #expect(try reserves.closing("a") == "8.000 5.000 2.000 -1.000")
    #expect(reserves.text(reserves.forecast.firstShort) == "a in 2020-21 short of 1.000")
    #expect(Reserved.text(reserves.forecast.notMet) == "0.000 0.000 0.000 1.000")
  }

  @Test func `an empty reserve closes nothing`() throws {
    let reserves = try Reserved("kind: general, opening: 0.000, meets-gap: yes")
    #expect(Reserved.text(reserves.forecast.notMet) == "2.000 3.000 3.000 3.000")
    #expect(try reserves.closing("a") == "-2.000 -5.000 -8.000 -11.000")
    #expect(reserves.text(reserves.forecast.firstShort) == "a in 2017-18 short of 2.000")
    // Nothing was met with one-off money: there was none.
    #expect(Reserved.text(reserves.forecast.recurringMet) == "0.000 0.000 0.000 0.000")
  }

  @Test func `reserves are drawn on in their order, each until it is empty`() throws {
    let reserves = try Reserved(
      "kind: earmarked, opening: 3.000, meets-gap: yes\nkind: earmarked, opening: 4.000\n\(general)"
    )
    #expect(try Reserved.text(reserves["a"].gapMet) == "2.000 1.000 0.000 0.000")
    #expect(try reserves.closing("a") == "1.000 0.000 0.000 0.000")
    #expect(try reserves.closing("b") == "4.000 4.000 4.000 4.000")
    #expect(try reserves.closing("c") == "10.000 8.000 5.000 2.000")
    let all = reserves.forecast.total()
    #expect(Reserved.text(all.closing) == "15.000 12.000 9.000 6.000")
    #expect(
      Reserved.text(reserves.forecast.total(of: .earmarked).closing) == "5.000 4.000 4.000 4.000")
    #expect(reserves.forecast.firstShort == nil)
  }

  @Test func `another order may be asked for, also of reserves that the plan leaves out`() throws {
    let order = ["b", "a"].compactMap { Identifier($0) }
    let reserves = try Reserved(
      "\(general)\nkind: earmarked, opening: 4.000", terms: .init(order: order))
    #expect(try reserves.closing("b") == "2.000 0.000 0.000 0.000")
    #expect(try reserves.closing("a") == "10.000 9.000 6.000 3.000")
  }

  @Test func `without the gap the balances are as planned`() throws {
    let reserves = try Reserved(
      "\(general), contributions: [0.500, ~, ~, ~], use: [~, 2.000, ~, ~]",
      terms: .init(leavesOutGap: true))
    #expect(try reserves.closing("a") == "10.500 8.500 8.500 8.500")
    #expect(!reserves.forecast.hasFindings)
  }

  @Test func `a surplus adds nothing to a reserve`() throws {
    let reserves = try Reserved(general, gap: "[2.000, (5.000), 0.000, 4.000]")
    #expect(try Reserved.text(reserves["a"].gapMet) == "2.000 0.000 0.000 1.000")
    #expect(try reserves.closing("a") == "8.000 8.000 8.000 7.000")
  }

  @Test func `a balance below nil is carried on, and later contributions go to it first`() throws {
    let reserves = try Reserved(
      "kind: general, opening: 1.000, meets-gap: yes, contributions: [~, 5.000, ~, 4.000]")
    #expect(try reserves.closing("a") == "-1.000 1.000 -2.000 -1.000")
    #expect(Reserved.text(reserves.forecast.notMet) == "1.000 0.000 2.000 1.000")
  }

  @Test func `a line of role reserves moves its reserve, both ways`() throws {
    let lines = """
      - { id: draw, role: reserves, one-off: [(4.000), ~, ~, ~] }
      - { id: refill, role: reserves, one-off: [~, 1.000, 2.000, ~] }
      """
    let reserves = try Reserved(
      "kind: earmarked, opening: 10.000, lines: [draw, refill], use: [~, ~, 0.500, ~]",
      lines: lines)
    #expect(try Reserved.text(reserves["a"].use) == "4.000 0.000 0.500 0.000")
    #expect(try Reserved.text(reserves["a"].contributions) == "0.000 1.000 2.000 0.000")
    #expect(try Reserved.text(reserves["a"].opening) == "10.000 6.000 7.000 8.500")
    #expect(try reserves.closing("a") == "6.000 7.000 8.500 8.500")
  }

  @Test(arguments: [
    "recurring: [(1.000), ~, ~, ~]", "level: [(1.000), (1.000), (1.000), (1.000)], base: ~",
  ])
  func `a line draws its level each year, on whatever basis it is typed`(figures: String) throws {
    let reserves = try Reserved(
      "kind: earmarked, opening: 10.000, lines: [draw]",
      lines: "- { id: draw, role: reserves, \(figures) }")
    #expect(try reserves.closing("a") == "9.000 8.000 7.000 6.000")
    #expect(try Reserved.text(reserves["a"].opening) == "10.000 9.000 8.000 7.000")
  }

  @Test func `a draw that is printed as income is drawn all the same`() throws {
    let reserves = try Reserved(
      "kind: earmarked, opening: 10.000, lines: [draw]",
      lines: "- { id: income, role: reserves, signs: income-positive, "
        + "lines: [{ id: draw, one-off: [3.000, ~, ~, (1.000)] }] }")
    #expect(try reserves.closing("a") == "7.000 7.000 7.000 8.000")
    #expect(try Reserved.text(reserves["a"].use) == "3.000 0.000 0.000 0.000")
    #expect(try Reserved.text(reserves["a"].contributions) == "0.000 0.000 0.000 1.000")
  }

  @Test func `a balance below its minimum is a breach before one below nil is`() throws {
    let reserves = try Reserved("\(general), minimum: 4.000")
    #expect(reserves.text(reserves.forecast.firstBreach) == "a in 2019-20 short of 2.000")
    #expect(reserves.text(reserves.forecast.firstShort) == "a in 2020-21 short of 1.000")
    #expect(
      try Reserved.text(reserves["a"].aboveMinimum ?? []) == "4.000 1.000 -2.000 -5.000")
  }

  @Test func `a minimum may be a share of any row of the plan`() throws {
    let reserves = try Reserved(
      "\(general), minimum: \"= 5% * budget\"",
      lines: "- { id: budget, figure: \"= £100m + cumulative(pay)\" }")
    #expect(try Reserved.text(reserves["a"].minimum ?? []) == "5.100 5.150 5.150 5.150")
    #expect(reserves.text(reserves.forecast.firstBreach) == "a in 2018-19 short of 0.150")
  }

  @Test func `reserves that earn interest are computed cell by cell`() throws {
    let reserves = try Reserved(
      "kind: general, opening: 10.000, contributions: \"= 10% * a-opening\"", gap: "[~, ~, ~, ~]")
    #expect(try reserves.closing("a") == "11.000 12.100 13.310 14.641")
  }

  @Test func `a plan without a base year has its opening balance in its first year`() throws {
    let reserves = try Reserved(general, base: nil)
    #expect(try reserves.closing("a") == "8.000 5.000 2.000 -1.000")
  }

  @Test func `one-off money that meets a recurring gap is named, with what is left without it`()
    throws
  {
    let reserves = try Reserved(
      "\(general)\nkind: earmarked, opening: 5.000, lines: [draw]",
      lines: "- { id: draw, role: reserves, one-off: [(1.500), ~, ~, ~] }")
    #expect(Reserved.text(reserves.forecast.remaining ?? []) == "0.500 3.000 3.000 3.000")
    #expect(Reserved.text(reserves.forecast.structural ?? []) == "2.000 3.000 3.000 3.000")
    #expect(Reserved.text(reserves.forecast.recurringMet) == "2.000 3.000 3.000 3.000")
    #expect(reserves.forecast.hasFindings)
  }

  @Test func `a gap of one year met from reserves is no finding`() throws {
    let reserves = try Reserved(
      general, gap: "[~, ~, ~, ~]",
      lines: "- { id: flood, role: pressure, one-off: [3.000, ~, ~, ~] }")
    #expect(try reserves.closing("a") == "7.000 7.000 7.000 7.000")
    #expect(Reserved.text(reserves.forecast.recurringMet) == "0.000 0.000 0.000 0.000")
    #expect(!reserves.forecast.hasFindings)
  }

  @Test func `what is to be confirmed makes the balances after it provisional`() throws {
    let reserves = try Reserved("kind: general, opening: 10.000, use: [1.000, tbc, ~, ~]")
    #expect(
      reserves.forecast.provisionalYears.map(\.description) == ["2018-19", "2019-20", "2020-21"])
  }

  @Test(arguments: [
    ("- { line: a-opening, add: (1.000), in: [2017-18] }", "7.000 4.000 1.000 -2.000"),
    ("- { line: a-use, set: 1.000, in: [2018-19] }", "8.000 4.000 1.000 -2.000"),
    ("- { line: a-contributions, add: 0.500 }", "8.500 6.000 3.500 1.000"),
    ("- { line: pay, scale: 50% }", "9.000 7.500 6.000 4.500"),
  ])
  func `a scenario asks its question of reserves too`(change: String, closing: String) throws {
    #expect(try Reserved(general).with(change).closing("a") == closing)
  }

  @Test func `a use that slips is used later, and not lost`() throws {
    let reserves = try Reserved(
      "kind: general, opening: 10.000, use: [1.000, 3.000, ~, ~]")
    let slipped = try reserves.with("- { line: a-use, slip: 100%, by: 1 year, in: [2018-19] }")
    #expect(try slipped.closing("a") == "9.000 9.000 6.000 6.000")
  }

  @Test(arguments: [
    ("- { lines: { role: memorandum }, scale: 50% }", "10.000 9.000 9.000 9.000"),
    ("- { lines: { section: reserve-movements }, scale: 0% }", "0.000 0.000 0.000 0.000"),
  ])
  func `a choice by role does not reach the lines of reserves`(change: String, closing: String)
    throws
  {
    let reserves = try Reserved(
      "kind: general, opening: 10.000, use: [~, 1.000, ~, ~]",
      lines: "- { id: memo, role: memorandum, recurring: [1.000, ~, ~, ~] }")
    #expect(try reserves.with(change).closing("a") == closing)
  }

  @Test(arguments: [
    "- { line: a-opening, add: (3.000) }",
    "- { lines: { section: reserve-movements }, scale: 70% }",
  ])
  func `an opening balance is changed in the first year, and follows from the closing one after it`(
    change: String
  ) throws {
    let reserves = try Reserved("kind: general, opening: 10.000").with(change)
    #expect(try Reserved.text(reserves["a"].opening) == "7.000 7.000 7.000 7.000")
    #expect(try reserves.closing("a") == "7.000 7.000 7.000 7.000")
  }

  @Test func `the opening balance of a later year cannot be changed`() throws {
    let reserves = try Reserved("kind: general, opening: 10.000")
    #expect(throws: Diagnostics.self) {
      try reserves.with("- { line: a-opening, add: (3.000), in: [2018-19] }")
    }
  }

  @Test func `reserves change no gap and no printed table`() throws {
    let with = try Reserved(general).plan.forecast()
    let without = try Sheet.plan(Reserved.sections("[2.000, 1.000, 0.000, 0.000]", "")).forecast()
    #expect(with.gap == without.gap)
    #expect(
      with.plan.rows.filter(\.isPrinted).map(\.title)
        == without.plan.rows.filter(\.isPrinted).map(\.title))
  }
}
