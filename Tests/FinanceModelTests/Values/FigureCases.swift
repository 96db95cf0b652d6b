/// Figures in trillionths that lie where arithmetic goes wrong.
struct FigureCases {
  private var random: SplitMix64
  private static let limit: Int128 = 1_000_000_000_000_000_000_000_000_000

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  private mutating func power(_ range: ClosedRange<Int>) -> Int128 {
    (0..<Int.random(in: range, using: &random)).reduce(1) { power, _ in power * 10 }
  }

  private mutating func signed(_ magnitude: Int128) -> Int128 {
    Bool.random(using: &random) ? magnitude : -magnitude
  }

  /// Any size from nil to just below the limit, often at an edge or on a half.
  mutating func figure() -> Int128 {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: signed(Int128.random(in: 0..<20, using: &random))
    case 1: signed(FigureCases.limit - 1 - Int128.random(in: 0..<20, using: &random))
    case 2: signed(power(0...26) * Int128.random(in: 1...9, using: &random))
    case 3: signed(max(0, power(1...27) / 2 + Int128.random(in: -2...2, using: &random)))
    default: signed(Int128.random(in: 0..<power(1...27), using: &random))
    }
  }

  /// Two figures, in half of the cases with a product that lies on a half of a trillionth.
  mutating func factors() -> (Int128, Int128) {
    guard Bool.random(using: &random) else { return (figure(), figure()) }
    let odd = Int128.random(in: 0..<power(1...13), using: &random) * 2 + 1
    let half: (Int128, Int128) =
      Bool.random(using: &random) ? (500_000_000_000, 1) : (5_000_000, 100_000)
    let nudge = Int128.random(in: -1...1, using: &random)
    return (signed(odd * half.0 + nudge), signed(half.1))
  }

  /// Two figures, in half of the cases with a quotient near a half of a trillionth or the limit.
  mutating func terms() -> (Int128, Int128) {
    let one: Int128 = 1_000_000_000_000
    let nudge = Int128.random(in: -1...1, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      // An odd number divided by 2 × 10^12 ends in half a trillionth.
      let odd = Int128.random(in: 0..<power(1...13), using: &random) * 2 + 1
      return (signed(odd + nudge), signed(2 * one))
    case 1:
      let divisor = Int128.random(in: 1..<one, using: &random)
      return (signed(FigureCases.limit / one * divisor + nudge), signed(divisor))
    default: return (figure(), figure())
    }
  }

  /// A printed place, or any other step.
  mutating func step() -> Int128 {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: Int128.random(in: 1...1_000_000, using: &random)
    default: power(0...21)
    }
  }

  /// A figure, in half of the cases a whole number of half steps, or right beside one.
  mutating func figure(near step: Int128) -> Int128 {
    guard Bool.random(using: &random) else { return figure() }
    let count = Int128.random(in: 0..<power(0...6), using: &random)
    return signed(count * step / 2 + Int128.random(in: -1...1, using: &random))
  }
}
