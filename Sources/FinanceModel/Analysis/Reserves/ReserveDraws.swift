/// What a remaining gap takes from reserves: each year its cumulative amount, from one after another.
///
/// ```swift
/// let draws = ReserveDraws(planned: [[ten, ten, ten]], gaps: [two, three, three], order: [0])
/// draws.closing  // [[8, 5, 2]]
/// ```
///
/// A pure function of balances and gaps, cheap enough to be asked of every draw of a simulation:
/// compute for each draw the rows `Reserve.id` (the balances as planned) and the cumulative remaining
/// gap of each year, hand them in, and ask `firstBreach(below:)` whether the reserves last.
///
/// A reserve gives what it holds and no more, so that an empty one meets nothing. What all of them
/// cannot meet is `notMet`; it is charged to the last in the order, whose balance is below nil by it.
/// A surplus adds nothing to reserves.
public struct ReserveDraws: Hashable, Sendable {
  /// What is drawn for the gap, of each reserve in each year; never negative.
  public let drawn: [[Money]]
  /// What is left of each reserve at the end of each year; below nil where it is short.
  public let closing: [[Money]]
  /// What no reserve holds the money for, in each year.
  public let notMet: [Money]

  /// Meets the gaps of all years from the balances that are planned.
  ///
  /// `planned` has the closing balances of each reserve before any gap is met from it, one for each
  /// year; `gaps` the cumulative remaining gap of each year; `order` the positions of the reserves
  /// that meet it, the first drawn on first.
  public init(planned: [[Money]], gaps: [Money], order: [Int]) {
    var sums = [Money](repeating: .zero, count: planned.count)
    var drawn = planned.map { $0.map { _ in Money.zero } }
    var closing = planned
    var notMet: [Money] = []
    for (year, gap) in gaps.enumerated() {
      var need = max(.zero, gap)
      for reserve in order where need > .zero {
        let taken = min(need, max(.zero, planned[reserve][year] - sums[reserve]))
        drawn[reserve][year] = taken
        need = need - taken
      }
      if let last = order.last { drawn[last][year] += need }
      notMet.append(need)
      for reserve in planned.indices {
        sums[reserve] += drawn[reserve][year]
        closing[reserve][year] = planned[reserve][year] - sums[reserve]
      }
    }
    self.drawn = drawn
    self.closing = closing
    self.notMet = notMet
  }

  /// The first balance that is lower than it may be; nil where all of them last.
  ///
  /// `floors` has what each reserve must hold in each year: its minimum, or nil pounds. Of several
  /// in one year it is the first of them.
  public func firstBreach(below floors: [[Money]]) -> ReserveBreach? {
    for year in notMet.indices {
      for reserve in closing.indices where closing[reserve][year] < floors[reserve][year] {
        return ReserveBreach(
          reserve: reserve, year: year, short: floors[reserve][year] - closing[reserve][year])
      }
    }
    return nil
  }
}

/// A reserve that is lower than it may be.
public struct ReserveBreach: Hashable, Sendable {
  /// Its position among the plan's reserves.
  public let reserve: Int
  /// Counted from the plan's first year.
  public let year: Int
  /// By how much; positive.
  public let short: Money
}
