/// The tables of folded figures in short words, four years to a vector, each entry counted from the least.
///
/// So a figure is the number of its bin: what it lies above its bound, in units. There are such only
/// where the bounds prove that no figure leaves its word, and no sum of all figures reaches 2^31.
struct PackedFigures<Word: PackedWord>: Sendable {
  typealias Vector = SIMD4<Word>

  /// How many vectors hold the figures of one draw.
  let width: Int
  let tables: [(selector: Int, rows: [Vector])]
  /// What every draw begins with: the program's parts are counted from their least as well.
  let start: [Vector]
  /// The numbers that the program works out, with their factors in each figure.
  let rest: [(register: BlockProgram.Register, factors: [Vector])]

  init?(_ figures: FoldedFigures, _ bounds: FoldedFigures.Bounds) {
    let ranges = bounds.figures.map { ($0.upperBound - $0.lowerBound) / figures.unit }
    guard ranges.allSatisfy({ $0 <= Int128(Word.max) }), ranges.reduce(0, +) < 1 << 31 else {
      return nil
    }
    guard let parts = PackedRest.all(figures) else { return nil }
    let width = (figures.constants.count + 3) / 4
    var start = Array(repeating: Vector(), count: width)
    var rest: [(register: BlockProgram.Register, factors: [Vector])] = []
    var places: [BlockProgram.Register: Int] = [:]
    for part in parts {
      // A number of more than a word is cut off: the figure fits, so sums of what is left are right.
      let (place, lane) = (part.figure / 4, part.figure % 4)
      start[place][lane] &-= Word(truncatingIfNeeded: part.least)
      let known = places[part.register] ?? rest.count
      if known == rest.count {
        places[part.register] = known
        rest.append((part.register, Array(repeating: Vector(), count: width)))
      }
      rest[known].factors[place][lane] &+= Word(truncatingIfNeeded: part.factor)
    }
    self.width = width
    self.start = start
    self.rest = rest
    tables = zip(figures.tables, bounds.least).map { table, least in
      (table.selector, PackedFigures.packed(table.entries, least))
    }
  }

  /// The entries of a table counted from the least of each figure, in whole vectors.
  private static func packed(_ entries: [Int64], _ least: [Int64]) -> [Vector] {
    let count = least.count
    let lanes = (count + 3) / 4 * Vector.scalarCount
    var rows = Array(repeating: Vector(), count: entries.count / count * lanes / 4)
    rows.withUnsafeMutableBytes { bytes in
      let numbers = bytes.assumingMemoryBound(to: Word.self)
      entries.withUnsafeBufferPointer { entries in
        var (from, to) = (0, 0)
        while from < entries.count {
          for figure in 0..<count {
            numbers[to + figure] = Word(truncatingIfNeeded: entries[from + figure] - least[figure])
          }
          from += count
          to += lanes
        }
      }
    }
    return rows
  }
}

/// What a figure is counted in: 16 bits, so that tables stay in the nearest caches, else 32.
protocol PackedWord: FixedWidthInteger, UnsignedInteger, SIMDScalar, Codable, Sendable
where SIMD4Storage: Sendable {}

extension UInt16: PackedWord {}
extension UInt32: PackedWord {}

/// A part of one figure that the program works out: number × factor - least.
struct PackedRest: Sendable {
  let figure: Int
  let register: BlockProgram.Register
  let factor: Int64
  let least: Int64

  /// The parts of some figures; nil where one may be too large on the way.
  static func all(_ figures: FoldedFigures) -> [PackedRest]? {
    var rest: [PackedRest] = []
    for part in figures.rest {
      let factor = part.factor / figures.unit
      let ends = [part.range.lowerBound, part.range.upperBound].map {
        $0.multipliedReportingOverflow(by: factor)
      }
      guard !part.register.isWide, !ends.contains(where: \.overflow),
        BlockProgram.isNarrow(min(ends[0].0, ends[1].0)...max(ends[0].0, ends[1].0))
      else { return nil }
      rest.append(
        PackedRest(
          figure: part.figure, register: part.register, factor: Int64(factor),
          least: Int64(min(ends[0].0, ends[1].0))))
    }
    return rest
  }
}
