/// Draws the positions of inputs and of groups of them, a block of draws at a time.
///
/// What it draws is `SampledInput.position`: the same words, the same thresholds. Its guide is finer
/// than that of `CumulativeTable`, so that the first guess is nearly always right.
final class DrawSampler {
  /// One for each selector, with a position for each draw of the block.
  let selectors: [UnsafeMutablePointer<Int32>]
  fileprivate let lanes: [Lane]
  private let groups: [(group: InputGroup, result: UnsafeMutablePointer<Int32>)]
  private let positions: [Int: UnsafeMutablePointer<Int32>]

  /// One input's thresholds, and where to begin among them.
  fileprivate struct Lane {
    /// A position among the thresholds; 32 bits although most would fit 16, for grids of 100,000 steps.
    typealias Guess = UInt32

    let generator: DrawGenerator
    let thresholds: [UInt64]
    /// The first half of each threshold, and three that end the search.
    let heads: [UInt32]
    let guide: [Guess]
    let shift: UInt32
    let result: UnsafeMutablePointer<Int32>
  }

  init(_ inputs: [SampledInput], seed: UInt64, selectors groups: [InputGroup]) {
    var positions: [Int: UnsafeMutablePointer<Int32>] = [:]
    var lanes: [Lane] = []
    for input in Set(groups.flatMap(\.inputs)).sorted() {
      let result = UnsafeMutablePointer<Int32>.allocate(capacity: BlockProgram.blockSize)
      positions[input] = result
      let generator = DrawGenerator(seed: seed, key: inputs[input].key)
      lanes.append(Lane(inputs[input].table.thresholds, generator, result))
    }
    self.positions = positions
    self.lanes = lanes
    var joint: [(group: InputGroup, result: UnsafeMutablePointer<Int32>)] = []
    selectors = groups.map { group in
      if group.inputs.count == 1, let own = positions[group.inputs[0]] { return own }
      let result = UnsafeMutablePointer<Int32>.allocate(capacity: BlockProgram.blockSize)
      joint.append((group, result))
      return result
    }
    self.groups = joint
  }

  /// The point that a word draws, found as blocks of draws find it.
  static func position(of word: UInt64, in table: CumulativeTable) -> Int {
    let result = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
    defer { result.deallocate() }
    let lane = Lane(table.thresholds, DrawGenerator(start: 0), result)
    return lane.position(of: word)
  }

  deinit {
    for result in positions.values { result.deallocate() }
    for (_, result) in groups { result.deallocate() }
  }

  /// Fills the selectors for so many draws from the first on.
  func draw(_ first: UInt64, _ count: Int) {
    for lane in lanes { lane.draw(first, count) }
    for (group, result) in groups {
      result.update(repeating: 0, count: count)
      for (input, stride) in zip(group.inputs, group.strides) {
        guard let positions = positions[input] else { continue }
        let stride = Int32(stride)
        for draw in 0..<count { result[draw] &+= positions[draw] &* stride }
      }
    }
  }
}

extension DrawSampler.Lane {
  fileprivate init(
    _ thresholds: [UInt64], _ generator: DrawGenerator, _ result: UnsafeMutablePointer<Int32>
  ) {
    var bits: UInt32 = 10
    while bits < 16, 1 << Int(bits) < thresholds.count * 2 { bits += 1 }
    shift = 32 - bits
    var guide: [Guess] = []
    guide.reserveCapacity(1 << Int(bits))
    var point = 0
    for part in 0..<UInt64(1 << bits) {
      while point < thresholds.count, thresholds[point] <= part << UInt64(64 - bits) { point += 1 }
      guide.append(Guess(point))
    }
    self.guide = guide
    self.thresholds = thresholds
    heads = thresholds.map { UInt32($0 >> 32) } + [.max, .max, .max]
    self.generator = generator
    self.result = result
  }

  fileprivate func draw(_ first: UInt64, _ count: Int) {
    heads.withUnsafeBufferPointer { heads in
      guide.withUnsafeBufferPointer { guide in
        guard let heads = heads.baseAddress, let guide = guide.baseAddress else { return }
        for draw in 0..<count {
          let word = generator.word(first &+ UInt64(truncatingIfNeeded: draw))
          result[draw] = Int32(truncatingIfNeeded: position(of: word, heads, guide))
        }
      }
    }
  }

  fileprivate func position(of word: UInt64) -> Int {
    heads.withUnsafeBufferPointer { heads in
      guide.withUnsafeBufferPointer { guide in
        guard let heads = heads.baseAddress, let guide = guide.baseAddress else { return 0 }
        return position(of: word, heads, guide)
      }
    }
  }

  /// Guesses by the first bits of a word, and compares its first half; where that leaves a doubt, all.
  @inline(__always)
  private func position(
    of word: UInt64, _ heads: UnsafePointer<UInt32>, _ guide: UnsafePointer<Guess>
  ) -> Int {
    let head = UInt32(truncatingIfNeeded: word >> 32)
    var point = Int(guide[Int(head &>> shift)])
    point &+= heads[point] < head ? 1 : 0
    point &+= heads[point] < head ? 1 : 0
    return heads[point] <= head ? exact(word, from: point) : point
  }

  @inline(never)
  private func exact(_ word: UInt64, from guess: Int) -> Int {
    var point = min(guess, thresholds.count)
    while point < thresholds.count, thresholds[point] <= word { point += 1 }
    return point
  }
}
