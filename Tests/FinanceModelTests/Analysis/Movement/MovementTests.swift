import Testing

@testable import FinanceModel

@Suite struct MovementTests {
  private static let old = Moved.plan(
    """
    - id: funding
      title: Funding
      role: funding
      lines:
        - { id: tax, title: Tax, recurring: [(1.000), (1.000), (1.000)] }
        - { id: grant, title: Grant, recurring: [(2.000), (1.000), ~] }
        - { id: fees, title: Fees, recurring: [~, (0.500), ~] }
    - id: pressures
      title: Pressures
      role: pressure
      lines:
        - { id: pay, title: Pay, recurring: [3.000, 2.000, 1.000] }
        - { id: care, title: Care, recurring: [1.000, 2.000, 2.000] }
    """, title: "Old")
  private static let new = Moved.plan(
    """
    - id: pressures
      title: Pressures
      role: pressure
      lines:
        - { id: homes, title: Homes, recurring: [~, 0.250, ~] }
        - { id: pay, title: Pay, recurring: [2.000, 2.000, 2.000] }
        - { id: care, title: Care, recurring: [1.000, 2.500, 2.000] }
    - id: funding
      title: Funding
      role: funding
      lines:
        - { id: tax, title: Tax, recurring: [(1.000), (1.000), (1.000)] }
        - { id: fees, title: Fees, recurring: [~, ~, ~] }
    """, title: "New")

