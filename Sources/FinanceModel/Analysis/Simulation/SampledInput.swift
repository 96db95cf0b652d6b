/// One thing that is drawn: the value of an assumption in some years, or the share delivered of lines.
public struct SampledInput: Sendable {
  /// What keys its random numbers: `tax-base-growth`, or `tax-base-growth 2018-19`.
  ///
  /// It names nothing else of the plan, so a further range leaves the draws of all others as they are.
  public let key: String
  /// The words by which tables name it.
  public let title: String
  public let target: Target
  public let unit: Unit
  /// What it is drawn from.
  public let spread: Spread
  /// The values that may be drawn, ascending.
  public let points: [Quantity]
  /// Which of them a random word draws.
  let table: CumulativeTable

  /// What a drawn value is put in the place of.
  public enum Target: Hashable, Sendable {
    /// The value of an assumption in these columns, the same in each.
    case assumption(Identifier, columns: [Int])
    /// The share delivered of these lines, the same for each of them in every year of the plan.
    case delivery(lines: [Identifier])
  }

  /// Drawn from a range that a scenario has moved by so many trillionths, if it has.
  init(
    key: String, title: String, target: Target, unit: Unit, spread: Spread, move: Int128 = 0
  ) {
    self.key = key
    self.title = title
    self.target = target
    self.unit = unit
    self.spread = move == 0 ? spread : spread.moved(by: move)
    let (points, table) = spread.laidOut
    self.points = points.map { $0.with(trillionths: $0.trillionths + move) }
    self.table = table
  }

  /// The position among `points` of what one draw gives.
  func position(_ draw: UInt64, of generator: DrawGenerator) -> Int {
    table.index(of: generator.word(draw))
  }

  /// The mean of what is drawn, rounded once to a trillionth.
  public var mean: Quantity {
    points[0].with(trillionths: table.mean(of: points.map(\.trillionths)))
  }
}
