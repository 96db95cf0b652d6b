/// The tables of folded figures in 32 bits, four years to a vector, each entry counted from the least.
///
/// So a figure is the number of its bin: what it lies above its bound, in units. There are such only
/// where the bounds prove that no sum of entries reaches 2^31.
struct PackedFigures: Sendable {
  typealias Vector = SIMD4<UInt32>

  /// How many vectors hold the figures of one draw.
  let width: Int
  let tables: [(selector: Int, rows: [Vector])]
  let rest: [Rest]

  /// A part that the program works out: number × factor - least.
  struct Rest: Sendable {
    let figure: Int
    let register: BlockProgram.Register
    let factor: Int64
    let least: Int64
  }

  init?(_ figures: FoldedFigures) {
    let count = figures.constants.count
    let bounds = figures.bounds(of: count, running: false)
    let range = bounds.reduce(Int128(0)) {
      $0 + ($1.upperBound - $1.lowerBound) / figures.unit
    }
    guard range < 1 << 31 else { return nil }
    width = (count + 3) / 4
    var rest: [Rest] = []
    for part in figures.rest {
      let factor = part.factor / figures.unit
      let ends = [part.range.lowerBound, part.range.upperBound].map {
        $0.multipliedReportingOverflow(by: factor)
      }
      guard !part.register.isWide, !ends.contains(where: \.overflow),
        BlockProgram.isNarrow(min(ends[0].0, ends[1].0)...max(ends[0].0, ends[1].0))
      else { return nil }
      rest.append(
        Rest(
          figure: part.figure, register: part.register, factor: Int64(factor),
          least: Int64(min(ends[0].0, ends[1].0))))
    }
    self.rest = rest
    tables = figures.tables.map { ($0.selector, PackedFigures.packed($0.entries, count)) }
  }

  /// The entries of a table counted from the least of each figure, in whole vectors.
  private static func packed(_ entries: [Int64], _ count: Int) -> [Vector] {
    var least = Array(repeating: Int64.max, count: count)
    for row in stride(from: 0, to: entries.count, by: count) {
      for figure in 0..<count { least[figure] = min(least[figure], entries[row + figure]) }
    }
    let lanes = (count + 3) / 4 * Vector.scalarCount
    var rows = Array(repeating: Vector(), count: entries.count / count * lanes / 4)
    rows.withUnsafeMutableBytes { bytes in
      let numbers = bytes.assumingMemoryBound(to: UInt32.self)
      var (from, to) = (0, 0)
      while from < entries.count {
        for figure in 0..<count {
          numbers[to + figure] = UInt32(truncatingIfNeeded: entries[from + figure] - least[figure])
        }
        from += count
        to += lanes
      }
    }
    return rows
  }
}
