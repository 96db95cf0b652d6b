import Testing

@testable import FinanceModel

@Suite struct ReservesLoadingTests {
  private static let sound = "kind: general, opening: 10.000"
  private static let draw = "- { id: draw, role: reserves, one-off: [(1.000), ~, ~, ~] }"

  @Test(arguments: [
    ("kind: general, opening: 10.000, lines: [drew]", "the plan has no line 'drew' [unknown-name]"),
    (
      "kind: general, opening: 10.000, lines: [pay]",
      "'pay' is a line of the role 'pressure' [wrong-value]"
    ),
    (
      "kind: general, opening: 10.000, lines: [growth]",
      "the plan has no line 'growth' [unknown-name]"
    ),
    (
      "kind: general, opening: 10.000, lines: [draw, draw]",
      "'draw' draws on a reserve already [wrong-value]"
    ),
    (
      "kind: general, opening: 10.000, lines: draw", "'lines' is a list, not one value [wrong-type]"
    ),
    ("kind: genral, opening: 10.000", "'genral' is no value of 'kind' [wrong-value]"),
    ("opening: 10.000", "a reserve needs the key 'kind' [missing-key]"),
    ("kind: general", "a reserve needs the key 'opening' [missing-key]"),
    ("kind: general, opening: tbc", "'opening' takes a figure [wrong-value]"),
    ("kind: general, opening: ~", "'opening' takes a figure [wrong-value]"),
    ("kind: general, opening: plenty", "'plenty' is not an amount [amount-stray]"),
    ("kind: general, opening: 5%", "'5%' does not go with the unit [amount-unit]"),
    ("\(sound), minimum: (1.000)", "'minimum' is typed without a sign [wrong-value]"),
    ("\(sound), minimum: tbc", "'minimum' takes a figure [wrong-value]"),
    ("\(sound), minimum: ~", "'minimum' has no value [missing-key]"),
    ("\(sound), minimum: lots", "'lots' is no minimum [wrong-value]"),
    ("\(sound), minimum: risks", "the plan has no risks to take the minimum from [missing-key]"),
    (
      "\(sound), minimum: \"= 5% * budget\"",
      "there is no row or assumption 'budget' [unknown-name]"
    ),
    (
      "\(sound), contributions: [(1.000), ~, ~, ~]",
      "'contributions' is typed without a sign [wrong-value]"
    ),
    ("\(sound), use: [1.000]", "1 figure for 4 years [too-few-figures]"),
    ("\(sound), use: 1.000", "'use' holds one figure for each year [wrong-type]"),
    ("\(sound), meets-gap: perhaps", "'perhaps' is no value of 'meets-gap' [wrong-value]"),
    ("\(sound), draws: 1.000", "unknown key 'draws' in a reserve [unknown-key]"),
  ])
  func `one mistake is one error`(reserve: String, fault: String) {
    #expect(Reserved.faults(reserve, lines: Self.draw) == [fault])
  }

  @Test func `a line draws on one reserve`() {
    let reserve = "kind: earmarked, opening: 1.000, lines: [draw]"
    #expect(
      Reserved.faults("\(reserve)\n\(reserve)", lines: Self.draw)
        == ["'draw' draws on a reserve already [wrong-value]"])
  }

  @Test(arguments: ["a", "a-use", "reserve-movements"])
  func `the ids of a reserve and its rows are in the space of all ids`(id: String) {
    #expect(
      Reserved.faults(Self.sound, lines: "- { id: \(id), figure: \"= pay\" }")
        == ["the id '\(id)' is used twice [duplicate-id]"])
  }

  @Test func `reserves are a list`() {
    #expect(
      Sheet.diagnostics(Reserved.sections("[~, ~, ~, ~]", ""), head: "reserves: 10.000").map(
        \.message)
        == ["'reserves' is a list, not one value"])
  }

  @Test func `a minimum from the risks is their weighted total`() throws {
    let risks = """
      risks:
        register:
          - { id: grant-cut, lower: 1.000, upper: 3.000, likelihood: 75% }
          - { id: appeal, lower: 0.000, upper: 1.000, likelihood: 50% }
      """
    let reserves = try Reserved("\(Self.sound), minimum: risks", head: risks)
    #expect(try Reserved.text(reserves["a"].minimum ?? []) == "1.750 1.750 1.750 1.750")
  }

  @Test func `amounts may be by year, in any unit of money, and by formula for some years`() throws
  {
    let reserves = try Reserved(
      "\(Self.sound), minimum: [1.000, £1.5m, \"= pay\", 2.000], "
        + "use: { 2017-18: £500k, 2018-19: ~, 2019-20: \"= 10% * a-opening\", 2020-21: n/a }")
    #expect(try Reserved.text(reserves["a"].minimum ?? []) == "1.000 1.500 0.000 2.000")
    #expect(try reserves.closing("a") == "9.500 9.500 8.550 8.550")
  }

  @Test func `a plan without reserves is told what to write`() throws {
    let plan = try Sheet.plan(Reserved.sections("[~, ~, ~, ~]", ""))
    do throws(Diagnostics) {
      _ = try plan.forecast().reserves()
      Issue.record("it has no reserves")
    } catch {
      #expect(error.all.map(\.message) == ["the plan does not state its reserves"])
      #expect(error.all[0].help?.contains("meets-gap: yes") == true)
    }
  }

  @Test func `a plan without a gap has balances as planned and nothing to meet`() throws {
    let head = "gap: none\n" + Reserved.head("\(Self.sound), use: [1.000, ~, ~, ~]")
    let plan = try Sheet.plan("- { id: pay, recurring: [1.000, ~, ~, ~] }", head: head)
    #expect(throws: Diagnostics.self) { try plan.forecast().reserves() }
    let reserves = try Reserved(plan, .init(leavesOutGap: true))
    #expect(try reserves.closing("a") == "9.000 9.000 9.000 9.000")
    #expect(reserves.forecast.remaining == nil)
  }
}
