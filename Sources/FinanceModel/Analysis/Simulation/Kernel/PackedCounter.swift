/// Counts draws from packed tables: one thread's part of the work, with bins of its own.
///
/// Only one thread ever uses it at a time, which the compiler cannot see.
final class PackedCounter: @unchecked Sendable {
  private let kernel: SimulationKernel
  private let packed: PackedFigures
  private let sampler: DrawSampler
  private let machine: BlockMachine?
  private let values: UnsafeMutablePointer<PackedFigures.Vector>
  private let sums: UnsafeMutablePointer<UInt32>
  private let balances: UnsafeMutablePointer<UInt32>
  private let years: [Year]
  private let reserve: PackedReserve
  private var everyYear: UInt64 = 0
  /// For each year, in how many draws the reserves have lasted to its end.
  private(set) var lasting: [UInt64]
  private var taken: [Int64] = []
  /// The first draw without a value.
  private(set) var fault: UInt64?

  /// The bins of a year's two series; nil for one that needs none, as it never changes or is another's.
  private struct Year {
    let annual: Bins?
    let cumulative: Bins?
    /// The running sum of the bins of the annual gaps less this is the bin of the cumulative gap.
    let shift: UInt32
    /// The last bin of the cumulative gap that is nil or below, on the running sum, plus 1.
    let nilEnd: UInt32
  }

  private struct Bins {
    let counts: UnsafeMutablePointer<UInt32>
    let count: Int

    init?(_ series: CountingLayout.Series) {
      if series.isConstant { return nil }
      count = Int(series.binCount.value)
      counts = .allocate(capacity: count)
      counts.initialize(repeating: 0, count: count)
    }
  }

  init(
    _ kernel: SimulationKernel, _ packed: PackedFigures, _ layout: CountingLayout,
    _ reserve: PackedReserve, seed: UInt64
  ) {
    self.kernel = kernel
    self.packed = packed
    self.reserve = reserve
    lasting = Array(repeating: 0, count: kernel.yearCount)
    sampler = DrawSampler(kernel.inputs, seed: seed, selectors: kernel.figures.selectors)
    machine = packed.rest.isEmpty ? nil : BlockMachine(kernel.figures.program)
    values = .allocate(capacity: BlockProgram.blockSize * packed.width)
    sums = .allocate(capacity: BlockProgram.blockSize)
    balances = .allocate(capacity: BlockProgram.blockSize)
    let unit = layout.unit.value
    var start = kernel.base.value
    years = zip(layout.annual, layout.cumulative).enumerated().map { year, series in
      start += series.0.first.value
      let first = series.1.first.value
      // In whole bins above the first, rounded down: -1 where no value is nil or below.
      let toNil = first > 0 ? -1 : -first / unit
      let shift = (first - start) / unit
      return Year(
        annual: Bins(series.0), cumulative: year == 0 ? nil : Bins(series.1),
        shift: UInt32(shift),
        nilEnd: UInt32(min(max(shift + toNil + 1, 0), Int128(UInt32.max))))
    }
  }

  deinit {
    values.deallocate()
    sums.deallocate()
    balances.deallocate()
    for year in years {
      year.annual?.counts.deallocate()
      year.cumulative?.counts.deallocate()
    }
  }

  /// Counts so many draws, at most a block, from the first on.
  func count(_ first: UInt64, _ count: Int) {
    sampler.draw(first, count)
    addUp(count)
    let stride = packed.width * PackedFigures.Vector.scalarCount
    values.withMemoryRebound(to: UInt32.self, capacity: count * stride) { values in
      tally(values, stride, count)
      if let place = kernel.faultPlace, fault == nil {
        fault = (0..<count).first { values[$0 * stride + place] != 0 }.map { first + UInt64($0) }
      }
    }
  }

  // MARK: Figures

  private func addUp(_ count: Int) {
    let width = packed.width
    values.update(repeating: PackedFigures.Vector(), count: count * width)
    for (selector, rows) in packed.tables {
      let positions = sampler.selectors[selector]
      rows.withUnsafeBufferPointer { rows in
        guard let rows = rows.baseAddress else { return }
        if width == 1 {
          for draw in 0..<count { values[draw] &+= rows[Int(positions[draw])] }
        } else {
          for draw in 0..<count {
            let (row, value) = (rows + Int(positions[draw]) * width, values + draw * width)
            for place in 0..<width { value[place] &+= row[place] }
          }
        }
      }
    }
    guard let machine else { return }
    machine.run(count, sampler.selectors)
    for part in packed.rest {
      let numbers = machine.numbers(part.register)
      let (place, lane) = (part.figure / 4, part.figure % 4)
      for draw in 0..<count {
        let number = numbers[draw] &* part.factor &- part.least
        values[draw * width + place][lane] &+= UInt32(truncatingIfNeeded: number)
      }
    }
  }

  // MARK: Counting

  private func tally(_ values: UnsafeMutablePointer<UInt32>, _ stride: Int, _ count: Int) {
    sums.update(repeating: 0, count: count)
    if !reserve.years.isEmpty { taken = Array(repeating: 0, count: count) }
    balances.update(repeating: 1, count: count)
    for (place, year) in years.enumerated() {
      let own = values + place
      if let annual = year.annual {
        for draw in 0..<count { annual.counts[Int(own[draw &* stride])] &+= 1 }
      }
      for draw in 0..<count {
        sums[draw] &+= own[draw &* stride]
        balances[draw] &= sums[draw] < year.nilEnd ? 1 : 0
      }
      if let cumulative = year.cumulative {
        let counts = cumulative.counts - Int(year.shift)
        for draw in 0..<count { counts[Int(sums[draw])] &+= 1 }
      }
      if !reserve.years.isEmpty { lasting[place] += last(place, year.shift, count) }
    }
    var balanced: UInt32 = 0
    for draw in 0..<count { balanced &+= balances[draw] }
    everyYear += UInt64(balanced)
  }

  /// In how many draws the reserve lasts to the end of a year, and of all years before it.
  private func last(_ year: Int, _ shift: UInt32, _ count: Int) -> UInt64 {
    let (first, planned) = reserve.years[year]
    let start = first - Int64(shift)
    var found: UInt64 = 0
    for draw in 0..<count where taken[draw] >= 0 {
      taken[draw] += max(start + Int64(sums[draw]), 0)
      if taken[draw] <= planned {
        found += 1
      } else {
        taken[draw] = -1
      }
    }
    return found
  }

  // MARK: Results

  /// Adds this thread's counts to others: annual, cumulative, and draws that balance in every year.
  func add(to total: inout (annual: [[UInt64]], cumulative: [[UInt64]], everyYear: UInt64)) {
    total.everyYear += everyYear
    for (place, year) in years.enumerated() {
      add(year.annual, to: &total.annual[place])
      add(place == 0 ? year.annual : year.cumulative, to: &total.cumulative[place])
    }
  }

  private func add(_ bins: Bins?, to counts: inout [UInt64]) {
    guard let bins else { return }
    for bin in 0..<bins.count { counts[bin] += UInt64(bins.counts[bin]) }
  }
}
