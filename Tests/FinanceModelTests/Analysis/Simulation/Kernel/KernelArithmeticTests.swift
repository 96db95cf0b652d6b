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

  @Test(arguments: [1, 2, 30, 3000, 7000, 65_535, 65_536, 100_000])
  func `a sampler draws what the table of an input draws`(count: Int) {
    let input = SampledInput(
      key: "input \(count)", title: "", target: .delivery(lines: []), unit: .percent,
      spread: InventedInputs.spread(.number(.zero), step: 1_000_000, count: count, nil))
    let groups = [[0]].compactMap { InputGroup($0, sizes: [count + 1], limit: 1 << 20) }
    let sampler = DrawSampler([GuidedInput(input, seed: 9)], selectors: groups)
    let generator = DrawGenerator(seed: 9, key: input.key)
    // Two draws share a word: a block may begin and end within one.
    for (first, block) in [(0, 512), (1, 511), (7, 8), (8, 1), (9, 1), (1 << 33, 512)] {
      let first = UInt64(first)
      sampler.draw(first, block)
      for draw in 0..<block {
        let expected = input.position(first + UInt64(draw), of: generator)
        #expect(Int(sampler.selectors[0][draw]) == expected)
      }
    }
  }

  @Test func `a word on a threshold draws the point after it`() {
    let table = CumulativeTable(thresholds: [5 << 32, (5 << 32) + 7, (5 << 32) + 7, 6 << 32])
    let words: [UInt64] = [0, 5 << 32, (5 << 32) + 6, (5 << 32) + 7, (6 << 32) - 1, 6 << 32, .max]
    #expect(words.map(table.index) == [0, 1, 1, 3, 3, 4, 4])
  }

  /// Thresholds that draws 0 to 99 meet exactly, or miss by one: the second half of a word decides.
  @Test func `a word that shares its first half with a threshold is compared in full`() {
    let generator = DrawGenerator(seed: 4, key: "halves")
    for draw: UInt64 in 0..<100 {
      let word = generator.word(draw)
      guard word > 1 else { continue }
      for thresholds in [[word], [word - 1, word, word + 1], [word + 1], [word, word, word]] {
        let table = CumulativeTable(thresholds: thresholds)
        var found: Int32 = -1
        GuidedInput(table, generator).draw(draw, 1, to: &found)
        #expect(Int(found) == thresholds.count { $0 <= word })
        #expect(Int(found) == table.index(of: word))
      }
    }
  }

  @Test func `groups hold every set that there is room for, the smallest first`() {
    let sizes = [10, 20, 30, 5000, 7]
    func groups(room: Int) -> [InputGroup] {
      InputGroup.groups(
        of: [[0], [1], [0, 1], [2], [3], [3, 4], [2, 3]], sizes: sizes, limit: 40_000, room: room,
        joining: 100)
    }
    let all = groups(room: 45_000)
    #expect(all.map(\.inputs) == [[2], [0, 1], [3, 4]])
    #expect(all.map(\.count) == [30, 200, 35_000])
    #expect(all[1].positions(3 * 20 + 5, sizes: sizes) == [3, 5])
    // One large set must not take the room of many small ones.
    #expect(groups(room: 40_000).map(\.inputs) == [[2], [0, 1], [3]])
    #expect(groups(room: 0).isEmpty)
  }
}
