import Testing

@testable import FinanceModel

@Suite struct SimulationTests {
  /// A plan whose gap is what is drawn, in the first year: 1, 2 or 3 in £m with 20%, 50% and 30%.
  private static func plan(_ more: String = "") throws -> Plan {
    try Sheet.plan(
      """
      - id: pressures
        role: pressure
        lines:
          - { id: pay, recurring: ["= drawn", ~, ~, ~] }
          - { id: target, recurring: [(2.000), ~, ~, ~] }
      """,
      head: "assumptions: { drawn: { unit: £m, values: 2.000, range: { distribution: discrete, "
        + "values: [1.000, 2.000, 3.000], chances: [20%, 50%, 30%] } } }" + more)
  }

  private static func simulation(
    _ draws: Range<UInt64>, seed: UInt64 = 3
  ) throws -> Simulation {
    let terms = SimulationQuestion.Terms(draws: draws, seed: seed)
    let question = try SimulationQuestion(Question(base: plan()), terms)
    return try #require(try question.answer())
  }

  private func text(_ series: YearSeries<Money>) -> [String] {
    series.values.map { Quantity.money($0).typed(in: .millions) }
  }

  /// The words of the key `drawn` under the seed 3, laid on thresholds by hand.
  private func drawn(_ draws: Range<UInt64>) -> [Int] {
    let generator = DrawGenerator(seed: 3, key: "drawn")
    let fifth = UInt64((UInt128(1) << 64) / 5)
    let seventh = UInt64((UInt128(1) << 64) * 7 / 10)
    return draws.map { draw in
      let word = generator.word(draw)
      return word < fifth ? -1 : word < seventh ? 0 : 1
    }
  }

  @Test func `mean, percentiles and chances are those of the draws, one by one`() throws {
    let simulation = try Self.simulation(0..<400)
    let drawn = drawn(0..<400).sorted()
    let mean = Money(pounds: Int64(drawn.reduce(0, +)) * 1_000_000 / 400)
    #expect(simulation.mean(.annual).values == [mean, .zero, .zero, .zero])
    #expect(simulation.mean(.cumulative).values == [mean, mean, mean, mean])
    for (share, rank) in [(5, 20), (10, 40), (50, 200), (90, 360), (95, 380)] {
      let value = Money(pounds: Int64(drawn[rank - 1]) * 1_000_000)
      #expect(simulation.percentile(.percent(share), .cumulative).values[3] == value)
    }
    let balanced = UInt64(drawn.count { $0 <= 0 })
    #expect(simulation.balanceChance(.annual).values[0].count == balanced)
    #expect(simulation.balanceChance(.annual).values[1].count == 400)
    #expect(simulation.everyYear == Chance(balanced, of: 400))
  }

  /// The standard deviation of -1, 0 and 1 counted a, b and c times, in whole numbers.
  @Test func `standard errors are the roots that school gives`() throws {
    let simulation = try Self.simulation(0..<400)
    let drawn = drawn(0..<400)
    let (sum, squares) = (drawn.reduce(0, +), drawn.reduce(0) { $0 + $1 * $1 })
    let found = try #require(simulation.standardError(.cumulative)?.values[0].trillionths)
    // found² ≤ (n Σd² - (Σd)²) ÷ (n² (n - 1)) < (found + 1)², in £m of 10^18 trillionths.
    let (top, bottom) = (UInt128(400 * squares - sum * sum), UInt128(400 * 400 * 399))
    let scale: UInt128 = 1_000_000_000_000_000_000
    let exact = WideWhole.product(top * scale, scale)
    func least(_ root: UInt128) -> WideWhole { WideWhole.product(root, root) * bottom }
    let (low, high) = (least(found.magnitude), least(found.magnitude + 1))
    #expect((low.high, low.low) <= (exact.high, exact.low))
    #expect((exact.high, exact.low) < (high.high, high.low))
    #expect(Chance(100, of: 400).rate == .percent(25))
    // √(0.25 × 0.75 ÷ 400) = 0.0216506350946...
    #expect(Chance(400, of: 400).standardError == nil)
    #expect(Chance(0, of: 400).standardError == nil)
    #expect(Chance(100, of: 400).standardError == Rate(trillionths: 21_650_635_094))
  }

