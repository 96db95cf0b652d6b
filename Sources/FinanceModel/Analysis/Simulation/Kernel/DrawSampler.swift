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

  /// One input's thresholds, closed by two that no word goes beyond, and where to begin among them.
  fileprivate struct Lane {
    let generator: DrawGenerator
    let thresholds: [UInt64]
    let guide: [UInt32]
    let shift: UInt64
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
    var bits: UInt64 = 10
    while bits < 16, 1 << bits < thresholds.count * 16 { bits += 1 }
    shift = 64 - bits
    var guide: [UInt32] = []
    guide.reserveCapacity(1 << bits)
    var point = 0
    for part in 0..<UInt64(1 << bits) {
      while point < thresholds.count, thresholds[point] <= part << shift { point += 1 }
      guide.append(UInt32(point))
    }
    self.guide = guide
    self.thresholds = thresholds + [.max, .max]
    self.generator = generator
    self.result = result
  }

  fileprivate func draw(_ first: UInt64, _ count: Int) {
    let last = thresholds.count - 2
    thresholds.withUnsafeBufferPointer { thresholds in
      guide.withUnsafeBufferPointer { guide in
        guard let thresholds = thresholds.baseAddress, let guide = guide.baseAddress else { return }
        for draw in 0..<count {
          let word = generator.word(first &+ UInt64(truncatingIfNeeded: draw))
          var point = Int(guide[Int(truncatingIfNeeded: word >> shift)])
          point &+= thresholds[point] <= word ? 1 : 0
          while point < last, thresholds[point] <= word { point &+= 1 }
          result[draw] = Int32(truncatingIfNeeded: min(point, last))
        }
      }
    }
  }
}
