import Testing

@testable import FinanceModel

@Suite struct SlipTests {
  private static let sections = """
    - id: savings
      role: saving
      lines:
        - { id: fleet, recurring: [(4.000), (2.000), ~, ~] }
        - { id: odd, recurring: [(0.333), (0.101), (0.200), (0.001)] }
        - { id: estate, base: ~, level: [(1.000), (3.000), (6.000), (6.000)] }
        - { id: sale, one-off: [(8.000), ~, ~, ~] }
        - { id: grown, recurring: [(1.000)], then: "= previous(grown) * 110%" }
      shows: levels
    """

  @Test(arguments: [
    // A quarter of each year's figure comes a year later.
    ("line: fleet, slip: 25%, by: 1 year", "fleet", "-3.000 -2.500 -0.500 ~"),
    ("line: fleet, slip: 100%, by: 2 years", "fleet", "0.000 0.000 -4.000 -2.000"),
    // The part that moves is rounded and subtracted: 0.08325, 0.02525, 0.050, 0.00025.
    ("line: odd, slip: 25%, by: 1 year", "odd", "-0.250 -0.159 -0.175 -0.051"),
    // Half a year: half of the first year's saving is missed, and follows.
    ("line: fleet, slip: 100%, by: 6 months", "fleet", "-2.000 -3.000 -1.000 ~"),
    ("line: fleet, slip: 50%, by: 6 months", "fleet", "-3.000 -2.500 -0.500 ~"),
    // A year and a half: half arrives after one year, half after two.
    ("line: fleet, slip: 100%, by: 1.5 years", "fleet", "0.000 -2.000 -3.000 -1.000"),
    ("line: fleet, slip: 100%, by: 18 months", "fleet", "0.000 -2.000 -3.000 -1.000"),
    ("line: fleet, slip: 100%, by: 1 month", "fleet", "-3.667 -2.166 -0.167 ~"),
    // Only what the named years bring slips.
    ("line: fleet, slip: 50%, by: 1 year, in: 2018-19", "fleet", "-4.000 -1.000 -1.000 ~"),
    // Of a level what it adds slips: 1, 2 and 3 a year later are 0, 1, 3 and 6.
    ("line: estate, slip: 100%, by: 1 year", "estate", "0.000 -1.000 -3.000 -6.000"),
    ("line: estate, slip: 50%, by: 1 year", "estate", "-0.500 -2.000 -4.500 -6.000"),
    ("line: sale, slip: 25%, by: 1 year", "sale", "-6.000 -2.000 ~ ~"),
    // A line that grows on its own last year slips once: -1, -1.1, -1.21 and -1.331 a year later.
    ("line: grown, slip: 100%, by: 1 year", "grown", "0.000 -1.000 -1.100 -1.210"),
    ("line: fleet, slip: 0%, by: 1 year", "fleet", "-4.000 -2.000 ~ ~"),
  ])
  func `a share of what each year brings comes later`(
    change: String, row: String, figures: String
  ) throws {
    #expect(try Sheet(SlipTests.sections).with("- { \(change) }")[row] == figures)
  }

