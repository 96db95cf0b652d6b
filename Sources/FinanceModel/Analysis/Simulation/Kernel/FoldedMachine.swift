/// Works out folded figures in full, draw by draw, for what does not fit packed tables.
final class FoldedMachine {
  let figures: FoldedFigures
  private let machine: BlockMachine
  private var sums: [Int128]

  init(_ figures: FoldedFigures) {
    self.figures = figures
    machine = BlockMachine(figures.program)
    sums = Array(repeating: 0, count: figures.constants.count)
  }

  /// Gives every figure of each draw of a block, in trillionths; a selector has a position for each draw.
  func run(
    _ count: Int, _ selectors: [UnsafeMutablePointer<Int32>],
    _ body: (_ draw: Int, _ figures: [Int128]) -> Void
  ) {
    machine.run(count, selectors)
    let width = sums.count
    for draw in 0..<count {
      for figure in 0..<width { sums[figure] = 0 }
      for table in figures.tables {
        let row = Int(selectors[table.selector][draw]) * width
        for figure in 0..<width { sums[figure] += Int128(table.entries[row + figure]) }
      }
      for figure in 0..<width {
        sums[figure] = sums[figure] * figures.unit + figures.constants[figure]
      }
      for part in figures.rest {
        sums[part.figure] += machine.value(part.register, draw) * part.factor
      }
      body(draw, sums)
    }
  }
}
