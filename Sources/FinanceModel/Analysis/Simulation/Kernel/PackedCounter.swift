/// Counts draws from packed tables: one thread's part of the work, with bins of its own.
///
/// Only one thread ever uses it at a time, which the compiler cannot see.
final class PackedCounter<Word: PackedWord>: @unchecked Sendable {
  private let kernel: SimulationKernel
  private let packed: PackedFigures<Word>
  private let sampler: DrawSampler
  private let machine: BlockMachine?
  private let values: UnsafeMutablePointer<PackedFigures<Word>.Vector>
  private let sums: UnsafeMutablePointer<Int32>
  private let balances: UnsafeMutablePointer<Int32>
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
    let shift: Int32
    /// The last bin of the cumulative gap that is nil or below, on the running sum, plus 1.
    let nilEnd: Int32
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
    _ kernel: SimulationKernel, _ packed: PackedFigures<Word>, _ layout: CountingLayout,
    _ reserve: PackedReserve, _ guided: [GuidedInput]
  ) {
    self.kernel = kernel
    self.packed = packed
    self.reserve = reserve
    lasting = Array(repeating: 0, count: kernel.yearCount)
    sampler = DrawSampler(guided, selectors: kernel.figures.selectors)
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
        shift: Int32(shift),
        nilEnd: Int32(min(max(shift + toNil + 1, 0), Int128(Int32.max))))
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
    let stride = packed.width * PackedFigures<Word>.Vector.scalarCount
    values.withMemoryRebound(to: Word.self, capacity: count * stride) { values in
      tally(values, stride, count)
      if let place = kernel.faultPlace, fault == nil {
        fault = (0..<count).first { values[$0 * stride + place] != 0 }.map { first + UInt64($0) }
      }
    }
  }

  // MARK: Figures

  private func addUp(_ count: Int) {
    let (width, values) = (packed.width, values)
    begin(count)
    for (selector, rows) in packed.tables {
      let positions = sampler.selectors[selector]
      rows.withUnsafeBufferPointer { rows in
        guard let rows = rows.baseAddress else { return }
        if width == 1 {
          for draw in 0..<count { values[draw] &+= rows[Int(positions[draw])] }
        } else {
          for draw in 0..<count {
            let (from, to) = (rows + Int(positions[draw]) &* width, values + draw &* width)
            for place in 0..<width { to[place] &+= from[place] }
          }
        }
      }
    }
    guard let machine else { return }
    machine.run(count, sampler.selectors)
    for (register, factors) in packed.rest {
      let numbers = machine.numbers(register)
      for (place, factor) in factors.enumerated() where factor != PackedFigures<Word>.Vector() {
        for draw in 0..<count {
          let number = Word(truncatingIfNeeded: numbers[draw])
          values[draw &* width &+ place] &+= PackedFigures<Word>.Vector(repeating: number) &* factor
        }
      }
    }
  }

  private func begin(_ count: Int) {
    if packed.width == 1 {
      values.update(repeating: packed.start[0], count: count)
    } else {
      for draw in 0..<count {
        for place in 0..<packed.width {
          values[draw &* packed.width &+ place] = packed.start[place]
        }
      }
    }
  }

  // MARK: Counting

  private func tally(_ values: UnsafeMutablePointer<Word>, _ stride: Int, _ count: Int) {
    let (sums, balances) = (sums, balances)
    sums.update(repeating: 0, count: count)
    if !reserve.years.isEmpty { taken = Array(repeating: 0, count: count) }
    balances.update(repeating: 1, count: count)
    for (place, year) in years.enumerated() {
      let own = values + place
      let annual = year.annual?.counts
      let cumulative = year.cumulative.map { $0.counts - Int(year.shift) }
      switch (annual, cumulative) {
      case (let annual?, let cumulative?):
        for draw in 0..<count {
          let bin = Int(truncatingIfNeeded: own[draw &* stride])
          let sum = Int(sums[draw]) &+ bin
          sums[draw] = Int32(truncatingIfNeeded: sum)
          annual[bin] &+= 1
          cumulative[sum] &+= 1
        }
      default:
        for draw in 0..<count {
          let bin = Int(truncatingIfNeeded: own[draw &* stride])
          sums[draw] &+= Int32(truncatingIfNeeded: bin)
          if let annual { annual[bin] &+= 1 }
          if let cumulative { cumulative[Int(sums[draw])] &+= 1 }
        }
      }
      let nilEnd = year.nilEnd
      for draw in 0..<count { balances[draw] &= sums[draw] < nilEnd ? 1 : 0 }
      if !reserve.years.isEmpty { lasting[place] += last(place, year.shift, count) }
    }
    var balanced: Int32 = 0
    for draw in 0..<count { balanced &+= balances[draw] }
    everyYear += UInt64(balanced)
  }

  /// In how many draws the reserve lasts to the end of a year, and of all years before it.
  private func last(_ year: Int, _ shift: Int32, _ count: Int) -> UInt64 {
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
    counts.withUnsafeMutableBufferPointer { counts in
      for bin in 0..<bins.count { counts[bin] &+= UInt64(bins.counts[bin]) }
    }
  }
}
