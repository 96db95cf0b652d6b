/// The random words of one input: a pure function of the seed, the input's key and the draw.
///
/// The words of SplitMix64 (Steele, Lea and Flood, 2014), begun for each key at a place of its own and
/// each had without those before it, are cut in halves. Word number `n` starts the words of the draws
/// 2n and 2n + 1: most draws are decided by that first half. What follows it is half of a word of a
/// second row, one for each draw. So draw 731,204 can be asked for alone, and the draws of an input do
/// not depend on what else is drawn. Not fit for secrets.
struct DrawGenerator: Hashable, Sendable {
  /// The state before the first word.
  let start: UInt64
  /// The state before the first word of the second row.
  private let second: UInt64

  /// By how much the state moves from one word to the next: 2^64 over the golden ratio, odd.
  static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  init(start: UInt64) {
    self.start = start
    second = DrawGenerator.mixed(~start)
  }

  init(seed: UInt64, key: String) {
    let seeded = DrawGenerator.mixed(seed &+ DrawGenerator.step)
    self.init(start: DrawGenerator.mixed(seeded ^ DrawGenerator.hash(key)))
  }

  /// The word of a draw.
  func word(_ draw: UInt64) -> UInt64 {
    let tail = DrawGenerator.mixed(second &+ (draw &+ 1) &* DrawGenerator.step) >> 32
    return UInt64(head(draw)) << 32 | tail
  }

  /// The first half of the word of a draw.
  func head(_ draw: UInt64) -> UInt32 {
    let heads = heads(draw / 2)
    return UInt32(truncatingIfNeeded: draw % 2 == 0 ? heads >> 32 : heads)
  }

  /// The first halves of the words of the draws 2n and 2n + 1, one after the other.
  func heads(_ number: UInt64) -> UInt64 {
    DrawGenerator.mixed(state(before: number) &+ DrawGenerator.step)
  }

  /// The state before the word that the draws 2n and 2n + 1 start with; each word moves it by a step.
  func state(before number: UInt64) -> UInt64 {
    start &+ number &* DrawGenerator.step
  }

  /// Stafford's thirteenth mixer: each bit of the result depends on every bit of the state.
  @inline(__always)
  static func mixed(_ state: UInt64) -> UInt64 {
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// FNV-1a of the UTF-8 bytes, 64 bits: the same on any machine, as Swift's own hashes are not.
  static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
