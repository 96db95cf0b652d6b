import Dispatch
import Synchronization

/// Runs of draws on all cores. No number of threads changes what is counted: counts add up.
extension SimulationKernel {
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
    guard layout.isNarrow, let packed = PackedFigures(figures) else {
      return wideCounts(draws, seed: seed, threads: threads, layout, ranks, progress)
    }
    let counters = (0..<max(threads, 1)).map { _ in
      PackedCounter(self, packed, layout, seed: seed)
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
        draws: draws, annual: histograms(layout.annual, total.annual),
        cumulative: histograms(layout.cumulative, total.cumulative), everyYear: total.everyYear,
        reservesLast: nil))
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
