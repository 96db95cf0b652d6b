import Testing

@testable import FinanceModel

@Suite struct SpreadTableTests {
  private func input(_ range: String, unit: String = "\"%\"") throws -> SampledInput {
    let plan = try Sheet.plan(
      "- { id: pay, role: pressure, recurring: \"= inflation * £10m\" }",
      head: "assumptions: { inflation: { unit: \(unit), values: 2%, range: \(range) } }")
    return try #require(plan.sampledInputs.first)
  }

  /// How many of 2^64 words draw each point.
  private func words(_ input: SampledInput) -> [UInt128] {
    input.points.indices.map(input.table.words)
  }

  private let whole = UInt128(1) << 64

  @Test func `a uniform range gives its ends half of what each value within has`() throws {
    let input = try input("{ distribution: uniform, low: 1%, high: 3%, step: 0.5% }")
    #expect(input.points.map { $0.typed(in: .percent) } == ["1", "1.5", "2", "2.5", "3"])
    #expect(words(input) == [whole / 8, whole / 4, whole / 4, whole / 4, whole / 8])
    #expect(input.mean.typed(in: .percent) == "2")
  }

  /// Over 0, 1, 2 with the mode 1 in half steps: 1/8, 6/8, 1/8; with the mode 0: 7/16, 8/16, 1/16.
  @Test func `a triangle gives each value the area of its interval`() throws {
    let even = try input("{ low: 1%, central: 2%, high: 3%, step: 1% }")
    #expect(words(even) == [whole / 8, whole / 4 * 3, whole / 8])
    let right = try input("{ low: 1%, central: 1%, high: 3%, step: 1% }")
    #expect(words(right) == [whole / 16 * 7, whole / 2, whole / 16])
    let left = try input("{ low: 1%, central: 3%, high: 3%, step: 1% }")
    #expect(words(left) == [whole / 16, whole / 2, whole / 16 * 7])
  }

  /// The bell cut at one deviation to either side, in three intervals.
  @Test func `a bell has the tabled areas to the last word`() throws {
    let input = try input(
      "{ distribution: normal, low: 1%, central: 2%, high: 3%, deviation: 1%, step: 1% }")
    // The share of the inner interval, by a series of sixty decimals in another program.
    let inner = words(input)[1]
    let share = Int128(inner) * 1_000_000_000_000_000_000 / Int128(whole)
    #expect(share == 560_906_425_188_003_108)
    #expect(words(input)[0].subtracting(words(input)[2]) <= 1)
    #expect(words(input).reduce(0, +) == whole)
    #expect(input.mean.typed(in: .percent) == "2")
  }

  @Test func `three points have their usual chances, and values their own`() throws {
    let three = try input("{ distribution: three-point, low: 1%, central: 2%, high: 4% }")
    #expect(words(three) == [whole / 6, whole / 6 * 4 + 3, whole - whole / 6 * 5 - 3])
    let own = try input(
      "{ distribution: discrete, values: [3%, 1%, 2%], chances: [25%, 0%, 75%] }")
    #expect(own.points.map { $0.typed(in: .percent) } == ["2", "3"])
    #expect(words(own) == [whole / 4 * 3, whole / 4])
    #expect(own.mean.typed(in: .percent) == "2.25")
  }

  @Test func `a range of one value always draws it`() throws {
    let input = try input("{ low: 2%, central: 2%, high: 2% }")
    #expect(input.points.count == 1)
    for word: UInt64 in [0, 1 << 63, .max] { #expect(input.table.index(of: word) == 0) }
  }

  @Test func `a word draws the point whose thresholds lie around it`() throws {
    let input = try input(
      "{ distribution: normal, low: 0%, central: 2%, high: 5%, deviation: 0.7% }")
    let thresholds = input.table.thresholds
    #expect(thresholds == thresholds.sorted())
    var random = SplitMix64(seed: 5)
    let words = (0..<20_000).map { _ in random.next() } + thresholds + thresholds.map { $0 &- 1 }
    for word in words {
      #expect(input.table.index(of: word) == thresholds.count { $0 <= word })
    }
  }

  @Test func `the grid is the finest place typed, and no coarser than the usual one`() throws {
    #expect(try input("{ low: 1%, central: 2%, high: 3% }").points.count == 201)
    #expect(try input("{ low: 1%, central: 2%, high: 3.125% }").points.count == 2126)
  }

  @Test func `a range speaks of the years whose value lies in it`() throws {
    func columns(_ values: String, _ more: String = "") throws -> [SampledInput] {
      let text = "range: { low: 2%, central: 3%, high: 3%\(more) }"
      return try Sheet.plan(
        "- { id: pay, role: pressure, recurring: [~, ~, ~, ~] }",
        head: "assumptions: { levy: { unit: \"%\", values: \(values), \(text) } }"
      ).sampledInputs
    }
    let levy = try #require(Identifier("levy"))
    #expect(try columns("[3%, 3%, 0%, 0%]").map(\.target) == [.assumption(levy, columns: [1, 2])])
    #expect(
      try columns("[0%, ~, 9%, 0%]").map(\.target) == [.assumption(levy, columns: [1, 3, 4])])
    #expect(try columns("[~, ~, ~, ~]").isEmpty)
    #expect(
      try columns("[3%, 3%, 0%, 2%]", ", each-year: yes").map(\.key)
        == ["levy 2017-18", "levy 2018-19", "levy 2020-21"])
  }

  @Test func `a saving is drawn by its own range, else by that of its status`() throws {
    let plan = try Sheet.plan(
      """
      - id: savings
        role: saving
        lines:
          - { id: fleet, status: amber, recurring: [(1.000), ~, ~, ~] }
          - { id: estate, status: amber, recurring: [(1.000), ~, ~, ~] }
          - { id: digital, status: amber, recurring: [(1.000), ~, ~, ~], delivery-range: { low: 50%, central: 80%, high: 100% } }
          - { id: posts, status: green, recurring: [(1.000), ~, ~, ~] }
      """,
      head:
        "delivery-by-status: { amber: { share: 60%, range: { low: 40%, central: 60%, high: 80% } }, "
        + "green: 100%, red: { share: 20%, range: { low: 0%, central: 20%, high: 80% } } }")
    #expect(plan.sampledInputs.map(\.key) == ["delivery:digital", "status:amber"])
    #expect(
      plan.sampledInputs.map(\.target) == [
        .delivery(lines: ["digital"].compactMap(Identifier.init)),
        .delivery(lines: ["fleet", "estate"].compactMap(Identifier.init)),
      ])
  }
}

extension UInt128 {
  fileprivate func subtracting(_ other: UInt128) -> UInt128 {
    self > other ? self - other : other - self
  }
}