  /// A reserve of 1.5 meets a gap of 1 once; a year later it is short.
  @Test func `the reserves last in the draws that leave none of them below nil`() throws {
    let plan = try Self.plan(
      "\nreserves: [{ id: general-fund, kind: general, opening: 1.500, meets-gap: yes }]")
    let question = try SimulationQuestion(
      Question(base: plan), SimulationQuestion.Terms(draws: 0..<100, seed: 3))
    let simulation = try #require(try question.answer(threads: 3))
    let short = UInt64(drawn(0..<100).count { $0 > 0 })
    let lasting = try #require(simulation.reservesLast?.values.map(\.count))
    #expect(lasting == [100, 100 - short, 100 - short, 100 - short])
    #expect(simulation.everyYear.count == 100 - short)
  }

  @Test func `one draw has no standard error, and no year of it is left out`() throws {
    let simulation = try Self.simulation(5..<6)
    #expect(simulation.standardError(.annual) == nil)
    #expect(
      simulation.percentile(.percent(5), .annual) == simulation.percentile(.percent(95), .annual))
  }

  @Test func `a contingency covers so many draws, and is never below nil`() throws {
    let simulation = try Self.simulation(0..<400)
    #expect(text(simulation.contingency(.percent(80))) == ["1", "1", "1", "1"])
    #expect(text(simulation.contingency(.percent(10))) == ["0", "0", "0", "0"])
  }

  @Test func `a percentile that few draws lie beyond is said to be thin`() throws {
    #expect(
      try Self.simulation(0..<199).thin.map(\.trillionths) == [50_000_000_000, 950_000_000_000])
    #expect(try Self.simulation(0..<200).thin.isEmpty)
    #expect(try Self.simulation(0..<20).needed == 200)
  }

  @Test func `parts of a run add up to the run, to the byte`() throws {
    let whole = try Self.simulation(0..<300)
    let question = whole.question
    let years = question.plan.years.years
    let parts = try [200..<300, 0..<80, 80..<200].map { (draws: Range<UInt64>) in
      let text = try SimulationFile(Self.simulation(draws)).text(years: years)
      return try SimulationFile(SourceFile(path: "part", text: text), years: years)
    }
    let merged = try parts.merged(for: question)
    #expect(try merged.text(years: years) == SimulationFile(whole).text(years: years))
    let simulation = question.simulation(of: merged.counts)
    #expect(
      Report.simulation(simulation).rendered(as: .text)
        == Report.simulation(whole).rendered(as: .text))
  }

  /// A gap of trillionths has too many values for the bins of a compiled plan.
  @Test func `a gap that is not rounded is counted whole where its counts are kept`() throws {
    let plan = try Sheet.plan(
      "- { id: pay, role: pressure, recurring: [\"= share * £9m / 7\", ~, ~, ~] }",
      head: "rounding: none\nassumptions: { share: { values: 1, range: "
        + "{ low: 0.00001, central: 0.5, high: 1 } } }")
    let question = try SimulationQuestion(
      Question(base: plan), SimulationQuestion.Terms(draws: 0..<90, seed: 3))
    let plain = try #require(try question.answer())
    let kept = try #require(try question.answer(keepingCounts: true))
    #expect(!plain.counts.isWhole)
    #expect(kept.counts.isWhole)
    #expect(
      Report.simulation(plain).rendered(as: .text) == Report.simulation(kept).rendered(as: .text))
    let text = try SimulationFile(kept).text(years: plan.years.years)
    let file = try SimulationFile(SourceFile(path: "part", text: text), years: plan.years.years)
    #expect(try [file].merged(for: question).counts.count == 90)
  }

  @Test(arguments: [
    (["0..<80", "100..<120"], 3, "the draws from 80 to 99 are missing"),
    (["0..<80", "79..<120"], 3, "the draws from 79 are counted twice"),
    (["0..<80", "80..<120"], 4, "the counts have the seed 4, and the first 3"),
  ])
  func `parts that do not belong together are refused`(
    ranges: [String], seed: UInt64, message: String
  ) throws {
    let years = try Self.plan().years.years
    let files = try ranges.enumerated().map { index, range in
      let ends = range.split(separator: "..<").compactMap { UInt64($0) }
      let part = try Self.simulation(ends[0]..<ends[1], seed: index == 0 ? 3 : seed)
      let text = try SimulationFile(part).text(years: years)
      return try SimulationFile(SourceFile(path: range, text: text), years: years)
    }
    let question = try Self.simulation(0..<1).question
    let error = #expect(throws: Diagnostics.self) { try files.merged(for: question) }
    #expect(error?.all.map(\.message) == [message])
  }

  @Test func `counts of another plan are refused, and so is a file that was changed`() throws {
    let years = try Self.plan().years.years
    let text = try SimulationFile(Self.simulation(0..<50)).text(years: years)
    let other = try SimulationQuestion(
      Question(base: Self.plan("\nsource: another")),
      SimulationQuestion.Terms(draws: 0..<1, seed: 3))
    let file = try SimulationFile(SourceFile(path: "part", text: text), years: years)
    let error = #expect(throws: Diagnostics.self) { try [file].merged(for: other) }
    #expect(error?.all.map(\.code) == [.otherPlan])
    for (old, new) in [
      ("seed\t3", "seed\t-3"), ("draws\t0\t50", "draws\t0\t49"), ("every-year\t", "every-year\t9"),
      ("annual\t2017-18", "annual\t2016-17"), ("\n0\t", "\n0.0\t"), ("counts 1", "counts 2"),
      ("\n0\t50\n", "\n0\t50\n0\t1\n"), ("reserves-last\t-", "reserves-last\t1"),
    ] where text.contains(old) {
      let changed = SourceFile(path: "part", text: text.replacingOnce(old, with: new))
      if new == "\n0.0\t" { continue }
      #expect(throws: Diagnostics.self, "\(old)") { try SimulationFile(changed, years: years) }
    }
    for length in stride(from: 0, to: text.utf8.count - 1, by: 7) {
      let cut = SourceFile(path: "part", text: String(text.prefix(length)))
      #expect(throws: Diagnostics.self) { try SimulationFile(cut, years: years) }
    }
  }

  @Test func `a plan without ranges, and names without one, are refused`() throws {
    let terms = SimulationQuestion.Terms(draws: 0..<10, seed: 1)
    let bare = try Sheet.plan("- { id: pay, role: pressure, recurring: [1.000, ~, ~, ~] }")
    let error = #expect(throws: Diagnostics.self) {
      try SimulationQuestion(Question(base: bare), terms)
    }
    #expect(error?.all.map(\.message) == ["the plan has no range to draw from"])
    let names = #expect(throws: Diagnostics.self) {
      try SimulationQuestion(Question(base: Self.plan()), of: ["pay", "drwn", "drawn"], terms)
    }
    #expect(
      names?.all.map(\.message) == [
        "there is nothing to draw that is called 'drwn'",
        "the line 'pay' has no range to draw from",
      ])
  }

  @Test func `a draw in which a figure has no value is named`() throws {
    let plan = try Sheet.plan(
      "- { id: pay, role: pressure, recurring: \"= £1m / share\" }",
      head: "assumptions: { share: { values: 1, range: { distribution: discrete, values: [0, 1], "
        + "chances: [1%, 99%] } } }")
    let question = try SimulationQuestion(
      Question(base: plan), SimulationQuestion.Terms(draws: 0..<2000, seed: 1))
    let generator = DrawGenerator(seed: 1, key: "share")
    let first = (0..<2000).first { generator.word($0) < UInt64((UInt128(1) << 64) / 100) }
    let error = #expect(throws: Diagnostics.self) { try question.answer() }
    #expect(error?.all.first?.code == .divisionByZero)
    #expect(error?.all.first?.message.hasSuffix(", in draw \(first ?? 0)") == true)
  }
}
