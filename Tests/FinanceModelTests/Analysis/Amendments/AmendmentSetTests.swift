import Testing

@testable import FinanceModel

/// What amendments do together, and to the same money.
@Suite struct AmendmentSetTests {
  private static let sections = """
    - id: growth
      role: pressure
      lines:
        - { id: roads, title: Roads, recurring: [1.000, ~] }
        - { id: parks, title: Parks, recurring: [~, ~] }
        - { id: kept, title: Put by, role: reserves, one-off: [0.400, ~] }
        - { id: draw, title: Reserve, role: reserves, one-off: [-2.000, ~] }
    - { id: offices, title: Offices, role: saving, recurring: [-1.000, ~] }
    - { id: levy, title: Levy, role: funding, recurring: "= -rate * £10m" }
    - { id: memo, title: Memo, role: memorandum, recurring: [1.000, ~] }
    """
  private static let head = "assumptions:\n  rate: { title: The rate, unit: \"%\", values: 2% }"

  private func amended(_ amendments: String...) throws -> Amended {
    try Amended(Sheet.plan(Self.sections, head: Self.head, years: 2), amendments)
  }

  private let first = "in: 2017-18 }"

  @Test func `one amendment makes no set`() throws {
    let amended = try amended("- { line: roads, add: 0.100 }")
    #expect(amended.answer.sets.isEmpty)
    #expect(!amended.page.contains("Together"))
  }

  @Test(arguments: [(2, 1), (3, 4), (4, 11), (5, 11), (6, 16)])
  func `of four amendments every set is made, of more every pair and the whole`(
    count: Int, sets: Int
  ) {
    let positions = AmendmentSet.positions(of: count)
    #expect(positions.count == sets)
    #expect(Set(positions).count == sets)
    #expect(positions.last == Array(0..<count))
    #expect(positions.allSatisfy { $0 == $0.sorted() && $0.count > 1 })
  }

