import Testing

@testable import FinanceModel

/// `ReserveDraws` held against one pot after another, filled and emptied pound by pound.
@Suite struct NaiveReservesTests {
  /// The closing balances and what was not met, in whole pounds.
  private func naive(
    _ planned: [[Int64]], _ gaps: [Int64], _ order: [Int]
  ) -> (closing: [[Int64]], notMet: [Int64]) {
    var held = planned.map { _ in Int64(0) }
    var closing = planned
    var notMet: [Int64] = []
    for year in gaps.indices {
      for reserve in planned.indices {
        held[reserve] += planned[reserve][year] - (year > 0 ? planned[reserve][year - 1] : 0)
      }
      var unmet: Int64 = 0
      for _ in 0..<max(0, gaps[year]) {
        if let reserve = order.first(where: { held[$0] > 0 }) {
          held[reserve] -= 1
        } else {
          unmet += 1
        }
      }
      if let last = order.last { held[last] -= unmet }
      notMet.append(unmet)
      for reserve in planned.indices { closing[reserve][year] = held[reserve] }
    }
    return (closing, notMet)
  }

  private func money(_ pounds: [Int64]) -> [Money] { pounds.map { Money(pounds: $0) } }

  @Test(arguments: 0..<200)
  func `any reserves close as pots that are emptied one after another`(seed: Int) {
    var chance = SplitMix64(seed: UInt64(seed))
    let years = Int.random(in: 1...6, using: &chance)
    let planned = (0..<Int.random(in: 1...4, using: &chance)).map { _ in
      (0..<years).map { _ in Int64.random(in: -20...60, using: &chance) }
    }
    let gaps = (0..<years).map { _ in Int64.random(in: -15...30, using: &chance) }
    let order = Array(planned.indices.shuffled(using: &chance).dropFirst(seed % 2))
    let draws = ReserveDraws(planned: planned.map(money), gaps: money(gaps), order: order)
    let expected = naive(planned, gaps, order)
    let (closing, notMet) = (expected.closing.map(money), money(expected.notMet))
    #expect(draws.closing == closing)
    #expect(draws.notMet == notMet)
    let least = draws.drawn.joined().min() ?? .zero
    #expect(least >= .zero)
  }
}