  @Test func `what falls after the plan is stated`() throws {
    let answer = try Sheet(SlipTests.sections).answer(
      "- { name: All late, lines: [odd, estate], slip: 50%, by: 2 years }")
    // odd: half of 0.200 and of 0.001; estate: half of the 3 of 2019-20.
    #expect(answer.result.beyond.map(\.id.name) == ["odd", "estate"])
    #expect(
      answer.result.beyond.map { $0.amount.trillionths / 1_000_000_000_000_000 } == [-101, -1500])
    #expect(answer.result.beyond.allSatisfy { $0.change == "All late" })
    #expect(answer.base.beyond.isEmpty)
  }

  @Test(arguments: [
    ("slip: 100%, by: 6 months", "0.000 -1.200 ~ ~"),
    ("slip: 100%, by: 1 month", "-0.500 -0.700 ~ ~"),
    ("slip: 50%, by: 6 months", "-0.300 -0.900 ~ ~"),
    ("slip: 100%, by: 1 year", "0.000 -0.600 -0.600 ~"),
    ("slip: 100%, by: 18 months", "0.000 0.000 -1.200 ~"),
    ("slip: 25%, by: 1 year", "-0.450 -0.600 -0.150 ~"),
    ("slip: 100%, by: 42 months", "0.000 0.000 0.000 0.000"),
    // Only what starts in the years of the change slips.
    ("slip: 100%, by: 6 months, in: 2018-19", "-0.600 -0.600 ~ ~"),
  ])
  func `of a full-year effect the share starts so much later`(
    slip: String, figures: String
  ) throws {
    let sheet = try Sheet(
      "- { id: x, role: saving, full-year: (1.200), starts: October 2017, delivery: 100% }")
    #expect(
      try sheet.with("- { line: x, \(slip) }")["x"].replacing("0.000", with: "~")
        == figures.replacing("0.000", with: "~"))
  }

  @Test(arguments: [
    ("deliver: 50%, in: 2018-19", "-0.300 -0.450 -0.150 ~"),
    ("add: (0.100), in: 2018-19", "-0.300 -0.650 -0.350 ~"),
    ("scale: 50%", "-0.150 -0.300 -0.150 ~"),
  ])
  func `once it is altered, its figures slip as they stand`(first: String, figures: String) throws {
    let sheet = try Sheet("- { id: x, role: saving, full-year: (1.200), starts: October 2017 }")
    let both = "- { line: x, \(first) }\n- { line: x, slip: 100%, by: 6 months }"
    #expect(try sheet.with(both)["x"] == figures)
  }

  @Test func `a level that ends slips its end as well`() throws {
    let sheet = try Sheet(
      """
      - id: grants
        role: income
        lines:
          - { id: blank, level: [(3.000), (3.000), ~, ~] }
          - { id: nought, level: [(3.000), (3.000), 0.000, 0.000] }
      """, base: nil)
    let late = try sheet.with("- { lines: [blank, nought], slip: 100%, by: 1 year }")
    #expect(late["blank"] == "0.000 -3.000 -3.000 ~")
    #expect(late["nought"] == "0.000 -3.000 -3.000 0.000")
    #expect(late.annual("blank").hasPrefix("0.000 -3.000 0.000 3.000"))
  }

  @Test(
    arguments: [
      ("deliver: 50%", [-300, -150]), ("scale: 50%, in: 2017-18", [-600, -300]),
      ("set: 0.000", []), ("add: (1.000)", [-600, -300]),
    ] as [(String, [Int128])])
  func `a later change of the last year holds for what falls after it`(
    change: String, beyond: [Int128]
  ) throws {
    let sheet = try Sheet(
      "- { id: x, role: saving, full-year: (1.200), starts: October 2018 }", years: 2)
    let answer = try sheet.answer(
      "- { name: Later, line: x, slip: 100%, by: 3 months }\n- { line: x, \(change) }")
    #expect(answer.result.beyond.map { $0.amount.trillionths / 1_000_000_000_000_000 } == beyond)
  }

  @Test func `what falls after the plan has the sign that it has in the gap`() throws {
    let sheet = try Sheet(
      """
      - id: income
        role: income
        signs: income-positive
        lines:
          - { id: fees, recurring: [1.000, 1.000] }
      """, years: 2)
    let answer = try sheet.answer("- { line: fees, slip: 50%, by: 1 year }")
    #expect(answer.result.beyond.map { $0.amount.trillionths / 1_000_000_000_000_000 } == [-500])
  }

  @Test func `a late start takes the rest of a full year past the plan`() throws {
    let sheet = try Sheet(
      "- { id: x, role: saving, full-year: (1.200), starts: October 2018 }", years: 2)
    let answer = try sheet.answer("- { name: Later, line: x, slip: 100%, by: 3 months }")
    // Six months of the year after were beyond the plan already; three months more are now.
    #expect(
      answer.result.beyond.map { $0.amount.trillionths / 1_000_000_000_000_000 } == [-600, -300])
    #expect(answer.result.beyond.map(\.change) == [nil, "Later"])
  }

  @Test func `slips of slips follow each other`() throws {
    let twice = """
      - { line: fleet, slip: 100%, by: 1 year }
      - { line: fleet, slip: 50%, by: 1 year }
      """
    #expect(try Sheet(SlipTests.sections).with(twice)["fleet"] == "0.000 -2.000 -3.000 -1.000")
  }

  @Test func `a cell that is not a figure stays as it is unless something arrives`() throws {
    let sheet = try Sheet("- { id: x, role: pressure, recurring: [2.000, tbc, \"-\", ~] }")
    #expect(
      try sheet.with("- { line: x, slip: 50%, by: 2 years }")["x"] == "1.000 tbc 1.000 ~")
  }

  @Test(arguments: [
    ("slip: 5%, by: 4 years", ["wrong-value"]), ("slip: 5%, by: 48 months", ["wrong-value"]),
    ("slip: 5%, by: 5 years", ["wrong-value"]), ("slip: 120%, by: 1 year", ["wrong-value"]),
    ("slip: 0.25, by: 1 year", ["wrong-value"]), ("slip: 1 year", ["wrong-value"]),
    ("slip: 5%", ["missing-key"]), ("slip: 5%, by: 0 years", ["wrong-value"]),
    ("slip: 5%, by: -1 year", ["wrong-value"]), ("slip: 5%, by: 1.3 years", ["wrong-value"]),
    ("slip: 5%, by: year", ["wrong-value"]), ("scale: 5%, by: 1 year", ["conflicting-keys"]),
    ("slip: 5%, by: 99999999999999999999 years", ["wrong-value"]),
  ])
  func `a slip that makes no sense is refused`(change: String, codes: [String]) throws {
    #expect(try Sheet(SlipTests.sections).faults("- { line: fleet, \(change) }") == codes)
  }

  // MARK: Nothing made, nothing lost

  @Test(arguments: 0..<4)
  func `what slips is neither made nor lost, in 2,000 slips of random plans`(batch: Int) throws {
    for number in 0..<100 {
      let seed = UInt64(batch * 100 + number)
      let naive = NaivePlan(seed: seed, mostLines: 5)
      let plan = try Sheet.plan(
        naive.sections, base: naive.hasBase ? "2016-17" : nil, years: naive.years)
      var random = SplitMix64(seed: seed)
      for _ in 0..<5 {
        let months = Int.random(in: 1..<12 * naive.years, using: &random)
        let share = Int.random(in: 0...10_000, using: &random)
        let slip = "slip: \(share / 100).\(share % 100)%, by: \(months) months"
        for id in plan.rows.compactMap({ $0.line?.id }) {
          try expectKept(plan, id, "- { line: \(id), \(slip) }", seed: seed)
        }
      }
    }
  }

  private func expectKept(_ plan: Plan, _ id: Identifier, _ change: String, seed: UInt64) throws {
    let slipped = try plan.applying(Sheet.scenario(change))
    let evaluator = Evaluator(PlanIndex(slipped))
    let row = try #require(slipped.rows.firstIndex { $0.id == id })
    let beyond = try evaluator.resolvedOrFault { () throws(Diagnostics) in
      try evaluator.movedBeyond(row)
    }.reduce(Int128(0)) { $0 + $1.amount.trillionths }
    #expect(
      try total(plan, id) == total(slipped, id) + beyond, "seed \(seed): \(change)")
  }

  /// What a line brings over the plan: the sum of its figures, or where its level ends.
  private func total(_ plan: Plan, _ id: Identifier) throws -> Int128 {
    let evaluator = Evaluator(PlanIndex(plan))
    let row = try #require(plan.rows.firstIndex { $0.id == id })
    let figures = plan.years.planColumns.map { column in
      evaluator.resolved { evaluator.raw(row, column) }.cell.figure?.trillionths ?? 0
    }
    return plan.rows[row].line?.basis == .level ? figures[figures.count - 1] : figures.reduce(0, +)
  }
}
