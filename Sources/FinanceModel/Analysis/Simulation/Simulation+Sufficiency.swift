/// Whether there are draws enough for what is asked of them.
extension Simulation {
  /// How many draws have to lie beyond a percentile for it to be worth printing.
  static let fewest: UInt64 = 10

  /// The percentiles and confidences that fewer draws lie beyond, ascending.
  public var thin: [Rate] {
    let asked = SimulationQuestion.percentiles + question.terms.confidences
    return Set(asked.filter { $0.needed > counts.count }).sorted()
  }

  /// The draws that all that is asked for needs.
  public var needed: UInt64 {
    let asked = SimulationQuestion.percentiles + question.terms.confidences
    return asked.map(\.needed).max() ?? 1
  }

  /// A chance this small may well be met in none of the draws: 3 ÷ draws, at 95% confidence.
  ///
  /// (1 - 3/n)^n is below 1/20 for every n above 3, so nothing likelier is missed as often as that.
  public var unseen: Rate {
    Chance(min(3, counts.count), of: counts.count).rate
  }
}

extension Rate {
  /// So many draws that `Simulation.fewest` are expected beyond a percentile.
  fileprivate var needed: UInt64 {
    let beyond = min(trillionths, FixedPoint.one - trillionths)
    let draws = (FixedPoint.one * Int128(Simulation.fewest) + beyond - 1) / max(beyond, 1)
    return UInt64(min(draws, Int128(UInt64.max)))
  }
}
