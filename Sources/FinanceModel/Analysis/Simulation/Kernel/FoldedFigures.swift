/// Figures of a draw, split by what they depend on.
///
/// What depends on one input, or on a few with small grids, is a function of their positions: it is
/// worked out once for each and looked up. All such parts of a figure are added up beforehand, so a
/// year's gap is a sum of a few table entries, and only what truly mixes many inputs is left to a
/// program.
struct FoldedFigures: Sendable {
  /// A part of all figures, by the position of a selector.
  struct Table: Sendable {
    let selector: Int
    /// The figures of the first position, then those of the second, in `unit`.
    var entries: [Int64]
  }

  /// A part of one figure that the program works out.
  struct Rest: Sendable {
    let figure: Int
    let register: BlockProgram.Register
    /// In trillionths.
    let factor: Int128
    let range: ClosedRange<Int128>
  }

  /// What every part of every figure is a multiple of, in trillionths; the constants need not be.
  let unit: Int128
  /// One for each figure, in trillionths.
  let constants: [Int128]
  private(set) var tables: [Table] = []
  private(set) var rest: [Rest] = []
  let program: BlockProgram
  /// The groups of inputs whose positions tables and program need.
  private(set) var selectors: [InputGroup] = []

  /// The most combinations of a group.
  private static let mostRows = 1 << 16
  /// The most entries of all tables together: packed they are a megabyte, and stay in a near cache.
  private static let mostEntries = 1 << 18
  /// Groups are joined up to so many combinations, although no figure needs them together.
  private static let joining = 1 << 10
  /// The most combinations for which a part of the program is looked up.
  private static let mostLeafRows = 1 << 12

  init(_ graph: KernelGraph, _ figures: [NodeSum], points: [InputPoints]) {
    let sizes = points.map(\.values.count)
    let tabulator = Tabulator(graph, points: points)
    constants = figures.map(\.constant)
    unit = NodeSum.unit(of: figures.map { figure in figure + NodeSum(-figure.constant) })
    let entries = FoldedFigures.mostEntries / max(figures.count, 1)
    let sets = Set(figures.flatMap(\.terms).map { graph[$0.node].inputs })
    let groups = InputGroup.groups(
      of: sets, sizes: sizes, limit: FoldedFigures.mostRows, room: entries,
      joining: min(FoldedFigures.joining, entries))
    var found: [(group: InputGroup, entries: [Int64])] = []
    var isFolded: Set<Int> = []
    for group in groups {
      let own = figures.map { figure in
        figure.terms.filter { term in
          !isFolded.contains(term.node) && group.holds(graph[term.node].inputs)
        }
      }
      guard let entries = tabulator.folded(own, over: group, unit: unit) else { continue }
      found.append((group, entries))
      isFolded.formUnion(own.joined().map(\.node))
    }
    var selectors = found.map(\.group)
    let targets = Set(figures.flatMap(\.terms).map(\.node)).subtracting(isFolded).sorted()
    let leaves = tabulator.leaves(
      of: targets, selectors: &selectors, limit: FoldedFigures.mostLeafRows)
    program = BlockProgram(graph, targets: targets, leaves: leaves)
    self.selectors = selectors
    tables = found.enumerated().map { Table(selector: $0, entries: $1.entries) }
    let registers = Dictionary(uniqueKeysWithValues: zip(targets, program.results))
    for (figure, sum) in figures.enumerated() {
      for term in sum.terms {
        guard let register = registers[term.node] else { continue }
        rest.append(
          Rest(
            figure: figure, register: register, factor: term.factor,
            range: graph[term.node].range))
      }
    }
  }
}
