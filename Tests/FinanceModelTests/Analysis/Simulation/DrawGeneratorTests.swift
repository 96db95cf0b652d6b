import Testing

@testable import FinanceModel

@Suite struct DrawGeneratorTests {
  /// The first words of SplitMix64 from the seed 1234567, as Rosetta Code publishes them.
  @Test func `first halves of draws are the published words of SplitMix64, two to a word`() {
    let generator = DrawGenerator(start: 1_234_567)
    let published: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect((0..<5).map(generator.heads) == published)
    for draw in 0..<10 {
      let own = published[draw / 2]
      let half = draw % 2 == 0 ? own >> 32 : own & 0xFFFF_FFFF
      #expect(UInt64(generator.head(UInt64(draw))) == half)
      #expect(generator.word(UInt64(draw)) >> 32 == half)
    }
  }

  @Test func `second halves of draws are of a row of their own`() {
    var row = SplitMix64(seed: DrawGenerator.mixed(~99))
    let generator = DrawGenerator(start: 99)
    for draw in 0..<1000 {
      #expect(generator.word(UInt64(draw)) & 0xFFFF_FFFF == row.next() >> 32)
    }
  }

  /// The published FNV-1a of "", "a" and "foobar", 64 bits.
  @Test func `keys are hashed by FNV-1a`() {
    #expect(DrawGenerator.hash("") == 0xCBF2_9CE4_8422_2325)
    #expect(DrawGenerator.hash("a") == 0xAF63_DC4C_8601_EC8C)
    #expect(DrawGenerator.hash("foobar") == 0x8594_4171_F739_67E8)
  }

  /// 256 classes of 65,536 words: the sum of squared distances from 256 each has mean 255 × 256 and
  /// standard deviation √(2 × 255) × 256. Five of those to either side is met once in a million.
  @Test(
    arguments: ["pay", "tax-base-growth", "tax-base-growth 2018-19", "status:amber"], [1, 2, 7])
  func `the words of a key fill their classes evenly, first bits and last`(
    key: String, seed: UInt64
  ) {
    let generator = DrawGenerator(seed: seed, key: key)
    for shift: UInt64 in [56, 28, 0] {
      var classes = Array(repeating: 0, count: 256)
      for draw in 0..<65_536 { classes[Int(generator.word(UInt64(draw)) >> shift & 255)] += 1 }
      let squares = classes.reduce(0) { $0 + ($1 - 256) * ($1 - 256) }
      #expect(((255 - 113) * 256...(255 + 113) * 256).contains(squares), "\(key) \(seed) \(shift)")
    }
  }

  /// The pairs of first bits of two inputs in one draw, of one input in neighbouring draws, of one
  /// input under neighbouring seeds, and of the halves of one word: 256 classes again.
  @Test func `two keys, two draws and two seeds have nothing to do with each other`() {
    let one = DrawGenerator(seed: 7, key: "pay")
    let other = DrawGenerator(seed: 7, key: "pax")
    let seeded = DrawGenerator(seed: 8, key: "pay")
    let pairs: [(UInt64) -> (UInt64, UInt64)] = [
      { (one.word($0), other.word($0)) }, { (one.word($0), one.word($0 + 1)) },
      { (one.word($0), seeded.word($0)) }, { (one.word($0), one.word($0) << 32) },
    ]
    for pair in pairs {
      var classes = Array(repeating: 0, count: 256)
      for draw in 0..<65_536 {
        let (left, right) = pair(UInt64(draw))
        classes[Int((left >> 60) << 4 | (right >> 60))] += 1
      }
      let squares = classes.reduce(0) { $0 + ($1 - 256) * ($1 - 256) }
      #expect(((255 - 113) * 256...(255 + 113) * 256).contains(squares))
    }
  }

  @Test func `the seed and the key each give another row`() {
    let starts = ["a", "b", "a 2018-19"].flatMap { key in
      (0..<100).map { DrawGenerator(seed: $0, key: key).start }
    }
    #expect(Set(starts).count == starts.count)
  }
}
