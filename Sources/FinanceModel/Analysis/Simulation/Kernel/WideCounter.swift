/// Counts draws of figures too wide for packed tables, in windows: one thread's part of the work.
///
/// Only one thread ever uses it at a time, which the compiler cannot see.
final class WideCounter: @unchecked Sendable {
  private let kernel: SimulationKernel
  private let unit: Int128
  private let sampler: DrawSampler
  private let machine: FoldedMachine
  private var series: [CountedSeries]
  private(set) var everyYear: UInt64 = 0
  /// For each year, in how many draws the reserves have lasted to its end.
  private(set) var lasting: [UInt64]
  private var levels: [Int128]
  /// The first draw without a value.
  private(set) var fault: UInt64?

  /// What is counted of one series.
  struct CountedSeries: Sendable {
    let windows: [CountingWindow]
    var counts: [[UInt64]]
    var atMostNil: UInt64 = 0
    var sum: Int128 = 0
    /// The sums of the distances from the first value, in units of `place`, and of their squares.
    var distances: UInt128 = 0
    var squares: UInt128 = 0
    let first: Int128
    let place: Int128

    init(_ windows: [CountingWindow], first: Int128, place: Int128) {
      self.windows = windows
      self.first = first
      self.place = place
      counts = windows.map { Array(repeating: 0, count: $0.binCount) }
    }
  }

  init(_ kernel: SimulationKernel, _ series: [CountedSeries], _ guided: [GuidedInput]) {
    self.kernel = kernel
    self.series = series
    unit = kernel.figures.unit
    levels = Array(repeating: 0, count: kernel.yearCount)
    lasting = Array(repeating: 0, count: kernel.yearCount)
    sampler = DrawSampler(guided, selectors: kernel.figures.selectors)
    machine = FoldedMachine(kernel.figures)
  }

  /// Counts so many draws, at most a block, from the first on.
  func count(_ first: UInt64, _ count: Int) {
    sampler.draw(first, count)
    let years = kernel.yearCount
    machine.run(count, sampler.selectors) { place, figures in
      if let fault = kernel.faultPlace, self.fault == nil, figures[fault] != 0 {
        self.fault = first + UInt64(place)
      }
      var level = kernel.base.value
      var isBalanced = true
      for year in 0..<years {
        level += figures[year]
        levels[year] = level
        if level > 0 { isBalanced = false }
        series[year].add(figures[year], unit)
        series[years + year].add(level, unit)
      }
      if isBalanced { everyYear += 1 }
      for year in 0..<(kernel.reserves.yearsLasted(figures, gaps: levels) ?? 0) {
        lasting[year] += 1
      }
    }
  }

  /// Adds this thread's counts to others.
  func add(to total: inout [CountedSeries]) {
    for place in total.indices { total[place].add(series[place]) }
  }
}

extension WideCounter.CountedSeries {
  fileprivate mutating func add(_ value: Int128, _ unit: Int128) {
    for (place, window) in windows.enumerated() {
      let bin = ((value - window.first.value) / unit) >> Int128(window.bits)
      if value >= window.first.value, bin < Int128(window.binCount) {
        counts[place][Int(bin)] += 1
      }
    }
    if value <= 0 { atMostNil += 1 }
    sum += value
    let distance = ((value - first) / place).magnitude
    distances += distance
    squares += distance * distance
  }

  fileprivate mutating func add(_ other: Self) {
    atMostNil += other.atMostNil
    sum += other.sum
    distances += other.distances
    squares += other.squares
    for (place, own) in other.counts.enumerated() {
      for (bin, count) in own.enumerated() where count > 0 { counts[place][bin] += count }
    }
  }
}