  @Test func `every line that differs is a row under its section, in the order of the new plan`()
    throws
  {
    let moved = try Moved(Self.old, Self.new)
    #expect(
      moved.rows == [
        "# Pressures", "A Homes, added: ~ 0.250 ~", "B Pay, re-profiled: -1.000 0.000 1.000",
        "C Care, changed: 0.000 0.500 0.000", "# Funding", "D Grant, removed: 2.000 1.000 ~",
        "E Fees, removed: ~ 0.500 ~",
      ])
    #expect(moved.opening() == "1.000 1.500 2.000")
    #expect(moved.closing() == "2.000 3.750 3.000")
    #expect(moved.opening(.cumulative) == "1.000 2.500 4.500")
    #expect(moved.closing(.cumulative) == "2.000 5.750 8.750")
    #expect(moved.cumulative("homes") == "~ 0.250 0.250")
    #expect(moved.cumulative("pay") == "-1.000 -1.000 0.000")
    #expect(moved.start == "0.000")
  }

  @Test func `each letter has its note`() throws {
    #expect(
      try Moved(Self.old, Self.new).notes == [
        "A: Added.", "B: Re-profiled: the total stays at 6.000.",
        "C: Changed from 2.000 to 2.500 in 2018-19.",
        "D: Removed: it was (2.000), (1.000), nothing.",
        "E: Removed: it was nothing, (0.500), nothing.",
      ])
  }

  @Test func `a plan has no movement from itself`() throws {
    let moved = try Moved(Self.old, Self.old)
    #expect(moved.movement.isEmpty)
    #expect(moved.rows.isEmpty)
    #expect(moved.opening(.cumulative) == moved.closing(.cumulative))
    #expect(moved.words.summary.hasPrefix("Nothing changed"))
  }

  @Test func `income printed positive and a saving move the gap the way they count in it`() throws {
    let income = { (figure: String) in
      Moved.plan(
        """
        - id: income
          signs: income-positive
          lines:
            - { id: rent, role: income, recurring: [\(figure), ~, ~] }
        - { id: offices, role: saving, recurring: [(\(figure)), ~, ~] }
        - { id: memo, role: memorandum, recurring: [\(figure), ~, ~] }
        """)
    }
    let moved = try Moved(income("1.000"), income("1.400"))
    #expect(
      moved.rows == ["A rent, changed: -0.400 ~ ~", "B offices, changed: -0.400 ~ ~"])
  }

  @Test func `a one-off is re-profiled when its amounts come to the same, and not when it grows`()
    throws
  {
    func plan(_ figures: String) -> String {
      Moved.plan("- { id: pump, title: Pump, role: pressure, one-off: [\(figures)] }")
    }
    let later = try Moved(plan("4.000, ~, ~"), plan("~, 4.000, ~"))
    #expect(later.rows == ["A Pump, re-profiled: -4.000 8.000 -4.000"])
    #expect(later.notes == ["A: Re-profiled: the total stays at 4.000."])
    let more = try Moved(plan("4.000, ~, ~"), plan("5.000, ~, ~"))
    #expect(more.rows == ["A Pump, changed: 1.000 -1.000 ~"])
  }

  @Test func `a line that enters or leaves the gap is added or removed`() throws {
    func plan(_ role: String) -> String {
      Moved.plan("- { id: pay, title: Pay, role: \(role), recurring: [1.000, ~, ~] }")
    }
    let added = try Moved(plan("memorandum"), plan("pressure"))
    #expect(added.rows == ["A Pay, added: 1.000 ~ ~"])
    #expect(added.notes == ["A: Added. Its role was memorandum and is pressure."])
    let removed = try Moved(plan("pressure"), plan("memorandum"))
    #expect(removed.rows == ["A Pay, removed: -1.000 ~ ~"])
  }

  @Test func `a new title is printed and the note has the old one`() throws {
    let moved = try Moved(
      Moved.plan("- { id: pay, title: Pay, role: pressure, recurring: [1.000, ~, ~] }"),
      Moved.plan("- { id: pay, title: Pay award, role: pressure, recurring: [2.000, 1.000, ~] }"))
    #expect(moved.rows == ["A Pay award, changed: 1.000 1.000 ~"])
    #expect(
      moved.notes == [
        "A: Changed from 1.000, nothing, nothing to 2.000, 1.000, nothing. It was called Pay."
      ])
  }

  @Test func `another section, role or basis with the same figures is said and moves nothing`()
    throws
  {
    let moved = try Moved(
      Moved.plan(
        """
        - { id: funding, title: Funding, role: funding, lines: [] }
        - { id: fees, title: Fees, role: pressure, recurring: [~, ~, (1.000)] }
        """),
      Moved.plan(
        """
        - id: funding
          title: Funding
          role: funding
          lines: [{ id: fees, title: Fees, one-off: [~, ~, (1.000)] }]
        """))
    #expect(moved.movement.isEmpty)
    #expect(moved.words.summary.hasPrefix("No figure changed"))
    #expect(
      moved.words.remarks == [
        "Fees: it stood outside sections and stands in Funding; its role was pressure and is "
          + "funding; it was recurring and is one-off; its figures are the same."
      ])
  }

  @Test func `a figure to be confirmed is neither a figure nor nothing`() throws {
    func plan(_ figures: String) -> String {
      Moved.plan("- { id: pay, title: Pay, role: pressure, recurring: [\(figures)] }")
    }
    let added = try Moved(plan("~, ~, ~"), plan("tbc, tbc, ~"))
    #expect(added.rows == ["A Pay, added: tbc tbc ~"])
    #expect(added.cumulative("pay") == "tbc tbc tbc")
    let lost = try Moved(plan("1.000, 1.000, ~"), plan("1.000, tbc, ~"))
    #expect(lost.rows == ["A Pay, changed: 0.000 -1.000 ~"])
    #expect(lost.notes == ["A: Changed from 1.000 to tbc in 2018-19."])
    #expect(
      lost.words.remarks == [
        "Provisional in Sample, new.yaml, with figures still to be confirmed: 2018-19, 2019-20."
      ])
    #expect(
      try Moved(plan("1.000, tbc, ~"), plan("1.000, ~, ~")).rows == ["A Pay, changed: 0.000 tbc ~"])
    #expect(try Moved(plan("tbc, ~, ~"), plan("tbc, ~, 0.000")).rows.isEmpty)
  }
}
