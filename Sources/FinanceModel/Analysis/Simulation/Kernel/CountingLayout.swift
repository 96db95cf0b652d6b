/// How the values of each series are laid on bins: the annual remaining gaps, then the cumulative ones.
///
/// It follows from the compiled plan alone, so that no number of threads or draws changes it.
struct CountingLayout: Sendable {
  struct Series: Sendable {
    /// The value of the first bin, in trillionths.
    let first: Trillionths
    /// How many bins reach up to the last value that there can be.
    let binCount: Trillionths

    /// Whether it is the same in every draw.
    var isConstant: Bool { binCount.value == 1 }
  }

  /// The distance from one bin to the next, in trillionths.
  let unit: Trillionths
  let annual: [Series]
  let cumulative: [Series]

  init(_ kernel: SimulationKernel, _ bounds: FoldedFigures.Bounds) {
    let figures = kernel.figures
    unit = Trillionths(figures.unit)
    func series(_ bounds: [ClosedRange<Int128>], from base: Int128) -> [Series] {
      bounds.map { bounds in
        let count = (bounds.upperBound - bounds.lowerBound) / figures.unit + 1
        return Series(
          first: Trillionths(base + bounds.lowerBound), binCount: Trillionths(count))
      }
    }
    annual = series(Array(bounds.figures.prefix(kernel.yearCount)), from: 0)
    cumulative = series(bounds.running, from: kernel.base.value)
  }

  /// Whether all series together have few enough bins to count each value at once.
  var isNarrow: Bool { allBins <= Int128(Histogram.mostBins) }

  /// How many bins all series have together; only where they are narrow.
  var binCount: Int { Int(allBins) }

  private var allBins: Int128 {
    (annual + cumulative).reduce(Int128(0)) { $0 + $1.binCount.value }
  }
}
