/// Finds the fewest steps, up or down, at which a gap comes to nil or below.
///
/// Nothing is taken to be straight. It looks 1, 2, 4, 8 ... steps away, and between the last that
/// leaves a gap and the first that closes it halves the distance. Where a gap on the way is not
/// between those at the ends, or none closes and they do not steadily rise or fall, it goes step by
/// step instead, as far as `longestWalk`.
struct StepSearch {
  /// Where a search ends.
  struct Place: Hashable {
    let steps: Int
    /// Whether the gap is nil or below there, and is not one step before.
    let isClosed: Bool
  }

  /// The most steps that are gone one by one, each way.
  static let longestWalk = 1000

  /// The gap after so many steps; nil where a figure has no value.
  private let compute: (Int) -> Money?
  private var known: [Int: Money?] = [:]

  init(_ compute: @escaping (Int) -> Money?) {
    self.compute = compute
  }

  mutating func gap(_ steps: Int) -> Money? {
    if let gap = known[steps] { return gap }
    let gap = compute(steps)
    known[steps] = .some(gap)
    return gap
  }

  private mutating func closes(_ steps: Int) -> Bool {
    gap(steps).map { $0 <= .zero } ?? false
  }

  /// Whether any number of steps makes the gap another, looked at before or beyond the limits.
  mutating func moves() -> Bool {
    let start = gap(0)
    if known.values.contains(where: { $0 != nil && $0 != start }) { return true }
    return (0..<32).contains { power in
      [1 << power, -(1 << power)].contains { steps in
        gap(steps).map { $0 != start } ?? false
      }
    }
  }

  /// The fewest steps within `limits` that close the gap, else those that leave least of it.
  mutating func search(_ limits: ClosedRange<Int>) -> Place {
    if closes(0) { return Place(steps: 0, isClosed: true) }
    let up = firstClosing(1, limits.upperBound)
    let down = firstClosing(-1, min(-limits.lowerBound, up.map { $0 - 1 } ?? .max))
    if let steps = down.map({ -$0 }) ?? up { return Place(steps: steps, isClosed: true) }
    return Place(steps: least(limits), isClosed: false)
  }

  /// How many steps in one direction close the gap; nil where none within `limit` does.
  private mutating func firstClosing(_ direction: Int, _ limit: Int) -> Int? {
    var open = 0
    var probes: [Money?] = [gap(0)]
    var closing: Int?
    while closing == nil, open < limit {
      let next = min(max(1, open * 2), limit)
      probes.append(gap(direction * next))
      if closes(direction * next) { closing = next } else { open = next }
    }
    var isSteady = closing == nil ? StepSearch.isStrict(probes) : StepSearch.isFalling(probes)
    if var end = closing {
      while end - open > 1 {
        let middle = open + (end - open) / 2
        let ends = (gap(direction * open), gap(direction * end))
        isSteady = isSteady && StepSearch.isFalling([ends.0, gap(direction * middle), ends.1])
        if closes(direction * middle) { end = middle } else { open = middle }
      }
      closing = end
    }
    if isSteady || limit < 1 { return closing }
    let walk = min(closing ?? limit, limit, StepSearch.longestWalk)
    return (1...walk).first { closes(direction * $0) } ?? closing
  }

  /// Whether gaps never rise.
  private static func isFalling(_ gaps: [Money?]) -> Bool {
    let values = gaps.compactMap { $0 }
    return values.count == gaps.count && zip(values, values.dropFirst()).allSatisfy { $0 >= $1 }
  }

  /// Whether each gap is smaller than the one before, or each larger.
  private static func isStrict(_ gaps: [Money?]) -> Bool {
    let values = gaps.compactMap { $0 }
    let pairs = zip(values, values.dropFirst())
    return values.count == gaps.count
      && (pairs.allSatisfy { $0 > $1 } || pairs.allSatisfy { $0 < $1 })
  }

  /// Of all that was looked at within the limits, the fewest steps that leave least.
  private func least(_ limits: ClosedRange<Int>) -> Int {
    var best: (steps: Int, gap: Money)?
    let places = known.keys.filter(limits.contains)
      .sorted { ($0.magnitude, $0) < ($1.magnitude, $1) }
    for steps in places {
      guard let gap = known[steps] ?? nil else { continue }
      if best.map({ gap < $0.gap }) ?? true { best = (steps, gap) }
    }
    return best?.steps ?? 0
  }
}
