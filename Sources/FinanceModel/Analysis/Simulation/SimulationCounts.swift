/// What came out of some draws of a plan, counted: two runs of different draws add up exactly.
public struct SimulationCounts: Hashable, Sendable {
  /// The numbers of the draws, counted from 0.
  public let draws: Range<UInt64>
  /// The remaining gap of each plan year, annual: what the year adds.
  let annual: [Histogram]
  /// The remaining gap of each plan year, cumulative: the level in the year.
  let cumulative: [Histogram]
  /// In how many draws the cumulative remaining gap is nil or below in every year.
  let everyYear: UInt64
  /// For each plan year, in how many draws the reserves have lasted to its end; nil without reserves.
  let reservesLast: [UInt64]?

  init(
    draws: Range<UInt64>, annual: [Histogram], cumulative: [Histogram], everyYear: UInt64,
    reservesLast: [UInt64]?
  ) {
    self.draws = draws
    self.annual = annual
    self.cumulative = cumulative
    self.everyYear = everyYear
    self.reservesLast = reservesLast
  }

  var count: UInt64 { UInt64(draws.count) }

  func series(_ effect: Series) -> [Histogram] { effect == .annual ? annual : cumulative }

  /// Whether every value is counted, so that it can be added to others and kept in a file.
  var isWhole: Bool { (annual + cumulative).allSatisfy(\.isWhole) }

  /// Both together, where the draws of `other` follow. They have to be whole.
  func merged(with other: SimulationCounts) -> SimulationCounts {
    precondition(draws.upperBound == other.draws.lowerBound, "draws that follow each other")
    return SimulationCounts(
      draws: draws.lowerBound..<other.draws.upperBound,
      annual: zip(annual, other.annual).map { $0.merged(with: $1) },
      cumulative: zip(cumulative, other.cumulative).map { $0.merged(with: $1) },
      everyYear: everyYear + other.everyYear,
      reservesLast: reservesLast.flatMap { mine in
        other.reservesLast.map { zip(mine, $0).map { $0 + $1 } }
      })
  }
}
