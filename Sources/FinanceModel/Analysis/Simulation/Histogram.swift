/// How often each value of one series came out in some draws, exactly.
///
/// One window holds every value. A series of very many values, counted in two passes, has windows
/// around the ranks that were asked for, and knows how many draws lie below each.
struct Histogram: Hashable, Sendable {
  let windows: [Window]
  let draws: UInt64
  /// How many of the values are nil or below.
  let atMostNil: UInt64
  /// All the values added, in trillionths.
  let sum: Trillionths
  let moments: Moments

  /// The most bins that all series of a simulation have in one window each.
  static let mostBins = 1_000_000

  init(
    windows: [Window], draws: UInt64, atMostNil: UInt64, sum: Int128, moments: Moments
  ) {
    self.windows = windows
    self.draws = draws
    self.atMostNil = atMostNil
    self.sum = Trillionths(sum)
    self.moments = moments
  }

  /// All the values in one window.
  init(_ window: Window) {
    var (draws, atMostNil): (UInt64, UInt64) = (0, 0)
    var sum: Int128 = 0
    let least = window.least
    var moments = Moments(unit: window.unit)
    window.eachValue { value, count in
      draws += count
      if value <= 0 { atMostNil += count }
      sum += value * Int128(count)
      moments.add((value - least).magnitude / moments.unit.value.magnitude, count: count)
    }
    self.init(
      windows: [window], draws: draws, atMostNil: atMostNil, sum: sum, moments: moments)
  }

  /// Values in steps from the first, with how often each came out.
  ///
  /// It has millions of bins at the most, so that their numbers and sums of them fit small words.
  init(first: Int128, step: Int128, counts: [UInt64]) {
    let belowOrNil = first > 0 ? 0 : Int(clamping: -first / step) + 1
    var (draws, atMostNil): (UInt64, UInt64) = (0, 0)
    var (sum, squares): (UInt128, UInt128) = (0, 0)
    counts.withUnsafeBufferPointer { counts in
      for bin in counts.indices where counts[bin] > 0 {
        let (number, count) = (UInt64(bin), counts[bin])
        draws += count
        if bin < belowOrNil { atMostNil += count }
        sum += UInt128(number * count)
        squares += UInt128(number * number) * UInt128(count)
      }
    }
    let window = Window(
      values: .steps(first: Trillionths(first), step: Trillionths(step)), counts: counts)
    self.init(
      windows: [window], draws: draws, atMostNil: atMostNil,
      sum: first * Int128(draws) + step * Int128(sum),
      moments: Moments(unit: step, draws: draws, sum: sum, squares: squares))
  }

  /// Values as they came out, in any order.
  init(_ counts: [Trillionths: UInt64]) {
    let sorted = counts.sorted { $0.key.value < $1.key.value }
    self.init(Window(values: .listed(sorted.map(\.key)), counts: sorted.map(\.value)))
  }

  /// Whether every value is in it, so that it can be added to others.
  var isWhole: Bool { windows.count == 1 && windows[0].total == draws }

  /// The value at a rank, counted from 1 at the smallest; nil where it is in no window.
  func value(atRank rank: UInt64) -> Money? {
    for window in windows {
      if let place = window.place(atRank: rank) { return Money(trillionths: window.value(place)) }
    }
    return nil
  }

  /// The mean of all values, rounded once, half away from zero.
  var mean: Money {
    guard draws > 0 else { return .zero }
    let (sum, count) = (sum.value, Int128(draws))
    let rounded = FixedPoint.round(sum, toMultipleOf: count) / count
    return Money(trillionths: rounded)
  }

  /// The two together. Both have to be whole.
  func merged(with other: Histogram) -> Histogram {
    var counts: [Trillionths: UInt64] = [:]
    for window in windows + other.windows {
      window.eachValue { value, count in counts[Trillionths(value), default: 0] += count }
    }
    return Histogram(counts)
  }
}

/// Neighbouring values of a series, ascending, with how often each came out.
struct Window: Hashable, Sendable {
  enum Values: Hashable, Sendable {
    /// The first and the distance to the next.
    case steps(first: Trillionths, step: Trillionths)
    case listed([Trillionths])
  }

  let values: Values
  let counts: [UInt64]
  /// How many draws lie below the window.
  let below: UInt64
  /// How many lie in each stretch of values, so that a rank is found without counting through all.
  private let stretches: [UInt64]

  private static let stretch = 256

  init(values: Values, counts: [UInt64], below: UInt64 = 0) {
    self.values = values
    self.counts = counts
    self.below = below
    stretches = stride(from: 0, to: counts.count, by: Window.stretch).map { first in
      counts[first..<min(first + Window.stretch, counts.count)].reduce(0, &+)
    }
  }

  var total: UInt64 { stretches.reduce(0, +) }

  /// The position of the value at a rank; nil where the window does not reach it.
  func place(atRank rank: UInt64) -> Int? {
    guard rank > below else { return nil }
    var left = rank - below
    var place = 0
    for count in stretches {
      if left <= count { break }
      left -= count
      place += Window.stretch
    }
    while place < counts.count {
      if left <= counts[place] { return place }
      left -= counts[place]
      place += 1
    }
    return nil
  }

  /// The value at a position among the counts.
  func value(_ place: Int) -> Int128 {
    switch values {
    case .steps(let first, let step): first.value + step.value * Int128(place)
    case .listed(let values): values[place].value
    }
  }

  /// Each value that came out, with how often.
  func eachValue(_ body: (_ value: Int128, _ count: UInt64) -> Void) {
    switch values {
    case .steps(let first, let step):
      var value = first.value
      let step = step.value
      for count in counts {
        if count > 0 { body(value, count) }
        value += step
      }
    case .listed(let values):
      for (value, count) in zip(values, counts) where count > 0 { body(value.value, count) }
    }
  }

  /// The smallest value of the window, whether it came out or not.
  fileprivate var least: Int128 {
    switch values {
    case .steps(let first, _): first.value
    case .listed(let values): values.first?.value ?? 0
    }
  }

  /// What all differences of its values are whole numbers of.
  fileprivate var unit: Int128 {
    switch values {
    case .steps(_, let step): step.value
    case .listed: 1
    }
  }
}
