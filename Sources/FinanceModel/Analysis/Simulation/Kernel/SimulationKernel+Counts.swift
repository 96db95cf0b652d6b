import Dispatch
import Synchronization

/// Runs of draws on all cores. No number of threads changes what is counted: counts add up.
extension SimulationKernel {
  /// The most bins of all threads together.
  private static let mostBins = 1 << 21
  /// How many draws a thread takes at a time.
  private static let portion: UInt64 = 1 << 12
  /// After so many draws `progress` is asked.
  private static let slice: UInt64 = 1 << 16

  /// Counts what comes out of some draws.
  ///
  /// `progress` is told on the calling thread how many are done; where it says no, the run stops.
  func counts(
    _ draws: Range<UInt64>, seed: UInt64, threads: Int, ranks: [UInt64] = [],
    progress: (_ done: UInt64) -> Bool = { _ in true }
  ) -> Run {
    let layout = CountingLayout(self)
    guard layout.isNarrow, reserves.figureCount == 0, let packed = PackedFigures(figures),
      let reserve = PackedReserve(self, layout)
    else {
      return wideCounts(draws, seed: seed, threads: threads, layout, ranks, progress)
    }
    let counters = (0..<SimulationKernel.affordable(threads, bins: layout.binCount)).map { _ in
      PackedCounter(self, packed, layout, reserve, seed: seed)
    }
    let isDone = SimulationKernel.eachBlock(draws, threads: counters.count, progress) {
      counters[$0].count($1, $2)
    }
    if !isDone { return .stopped }
    if let draw = counters.compactMap(\.fault).min() { return .fault(draw: draw) }
    func empty(_ series: [CountingLayout.Series]) -> [[UInt64]] {
      series.map { Array(repeating: 0, count: Int($0.binCount.value)) }
    }
    var total = (
      annual: empty(layout.annual), cumulative: empty(layout.cumulative), everyYear: UInt64(0)
    )
    for counter in counters { counter.add(to: &total) }
    let all = draws.upperBound - draws.lowerBound
    func histograms(
      _ series: [CountingLayout.Series], _ counts: [[UInt64]]
    ) -> [Histogram] {
      zip(series, counts).map { series, counts in
        Histogram(
          first: series.first.value, step: layout.unit.value,
          counts: series.isConstant ? [all] : counts)
      }
    }
    return .counts(
      SimulationCounts(
        draws: draws,
        histograms(layout.annual, total.annual) + histograms(layout.cumulative, total.cumulative),
        everyYear: total.everyYear, reservesLast: lasting(counters.map(\.lasting))))
  }

  /// As many threads as have room for bins of their own within 8 MB; more change nothing but time.
  static func affordable(_ threads: Int, bins: Int) -> Int {
    max(1, min(threads, mostBins / max(bins, 1)))
  }

  /// The counts of all threads added, by year; nil for a plan without reserves.
  func lasting(_ counts: [[UInt64]]) -> [UInt64]? {
    if case .none = reserves { return nil }
    return (0..<yearCount).map { year in counts.reduce(0) { $0 + $1[year] } }
  }

  /// Hands blocks of draws to threads until all are done; false where `progress` stops it.
  static func eachBlock(
    _ draws: Range<UInt64>, threads: Int, _ progress: (_ done: UInt64) -> Bool,
    _ work: @Sendable (_ thread: Int, _ first: UInt64, _ count: Int) -> Void
  ) -> Bool {
    var start = draws.lowerBound
    while start < draws.upperBound {
      let end = start + min(slice, draws.upperBound - start)
      let next = Atomic<UInt64>(start)
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        while true {
          let first = next.add(portion, ordering: .relaxed).oldValue
          if first >= end { return }
          let last = min(first + portion, end)
          for block in stride(from: first, to: last, by: BlockProgram.blockSize) {
            work(thread, block, min(BlockProgram.blockSize, Int(last - block)))
          }
        }
      }
      start = end
      if !progress(start - draws.lowerBound) { return false }
    }
    return true
  }
}

extension SimulationCounts {
  /// The series in the order in which the kernel has them: annual by year, then cumulative by year.
  init(
    draws: Range<UInt64>, _ series: [Histogram], everyYear: UInt64, reservesLast: [UInt64]?
  ) {
    self.init(
      draws: draws, annual: Array(series[..<(series.count / 2)]),
      cumulative: Array(series[(series.count / 2)...]), everyYear: everyYear,
      reservesLast: reservesLast)
  }
}
