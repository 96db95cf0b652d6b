import Testing

@testable import FinanceModel

/// The arithmetic under the kernel, held against `FixedPoint`.
@Suite struct KernelArithmeticTests {
  @Test func `a division by multiplication rounds as FixedPoint does`() {
    var random = SplitMix64(seed: 3)
    for divisor: Int64 in [1, 2, 3, 7, 10, 12, 1000, 1_000_000, 999_999_999_999, 1 << 62] {
      let division = RoundedDivision(by: divisor)
      let most = Int64.max - divisor / 2
      for number in [0, 1, divisor / 2, divisor / 2 + 1, divisor - 1, most, -most] {
        #expect(
          Int128(division(number))
            == FixedPoint.multiply(Int128(number), 1, dividingBy: Int128(divisor)))
      }
      for _ in 0..<1000 {
        let number =
          Int64.random(in: -most...most, using: &random) >> Int64.random(in: 0...62, using: &random)
        #expect(
          Int128(division(number))
            == FixedPoint.multiply(Int128(number), 1, dividingBy: Int128(divisor)))
      }
    }
  }

  @Test func `a sampler draws what the table of an input draws`() {
    for count in [1, 2, 30, 3000, 100_000] {
      let input = SampledInput(
        key: "input \(count)", title: "", target: .delivery(lines: []), unit: .percent,
        spread: InventedInputs.spread(.number(.zero), step: 1_000_000, count: count, nil))
      let groups = [[0]].compactMap { InputGroup($0, sizes: [count + 1], limit: 1 << 20) }
      let sampler = DrawSampler([input], seed: 9, selectors: groups)
      let generator = DrawGenerator(seed: 9, key: input.key)
      sampler.draw(1 << 33, BlockProgram.blockSize)
      for draw in 0..<BlockProgram.blockSize {
        let expected = input.position((1 << 33) + UInt64(draw), of: generator)
        #expect(Int(sampler.selectors[0][draw]) == expected)
      }
    }
  }

  @Test func `a word on a threshold draws the point after it`() {
    // Words that share their first half with a threshold are compared in full.
    let table = CumulativeTable(thresholds: [5 << 32, (5 << 32) + 7, (5 << 32) + 7, 6 << 32])
    let words: [UInt64] = [0, 5 << 32, (5 << 32) + 6, (5 << 32) + 7, (6 << 32) - 1, 6 << 32, .max]
    #expect(words.map(table.index) == [0, 1, 1, 3, 3, 4, 4])
    #expect(words.map { DrawSampler.position(of: $0, in: table) } == words.map(table.index))
  }

  @Test func `groups hold every set that is small enough, and no more`() {
    let sizes = [10, 20, 30, 5000, 7]
    let groups = InputGroup.groups(
      of: [[0], [1], [0, 1], [2], [3], [3, 4], [2, 3]], sizes: sizes, limit: 40_000, joining: 100)
    #expect(groups.map(\.inputs) == [[2], [0, 1], [3, 4]])
    #expect(groups.map(\.count) == [30, 200, 35_000])
    #expect(groups[1].positions(3 * 20 + 5, sizes: sizes) == [3, 5])
  }
}
