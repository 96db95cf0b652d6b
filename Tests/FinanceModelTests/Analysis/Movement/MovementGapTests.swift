import Testing

@testable import FinanceModel

/// Where a movement starts and ends, and that it closes.
@Suite struct MovementGapTests {
  private func pay(
    _ figures: String, first: Int = 2017, years: Int = 3, head: String = "",
    title: String = "Sample"
  ) -> String {
    Moved.plan(
      "- { id: pay, title: Pay, role: pressure, recurring: [\(figures)] }", title: title,
      first: first, years: years, head: head)
  }

  private func carrying(_ amount: String, first: Int = 2018) -> String {
    Moved.plan(
      """
      - { id: carried, title: Carried, role: pressure, carried-gap: yes, recurring: [\(amount), ~, ~] }
      - { id: pay, title: Pay, role: pressure, recurring: [3.000, 4.000, 5.000] }
      """, first: first)
  }

  @Test func `a year that only the new plan has opens with nil, and cumulative at the last level`()
    throws
  {
    let moved = try Moved(
      pay("1.000, 2.000, 3.000"), pay("2.000, 3.000, 4.000", first: 2018, head: "base-gap: 1.000"))
    #expect(moved.rows == ["A Pay, changed: 0.000 0.000 4.000"])
    #expect(moved.notes == ["A: Goes on into 2020-21: 4.000."])
    #expect(moved.opening() == "2.000 3.000 0.000")
    #expect(moved.opening(.cumulative) == "3.000 6.000 6.000")
    #expect(moved.closing(.cumulative) == "3.000 6.000 10.000")
    #expect(moved.start == "0.000")
    #expect(
      moved.words.remarks == [
        "Sample, 2017-18 to 2019-20 has no year 2020-21: it adds nothing there."
      ])
  }

  @Test func `a year before the old plan opens at the gap of its base year`() throws {
    let moved = try Moved(
      pay("1.000, 2.000, 3.000", first: 2018, head: "base-gap: 0.500"),
      pay("1.000, 1.000, 2.000", head: "base-gap: 0.700"))
    #expect(moved.opening() == "0.000 1.000 2.000")
    #expect(moved.opening(.cumulative) == "0.500 1.500 3.500")
    #expect(moved.closing(.cumulative) == "1.700 2.700 4.700")
    #expect(moved.start == "0.200")
  }

  @Test func `a gap that the new plan does not start from is a row of the cumulative table`() throws
  {
    let moved = try Moved(pay("1.000, 2.000, 3.000"), pay("2.000, 3.000, ~", first: 2018))
    #expect(moved.rows.isEmpty)
    #expect(moved.start == "-1.000")
    #expect(!moved.movement.isEmpty)
    #expect(moved.opening(.cumulative) == "3.000 6.000 6.000")
    #expect(moved.closing(.cumulative) == "2.000 5.000 5.000")
  }

  @Test func `a carried gap stands before the rows without a letter`() throws {
    let moved = try Moved(pay("1.000, 2.000, 3.000"), carrying("1.000"))
    #expect(moved.rows == ["Carried, added: 1.000 ~ ~", "A Pay, changed: 1.000 1.000 5.000"])
    #expect(moved.movement.carried.map(\.letter) == [nil])
    #expect(
      moved.movement.afterCarriedGap(.annual).values
        == [3, 3, 0].map { Money(pounds: $0 * 1_000_000) })
    // The old plan's level already has the gap; the new one starts from nil and carries it in.
    #expect(
      moved.movement.afterCarriedGap(.cumulative).values
        == [3, 6, 6].map { Money(pounds: $0 * 1_000_000) })
    #expect(moved.movement.wrongCarriedGap == nil)
  }

  @Test func `a carried gap that the old plan does not leave is a finding with both amounts`()
    throws
  {
    let moved = try Moved(
      pay("1.000, 2.000, 3.000", title: "Old"), carrying("1.100"))
    #expect(
      moved.words.findings == [
        "The gap carried in does not agree: Sample carries in £1.100m, and Old leaves £1.000m in "
          + "2017-18."
      ])
    // A plan of the same years leaves no gap that the other could carry in.
    #expect(
      try Moved(pay("1.000, 2.000, 3.000"), carrying("1.100", first: 2017)).words.findings == [])
  }

  @Test func `a gap that the new plan starts from and carries in as well is counted twice`() throws
  {
    let twice = try Moved(
      pay("1.000, 2.000, 3.000"),
      carrying("1.000").replacing("unit: £m\n", with: "unit: £m\nbase-gap: 1.000\n"))
    #expect(twice.movement.wrongCarriedGap?.stated == Money(pounds: 2_000_000))
    #expect(twice.movement.wrongCarriedGap?.due == Money(pounds: 1_000_000))
  }

  @Test func `the two ends have different names`() throws {
    let old = pay("1.000, ~, ~")
    #expect(try Moved(old, pay("2.000, ~, ~", title: "New")).words.closing == "Remaining gap, New")
    let years = try Moved(old, pay("1.000, ~, ~", first: 2018)).words
    #expect(years.opening == "Remaining gap, Sample, 2017-18 to 2019-20")
    #expect(years.closing == "Remaining gap, Sample, 2018-19 to 2020-21")
    #expect(try Moved(old, old).words.closing == "Remaining gap, Sample, new.yaml")
    let same = try Moved(Moved.question(old).movement(to: Moved.question(old))).words
    #expect(
      [same.opening, same.closing] == [
        "Remaining gap, Sample, before", "Remaining gap, Sample, after",
      ])
  }

  @Test func `the new end is named after its scenario`() throws {
    let base = try Moved.question(pay("1.000, 2.000, ~")).base
    let scenario = try Sheet.scenario("- { line: pay, scale: 150% }")
    let words = try Moved(
      Question(base: base).movement(to: Question(base: base, scenarios: [scenario]))
    ).words
    #expect([words.opening, words.closing] == ["Remaining gap, Sample", "Remaining gap, sample"])
    #expect(words.lettered == ["A: Changed from 1.000, 2.000, nothing to 1.500, 3.000, nothing."])
  }

  @Test func `plans in different units are held against each other exactly`() throws {
    let thousands = Moved.plan(
      "- { id: pay, title: Pay, role: pressure, recurring: [\"1,000\", 2000, 3001] }", unit: "£000")
    #expect(
      try Moved(pay("1.000, 2.000, 3.000"), thousands).rows == ["A Pay, changed: 0.000 0.000 0.001"]
    )
    #expect(
      try Moved(pay("1.000, 2.000, 3.000"), thousands).notes == [
        "A: Changed from 3,000 to 3,001 in 2019-20."
      ])
    #expect(try Moved(thousands, pay("1.000, 2.000, 3.001")).movement.isEmpty)
  }

  @Test func `without a gap or a year in common there is no movement, and the place is said`() {
    let sound = pay("1.000, 2.000, 3.000")
    let none = pay("1.000, 2.000, 3.000", head: "gap: none")
    #expect(Moved.faults(sound, none) == ["wrong-value new.yaml:1"])
    #expect(Moved.faults(none, sound) == ["wrong-value old.yaml:1"])
    #expect(Moved.faults(none, none) == ["wrong-value old.yaml:1", "wrong-value new.yaml:1"])
    #expect(
      Moved.faults(sound, pay("1.000, ~, ~", first: 2020)) == ["year-outside-plan new.yaml:1"])
    #expect(Moved.faults(sound, pay("1.000, ~, ~", first: 2019)) == [])
  }

  @Test func `a movement whose rows do not add to its end is refused, in every year that is out`()
    throws
  {
    var movement = try Moved(
      pay("1.000, 2.000, 3.000"), pay("1.500, 2.500, 3.500")
    ).movement
    _ = try movement.proved()
    movement.groups[0].rows[0].annual[1] = .money(Money(pounds: 500_001))
    let found = #expect(throws: Diagnostics.self) { try movement.proved() }
    #expect(
      found?.all.map(\.message) == [
        "the movement does not close in 2018-19, annual: £2.000m and rows of £0.500001m are not "
          + "£2.500m",
        "the movement does not close in 2018-19, cumulative: £3.000m and rows of £1.000001m are not "
          + "£4.000m",
        "the movement does not close in 2019-20, cumulative: £6.000m and rows of £1.500001m are not "
          + "£7.500m",
      ])
    #expect(found?.all.first?.code == .movementOpen)
    #expect(found?.all.first?.label == "out by (£0.000001m)")
    movement.groups[0].rows[0].annual[1] = .money(Money(pounds: 499_999))
    #expect(throws: Diagnostics.self) { try movement.proved() }
    movement.groups = []
    #expect(throws: Diagnostics.self) { try movement.proved() }
  }
}
