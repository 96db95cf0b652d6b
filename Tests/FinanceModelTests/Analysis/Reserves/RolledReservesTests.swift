import Testing

@testable import FinanceModel

@Suite struct RolledReservesTests {
  private func rolled(_ reserves: String, gap: String = "[2.000, 1.000, 0.000, 0.000]") throws
    -> (old: Plan, roll: RollForward)
  {
    let text = Sheet.text(
      Reserved.sections(gap, "- { id: draw, role: reserves, one-off: [(1.000), (2.000), ~, ~] }"),
      head: Reserved.head(reserves))
    let file = SourceFile(path: "plan.yaml", text: text)
    return (try Plan(file), try RollForward(file))
  }

  private func reserves(_ roll: RollForward) throws -> Reserved {
    try Reserved(Plan(SourceFile(path: "next.yaml", text: roll.text)), .init(leavesOutGap: true))
  }

  @Test func `a rolled reserve goes on from what it was planned to hold`() throws {
    let reserve =
      "kind: earmarked, opening: 10.000, lines: [draw], contributions: [0.100, 0.200, 0.300, 0.400], "
      + "use: { 2017-18: 0.500, 2018-19: 0.600, 2019-20: 0.700, 2020-21: 0.800 }, "
      + "minimum: [4.000, 4.100, 4.200, 4.300]"
    let (old, roll) = try rolled(reserve)
    let before = try Reserved(old, .init(leavesOutGap: true))
    let after = try reserves(roll)
    #expect(try before.closing("a") == "8.600 6.200 5.800 5.400")
    #expect(try after.closing("a") == "6.200 5.800 5.400 5.400")
    #expect(try Reserved.text(after["a"].opening) == "8.600 6.200 5.800 5.400")
    #expect(try Reserved.text(after["a"].minimum ?? []) == "4.100 4.200 4.300 4.300")
    #expect(roll.text.contains("opening: 8.600"))
  }

  @Test func `formulas go on, and one amount for a minimum stands still`() throws {
    let (old, roll) = try rolled(
      "kind: general, opening: 10.000, contributions: \"= 10% * a-opening\", minimum: 4.000")
    let after = try reserves(roll)
    #expect(
      try Reserved(old, .init(leavesOutGap: true)).closing("a") == "11.000 12.100 13.310 14.641")
    #expect(try after.closing("a") == "12.100 13.310 14.641 16.105")
    #expect(try Reserved.text(after["a"].minimum ?? []) == "4.000 4.000 4.000 4.000")
    #expect(roll.held.isEmpty)
  }

  @Test func `a gap met from reserves is not taken off, and the roll says so`() throws {
    let (_, roll) = try rolled(
      "title: General fund, kind: general, opening: 10.000, meets-gap: yes")
    #expect(
      roll.notes == [
        "The remaining gap of 2017-18 is not taken off the opening balance of 'General fund': take "
          + "off what was drawn for it"
      ])
    let (_, other) = try rolled("kind: general, opening: 10.000")
    #expect(other.notes.isEmpty)
  }
}
