/// Draws the positions of groups of inputs, a block of draws at a time: one thread's part of it.
final class DrawSampler {
  /// One for each selector, with a position for each draw of the block.
  let selectors: [UnsafeMutablePointer<Int32>]
  private let inputs: [(input: GuidedInput, result: UnsafeMutablePointer<Int32>)]
  private let groups: [(group: InputGroup, result: UnsafeMutablePointer<Int32>)]
  private let positions: [Int: UnsafeMutablePointer<Int32>]

  /// `guided` has every input that a group has.
  init(_ guided: [GuidedInput], selectors groups: [InputGroup]) {
    var positions: [Int: UnsafeMutablePointer<Int32>] = [:]
    inputs = Set(groups.flatMap(\.inputs)).sorted().map { input in
      let result = UnsafeMutablePointer<Int32>.allocate(capacity: BlockProgram.blockSize)
      positions[input] = result
      return (guided[input], result)
    }
    self.positions = positions
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
    for (input, result) in inputs { input.draw(first, count, to: result) }
    for (group, result) in groups {
      for (place, (input, stride)) in zip(group.inputs, group.strides).enumerated() {
        guard let positions = positions[input] else { continue }
        let stride = Int32(stride)
        if place == 0 {
          for draw in 0..<count { result[draw] = positions[draw] &* stride }
        } else {
          for draw in 0..<count { result[draw] &+= positions[draw] &* stride }
        }
      }
    }
  }
}