  @Test func `what is removed twice is found once: the interaction says so, and the line is named`()
    throws
  {
    let cut = "- { line: roads, scale: 0% }\n"
    let amended = try amended(
      cut + "- { line: parks, add: 1.000, \(first)", cut + "- { line: offices, scale: 0% }",
      "- { line: parks, add: 0 }")
    #expect(amended.answer.outcomes.allSatisfy { $0.effect.verdict == .balances })
    let made = try #require(amended.set(1, 2)?.made)
    #expect(Amended.text(made.effect.net) == "1.000 1.000")
    #expect(Amended.text(made.interaction.net) == "1.000 1.000")
    #expect(try #require(amended.set(1, 3)?.made).interaction.isNil)
    #expect(try #require(amended.set(1, 2, 3)?.made) == made)
    let roads = try #require(amended.answer.sharedLines.first)
    #expect(amended.answer.sharedLines.count == 1)
    #expect(Amended.text(roads.sum) == "-2.000 -2.000")
    #expect(Amended.text(roads.together) == "-1.000 -1.000")
    #expect(Amended.text(roads.excess) == "1.000 1.000")
    #expect(
      amended.page.contains(
        "Spent twice: 1 and 2 together take £2.000m from Roads in 2017-18 and after, where the plan "
          + "has £1.000m: £1.000m more than is there."))
    #expect(
      amended.page.contains(
        "- 1 and 2 change each other: in 2017-18 they cost £1.000m more together than one by one. D"
      ))
    #expect(amended.page.contains("Interaction of 1 and 2 1.000 1.000 ─"))
  }

  @Test func `a saving that two give back is not said to be spent`() throws {
    let page = try amended(
      "- { line: offices, scale: 0% }", "- { line: offices, scale: 0% }"
    ).page
    #expect(
      page.contains(
        "Given back twice: 1 and 2 together give back £2.000m of Offices in 2017-18 and after, where "
          + "the plan has £1.000m: £1.000m more than is there."))
    #expect(!page.contains("Spent twice"))
  }

  @Test func `amendments of one title are told apart by their files`() throws {
    let scenarios = try Amended.amendments([
      "- { line: roads, add: 0 }", "- { line: roads, add: 1 }",
    ])
    .map { amendment in
      let path = amendment.scenario.range.file.path
      return try Scenario(
        SourceFile(
          path: path,
          text: "scenario: \(amendment.scenario.id)\ntitle: Add\nbased-on: plan.yaml\n"
            + "changes: [{ line: roads, add: 0.1 }]\n"))
    }
    let answer = try AmendmentQuestion(
      budget: Question(base: Sheet.plan(Self.sections, head: Self.head, years: 2)),
      amendments: scenarios.map { Amendment(scenario: $0, steps: [$0]) }
    ).answer()
    let words = AmendmentWords(answer: answer, style: ReportStyle())
    #expect([0, 1].map(words.label) == ["1 a1.yaml: Add", "2 a2.yaml: Add"])
  }

  @Test func `what three do only together is apart from what pairs do`() throws {
    // 1.000 halved three times: 0.500 less each alone, 0.875 less together.
    let half = "- { line: roads, scale: 50% }"
    let amended = try amended(half, half, half)
    #expect(Amended.text(try #require(amended.set(1, 3)?.made).interaction.net) == "0.250 0.250")
    #expect(Amended.text(try #require(amended.answer.whole?.made).interaction.net) == "0.625 0.625")
    #expect(amended.page.contains("Interaction of 1 and 3 0.250 0.250 "))
    #expect(amended.page.contains("Interaction of more than two (0.125) (0.125) ─"))
    #expect(
      amended.page.contains(
        "1, 2 and 3 change each other: in 2017-18 they cost £0.125m less together than one by one "
          + "and in pairs."))
  }

  @Test func `two that insert the same id cannot be made together, and each still stands`() throws {
    let new = "- { name: New, insert: [{ id: pool, section: growth, recurring: [0.100, ~] }] }\n"
    let pay = "- { line: offices, add: -0.100, in: 2017-18 }"
    let amended = try amended(new + pay, new + pay)
    #expect(amended.answer.outcomes.allSatisfy { $0.effect.verdict == .balances })
    #expect(amended.answer.hasFindings)
    #expect(amended.answer.whole?.made == nil)
    #expect(amended.page.contains("1 and 2 cannot be made together: the id 'pool' is used twice."))
    // Offices is drawn on by both: where they cannot be made together they are added up.
    let offices = try #require(amended.answer.sharedLines.first)
    #expect(offices.id.name == "offices")
    #expect(Amended.text(offices.together) == "-0.200 -0.200")
    #expect(!offices.isOverdrawn)
  }

  @Test(arguments: [
    // A pressure of 1.000 a year, cut by 0.600 twice.
    ("line: roads, add: -0.600", "line: roads, add: -0.600", "0.200 1.400"),
    ("line: roads, add: -0.500", "line: roads, add: -0.500", "0.000 1.000"),
    ("line: roads, add: 0.600", "line: roads, add: 0.600", "0.000 0.000"),
    // Only one of them reaches the second year.
    ("line: parks, add: -0.600, in: 2018-19", "line: parks, add: -0.100", "0.000 0.800"),
    ("line: parks, add: -0.600, in: 2018-19", "line: parks, add: [-0.1, 0.1]", "0.000 0.000"),
    // A saving of 1.000 given back twice.
    ("line: offices, scale: 0%", "line: offices, add: 0.600", "0.600 1.200"),
    // A reserve is held against what the plan moves: 2.000 drawn, nothing, 0.400 put by.
    ("line: draw, add: -1.000", "line: draw, add: -1.500", "0.500 2.500"),
    ("line: draw, add: 3.000", "line: draw, add: 3.000", "0.000 0.000"),
    ("line: kept, add: [-0.300, ~]", "line: kept, add: [-0.200, ~]", "0.100 0.000"),
  ])
  func `a line is overdrawn where two or more take more than is there`(
    one: String, other: String, excess: String
  ) throws {
    let lines = try amended("- { \(one) }", "- { \(other) }").answer.sharedLines
    #expect(lines.count == 1)
    #expect(lines.map { Amended.text($0.excess) } == [excess])
    #expect(lines.map(\.isOverdrawn) == [excess != "0.000 0.000"])
  }

  @Test func `a reserve drawn too far is said with what the plan moves`() throws {
    let page = try amended("- { line: draw, add: -1.000 }", "- { line: draw, add: -1.500 }").page
    #expect(
      page.contains(
        "Drawn too far: 1 and 2 together draw £2.500m from Reserve in 2017-18 and after, where the "
          + "plan itself moves £2.000m. Nothing in the plan shows that the reserve holds it."))
  }

  @Test func `a reserve drawn too far is said with what it holds, where the plan says so`() throws {
    let reserves =
      "reserves: [{ id: rural, title: Rural, kind: earmarked, opening: 3.000, lines: [draw] }]"
    let plan = try Sheet.plan(Self.sections, head: "\(Self.head)\n\(reserves)", years: 2)
    let page = try Amended(
      plan, ["- { line: draw, add: -1.000 }", "- { line: draw, add: -1.500 }"]
    ).page
    #expect(
      page.contains(
        "where the plan itself moves £2.000m. As planned, 'Rural' holds £1.000m at the end of 2017-18 "
          + "without them."))
  }

  @Test func `a line that one inserts, or that is in no gap, is not shared`() throws {
    let new = "- { name: New, insert: [{ id: pool, section: growth, recurring: [0.100, ~] }] }\n"
    let answer = try amended(
      new + "- { line: memo, add: 1.000 }", "- { line: memo, add: 1.000 }"
    ).answer
    #expect(answer.sharedLines.isEmpty)
    #expect(answer.outcomes.map { $0.lines.map(\.id.name) } == [["pool"], []])
  }

  @Test func `the same assumption changed by two is named, and what it drives is shared`() throws {
    let amended = try amended(
      "- { assumption: rate, shift: 1 point }", "- { assumption: rate, set: 4%, in: 2018-19 }",
      "- { assumption: rate, shift: 0 points }")
    #expect(amended.answer.sharedAssumptions.map(\.amendments) == [[0, 1]])
    #expect(amended.answer.sharedLines.map(\.id.name) == ["levy"])
    #expect(amended.page.contains("1 and 2 change the same assumption: The rate."))
  }

  @Test func `amendments that change different things leave each other alone`() throws {
    let amended = try amended("- { line: roads, add: 0 }", "- { line: offices, add: 0 }")
    #expect(!amended.answer.hasFindings)
    #expect(amended.page.contains("No two of them change the same line or assumption."))
    #expect(amended.page.contains("It changes no figure of the gap."))
  }

  @Test func `of many shared lines those overdrawn are shown, and the rest counted`() throws {
    let lines = (1...30).map { "    - { id: l\($0), title: L\($0), recurring: [1.000, ~] }" }
    let plan = try Sheet.plan(
      "- id: growth\n  role: pressure\n  lines:\n" + lines.joined(separator: "\n"), years: 2)
    let all = "- { lines: { section: growth }, add: -0.100, in: 2017-18 }"
    let amended = try Amended(plan, [all, all + "\n- { line: l30, add: -1.000, in: 2017-18 }"])
    #expect(amended.answer.sharedLines.count == 30)
    #expect(amended.page.contains("Spent twice: 1 and 2 together take £1.200m from L30"))
    #expect(
      amended.page.contains("10 more lines are changed by more than one, 0 of them overdrawn."))
    #expect(!amended.page.contains("L20 In the budget"))
  }
}
