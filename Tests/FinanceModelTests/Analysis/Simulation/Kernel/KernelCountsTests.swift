import Testing

@testable import FinanceModel

/// What the kernel counts, against the evaluator's own counts of the same draws.
@Suite struct KernelCountsTests {
  /// A plan with a share delivered, a rate that grows on itself and a choice; `unit` widens its values.
  private static func plan(
    unit: String = "£m, decimals: 3", more: String = "", reserves: String = ""
  ) throws -> Plan {
    let unit = unit.replacing(", ", with: "\n")
    return try Plan(
      SourceFile(
        path: "plan.yaml",
        text: """
          plan: counted
          title: Counted
          unit: \(unit)
          base-year: 2016-17
          years: [2017-18, 2018-19, 2019-20]
          \(reserves)
          assumptions:
            growth: { unit: "%", values: [2%, 3%, 3%] }
            share: { unit: "%", values: 90% }
            divisor: { unit: number, values: 2 }
          sections:
            - { id: grant, role: funding, base: £40m, recurring: "= growth * previous(level(grant))" }
            - { id: pay, role: pressure, recurring: "= if(growth > 3%, growth * £61m, £1.5m)" }
            - { id: estate, role: saving, one-off: [£-2.333m, £-1m, ~], delivery: "= share" }
            \(more)

          """))
  }

  private static func inputs(_ plan: Plan, _ ranges: [(String, Int128, Int128, Int)])
    -> [SampledInput]
  {
    ranges.compactMap { name, low, step, count in
      guard let id = Identifier(name) else { return nil }
      return SampledInput(
        key: name, title: name,
        target: .assumption(id, columns: Array(plan.years.planColumns)), unit: .percent,
        spread: InventedInputs.spread(
          .number(Rate(trillionths: low)), step: step, count: count, id))
    }
  }

  private static let rates: [(String, Int128, Int128, Int)] = [
    ("growth", 10_000_000_000, 100_000_000, 400), ("share", 700_000_000_000, 1_000_000_000, 300),
  ]

  private func counted(
    _ kernel: SimulationKernel, _ draws: Range<UInt64>, threads: Int = 2
  ) throws -> SimulationCounts {
    let run = kernel.counts(draws, seed: 5, threads: threads, ranks: [1, 50, 500, 999, 1000])
    guard case .counts(let counts) = run else { throw Stopped() }
    return counts
  }

  private struct Stopped: Error {}

  private func kernel(_ plan: Plan, _ inputs: [SampledInput]) throws -> SimulationKernel {
    guard case .kernel(let kernel) = SimulationKernel.compiled(plan, inputs) else {
      throw Stopped()
    }
    return kernel
  }

