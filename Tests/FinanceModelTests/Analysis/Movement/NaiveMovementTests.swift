import Testing

@testable import FinanceModel

@Suite struct NaiveMovementTests {
  @Test(arguments: 0..<8)
  func `2,400 movements between random plans are what the rules worked out naively say`(batch: Int)
    throws
  {
    for number in 0..<300 {
      let seed = UInt64(batch * 300 + number)
      let pair = NaiveMovement(seed: seed, sameYears: seed.isMultiple(of: 3))
      let (old, new) = (try pair.old.question("old"), try pair.new.question("new"))
      let movement = try old.movement(to: new)
      try expectRows(movement, of: pair, seed)
      try expectGaps(movement, of: pair, seed)
      if seed.isMultiple(of: 4) { #expect(try new.movement(to: new).isEmpty, "seed \(seed)") }
      if pair.old.starts == pair.new.starts {
        try expectOpposite(movement, try new.movement(to: old), seed)
      }
    }
  }

  /// Every line that differs has its row, in the order of the new plan, and no other line has.
  private func expectRows(_ movement: Movement, of pair: NaiveMovement, _ seed: UInt64) throws {
    let rows = movement.carried + movement.rows
    let found = try rows.map { row in
      (
        row.id.name,
        NaiveMovement.Row(kind: row.kind, annual: try row.annual.map { try thousands($0.money) })
      )
    }
    #expect(Dictionary(uniqueKeysWithValues: found) == pair.rows, "seed \(seed)")
    let listed = movement.rows.map(\.id.name).filter { pair.new.line($0) != nil }
    #expect(listed == pair.new.order.filter(listed.contains), "seed \(seed)")
    let letters = movement.rows.map { $0.letter?.text }
    #expect(letters == rows.indices.prefix(letters.count).map { Movement.Letter.text($0 + 1) })
  }

  /// Opening and closing are the naive gaps, and what stands between them adds up.
  private func expectGaps(_ movement: Movement, of pair: NaiveMovement, _ seed: UInt64) throws {
    let rows = movement.carried + movement.rows
    let starts = Array(pair.new.starts)
    let start = pair.new.cumulative(starts[0] - 1) - pair.old.cumulative(starts[0] - 1)
    #expect(try thousands(movement.start) == start, "seed \(seed)")
    for (year, first) in starts.enumerated() {
      for effect in [Series.annual, .cumulative] {
        let opening = try thousands(movement.opening(effect).values[year])
        let closing = try thousands(movement.closing(effect).values[year])
        let isAnnual = effect == .annual
        #expect(opening == (isAnnual ? pair.old.annual(first) : pair.old.cumulative(first)))
        #expect(closing == (isAnnual ? pair.new.annual(first) : pair.new.cumulative(first)))
        let moved = try rows.reduce(0) { $0 + (try thousands($1.cells(effect)[year].money) ?? 0) }
        #expect((opening ?? 0) + (isAnnual ? 0 : start) + moved == closing, "seed \(seed)")
      }
    }
  }

  private func expectOpposite(_ there: Movement, _ back: Movement, _ seed: UInt64) throws {
    func cells(_ movement: Movement) throws -> [Identifier: [Int?]] {
      let rows = movement.carried + movement.rows
      return Dictionary(
        uniqueKeysWithValues: try rows.map {
          ($0.id, try $0.annual.map { try thousands($0.money) })
        })
    }
    let opposite = try cells(back).mapValues { $0.map { figure in figure.map { -$0 } } }
    #expect(try cells(there) == opposite, "seed \(seed)")
    #expect(there.start == -back.start, "seed \(seed)")
  }

  /// Whole £000; a fault where the amount is finer.
  private func thousands(_ money: Money?) throws -> Int? {
    guard let money else { return nil }
    let step = Unit.thousands.trillionths
    try #require(money.trillionths.isMultiple(of: step))
    return Int(money.trillionths / step)
  }

  @Test func `the random pairs hold every kind of row, and rows enough`() {
    var counts: [Movement.Kind: Int] = [:]
    for seed in UInt64(0)..<300 {
      let pair = NaiveMovement(seed: seed, sameYears: seed.isMultiple(of: 3))
      for row in pair.rows.values { counts[row.kind, default: 0] += 1 }
    }
    for kind in Movement.Kind.allCases { #expect(counts[kind] ?? 0 > 50, "\(kind): \(counts)") }
  }
}
