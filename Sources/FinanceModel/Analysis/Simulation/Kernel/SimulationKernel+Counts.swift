import Dispatch
import Synchronization

/// Runs of draws on all cores. No number of threads changes what is counted: counts add up.
extension SimulationKernel {
  /// The most bins of all threads together.
  private static let mostBins = 1 << 21
  /// How many draws a thread takes at a time.
  private static let portion: UInt64 = 1 << 12
  /// After so many draws `progress` is asked first; then seldomer, where they are quick.
  private static let firstSlice: UInt64 = 1 << 16

  /// Counts what comes out of some draws.
  ///
  /// `progress` is told on the calling thread how many are done; where it says no, the run stops.
  func counts(
    _ draws: Range<UInt64>, seed: UInt64, threads: Int, ranks: [UInt64] = [],
    progress: (_ done: UInt64) -> Bool = { _ in true }
  ) -> Run {
    let bounds = figures.bounds(years: yearCount)
    let layout = CountingLayout(self, bounds)
    // A bin is told from the least, so what tells a fault has to be nil where there is none.
    let tellsFaults = faultPlace.map { bounds.figures[$0].lowerBound == 0 } ?? true
    if layout.isNarrow, reserves.figureCount == 0, tellsFaults,
      let reserve = PackedReserve(self, layout)
    {
      let run = Draws(all: draws, seed: seed, threads: threads, layout: layout, reserve: reserve)
      if let packed = PackedFigures<UInt16>(figures, bounds) {
        return packedCounts(run, packed, progress)
      }
      if let packed = PackedFigures<UInt32>(figures, bounds) {
        return packedCounts(run, packed, progress)
      }
    }
    return wideCounts(draws, seed: seed, threads: threads, layout, ranks, progress)
  }

  /// What is counted, and how.
  private struct Draws {
    let all: Range<UInt64>
    let seed: UInt64
    let threads: Int
    let layout: CountingLayout
    let reserve: PackedReserve
  }

  private func packedCounts<Word: PackedWord>(
    _ run: Draws, _ packed: PackedFigures<Word>, _ progress: (_ done: UInt64) -> Bool
  ) -> Run {
    let layout = run.layout
    let guided = inputs.map { GuidedInput($0, seed: run.seed) }
    let threads = SimulationKernel.affordable(run.threads, bins: layout.binCount)
    let counters = (0..<threads).map { _ in
      PackedCounter(self, packed, layout, run.reserve, guided)
    }
    let isDone = SimulationKernel.eachBlock(run.all, threads: threads, progress) {
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
    let all = run.all.upperBound - run.all.lowerBound
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
        draws: run.all,
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
    let clock = ContinuousClock()
    var slice = firstSlice
    var start = draws.lowerBound
    while start < draws.upperBound {
      let begun = clock.now
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
      // Threads wait for each other at the end of a slice, so few are made where draws are quick.
      if clock.now - begun < .milliseconds(30) { slice *= 2 }
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