  @Test(arguments: ["£m, decimals: 3", "£, decimals: 2", "£, decimals: 2, rounding: none"])
  func `counts are those of the evaluator, in narrow and in wide bins`(unit: String) throws {
    let plan = try KernelCountsTests.plan(unit: unit)
    let inputs = KernelCountsTests.inputs(plan, KernelCountsTests.rates)
    let counts = try counted(try kernel(plan, inputs), 3000..<4000)
    let expected = try #require(
      try EvaluatorDraws(plan: plan, inputs: inputs, seed: 5).counts(3000..<4000))
    #expect(counts.everyYear == expected.everyYear)
    for series in [Series.annual, .cumulative] {
      for (found, wanted) in zip(counts.series(series), expected.series(series)) {
        for rank: UInt64 in [1, 50, 500, 999, 1000] {
          #expect(found.value(atRank: rank) == wanted.value(atRank: rank))
        }
        #expect(found.mean == wanted.mean)
        #expect(found.atMostNil == wanted.atMostNil)
        #expect(found.sum == wanted.sum)
      }
    }
    #expect(counts.isWhole == (unit == "£m, decimals: 3"))
  }

  @Test func `no number of threads changes a count`() throws {
    let plan = try KernelCountsTests.plan()
    let kernel = try kernel(plan, KernelCountsTests.inputs(plan, KernelCountsTests.rates))
    let one = try counted(kernel, 0..<20_000, threads: 1)
    #expect(try counted(kernel, 0..<20_000, threads: 3) == one)
    #expect(try counted(kernel, 0..<20_000, threads: 7) == one)
  }

  @Test func `parts of a run add up to the run`() throws {
    let plan = try KernelCountsTests.plan()
    let kernel = try kernel(plan, KernelCountsTests.inputs(plan, KernelCountsTests.rates))
    let whole = try counted(kernel, 0..<9000)
    let merged = try counted(kernel, 0..<1234).merged(with: try counted(kernel, 1234..<9000))
    #expect(merged.everyYear == whole.everyYear)
    for (one, other) in zip(merged.annual + merged.cumulative, whole.annual + whole.cumulative) {
      for rank in stride(from: UInt64(1), through: 9000, by: 97) {
        #expect(one.value(atRank: rank) == other.value(atRank: rank))
      }
    }
  }

  /// One that meets every gap; the same with gaps that do not lie on its last place; two in turn.
  @Test(arguments: [
    (
      "£m, decimals: 3",
      "[{ id: fund, title: Fund, kind: general, opening: £6m, meets-gap: yes }]"
    ),
    (
      "£, decimals: 2", "[{ id: fund, title: Fund, kind: general, opening: £6m, meets-gap: yes }]"
    ),
    (
      "£m, decimals: 3",
      "[{ id: first, title: First, kind: earmarked, opening: £1.2m, meets-gap: yes },"
        + " { id: fund, title: Fund, kind: general, opening: £4.8m, meets-gap: yes }]"
    ),
    (
      "£m, decimals: 3",
      "[{ id: fund, title: Fund, kind: general, opening: £6m, meets-gap: yes,"
        + " use: \"= share * £0.4m\" }]"
    ),
  ])
  func `reserves last as long as by the evaluator`(unit: String, reserves: String) throws {
    let plan = try KernelCountsTests.plan(unit: unit, reserves: "reserves: \(reserves)")
    let inputs = KernelCountsTests.inputs(plan, KernelCountsTests.rates)
    let counts = try counted(try kernel(plan, inputs), 0..<600)
    let expected = try #require(
      try EvaluatorDraws(plan: plan, inputs: inputs, seed: 5).counts(0..<600))
    let lasting = try #require(expected.reservesLast)
    #expect(counts.reservesLast == lasting)
    // A test that can fail: some draws run dry on the way, and some do not.
    #expect(lasting[0] > lasting[1] && lasting[1] > 0, "\(lasting)")
  }

  @Test func `a draw without a value is named`() throws {
    let more = "- { id: share-of, role: pressure, recurring: \"= £1m / divisor\" }"
    let plan = try KernelCountsTests.plan(more: more)
    let inputs = KernelCountsTests.inputs(plan, [("divisor", 0, FixedPoint.one, 40)])
    let kernel = try kernel(plan, inputs)
    let reference = EvaluatorDraws(plan: plan, inputs: inputs, seed: 5)
    let first = try #require((0..<1000).first { reference.positions($0) == [0] })
    guard case .fault(let draw) = kernel.counts(0..<1000, seed: 5, threads: 2) else {
      Issue.record("no fault")
      return
    }
    #expect(draw == first)
    #expect(throws: Diagnostics.self) { try reference.outcome(draw) }
  }

  /// The divisor is nil at both of its points, which no range of a product shows.
  @Test func `the first draw is named where every draw has no value`() throws {
    let more =
      "- { id: share-of, role: pressure, recurring: \"= £1m / (divisor * (divisor - 1))\" }"
    let plan = try KernelCountsTests.plan(more: more)
    let kernel = try kernel(
      plan, KernelCountsTests.inputs(plan, [("divisor", 0, FixedPoint.one, 1)]))
    guard case .fault(let draw) = kernel.counts(5..<1000, seed: 5, threads: 2) else {
      Issue.record("no fault")
      return
    }
    #expect(draw == 5)
  }

  @Test func `a run stops where its progress says so`() throws {
    let plan = try KernelCountsTests.plan()
    let kernel = try kernel(plan, KernelCountsTests.inputs(plan, KernelCountsTests.rates))
    guard case .stopped = kernel.counts(0..<1000, seed: 5, threads: 2, progress: { _ in false })
    else {
      Issue.record("it went on")
      return
    }
  }

  @Test func `a plan that cannot be held says why`() throws {
    let more = """
      - { id: unsure, print: no, figure: "= if(growth > 2%, £1m, original)" }
        - { id: original, role: memorandum, recurring: [~, ~, ~] }
        - { id: least, role: pressure, recurring: "= min(unsure, £2m)" }
      """
    let plan = try KernelCountsTests.plan(more: more)
    let inputs = KernelCountsTests.inputs(plan, KernelCountsTests.rates)
    guard case .unheld(let reason) = SimulationKernel.compiled(plan, inputs) else {
      Issue.record("it is held")
      return
    }
    #expect(reason == "min or max takes what is a figure in some draws only")
  }
}
