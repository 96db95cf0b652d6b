/// An input made ready for many draws: the first half of a word nearly always decides its point.
///
/// It draws what `SampledInput.position` does. A guide says for the first bits of a word where to begin
/// among the thresholds; one more step is made without a branch, and what that leaves in doubt is
/// settled by all of the word.
struct GuidedInput: Sendable {
  private let generator: DrawGenerator
  private let table: CumulativeTable
  /// The first half of each threshold, and one that ends the search.
  private let heads: [UInt32]
  private let guide: [UInt16]
  /// How many bits of the first half of a word lie behind those of the guide.
  private let shift: UInt32

  /// The most points that a guide can name; of a larger table every draw is in doubt, and is searched.
  private static let mostPoints = Int(UInt16.max)

  init(_ input: SampledInput, seed: UInt64) {
    self.init(input.table, DrawGenerator(seed: seed, key: input.key))
  }

  init(_ table: CumulativeTable, _ generator: DrawGenerator) {
    self.table = table
    self.generator = generator
    let thresholds = table.thresholds
    // So fine that few parts of it hold two thresholds, and so coarse that it stays in a near cache.
    let bits: UInt64 = thresholds.count <= 512 ? 12 : thresholds.count <= 4096 ? 14 : 16
    shift = 32 - UInt32(bits)
    guard thresholds.count <= GuidedInput.mostPoints else {
      heads = [0, 0]
      guide = Array(repeating: 0, count: 1 << Int(bits))
      return
    }
    heads = thresholds.map { UInt32($0 >> 32) } + [.max]
    var guide: [UInt16] = []
    guide.reserveCapacity(1 << Int(bits))
    var point = 0
    for part in 0..<UInt64(1 << bits) {
      while point < thresholds.count, thresholds[point] <= part << (64 - bits) { point += 1 }
      guide.append(UInt16(point))
    }
    self.guide = guide
  }

  /// Writes the point of each of so many draws from the first on.
  func draw(_ first: UInt64, _ count: Int, to result: UnsafeMutablePointer<Int32>) {
    // Each with a shift that the compiler knows, which a processor does in a third of the time.
    switch shift {
    case 20: draw(first, count, to: result, shift: 20)
    case 18: draw(first, count, to: result, shift: 18)
    default: draw(first, count, to: result, shift: 16)
    }
  }

  @inline(__always)
  private func draw(
    _ first: UInt64, _ count: Int, to result: UnsafeMutablePointer<Int32>, shift: UInt32
  ) {
    heads.withUnsafeBufferPointer { heads in
      guide.withUnsafeBufferPointer { guide in
        guard let heads = heads.baseAddress, let guide = guide.baseAddress else { return }
        @inline(__always)
        func put(_ place: Int, _ head: UInt32) {
          var point = Int(guide[Int(head &>> shift)])
          point &+= heads[point] < head ? 1 : 0
          if heads[point] <= head {
            point = settled(head, first &+ UInt64(truncatingIfNeeded: place), from: point)
          }
          result[place] = Int32(truncatingIfNeeded: point)
        }
        // Two draws share a word; the first and the last may be without the other.
        let start = min(Int(first % 2), count)
        if start == 1 { put(0, generator.head(first)) }
        var state = generator.state(before: (first + 1) / 2)
        let end = start + (count - start) / 2 * 2
        for place in stride(from: start, to: end, by: 2) {
          state &+= DrawGenerator.step
          let both = DrawGenerator.mixed(state)
          put(place, UInt32(truncatingIfNeeded: both &>> 32))
          put(place &+ 1, UInt32(truncatingIfNeeded: both))
        }
        if end < count { put(end, generator.head(first + UInt64(end))) }
      }
    }
  }

  /// The point of a draw whose word starts so, where that is not sure: at `guess` or beyond.
  @inline(never)
  private func settled(_ head: UInt32, _ draw: UInt64, from guess: Int) -> Int {
    let thresholds = table.thresholds
    if thresholds.count > GuidedInput.mostPoints { return table.index(of: generator.word(draw)) }
    var point = guess
    while point < thresholds.count, heads[point] < head { point += 1 }
    if point == thresholds.count || heads[point] > head { return point }
    let word = generator.word(draw)
    while point < thresholds.count, thresholds[point] <= word { point += 1 }
    return point
  }
}
