import Testing

@testable import FinanceModel

/// In what order rows stand, and which letters they have.
@Suite struct MovementOrderTests {
  /// A section of lines, each given as `id figure`, perhaps with a note.
  private func section(_ id: String, _ lines: String..., title: String? = nil) -> String {
    let rows = lines.map { line -> String in
      let parts = line.split(separator: " ", maxSplits: 2)
      let note = parts.count > 2 ? ", note: \(parts[2])" : ""
      return "    - { id: \(parts[0]), recurring: [\(parts[1]), ~, ~]\(note) }"
    }
    let title = title.map { "\n  title: \($0)" } ?? ""
    return "- id: \(id)\(title)\n  role: pressure\n  lines:\n" + rows.joined(separator: "\n")
  }

  private func moved(_ old: [String], _ new: [String]) throws -> Moved {
    try Moved(
      Moved.plan(old.joined(separator: "\n")), Moved.plan(new.joined(separator: "\n")))
  }

  /// The ids of the rows with their letters, headings included.
  private func order(_ moved: Moved) -> [String] {
    moved.rows.map { String($0.prefix { $0 != "," }) }
  }

  @Test func `a line that the new plan drops stands after the one before it in its section`() throws
  {
    let moved = try moved(
      [section("one", "a 1", "b 1", "c 1", "d 1"), section("two", "e 1", "f 1")],
      [section("two", "g 1", "f 2"), section("one", "d 2", "a 2")])
    #expect(order(moved) == ["A e", "B g", "C f", "D d", "E a", "F b", "G c"])
  }

  @Test func `a dropped line whose section is gone stands in it at the end`() throws {
    let moved = try moved(
      [section("one", "a 1", title: "One"), section("two", "e 1", "f 1", title: "Two")],
      [section("three", "g 1", title: "Three")])
    #expect(order(moved) == ["# Three", "A g", "# One", "B a", "# Two", "C e", "D f"])
  }

  @Test func `lines outside sections keep their places, without a heading`() throws {
    let line = { (id: String, figure: Int) in
      "- { id: \(id), role: pressure, recurring: [\(figure), ~, ~] }"
    }
    let moved = try moved(
      [line("a", 1), section("one", "b 1", title: "One"), line("c", 1), line("d", 1)],
      [line("a", 2), section("one", "b 2", title: "One"), line("c", 2)])
    #expect(order(moved) == ["A a", "# One", "B b", "C c", "D d"])
    #expect(moved.movement.groups.map(\.section?.name) == [nil, "one", nil])
  }

  @Test func `a line that moves to another section stands there and its note says so`() throws {
    let moved = try moved(
      [section("one", "a 1", "b 1", title: "One"), section("two", "e 1", title: "Two")],
      [section("one", "b 1", title: "One"), section("two", "a 2", "e 1", title: "Two")])
    #expect(order(moved) == ["# Two", "A a"])
    #expect(
      moved.notes == [
        "A: Changed from 1.000 to 2.000 in 2017-18. It stood in One and stands in Two."
      ]
    )
  }

  @Test func `rows of a section that follow each other share the letter of the same note`() throws {
    let moved = try moved(
      [section("one", "a 1", "b 1 The old note", "c 1", "d 1", "e 1"), section("two", "f 1")],
      [
        section(
          "one", "a 2 Settlement", "b 2 Settlement", "c 2", "d 2 Settlement", "e 1 Settlement"),
        section("two", "f 2 Settlement"),
      ])
    #expect(order(moved) == ["A a", "  b", "B c", "C d", "D f"])
    #expect(
      moved.notes == [
        "A: Settlement", "B: Changed from 1.000 to 2.000 in 2017-18.", "C and D: Settlement",
      ])
  }

  @Test func `a line without a note in the new plan keeps that of the old`() throws {
    let moved = try moved(
      [section("one", "a 1 Agreed to 2018.", "b 1 For one year.")],
      [section("one", "a 2", "c 1", "d 1")])
    #expect(
      moved.notes == [
        "A: Agreed to 2018.",
        "B: Removed: it was 1.000, nothing, nothing. Its note was: For one year.",
        "C and D: Added.",
      ])
  }

  @Test func `rows outside sections do not stand under the heading of one`() throws {
    let line = "- { id: b, title: B, role: pressure, recurring: [1.000, ~, ~] }"
    let table = try moved(
      ["- { id: x, role: pressure, lines: [] }"],
      [line, section("one", "a 1", title: "One"), section("two", "c 1")]
    ).table
    #expect(
      table.rows.map(\.label).dropFirst().dropLast() == ["B", "One", "a", "Other lines", "c"])
  }

  @Test(arguments: [
    (1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA"),
  ])
  func `letters go on after Z`(number: Int, letters: String) {
    #expect(Movement.Letter.text(number) == letters)
  }
}
