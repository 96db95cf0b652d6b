/// A few inputs taken together, so that one number says where each of them stands on its grid.
struct InputGroup: Hashable, Sendable {
  /// The positions of the inputs, ascending.
  let inputs: [Int]
  /// By how much the number grows from one point of each to the next; the last input moves fastest.
  let strides: [Int]
  /// How many combinations there are.
  let count: Int

  /// Nil where there are more than `limit` combinations.
  init?(_ inputs: [Int], sizes: [Int], limit: Int) {
    var strides: [Int] = []
    var count = 1
    for input in inputs.reversed() {
      strides.append(count)
      guard sizes[input] <= limit / count else { return nil }
      count *= sizes[input]
    }
    self.inputs = inputs
    self.strides = strides.reversed()
    self.count = count
  }

  /// Where each of its inputs stands in a combination.
  func positions(_ combination: Int, sizes: [Int]) -> [Int] {
    zip(inputs, strides).map { combination / $1 % sizes[$0] }
  }
}

extension InputGroup {
  /// Groups in which sets of inputs lie, the smallest first, with no more than `room` combinations.
  ///
  /// A set for which no room is left has no group. Small groups are joined while the table of both
  /// together still fits the fastest cache.
  static func groups(
    of sets: Set<[Int]>, sizes: [Int], limit: Int, room: Int, joining: Int
  ) -> [InputGroup] {
    var left = room
    var chosen: [InputGroup] = []
    let found = sets.compactMap { InputGroup($0, sizes: sizes, limit: limit) }
    for group in found.sorted(by: isBefore) where group.count <= left {
      chosen.append(group)
      left -= group.count
    }
    var joined: [InputGroup] = []
    // One that lies in another needs no table of its own.
    for group in chosen where !chosen.contains(where: { $0 != group && $0.holds(group.inputs) }) {
      if let last = joined.last,
        let both = InputGroup(
          Set(last.inputs + group.inputs).sorted(), sizes: sizes, limit: joining)
      {
        joined[joined.count - 1] = both
      } else {
        joined.append(group)
      }
    }
    return joined
  }

  func holds(_ set: [Int]) -> Bool { set.allSatisfy(inputs.contains) }

  /// By the count, and where that is the same by the inputs, so that the order is always the same.
  private static func isBefore(_ left: InputGroup, _ right: InputGroup) -> Bool {
    if left.count != right.count { return left.count < right.count }
    return left.inputs.lexicographicallyPrecedes(right.inputs)
  }
}
