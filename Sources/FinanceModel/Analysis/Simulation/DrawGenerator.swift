/// The random words of one input: a pure function of the seed, the input's key and the draw.
///
/// SplitMix64 (Steele, Lea and Flood, 2014), begun for each key at a place of its own: draw `d` is
/// its word number `d + 1`, had without the words before it. So draw 731,204 can be asked for alone,
/// and the draws of an input do not depend on what else is drawn. Not fit for secrets.
struct DrawGenerator: Hashable, Sendable {
  /// The state before draw 0.
  let start: UInt64

  /// By how much the state moves from one draw to the next: 2^64 over the golden ratio, odd.
  static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  init(start: UInt64) {
    self.start = start
  }

  init(seed: UInt64, key: String) {
    let seeded = DrawGenerator.mixed(seed &+ DrawGenerator.step)
    self.init(start: DrawGenerator.mixed(seeded ^ DrawGenerator.hash(key)))
  }

  func word(_ draw: UInt64) -> UInt64 {
    DrawGenerator.mixed(start &+ (draw &+ 1) &* DrawGenerator.step)
  }

  /// Stafford's thirteenth mixer: each bit of the result depends on every bit of the state.
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
