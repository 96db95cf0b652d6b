import Testing

@testable import FinanceModel

@Suite struct CycleTests {
  private func cycles(_ sections: String, years: Int = 2) -> [String] {
    Sheet.diagnostics(sections, years: years).map { "\($0.code.rawValue): \($0.message)" }
  }

  @Test func `a row that needs itself is named`() {
    #expect(
      cycles("- { id: x, role: pressure, recurring: [\"= x + £1m\", ~] }")
        == ["cycle: 'x' (2017-18) needs itself"])
  }

  @Test func `a cycle is named in full, once for all years`() {
    #expect(
      cycles(
        """
        - { id: a, figure: "= b", base: ~ }
        - { id: b, figure: "= 2 * c", base: ~ }
        - { id: c, figure: "= a + £1m", base: ~ }
        """) == [
          "cycle: a cycle: 'a' (2017-18) needs 'b' (2017-18) needs 'c' (2017-18) needs 'a' (2017-18)"
        ])
  }

  @Test func `what leads into a cycle is no part of it`() {
    #expect(
      cycles(
        """
        - { id: outside, figure: "= a", base: ~ }
        - { id: a, figure: "= b", base: ~ }
        - { id: b, figure: "= a", base: ~ }
        """) == ["cycle: a cycle: 'a' (2017-18) needs 'b' (2017-18) needs 'a' (2017-18)"])
  }

  @Test func `a cycle may lead through the total of a section`() {
    #expect(
      cycles(
        """
        - id: s
          role: pressure
          lines:
            - { id: fee, recurring: ["= 10% * all", ~] }
          total: { id: all, base: ~ }
        """) == [
          "cycle: a cycle: 'fee' (2017-18) needs 'all' (2017-18) needs 's' (2017-18) needs 'fee' (2017-18)"
        ])
  }

  @Test func `a cycle may lead through the gap`() {
    let found = cycles("- { id: fee, role: pressure, recurring: [\"= required\", ~] }")
    #expect(
      found == [
        "cycle: a cycle: 'fee' (2017-18) needs 'required' (2017-18) needs 'fee' (2017-18)"
      ])
  }

  @Test func `a cycle may lead through several years`() {
    #expect(
      cycles(
        """
        - { id: a, figure: ["= at(b, 2018-19)", ~] }
        - { id: b, figure: [~, "= previous(a)"] }
        """) == ["cycle: a cycle: 'a' (2017-18) needs 'b' (2018-19) needs 'a' (2017-18)"])
  }

  @Test func `a cycle points at each of its formulas`() throws {
    let found = try #require(
      Sheet.diagnostics(
        """
        - { id: a, figure: "= b", base: ~ }
        - { id: b, figure: "= a", base: ~ }
        """
      ).first)
    #expect(found.range?.text == "\"= b\"")
    #expect(found.notes.map(\.range.text) == ["\"= a\""])
  }

  @Test func `what only follows from a cycle is not reported as well`() {
    #expect(
      cycles(
        """
        - { id: a, figure: "= b", base: ~ }
        - { id: b, figure: "= a", base: ~ }
        - { id: share, unit: number, figure: "= £1m / a", base: ~ }
        """
      ).count == 1)
  }

  @Test func `two cycles are both reported`() {
    #expect(
      cycles(
        """
        - { id: a, figure: "= a", base: ~ }
        - { id: b, figure: "= b", base: ~ }
        """
      ).count == 2)
  }

  @Test func `roll-forwards of every kind are no cycle`() {
    #expect(
      cycles(
        """
        - { id: opening, figure: "= previous(closing)", base: ~ }
        - { id: interest, role: income, recurring: "= -2% * opening" }
        - { id: closing, figure: "= opening - interest", base: 10.000 }
        - { id: growth, role: pressure, base: 5.000, recurring: "= 1% * previous(level(growth))" }
        - { id: met, role: pressure, recurring: "= 10% * previous(cumulative(remaining))" }
        """) == [])
  }
}
