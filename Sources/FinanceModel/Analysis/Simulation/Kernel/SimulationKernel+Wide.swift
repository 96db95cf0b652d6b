/// Runs of draws whose values do not fit 32 bits, or are too many to count each.
///
/// Then draws are made again and again: first in coarse bins, then, around the ranks that are asked
/// for, in finer ones, until each bin is one value. Memory is the same for any number of draws.
extension SimulationKernel {
  func wideCounts(
    _ draws: Range<UInt64>, seed: UInt64, threads: Int, _ layout: CountingLayout,
    _ ranks: [UInt64], _ progress: (_ done: UInt64) -> Bool
  ) -> Run {
    let all = layout.annual + layout.cumulative
    let guided = inputs.map { GuidedInput($0, seed: seed) }
    let unit = layout.unit.value
    var windows = all.map { series in
      [
        CountingWindow(
          first: series.first.value, units: series.binCount.value, isExact: layout.isNarrow)
      ]
    }
    var first: (counts: [WideCounter.CountedSeries], everyYear: UInt64, lasting: [UInt64]?)?
    while true {
      let empty = zip(all, windows).map { series, windows in
        WideCounter.CountedSeries(
          windows, first: series.first.value, place: SimulationKernel.place(series, unit))
      }
      let bins = windows.joined().reduce(0) { $0 + $1.binCount }
      // Its bins are twice as wide.
      let counters = (0..<SimulationKernel.affordable(threads, bins: 2 * bins)).map { _ in
        WideCounter(self, empty, guided)
      }
      let isDone = SimulationKernel.eachBlock(draws, threads: counters.count, progress) {
        counters[$0].count($1, $2)
      }
      if !isDone { return .stopped }
      if let draw = counters.compactMap(\.fault).min() { return .fault(draw: draw) }
      var total = empty
      for counter in counters { counter.add(to: &total) }
      let found =
        first ?? (total, counters.reduce(0) { $0 + $1.everyYear }, lasting(counters.map(\.lasting)))
      first = found
      if windows.joined().allSatisfy({ $0.bits == 0 }) {
        return .counts(
          SimulationCounts(
            draws: draws, histograms(draws, windows, total, found.counts, unit),
            everyYear: found.everyYear, reservesLast: found.lasting))
      }
      windows = zip(windows, total).map { windows, counted in
        zip(windows, counted.counts).flatMap { window, counts in
          window.bits == 0 && windows.count == 1
            ? [window] : window.refined(counts, ranks: ranks, unit: unit)
        }
      }
    }
  }

  /// A unit of distances whose squares can be added: a multiple of the series' own below 2^47 of them.
  private static func place(_ series: CountingLayout.Series, _ unit: Int128) -> Int128 {
    var place = unit
    while series.binCount.value * unit / place >= 1 << 47 { place *= 2 }
    return place
  }

  private func histograms(
    _ draws: Range<UInt64>, _ windows: [[CountingWindow]], _ counted: [WideCounter.CountedSeries],
    _ first: [WideCounter.CountedSeries], _ unit: Int128
  ) -> [Histogram] {
    let count = draws.upperBound - draws.lowerBound
    return first.indices.map { place in
      let moments = Moments(
        unit: first[place].place, draws: count, sum: first[place].distances,
        squares: first[place].squares)
      return Histogram(
        windows: zip(windows[place], counted[place].counts).map { window, counts in
          Window(
            values: .steps(first: window.first, step: Trillionths(unit)), counts: counts,
            below: window.below)
        },
        draws: count, atMostNil: first[place].atMostNil, sum: first[place].sum, moments: moments)
    }
  }
}
