/// A small seeded generator, so that a failing case can be made again.
struct MutationRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// A seed of its own for each name, the same on every machine.
  init(_ name: String) {
    let start: UInt64 = 14_695_981_039_346_656_037
    self.init(seed: name.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 })
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// One of a list that is not empty.
  mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int.random(in: list.indices, using: &self)]
  }
}
